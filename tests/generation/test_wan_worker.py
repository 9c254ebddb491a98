"""The real worker with a tiny Wan folder, end to end."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from support.requests import tiny_request
from support.tiny_wan import TINIEST, build_tiny_wan

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.clip import Frames
from desktop_app.domain.errors import Cancelled, GenerationFailed
from desktop_app.domain.events import (
    EngineEvent,
    EngineFinished,
    FramesDecoded,
    PreviewReady,
    StageProgressed,
)
from desktop_app.domain.request import GenerationRequest
from desktop_app.generation.supervisor import WORKER_MODULE, WorkerSupervisor

MANY_STEPS = 200
LONG_CLIP = 801


@pytest.fixture(scope="module")
def worker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WorkerSupervisor]:
    """A worker that has torch imported already, for all tests here."""
    supervisor = WorkerSupervisor(tmp_path_factory.mktemp("work"), tmp_path_factory.mktemp("cache"))
    yield supervisor
    supervisor.close()


@pytest.fixture(scope="module")
def events(worker: WorkerSupervisor, tiny_wan: Path) -> list[EngineEvent]:
    """Of one whole generation."""
    return list(worker.generate(tiny_request(tiny_wan), CancelToken()))


def diffusers_frames(request: GenerationRequest) -> Frames:
    """What diffusers' own pipeline makes of the request."""
    import torch
    from diffusers import WanPipeline

    pipeline = WanPipeline.from_pretrained(request.model, local_files_only=True)
    pipeline.set_progress_bar_config(disable=True)
    video = pipeline(
        prompt=request.prompt,
        negative_prompt=request.negative_prompt,
        height=request.height,
        width=request.width,
        num_frames=request.num_frames,
        num_inference_steps=request.num_inference_steps,
        guidance_scale=request.guidance_scale,
        generator=torch.Generator("cpu").manual_seed(request.seed),
    ).frames[0]
    frames: Frames = (video * 255.0).round().astype(np.uint8)
    return frames


def decoded(events: list[EngineEvent]) -> Frames:
    return np.concatenate([event.frames for event in events if isinstance(event, FramesDecoded)])


def progress(events: list[EngineEvent], stage: str) -> list[tuple[int, int]]:
    reported = [event for event in events if isinstance(event, StageProgressed)]
    return [(event.done, event.total) for event in reported if event.stage == stage]


def test_frames_equal_those_of_diffusers(events: list[EngineEvent], tiny_wan: Path) -> None:
    expected = diffusers_frames(tiny_request(tiny_wan))
    frames = decoded(events)
    assert frames.shape == expected.shape == (13, 64, 96, 3)
    assert expected.std() > 20.0
    assert np.abs(frames.astype(int) - expected.astype(int)).max() <= 1


def test_frames_equal_those_of_diffusers_without_guidance(worker: WorkerSupervisor, tiny_wan: Path) -> None:
    request = tiny_request(tiny_wan, guidance_scale=1.0, num_frames=1)
    frames = decoded(list(worker.generate(request, CancelToken())))
    assert np.abs(frames.astype(int) - diffusers_frames(request).astype(int)).max() <= 1


def test_every_stage_reports_its_progress(events: list[EngineEvent]) -> None:
    assert progress(events, "loading") == [(0, 0), *((done, 5) for done in range(6))]
    assert progress(events, "encoding") == [(0, 1), (1, 1)]
    assert progress(events, "denoising") == [(0, 3), (1, 3), (2, 3), (3, 3)]
    decoded_so_far = [done for done, total in progress(events, "decoding") if total == 13]
    assert decoded_so_far[:2] == [0, 1]
    assert decoded_so_far == sorted(set(decoded_so_far))
    assert decoded_so_far[-1] == 13


def test_the_first_frame_comes_alone_and_early(events: list[EngineEvent]) -> None:
    lengths = [len(event.frames) for event in events if isinstance(event, FramesDecoded)]
    assert lengths[0] == 1
    assert len(lengths) > 1


def test_each_denoising_step_has_a_preview(events: list[EngineEvent]) -> None:
    pictures = [event.picture for event in events if isinstance(event, PreviewReady)]
    assert [picture.shape for picture in pictures] == [(4, 3 * 6, 3)] * 3
    assert pictures[0].dtype == np.uint8
    assert pictures[-1].std() > 0.0


def test_the_timings_add_up(events: list[EngineEvent]) -> None:
    finished = events[-1]
    assert isinstance(finished, EngineFinished)
    stages = [finished.timings_s[stage] for stage in ("loading", "encoding", "denoising", "decoding")]
    assert finished.timings_s["total"] == pytest.approx(sum(stages), abs=0.1)
    assert sum(stages[:3]) < finished.timings_s["first_frame"] < finished.timings_s["total"]


