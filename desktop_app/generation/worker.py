"""The worker's loop: take a job, run it, answer. It runs in its own process (see `bootstrap`)."""

from __future__ import annotations

import os
import threading
import traceback
from multiprocessing.connection import Connection

import torch
from tqdm import tqdm  # type: ignore[import-untyped]

from desktop_app.domain.errors import Cancelled, HeatSketchError
from desktop_app.generation import failures
from desktop_app.generation.job import Job
from desktop_app.generation.memory import is_out_of_memory, release_memory
from desktop_app.generation.messages import Failed, Finished, Generate, Stopped
from desktop_app.generation.shared import SharedBlock
from desktop_app.generation.wan import WanEngine


def serve(connection: Connection, shared: SharedBlock) -> None:
    """Do jobs until the supervisor closes its end, or until one fails in a way that may outlast it.

    A CUDA fault stays for the life of its process, so after an error nobody foresaw the worker ends.
    """
    tqdm.set_lock(threading.RLock())  # its own would be a named semaphore, leaked by a killed process
    torch.set_num_threads(usable_threads())
    engine = WanEngine()
    usable = True
    while usable:
        try:
            order = connection.recv()
        except EOFError:
            return
        answer = _answer(engine, order, Job(order.job, connection, shared))
        usable = not isinstance(answer, Failed) or answer.worker_usable
        connection.send(answer)
        release_memory()


def _answer(engine: WanEngine, order: Generate, job: Job) -> Finished | Stopped | Failed:
    try:
        return Finished(order.job, engine.run(order, job))
    except Cancelled:
        return Stopped(order.job)
    except HeatSketchError as failure:
        return _failed(order, failure, worker_usable=True)
    except Exception as error:  # noqa: BLE001 whatever torch raises is told, and the process ends
        details = traceback.format_exc()
        if is_out_of_memory(error):
            return _failed(order, failures.out_of_memory(details), worker_usable=True)
        return _failed(order, failures.unexpected(details), worker_usable=False)


def _failed(order: Generate, failure: HeatSketchError, *, worker_usable: bool) -> Failed:
    return Failed(order.job, failure.message, failure.remedy, failure.details, worker_usable)


def usable_threads() -> int:
    """All cores but one, at least one; two threads on two busy cores are far slower than one."""
    if hasattr(os, "sched_getaffinity"):
        return max(1, len(os.sched_getaffinity(0)) - 1)
    return max(1, (os.cpu_count() or 1) - 1)
