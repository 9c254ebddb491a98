"""The text encoder: a small UMT5 that learns what a sentence means, and then to steer the transformer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import torch
from diffusers.pipelines.wan.pipeline_wan import prompt_clean
from torch import Tensor, nn
from transformers import UMT5Config, UMT5EncoderModel

from starter_model.config import TextConfig
from starter_model.corpus import Record
from starter_model.scenes import HEATED, LOOKS, SHAPES
from starter_model.tokens import LONGEST

ENRICHED_SHARE = 0.5
LOWER_CASE_SHARE = 0.1
UNKNOWN_SHARE = 0.03
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "shape": tuple(SHAPES),
    "heated": tuple(sorted({place for places in HEATED.values() for place in places})),
    "look": LOOKS,
}


def build_text_encoder(config: TextConfig, vocabulary: int) -> Any:
    """A UMT5 encoder with fresh weights."""
    return UMT5EncoderModel(
        UMT5Config(
            vocab_size=vocabulary,
            d_model=config.width,
            d_kv=config.width // config.heads,
            d_ff=config.feed_forward,
            num_layers=config.layers,
            num_heads=config.heads,
            dropout_rate=0.0,
        )
    )


def tokenise(tokenizer: Any, prompts: Sequence[str]) -> tuple[Tensor, Tensor]:
    """Token ids and mask, (prompt, token) each, padded to the longest; cleaned as by the pipeline."""
    cleaned = [prompt_clean(one) for one in prompts]
    tokens = tokenizer(cleaned, padding=True, max_length=LONGEST, truncation=True, return_tensors="pt")
    return tokens.input_ids, tokens.attention_mask


def blur(tokenizer: Any, random: np.random.Generator, tokens: tuple[Tensor, Tensor]) -> tuple[Tensor, Tensor]:
    """The tokens with a few of them unknown, as words that the corpus lacks will be."""
    ids, mask = tokens
    unknown = torch.from_numpy(random.random(ids.shape) < UNKNOWN_SHARE) & (mask > 0)
    return torch.where(unknown, tokenizer.unk_token_id, ids), mask


class Meaning(nn.Module):
    """What a sentence says, told from each of its tokens: shape, heated place, look, and the heat's pace.

    Every token has to know all of it, so that the transformer finds it wherever it looks.
    """

    def __init__(self, width: int) -> None:
        super().__init__()
        self.heads = nn.ModuleDict({name: nn.Linear(width, len(names)) for name, names in _CHOICES.items()})
        self.pace = nn.Linear(width, 2)

    def loss(self, states: Tensor, mask: Tensor, records: Sequence[Record]) -> tuple[Tensor, float]:
        """The loss, and the share of sentences whose every choice is told right by the mean over tokens.

        Args:
            states: (prompt, token, channel).
            mask: (prompt, token).
            records: one a prompt.
        """
        weight = mask / mask.sum(1, keepdim=True)
        total = states.new_zeros(())
        right = torch.ones(len(records), dtype=torch.bool, device=states.device)
        for name, names in _CHOICES.items():
            scores = self.heads[name](states).log_softmax(-1)
            wanted = torch.tensor([names.index(getattr(one, name)) for one in records], device=states.device)
            told = scores.gather(2, wanted[:, None, None].expand(-1, scores.shape[1], 1))[..., 0]
            total = total - (told * weight).sum(1).mean()
            right &= (scores * weight[..., None]).sum(1).argmax(1) == wanted
        pace = torch.from_numpy(np.stack([pace_of(one) for one in records])).to(states)
        error = (self.pace(states) - pace[:, None]).square().mean(-1)
        total = total + (error * weight).sum(1).mean()
        return total, float(right.float().mean())


def pace_of(record: Record) -> np.ndarray:
    """How fast the heat goes, in two numbers near ±1: log Fourier number, and reach at mid clip."""
    return np.array(
        [np.log10(max(record.fourier_number, 1e-4)) + 1.0, 2.0 * record.reach_at_mid_clip - 1.0], np.float32
    )


def draw_prompt(random: np.random.Generator, record: Record) -> str:
    """One of the ways a model is asked for the scene: as typed, or enriched."""
    prompt = record.enriched_prompt if random.random() < ENRICHED_SHARE else record.prompt
    return prompt.lower() if random.random() < LOWER_CASE_SHARE else prompt


def unconditional_prompt(random: np.random.Generator, record: Record) -> str:
    """What stands for no prompt where guidance is trained: nothing, or the app's negative prompt."""
    return record.negative_prompt if random.random() < 0.5 else ""
