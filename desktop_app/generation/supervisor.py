"""The engine for diffusers folders: it keeps a worker process and hands it one job after another."""

from __future__ import annotations

import contextlib
import itertools
import os
import threading
import uuid
from collections.abc import Iterator
from pathlib import Path

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.errors import GenerationFailed
from desktop_app.domain.events import EngineEvent
from desktop_app.domain.request import GenerationRequest
from desktop_app.generation import failures
from desktop_app.generation.conversation import Conversation
from desktop_app.generation.leftovers import remove_leftovers
from desktop_app.generation.messages import Generate
from desktop_app.generation.shared import RING_BYTES
from desktop_app.generation.worker_process import WorkerProcess

WORKER_MODULE = "desktop_app.generation.worker"


class WorkerSupervisor:
    """Implements `Engine` with a worker process that holds torch and the weights and stays warm between jobs.

    Args:
        work_folder: for the latents of the running job and the worker's log; made where missing.
        cache_folder: for what is worth keeping between sessions (preview maps); done without where it cannot
            be made.
        worker_module: what the worker's process imports and runs `serve` of.
        heartbeat_timeout_s: a worker silent for so long is ended.
        loading_grace_s: how long a cancel waits for one component to load before the worker is ended.
    """

    def __init__(
        self,
        work_folder: Path,
        cache_folder: Path,
        *,
        worker_module: str = WORKER_MODULE,
        heartbeat_timeout_s: float = 30.0,
        loading_grace_s: float = 5.0,
    ) -> None:
        own_name = f"{os.getpid()}-{uuid.uuid4().hex[:8]}"
        self._work_folder = work_folder
        self._cache_folder = cache_folder
        self._latents_file = work_folder / f"latents-{own_name}.safetensors"
        self._log_file = work_folder / f"worker-{own_name}.log"
        self._worker_module = worker_module
        self._heartbeat_timeout_s = heartbeat_timeout_s
        self._loading_grace_s = loading_grace_s
        self._jobs = itertools.count(1)
        self._generating = threading.Lock()
        self._worker_lock = threading.Lock()
        self._worker: WorkerProcess | None = None

    @property
    def worker_pid(self) -> int | None:
        """Process id of the worker; None where none runs."""
        worker = self._worker
        return worker.pid if worker is not None and worker.alive else None

    def generate(self, request: GenerationRequest, cancel: CancelToken) -> Iterator[EngineEvent]:
        """Yield the events of one generation; `request.model` is the path of a diffusers folder.

        The folder and the request are expected to have passed `weights.check_model_folder` and
        `weights.check_request`. The latents stay in the work folder where the generation failed after the
        denoising, until the next one or `close`; where that is the same request, it goes on from them.

        Raises:
            Cancelled: the token was set (the worker stays warm, unless it was loading and would not stop), or
                `close` was called meanwhile.
            GenerationFailed: with a remedy; the next call starts a new worker where the old one is lost.
            InvalidInput: one frame does not fit into the shared memory.
        """
        check_frame(request.width, request.height)
        if not self._generating.acquire(blocking=False):
            raise failures.busy()
        keep_latents = False
        try:
            cancel.check()
            order = Generate(next(self._jobs), request, self._latents_file, self._cache_folder)
            conversation = Conversation(
                self._warm_worker(), order, cancel, self._heartbeat_timeout_s, self._loading_grace_s
            )
            yield from conversation.events()
        except GenerationFailed:
            keep_latents = True
            raise
        finally:
            if not keep_latents:
                _remove(self._latents_file)
            self._generating.release()

    def close(self) -> None:
        """End the worker at once, from any thread, any number of times; a running generation is `Cancelled`.

        This is also what a second cancel calls. A later `generate` starts a new worker.
        """
        with self._worker_lock:
            worker, self._worker = self._worker, None
        if worker is not None:
            worker.end()
        _remove(self._latents_file)
        _remove(self._log_file)

    def _warm_worker(self) -> WorkerProcess:
        with self._worker_lock:
            if self._worker is None or not self._worker.alive:
                self._worker = None
                with contextlib.suppress(OSError):
                    _tidy(self._cache_folder)
                try:
                    _tidy(self._work_folder)
                    self._worker = WorkerProcess(self._worker_module, self._log_file)
                except OSError as error:
                    raise failures.worker_not_started(repr(error)) from error
            return self._worker


def check_frame(width: int, height: int) -> None:
    """Return where a frame of that size, pixels, fits through the shared memory.

    Raises:
        InvalidInput: it does not.
    """
    if width * height * 3 > RING_BYTES:
        raise failures.frame_too_large(width, height)


def _tidy(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    remove_leftovers(folder)


def _remove(file: Path) -> None:
    with contextlib.suppress(OSError):
        file.unlink(missing_ok=True)
