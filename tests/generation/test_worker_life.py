"""Workers that die, fall silent or lose their parent, and what they leave behind."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import psutil
import pytest
from support.fake_worker import STAGES
from support.supervised import Supervise, asked, at_stage, kill_worker, run, wait_until

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.errors import Cancelled, GenerationFailed


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


def test_what_a_killed_app_left_is_removed_when_a_worker_starts(supervise: Supervise, tmp_path: Path) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    names = {
        "work": ("latents-{pid}-0123abcd.safetensors", "worker-{pid}-0123abcd.log"),
        "cache": ("preview-0123456789abcdef-{pid}.part.npy",),
    }
    kept = [tmp_path / "work" / f"notes-{gone.pid}-0123abcd.log", tmp_path / "cache" / "preview-0123.npy"]
    left = []
    for folder, patterns in names.items():
        (tmp_path / folder).mkdir()
        left += [tmp_path / folder / pattern.format(pid=gone.pid) for pattern in patterns]
        kept += [tmp_path / folder / pattern.format(pid=os.getppid()) for pattern in patterns]
    for file in (*left, *kept):
        file.touch()
    run(supervise())
    assert [file for file in left if file.exists()] == []
    assert all(file.exists() for file in kept)


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
