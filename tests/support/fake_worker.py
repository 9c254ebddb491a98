"""A worker without torch, for what the supervisor does around it; the prompt says how it behaves."""

from __future__ import annotations

import os
import signal
import time
from multiprocessing.connection import Connection

import numpy as np

from desktop_app.domain.errors import Cancelled
from desktop_app.domain.events import EngineFinished, Stage
from desktop_app.domain.text import say
from desktop_app.generation.job import Job
from desktop_app.generation.messages import Failed, Finished, Generate, Stopped
from desktop_app.generation.shared import SharedBlock

STAGES: tuple[Stage, ...] = ("loading", "encoding", "denoising", "decoding")


def serve(connection: Connection, shared: SharedBlock) -> None:
    while True:
        try:
            order = connection.recv()
        except EOFError:
            return
        job = Job(order.job, connection, shared)
        try:
            connection.send(_run(order, job))
        except Cancelled:
            connection.send(Stopped(order.job))


def frame(number: int, width: int, height: int) -> np.ndarray:
    """What frame `number` looks like."""
    return np.full((height, width, 3), number % 251, np.uint8)


def _run(order: Generate, job: Job) -> Finished | Failed:
    request = order.request
    order.latents_file.write_bytes(b"latents")
    verb, _, stage = request.prompt.partition(" ")
    for current in STAGES:
        job.progress(current, 0, 1)
        if current == stage:
            _misbehave(verb, job)
            if verb == "fail":
                return Failed(order.job, say("It failed."), say("Do better."), "why", worker_usable=True)
            if verb == "break":
                return Failed(order.job, say("It broke."), say("Do better."), "why", worker_usable=False)
        job.progress(current, 1, 1)
    for number in range(request.num_frames):
        job.write_frames(frame(number, request.width, request.height)[None])
    return Finished(order.job, EngineFinished({"loading": 0.0, "decoding": 2.0, "total": 3.0}))


def _misbehave(verb: str, job: Job) -> None:
    if verb == "die":
        print("last words", flush=True)
        os.kill(os.getpid(), signal.SIGKILL)
    if verb == "wait":
        while True:
            job.check()
            time.sleep(0.002)
    if verb == "block":
        time.sleep(600.0)
