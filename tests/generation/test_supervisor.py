"""What the supervisor promises whatever the worker does; the worker here is a fake without torch."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import psutil
import pytest
from support.fake_worker import STAGES, frame
from support.requests import tiny_request

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.errors import Cancelled, GenerationFailed, InvalidInput
from desktop_app.domain.events import EngineEvent, EngineFinished, FramesDecoded, StageProgressed
from desktop_app.domain.request import GenerationRequest
from desktop_app.generation.shared import RING_BYTES
from desktop_app.generation.supervisor import WorkerSupervisor

Supervise = Callable[..., WorkerSupervisor]


def asked(prompt: str, **changes: int) -> GenerationRequest:
    return tiny_request(Path("unused"), prompt=prompt, **changes)


def run(supervisor: WorkerSupervisor, prompt: str = "well", **changes: int) -> list[EngineEvent]:
    return list(supervisor.generate(asked(prompt, **changes), CancelToken()))


def at_stage(
    supervisor: WorkerSupervisor,
    prompt: str,
    stage: str,
    do: Callable[[], None],
    cancel: CancelToken | None = None,
) -> None:
    """Generate, and `do` something when the stage's first event arrives."""
    for event in supervisor.generate(asked(prompt), cancel or CancelToken()):
        if isinstance(event, StageProgressed) and event.stage == stage and event.total:
            do()


def kill_worker(supervisor: WorkerSupervisor) -> None:
    assert supervisor.worker_pid is not None
    os.kill(supervisor.worker_pid, signal.SIGKILL)


def wait_until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30.0
    while not condition():
        assert time.monotonic() < deadline, "it never happened"
        time.sleep(0.02)


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


def test_a_component_that_blocks_while_loading_is_not_waited_for(supervise: Supervise) -> None:
    supervisor, cancel = supervise(loading_grace_s=0.2), CancelToken()
    with pytest.raises(Cancelled):
        at_stage(supervisor, "block loading", "loading", cancel.cancel, cancel)
    assert supervisor.worker_pid is None
    run(supervisor)


@pytest.mark.parametrize("stage", STAGES)
def test_a_worker_killed_in_any_stage_is_reported_and_replaced(supervise: Supervise, stage: str) -> None:
    supervisor = supervise()
    with pytest.raises(GenerationFailed, match=r"ended unexpectedly.+Generate again") as caught:
        at_stage(supervisor, f"wait {stage}", stage, lambda: kill_worker(supervisor))
    assert "Exit code -9" in caught.value.details
    run(supervisor)


def test_a_worker_killed_between_two_generations_is_replaced(supervise: Supervise) -> None:
    supervisor = supervise()
    run(supervisor)
    kill_worker(supervisor)
    wait_until(lambda: supervisor.worker_pid is None)
    run(supervisor)


def test_what_a_dying_worker_wrote_is_in_the_details(supervise: Supervise) -> None:
    with pytest.raises(GenerationFailed) as caught:
        run(supervise(), "die denoising")
    assert "last words" in caught.value.details


def test_a_worker_that_cannot_be_imported_is_reported(supervise: Supervise) -> None:
    with pytest.raises(GenerationFailed) as caught:
        run(supervise(worker_module="support.no_such_worker"))
    assert "no_such_worker" in caught.value.details


def test_nothing_the_worker_prints_reaches_our_streams(
    supervise: Supervise, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(GenerationFailed):
        run(supervise(), "die loading")
    assert capfd.readouterr() == ("", "")


def test_a_silent_worker_is_ended(supervise: Supervise) -> None:
    supervisor = supervise(heartbeat_timeout_s=1.5)
    pids = []

    def stop_the_process() -> None:
        pids.append(supervisor.worker_pid)
        os.kill(pids[0], signal.SIGSTOP)

    with pytest.raises(GenerationFailed, match="stopped responding"):
        at_stage(supervisor, "wait denoising", "denoising", stop_the_process)
    assert not psutil.pid_exists(pids[0])
    run(supervisor)


def test_a_busy_worker_is_not_taken_for_a_silent_one(supervise: Supervise) -> None:
    supervisor, cancel = supervise(heartbeat_timeout_s=1.5), CancelToken()
    timer = threading.Timer(3.0, cancel.cancel)
    timer.start()
    with pytest.raises(Cancelled):
        list(supervisor.generate(asked("wait denoising"), cancel))
    timer.join()
    assert supervisor.worker_pid is not None


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


_PARENT = """
import os, signal, sys
from pathlib import Path
from support.requests import tiny_request
from desktop_app.domain.cancel import CancelToken
from desktop_app.generation.supervisor import WorkerSupervisor

if __name__ == "__main__":
    folder = Path(sys.argv[1])
    supervisor = WorkerSupervisor(folder, folder, worker_module="support.fake_worker")
    request = tiny_request(folder, prompt="block denoising")
    for event in supervisor.generate(request, CancelToken()):
        if getattr(event, "stage", "") == "denoising":
            print(supervisor.worker_pid, flush=True)
            os.kill(os.getpid(), getattr(signal, sys.argv[2]))
"""


@pytest.mark.parametrize("signal_name", ["SIGKILL", "SIGTERM"])
def test_the_worker_ends_when_its_parent_does(tmp_path: Path, signal_name: str) -> None:
    script = tmp_path / "parent.py"
    script.write_text(_PARENT)
    root = Path(__file__).parents[2]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(root), str(root / "tests")])}
    parent = subprocess.run(
        [sys.executable, script, tmp_path / "work", signal_name],
        capture_output=True,
        env=environment,
        text=True,
    )
    assert parent.returncode < 0
    wait_until(lambda: not psutil.pid_exists(int(parent.stdout)))
    assert parent.stderr == ""


@pytest.mark.skipif(not Path("/dev/shm").is_dir(), reason="no /dev/shm here")
def test_a_killed_worker_leaves_no_shared_memory(supervise: Supervise) -> None:
    def own_segments() -> set[str]:
        return {file.name for file in Path("/dev/shm").iterdir() if file.name.startswith(("pym-", "psm_"))}

    before = own_segments()
    supervisor = supervise()
    for stage in STAGES:
        with contextlib.suppress(GenerationFailed):
            at_stage(supervisor, f"wait {stage}", stage, lambda: kill_worker(supervisor))
        assert own_segments() <= before


@pytest.mark.parametrize("module", ["supervisor", "device"])
def test_the_supervisors_side_is_free_of_torch(module: str) -> None:
    heavy = {"torch", "diffusers", "transformers", "safetensors", "PySide6"}
    code = f"import sys, desktop_app.generation.{module}; print(sorted({heavy} & set(sys.modules)))"
    root = Path(__file__).parents[2]
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, cwd=root, text=True, check=True
    )
    assert result.stdout.strip() == "[]"
