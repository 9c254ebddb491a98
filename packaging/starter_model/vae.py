"""The VAE of the starter model: Wan2.2's kind, small, and encoded and decoded with gradients."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import torch
from diffusers import AutoencoderKLWan
from diffusers.models.autoencoders.autoencoder_kl_wan import WanCausalConv3d, patchify, unpatchify
from torch import Tensor
from torch.nn import functional

from starter_model.config import VaeConfig

TEMPORAL, SPATIAL, PATCH = 4, 16, 2
FIRST_LOG_VARIANCE = -11.0
"""Of the posterior, so that the decoder sees more than noise from the first step on."""
FIRST_RESIDUE = 0.1
"""Share of what each residual block adds at first: the blocks' own averaging shortcuts lead the way."""


def build_vae(config: VaeConfig) -> Any:
    """A VAE with fresh weights, its attention switched off.

    The middle blocks' attention adds nothing (its last projection is zero and stays so): what is left is made
    of convolutions alone, and learns on small crops what it needs for whole frames.
    """
    vae = AutoencoderKLWan(
        base_dim=config.base_dim,
        decoder_base_dim=config.decoder_base_dim,
        num_res_blocks=config.num_res_blocks,
        z_dim=config.z_dim,
        is_residual=True,
        in_channels=3 * PATCH**2,
        out_channels=3 * PATCH**2,
        patch_size=PATCH,
        scale_factor_temporal=TEMPORAL,
        scale_factor_spatial=SPATIAL,
        latents_mean=[0.0] * config.z_dim,
        latents_std=[1.0] * config.z_dim,
    )
    for half in (vae.encoder, vae.decoder):
        for attention in half.mid_block.attentions:
            torch.nn.init.zeros_(attention.proj.weight)
            torch.nn.init.zeros_(attention.proj.bias)
            attention.requires_grad_(False)
    with torch.no_grad():
        for name, weight in vae.named_parameters():
            if ".conv2." in name:
                weight.mul_(FIRST_RESIDUE)
        vae.quant_conv.bias[config.z_dim :].fill_(FIRST_LOG_VARIANCE)
    return vae


def encode(vae: Any, clips: Tensor) -> tuple[Tensor, Tensor]:
    """Mean and log variance, (clip, channel, latent frame, row, column) each, of clips in -1..1.

    The same as `vae.encode`, the frames after the first in one piece.
    """
    vae.clear_cache()
    patches = patchify(clips, PATCH)
    pieces = []
    for piece in (patches[:, :, :1], patches[:, :, 1:]):
        if piece.shape[2]:
            vae._enc_conv_idx = [0]
            pieces.append(vae.encoder(piece, feat_cache=vae._enc_feat_map, feat_idx=vae._enc_conv_idx))
    vae.clear_cache()
    mean, log_variance = vae.quant_conv(torch.cat(pieces, 2)).chunk(2, dim=1)
    return mean, log_variance.clamp(-30.0, 20.0)


def decode(vae: Any, latents: Tensor) -> Tensor:
    """Clips in about -1..1, (clip, 3, frame, row, column), of latents that are not normalised.

    The same as `vae.decode`, the latent frames after the first in one piece.
    """
    vae.clear_cache()
    raw = vae.post_quant_conv(latents)
    pieces = []
    for number, piece in enumerate((raw[:, :, :1], raw[:, :, 1:])):
        if piece.shape[2]:
            vae._conv_idx = [0]
            pieces.append(
                vae.decoder(piece, feat_cache=vae._feat_map, feat_idx=vae._conv_idx, first_chunk=number == 0)
            )
    vae.clear_cache()
    clips: Tensor = unpatchify(torch.cat(pieces, 2), PATCH)
    return clips


def lay_out_for_cpu(vae: Any) -> Any:
    """Keep the filters' channels last in memory, which convolves a sixth faster."""
    for weight in vae.parameters():
        if weight.ndim == 5:
            weight.data = weight.data.contiguous(memory_format=torch.channels_last_3d)
    return vae


@contextmanager
def fast_convolutions() -> Iterator[None]:
    """Let oneDNN do every causal convolution on the CPU: torch's own choice is up to four times slower."""
    usual = WanCausalConv3d.forward
    WanCausalConv3d.forward = _causal_convolution
    try:
        yield
    finally:
        WanCausalConv3d.forward = usual


def _causal_convolution(self: Any, x: Tensor, cache_x: Tensor | None = None) -> Tensor:
    before = self._padding[4]
    if cache_x is not None and before > 0:
        x = torch.cat([cache_x.to(x.device), x], dim=2)
        before -= cache_x.shape[2]
    x = functional.pad(x, (0, 0, 0, 0, max(before, 0), 0))
    around = (0, self._padding[2], self._padding[0])
    if x.device.type == "cpu" and x.dtype == torch.float32:
        convolved: Tensor = torch.ops.aten.mkldnn_convolution(
            x, self.weight, self.bias, around, self.stride, self.dilation, self.groups
        )
        return convolved
    return functional.conv3d(x, self.weight, self.bias, self.stride, around, self.dilation, self.groups)


def load_vae(config: VaeConfig, checkpoint: Path) -> Any:
    """The averaged weights of a training run."""
    vae = build_vae(config)
    state = torch.load(checkpoint, map_location="cpu", weights_only=True)
    vae.load_state_dict(state["model"])
    with torch.no_grad():
        for name, weight in vae.named_parameters():
            if name in state["ema"]["weights"]:
                weight.copy_(state["ema"]["weights"][name])
    return vae.eval().requires_grad_(False)
