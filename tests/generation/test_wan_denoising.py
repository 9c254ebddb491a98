"""Denoising in this process: where it can be stopped, and what it says of latents that are no numbers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import torch
from support.jobs import RecordedJob
from support.requests import tiny_request

from desktop_app.domain.errors import Cancelled, GenerationFailed
from desktop_app.domain.events import StageProgressed
from desktop_app.generation.wan_denoising import denoise, encode_prompts
from desktop_app.generation.wan_loading import cancel_points, load_wan


@pytest.fixture(scope="module")
def pipeline(tiny_wan: Path) -> Any:
    return load_wan(tiny_wan, "", RecordedJob()).pipeline


@pytest.fixture(autouse=True)
def _inference() -> Iterator[None]:
    with torch.inference_mode():
        yield


def test_modules_are_loaded_in_evaluation_mode(pipeline: Any) -> None:
    parts = [part for part in pipeline.components.values() if isinstance(part, torch.nn.Module)]
    assert len(parts) == 3
    assert not any(module.training for part in parts for module in part.modules())


def test_loading_stops_between_two_components(tiny_wan: Path) -> None:
    job = RecordedJob(cancel_after=2)
    with pytest.raises(Cancelled):
        load_wan(tiny_wan, "", job)
    assert job.progress_of("loading") == [StageProgressed("loading", 0, 5), StageProgressed("loading", 1, 5)]


def test_a_cancel_stops_within_the_step_it_comes_in(pipeline: Any, tiny_wan: Path) -> None:
    request = tiny_request(tiny_wan)
    job = RecordedJob(cancel_after=2)
    with pytest.raises(Cancelled), cancel_points(pipeline, job.check):
        denoise(pipeline, request, encode_prompts(pipeline, request), None, job)
    assert job.progress_of("denoising") == [
        StageProgressed("denoising", 0, 3),
        StageProgressed("denoising", 1, 3),
    ]


@pytest.mark.parametrize(("part", "blocks"), [("transformer", "blocks"), ("text_encoder", "encoder.block")])
def test_a_cancel_stops_between_two_blocks(pipeline: Any, tiny_wan: Path, part: str, blocks: str) -> None:
    request, job = tiny_request(tiny_wan), RecordedJob()
    first, second = getattr(pipeline, part).get_submodule(blocks)
    reached = []
    handles = [
        first.register_forward_hook(lambda *_: job.shared.cancel(1)),
        second.register_forward_hook(lambda *_: reached.append("second")),
    ]
    try:
        with pytest.raises(Cancelled), cancel_points(pipeline, job.check):
            denoise(pipeline, request, encode_prompts(pipeline, request), None, job)
    finally:
        for handle in handles:
            handle.remove()
    assert reached == []


def test_no_cancel_points_are_left_behind(pipeline: Any) -> None:
    with cancel_points(pipeline, lambda: None):
        assert pipeline.transformer.blocks[0]._forward_pre_hooks
    parts = [part for part in pipeline.components.values() if isinstance(part, torch.nn.Module)]
    assert not any(module._forward_pre_hooks for part in parts for module in part.modules())


def test_latents_that_are_no_numbers_are_named_with_their_step(pipeline: Any, tiny_wan: Path) -> None:
    request = tiny_request(tiny_wan)
    steps = []

    def spoil(_: object, __: object, output: Any) -> Any:
        steps.append(1)
        return (output[0] * float("nan"),) if len(steps) > 2 else output

    handle = pipeline.transformer.register_forward_hook(spoil)
    try:
        with pytest.raises(GenerationFailed, match=r"non-finite numbers at denoising step 2"):
            denoise(pipeline, request, encode_prompts(pipeline, request), None, RecordedJob())
    finally:
        handle.remove()
