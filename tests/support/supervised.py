"""Driving a supervisor of the fake worker."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

from support.requests import tiny_request

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.events import EngineEvent, StageProgressed
from desktop_app.domain.request import GenerationRequest
from desktop_app.generation.supervisor import WorkerSupervisor

Supervise = Callable[..., WorkerSupervisor]
"""The fixture `supervise`: makes supervisors that are closed at the end of the test."""


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
