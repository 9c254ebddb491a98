"""The transformer of the starter model, and what one training step asks of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import torch
from diffusers import WanTransformer3DModel
from torch import Tensor, nn
from torch.nn import functional

from starter_model.config import Config
from starter_model.tokens import LONGEST

TRAIN_TIMESTEPS = 1000
"""A noise level of 1 is this timestep to the scheduler."""


def build_transformer(config: Config) -> Any:
    """A transformer with fresh weights whose first prediction is zero everywhere."""
    size = config.transformer
    transformer = WanTransformer3DModel(
        patch_size=(1, 2, 2),
        num_attention_heads=size.heads,
        attention_head_dim=size.head_width,
        in_channels=config.vae.z_dim,
        out_channels=config.vae.z_dim,
        text_dim=config.text.width,
        freq_dim=size.time_width,
        ffn_dim=size.feed_forward,
        num_layers=size.layers,
    )
    nn.init.zeros_(transformer.proj_out.weight)
    nn.init.zeros_(transformer.proj_out.bias)
    return transformer


@dataclass(frozen=True, eq=False)
class Noise:
    """What is mixed into clean latents.

    Attributes:
        values: as the latents, normally distributed.
        levels: (clip,) share of noise in the mixture, 0..1.
    """

    values: Tensor
    levels: Tensor

    def to(self, device: str) -> Noise:
        """The same on another device."""
        return Noise(self.values.to(device), self.levels.to(device))


def draw_noise(clean: Tensor, shift: float, generator: torch.Generator) -> Noise:
    """Noise for a batch, its levels spread as the scheduler's are: evenly, then shifted toward noise."""
    count = len(clean)
    even = (torch.randperm(count, generator=generator) + torch.rand(count, generator=generator)) / count
    levels = shift * even / (1.0 + (shift - 1.0) * even)
    return Noise(torch.randn(clean.shape, generator=generator), levels)


def flow_loss(transformer: Any, clean: Tensor, noise: Noise, prompts: Tensor, weights: Tensor) -> Tensor:
    """Mean square error (clip,) of the predicted flow, noise minus clean.

    Flow matching: Lipman et al., "Flow matching for generative modeling", ICLR 2023, with a straight path.

    Args:
        transformer: called as by `WanPipeline`.
        clean: normalised latents (clip, channel, latent frame, row, column).
        noise: of the same shape.
        prompts: (clip, token, channel) from the text encoder.
        weights: (channel,) how much each channel's error counts.
    """
    share = noise.levels.view(-1, 1, 1, 1, 1)
    noisy = (1.0 - share) * clean + share * noise.values
    flow: Tensor = transformer(noisy, noise.levels * TRAIN_TIMESTEPS, prompts, return_dict=False)[0]
    error = (flow - (noise.values - clean)).square().mean((2, 3, 4))
    return (error * weights).mean(1)


class ChosenFrames(nn.Module):
    """Positions for some of a clip's latent frames, where they are in the whole clip."""

    def __init__(self, rope: nn.Module, latent_frames: int) -> None:
        super().__init__()
        self._rope, self._latent_frames = rope, latent_frames
        self.chosen = list(range(latent_frames))

    def forward(self, hidden_states: Tensor) -> tuple[Tensor, ...]:
        """Rotations (1, token, 1, head channel) for latents that hold the chosen frames only."""
        whole = hidden_states[:, :, :1].expand(-1, -1, self._latent_frames, -1, -1)
        by_frame = (rotation.unflatten(1, (self._latent_frames, -1)) for rotation in self._rope(whole))
        return tuple(rotation[:, self.chosen].flatten(1, 2) for rotation in by_frame)


def choose_frames(transformer: Any, latent_frames: int) -> ChosenFrames:
    """Let a transformer train on some latent frames of whole clips."""
    frames = ChosenFrames(transformer.rope, latent_frames)
    transformer.rope = frames
    return frames


class SparedPadding:
    """Attention to a prompt as if it were padded with zeros to the pipeline's length, for less work.

    Padding tokens are all the same to the attention, so that one stands for them all, its score raised by the
    logarithm of their number.
    """

    def __init__(self, usual: Any) -> None:
        self._usual = usual
        self._bias: Tensor | None = None

    def with_padding(self, states: Tensor, mask: Tensor) -> Tensor:
        """Prompts (clip, token, channel) with their padding token, to be attended to from now on."""
        missing = LONGEST - mask.sum(1, keepdim=True)
        hidden = torch.where(mask > 0, 0.0, -torch.inf)
        self._bias = torch.cat([hidden, missing.log()], 1)[:, None, None]
        return functional.pad(states, (0, 0, 0, 1))

    def __call__(
        self,
        attention: Any,
        hidden_states: Tensor,
        encoder_hidden_states: Tensor | None = None,
        attention_mask: Tensor | None = None,  # noqa: ARG002
        rotary_emb: Any = None,
    ) -> Tensor:
        """As diffusers calls it, for the attention to the prompt alone."""
        result: Tensor = self._usual(attention, hidden_states, encoder_hidden_states, self._bias, rotary_emb)
        return result


def spare_padding(transformer: Any) -> SparedPadding:
    """Let a transformer train on prompts without their padding."""
    spared = SparedPadding(transformer.blocks[0].attn2.processor)
    for block in transformer.blocks:
        block.attn2.set_processor(spared)
    return spared
