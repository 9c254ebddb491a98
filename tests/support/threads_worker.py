"""The real worker on a computer of five cores, with an engine that only says how many threads torch has."""

from __future__ import annotations

import os
from multiprocessing.connection import Connection

import torch

from desktop_app.domain.events import EngineFinished
from desktop_app.generation import worker
from desktop_app.generation.job import Job
from desktop_app.generation.messages import Generate
from desktop_app.generation.shared import SharedBlock


class _Engine:
    def run(self, order: Generate, job: Job) -> EngineFinished:
        return EngineFinished({"threads": float(torch.get_num_threads())})


def serve(connection: Connection, shared: SharedBlock) -> None:
    torch.set_num_threads(7)
    os.sched_getaffinity = lambda _: set(range(5))
    worker.WanEngine = _Engine
    worker.serve(connection, shared)
