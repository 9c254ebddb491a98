"""Denoising on the CPU without computing the same thing many times over.

`WanPipeline` fills every prompt up to 512 tokens with equal ones and gives each part of the clip the same
noise level. A quarter of the work of a small transformer goes there. The results differ by rounding alone.
"""

from __future__ import annotations

import contextlib
import math
from collections.abc import Iterator
from typing import Any

import torch
from diffusers.models.transformers.transformer_wan import WanAttnProcessor


class _WeighedTextAttention(WanAttnProcessor):  # type: ignore[misc]
    """Attention to a text whose last token stands for many equal ones.

    In the softmax, n equal logits weigh as much as one that is larger by ln n.
    """

    def __init__(self) -> None:
        super().__init__()
        self.added_logits: torch.Tensor | None = None

    def __call__(
        self, attention: Any, pictures: torch.Tensor, text: torch.Tensor, _mask: None, _rotary: None
    ) -> torch.Tensor:
        attended: torch.Tensor = super().__call__(attention, pictures, text, self.added_logits)
        return attended

    def without_repetitions(
        self, _transformer: Any, arguments: tuple[Any, ...], named: dict[str, Any]
    ) -> tuple[tuple[Any, ...], dict[str, Any]]:
        """The arguments of a transformer's forward, shortened; a hook before it."""
        text, self.added_logits = _shortened(named["encoder_hidden_states"])
        timestep = named["timestep"]
        if timestep.ndim == 2 and bool((timestep == timestep[:, :1]).all()):
            timestep = timestep[:, 0]
        return arguments, {**named, "encoder_hidden_states": text, "timestep": timestep}


@contextlib.contextmanager
def spared_repetitions(pipeline: Any) -> Iterator[None]:
    """Within, the pipeline's transformers compute on the CPU what they always do, sooner.

    Those that also attend to a start picture count on 512 tokens, and are left alone.
    """
    transformers = [part for part in (pipeline.transformer, pipeline.transformer_2) if part is not None]
    with contextlib.ExitStack() as undo:
        for transformer in transformers:
            if pipeline._execution_device.type == "cpu" and transformer.config.added_kv_proj_dim is None:
                _spare(transformer, undo)
        yield


def _spare(transformer: Any, undo: contextlib.ExitStack) -> None:
    processor = _WeighedTextAttention()
    for attention in (block.attn2 for block in transformer.blocks):
        undo.callback(attention.set_processor, attention.processor)
        attention.set_processor(processor)
    handle = transformer.register_forward_pre_hook(processor.without_repetitions, with_kwargs=True)
    undo.callback(handle.remove)


def _shortened(text: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """(1, token, channel) up to the first of its equal last tokens, and what to add to their logits."""
    differs = (text[0] != text[0, -1]).any(dim=-1).nonzero()
    kept = int(differs[-1]) + 2 if len(differs) else 1
    added_logits = text.new_zeros((1, 1, 1, kept))
    added_logits[..., -1] = math.log(text.shape[1] - kept + 1)
    return text[:, :kept], added_logits
