"""Generation requests that fit the tiny Wan folder."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from desktop_app.domain.request import GenerationRequest

_SMALLEST = GenerationRequest(
    model="",
    prompt="a copper rod heated at its left end",
    negative_prompt="cold",
    width=96,
    height=64,
    num_frames=13,
    fps=24,
    num_inference_steps=3,
    guidance_scale=5.0,
    seed=7,
    look="inferno",
)


def tiny_request(model: Path, **changes: Any) -> GenerationRequest:
    """13 frames of 96×64 in three steps, guided; `changes` replace fields."""
    return replace(_SMALLEST, model=str(model), **changes)
