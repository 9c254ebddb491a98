"""What the worker's loop answers when a job goes wrong, and how it waits for room in the ring."""

from __future__ import annotations

import multiprocessing
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from support.jobs import RecordedJob
from support.requests import tiny_request
from support.supervised import Supervise, run

from desktop_app.domain.errors import Cancelled
from desktop_app.domain.events import EngineFinished
from desktop_app.generation import failures, worker
from desktop_app.generation.job import Job
from desktop_app.generation.messages import Failed, Generate, Stopped
from desktop_app.generation.shared import SharedBlock


def _raiser(error: BaseException) -> Callable[..., None]:
    def run(*_: object) -> None:
        raise error

    return run


def answers(monkeypatch: pytest.MonkeyPatch, error: BaseException, jobs: int) -> list[Any]:
    """What `serve` answers to some jobs whose generation raises `error`."""
    monkeypatch.setattr(worker.WanEngine, "run", _raiser(error))
    monkeypatch.setattr(worker.torch, "set_num_threads", lambda _: None)
    ours, theirs = multiprocessing.Pipe()
    for number in range(1, jobs + 1):
        ours.send(Generate(number, tiny_request(Path("m")), Path("l"), Path("c")))
    with theirs:
        received = []
        thread = threading.Thread(target=worker.serve, args=(theirs, SharedBlock(_SPAWN, 1024)))
        thread.start()
        while thread.is_alive() and len(received) < jobs:
            if ours.poll(0.05):
                received.append(ours.recv())
        ours.close()
        thread.join()
    return received


_SPAWN = multiprocessing.get_context("spawn")


@pytest.mark.parametrize(
    "error",
    [
        torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 20.00 GiB"),
        RuntimeError("[enforce fail] DefaultCPUAllocator: can't allocate memory: you tried to allocate"),
        MemoryError(),
    ],
)
def test_out_of_memory_has_its_own_sentence_and_the_worker_goes_on(
    monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    first, second = answers(monkeypatch, error, jobs=2)
    assert isinstance(first, Failed)
    assert "not enough memory" in str(first.message)
    assert "smaller size or fewer frames" in str(first.remedy)
    assert (first.job, second.job) == (1, 2)


def test_a_failure_with_a_remedy_is_passed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    failure = failures.not_finite(3)
    answered = answers(monkeypatch, failure, jobs=2)
    assert answered[0] == Failed(1, failure.message, failure.remedy, "", worker_usable=True)
    assert len(answered) == 2


def test_after_an_error_nobody_foresaw_the_worker_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    (answer,) = answers(monkeypatch, RuntimeError("CUDA error: device-side assert triggered"), jobs=2)
    assert "unexpected error" in str(answer.message)
    assert "device-side assert" in answer.details
    assert not answer.worker_usable


def test_a_cancelled_job_is_over_and_the_worker_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    assert answers(monkeypatch, Cancelled(), jobs=2) == [Stopped(1), Stopped(2)]


def test_the_worker_leaves_one_core_to_the_window(supervise: Supervise) -> None:
    finished = run(supervise(worker_module="support.threads_worker"))[-1]
    assert isinstance(finished, EngineFinished)
    assert finished.timings_s["threads"] == 4.0


def test_a_full_ring_holds_the_worker_back_until_frames_are_taken() -> None:
    sent: list[Any] = []

    class _Connection:
        def send(self, message: Any) -> None:
            sent.append(message)

    shared = SharedBlock(_SPAWN, ring_bytes=4 * 2 * 2 * 3)
    job = Job(1, _Connection(), shared)  # type: ignore[arg-type]
    frames = np.arange(10, dtype=np.uint8)[:, None, None, None] * np.ones((1, 2, 2, 3), np.uint8)
    writing = threading.Thread(target=job.write_frames, args=(frames,))
    writing.start()
    taken: list[int] = []
    while len(taken) < 10:
        if len(sent) * 2 > len(taken):
            assert len(sent) * 2 - len(taken) <= 4
            message = sent[len(taken) // 2]
            taken += shared.take(message.first, message.count, 2, 2)[:, 0, 0, 0].tolist()
    writing.join()
    assert taken == list(range(10))


def test_waiting_for_room_can_be_cancelled() -> None:
    job = RecordedJob(cancel_after=2)
    with pytest.raises(Cancelled):
        job.write_frames(np.zeros((99, 1024, 1024, 3), np.uint8))