def test_the_same_request_gives_the_same_frames_and_loads_nothing_again(
    worker: WorkerSupervisor, events: list[EngineEvent], tiny_wan: Path
) -> None:
    again = list(worker.generate(tiny_request(tiny_wan), CancelToken()))
    np.testing.assert_array_equal(decoded(again), decoded(events))
    assert progress(again, "loading") == [(0, 0), (5, 5)]


def test_another_seed_gives_other_frames(
    worker: WorkerSupervisor, events: list[EngineEvent], tiny_wan: Path
) -> None:
    other = list(worker.generate(tiny_request(tiny_wan, seed=8), CancelToken()))
    assert (decoded(other) != decoded(events)).any()


def test_cancelled_while_loading_the_worker_stays_warm(
    worker: WorkerSupervisor, events: list[EngineEvent], tmp_path: Path
) -> None:
    other_folder = build_tiny_wan(tmp_path / "other", TINIEST)
    assert cancelled_at(worker, "loading", 1, tiny_request(other_folder)) <= 5


@pytest.mark.parametrize("stage", ["encoding", "denoising", "decoding"])
def test_cancelled_while_working_the_worker_stays_warm(
    worker: WorkerSupervisor, events: list[EngineEvent], tiny_wan: Path, stage: str
) -> None:
    request = tiny_request(tiny_wan)
    if stage == "denoising":
        request = tiny_request(tiny_wan, num_inference_steps=MANY_STEPS)
    elif stage == "decoding":
        request = tiny_request(tiny_wan, num_frames=LONG_CLIP, num_inference_steps=1)
    total = {"encoding": 1, "denoising": MANY_STEPS, "decoding": LONG_CLIP}[stage]
    assert cancelled_at(worker, stage, 1, request) < total or stage == "encoding"


def cancelled_at(worker: WorkerSupervisor, stage: str, done: int, request: GenerationRequest) -> int:
    """Cancel when `done` units of a stage are reported; return how many were done when it stopped."""
    pid, cancel, last = worker.worker_pid, CancelToken(), 0
    try:
        for event in worker.generate(request, cancel):
            if isinstance(event, StageProgressed) and event.stage == stage and event.total:
                last = event.done
                if last >= done:
                    cancel.cancel()
    except Cancelled:
        assert worker.worker_pid == pid
        return last
    pytest.fail("it was not cancelled")


def test_a_folder_that_changed_is_loaded_again(worker: WorkerSupervisor, tmp_path: Path) -> None:
    folder = build_tiny_wan(tmp_path / "changing", TINIEST)
    request = tiny_request(folder, num_frames=1, num_inference_steps=1)
    list(worker.generate(request, CancelToken()))
    os.utime(folder / "transformer" / "diffusion_pytorch_model.safetensors", (1, 1))
    again = list(worker.generate(request, CancelToken()))
    assert len(progress(again, "loading")) == 7


def test_a_folder_that_does_not_load_is_reported_and_the_worker_stays(
    worker: WorkerSupervisor, events: list[EngineEvent], tmp_path: Path
) -> None:
    folder = build_tiny_wan(tmp_path / "broken", TINIEST)
    (folder / "vae" / "diffusion_pytorch_model.safetensors").write_bytes(b"nothing of the kind")
    pid = worker.worker_pid
    with pytest.raises(GenerationFailed, match="could not be loaded") as caught:
        list(worker.generate(tiny_request(folder), CancelToken()))
    assert "Traceback" in caught.value.details
    assert worker.worker_pid == pid


def test_killed_while_it_imports_torch_and_while_it_denoises_it_is_replaced(
    supervise: Callable[..., WorkerSupervisor], tiny_wan: Path
) -> None:
    supervisor = supervise(worker_module=WORKER_MODULE)
    request = tiny_request(tiny_wan, num_inference_steps=MANY_STEPS)
    for stage in ("loading", "denoising"):
        with pytest.raises(GenerationFailed, match="ended unexpectedly"):
            kill_at(supervisor, stage, request)


def test_killed_while_it_decodes_it_goes_on_from_the_latents(
    supervise: Callable[..., WorkerSupervisor], tiny_wan: Path
) -> None:
    supervisor = supervise(worker_module=WORKER_MODULE)
    request = tiny_request(tiny_wan, num_frames=161, num_inference_steps=1)
    with pytest.raises(GenerationFailed, match="ended unexpectedly"):
        kill_at(supervisor, "decoding", request)
    again = list(supervisor.generate(request, CancelToken()))
    assert progress(again, "denoising") == []
    assert len(decoded(again)) == 161


def kill_at(supervisor: WorkerSupervisor, stage: str, request: GenerationRequest) -> None:
    for event in supervisor.generate(request, CancelToken()):
        if isinstance(event, StageProgressed) and event.stage == stage:
            assert supervisor.worker_pid is not None
            os.kill(supervisor.worker_pid, signal.SIGKILL)
