"""What the supervisor promises whatever the worker does; the worker here is a fake without torch."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import numpy as np
import pytest
from support.fake_worker import STAGES, frame
from support.supervised import Supervise, asked, at_stage, run

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.errors import Cancelled, GenerationFailed, InvalidInput
from desktop_app.domain.events import EngineFinished, FramesDecoded, StageProgressed
from desktop_app.generation.shared import RING_BYTES
from desktop_app.generation.supervisor import WorkerSupervisor


def test_events_come_in_order_and_frames_are_whole(supervise: Supervise) -> None:
    events = run(supervise(), num_frames=37)
    stages = [event.stage for event in events if isinstance(event, StageProgressed)]
    assert stages == sorted(stages, key=STAGES.index)
    assert events[0] == StageProgressed("loading", 0, 0)
    assert isinstance(events[-1], EngineFinished)
    decoded = [event for event in events if isinstance(event, FramesDecoded)]
    frames = np.concatenate([event.frames for event in decoded])
    assert [event.first for event in decoded] == list(np.cumsum([0, *(len(e.frames) for e in decoded)])[:-1])
    np.testing.assert_array_equal(frames, np.stack([frame(number, 96, 64) for number in range(37)]))


def test_the_ring_goes_round_without_overwriting_what_is_not_read_yet(supervise: Supervise) -> None:
    width, height, count = 2048, 1024, 23
    assert RING_BYTES // (width * height * 3) < count // 3
    supervisor = supervise()
    request = asked("well", width=width, height=height, num_frames=count)
    numbers = []
    for event in supervisor.generate(request, CancelToken()):
        if isinstance(event, FramesDecoded):
            time.sleep(0.01)
            numbers += [int(picture.max()) for picture in event.frames]
            assert all(picture.min() == picture.max() for picture in event.frames)
    assert numbers == list(range(count))


def test_a_worker_stays_warm(supervise: Supervise) -> None:
    supervisor = supervise()
    run(supervisor)
    pid = supervisor.worker_pid
    run(supervisor)
    assert pid is not None
    assert supervisor.worker_pid == pid


def test_starting_the_worker_counts_as_loading(supervise: Supervise) -> None:
    finished = run(supervise())[-1]
    assert isinstance(finished, EngineFinished)
    waited = finished.timings_s["loading"]
    assert waited > 0.0
    assert finished.timings_s == {"loading": waited, "decoding": 2.0, "total": pytest.approx(3.0 + waited)}


@pytest.mark.parametrize("stage", STAGES)
def test_cancel_in_every_stage_leaves_the_worker_warm(supervise: Supervise, stage: str) -> None:
    supervisor = supervise()
    run(supervisor)
    pid = supervisor.worker_pid
    cancel = CancelToken()
    with pytest.raises(Cancelled):
        at_stage(supervisor, f"wait {stage}", stage, cancel.cancel, cancel)
    assert supervisor.worker_pid == pid
    run(supervisor)
    assert supervisor.worker_pid == pid


def test_a_token_cancelled_before_the_start_starts_nothing(supervise: Supervise) -> None:
    supervisor, cancel = supervise(), CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        next(supervisor.generate(asked("well"), cancel))
    assert supervisor.worker_pid is None


def test_a_failure_keeps_a_usable_worker_and_ends_the_other(supervise: Supervise) -> None:
    supervisor = supervise()
    with pytest.raises(GenerationFailed, match=r"It failed\. Do better\.") as caught:
        run(supervisor, "fail denoising")
    pid = supervisor.worker_pid
    assert caught.value.details == "why"
    assert pid is not None
    with pytest.raises(GenerationFailed, match="It broke"):
        run(supervisor, "break denoising")
    assert supervisor.worker_pid is None
    run(supervisor)


def test_an_iterator_closed_early_stops_the_job(supervise: Supervise) -> None:
    supervisor = supervise()
    events = supervisor.generate(asked("wait denoising"), CancelToken())
    for event in events:
        if isinstance(event, StageProgressed) and event.stage == "denoising":
            break
    pid = supervisor.worker_pid
    events.close()
    assert supervisor.worker_pid == pid
    assert isinstance(run(supervisor)[-1], EngineFinished)
    assert supervisor.worker_pid == pid


def test_closing_from_another_thread_cancels_a_running_generation(supervise: Supervise) -> None:
    supervisor = supervise()
    threads: list[threading.Thread] = []

    def close_elsewhere() -> None:
        threads.append(threading.Thread(target=supervisor.close))
        threads[0].start()

    with pytest.raises(Cancelled):
        at_stage(supervisor, "block denoising", "denoising", close_elsewhere)
    threads[0].join()
    supervisor.close()
    assert supervisor.worker_pid is None


def test_one_generation_at_a_time(supervise: Supervise) -> None:
    supervisor = supervise()
    first = supervisor.generate(asked("well"), CancelToken())
    next(first)
    with pytest.raises(GenerationFailed, match="still running"):
        next(supervisor.generate(asked("well"), CancelToken()))
    assert isinstance(list(first)[-1], EngineFinished)


def test_a_frame_larger_than_the_ring_is_refused(supervise: Supervise) -> None:
    with pytest.raises(InvalidInput, match=r"100000×100000"):
        run(supervise(), width=100_000, height=100_000)


def test_latents_are_kept_only_where_the_generation_failed(supervise: Supervise, tmp_path: Path) -> None:
    supervisor = supervise()

    def latents() -> list[Path]:
        return list((tmp_path / "work").glob("latents-*"))

    run(supervisor)
    assert latents() == []
    with pytest.raises(GenerationFailed):
        run(supervisor, "fail decoding")
    assert len(latents()) == 1
    run(supervisor)
    assert latents() == []
    with pytest.raises(GenerationFailed):
        run(supervisor, "fail decoding")
    supervisor.close()
    assert list((tmp_path / "work").iterdir()) == []


def test_a_work_folder_that_cannot_be_made_is_reported(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    supervisor = WorkerSupervisor(tmp_path / "file" / "work", tmp_path / "cache")
    with pytest.raises(GenerationFailed, match="could not be started"):
        run(supervisor)
