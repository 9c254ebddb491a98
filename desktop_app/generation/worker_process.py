"""One worker process as its parent sees it."""

from __future__ import annotations

import contextlib
import multiprocessing
import threading
from pathlib import Path
from typing import cast

from desktop_app.generation.bootstrap import run_worker
from desktop_app.generation.messages import Generate, WorkerMessage
from desktop_app.generation.shared import SharedBlock

_END_SECONDS = 10.0
_LOG_TAIL = 4000


class WorkerDied(Exception):
    """The process is gone, or its end of the pipe is."""


class WorkerProcess:
    """A started worker: its process, its pipe and the memory shared with it.

    Raises:
        OSError: the operating system refused the process, the pipe or the memory.
    """

    def __init__(self, module: str, log_file: Path) -> None:
        context = multiprocessing.get_context("spawn")
        self.shared = SharedBlock(context)
        self._log_file = log_file
        self._connection, worker_end = context.Pipe()
        self._process = context.Process(
            target=run_worker,
            args=(module, worker_end, self.shared, log_file),
            name="heatsketch-worker",
            daemon=True,
        )
        self._process.start()
        worker_end.close()
        self._end_lock = threading.Lock()
        self.ended = False

    @property
    def pid(self) -> int:
        """Process id."""
        return cast("int", self._process.pid)

    @property
    def alive(self) -> bool:
        """Whether the process still runs."""
        return self._process.is_alive()

    def send(self, order: Generate) -> None:
        """Hand the worker a job.

        Raises:
            WorkerDied: nobody is there to take it.
        """
        try:
            self._connection.send(order)
        except OSError as error:
            raise WorkerDied from error

    def receive(self, timeout_s: float) -> WorkerMessage | None:
        """The worker's next message; None where none came in time.

        Raises:
            WorkerDied: and it will send no more.
        """
        try:
            if not self._connection.poll(timeout_s):
                return None
            return cast("WorkerMessage", self._connection.recv())
        except (EOFError, OSError) as error:
            raise WorkerDied from error

    def end(self) -> None:
        """Kill the process and wait for it; from any thread, any number of times."""
        with self._end_lock:
            self.ended = True
            self._process.kill()
            self._process.join(_END_SECONDS)

    def last_words(self) -> str:
        """How the process ended and the tail of what it wrote, for the details of a failure."""
        self._process.join(_END_SECONDS)
        log = ""
        with contextlib.suppress(OSError):
            log = self._log_file.read_text("utf-8", errors="replace")[-_LOG_TAIL:]
        return f"Exit code {self._process.exitcode}\n{log}".strip()
