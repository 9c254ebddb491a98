"""A job as the worker's code sees it: somewhere to report to, and the question whether to go on."""

from __future__ import annotations

import time
from multiprocessing.connection import Connection

from desktop_app.domain.clip import Frames
from desktop_app.domain.errors import Cancelled
from desktop_app.domain.events import PreviewReady, Stage, StageProgressed
from desktop_app.generation.messages import FramesWritten, Reported
from desktop_app.generation.shared import SharedBlock

_WAIT_SECONDS = 0.002


class Job:
    """Reports progress, hands frames over, and raises `Cancelled` once the supervisor wants no more."""

    def __init__(self, number: int, connection: Connection, shared: SharedBlock) -> None:
        self._number = number
        self._connection = connection
        self._shared = shared
        self.frames_written = 0

    def check(self) -> None:
        """Return, or raise `Cancelled` where this job was cancelled."""
        if self._shared.cancelled_job == self._number:
            raise Cancelled

    def progress(self, stage: Stage, done: int, total: int) -> None:
        """Report a stage's progress; a place to stop at, too."""
        self.check()
        self._connection.send(Reported(self._number, StageProgressed(stage, done, total)))

    def preview(self, picture: Frames) -> None:
        """Report a preview: (row, column, RGB) uint8."""
        self._connection.send(Reported(self._number, PreviewReady(picture)))

    def write_frames(self, frames: Frames) -> None:
        """Put the next frames, (frame, row, column, RGB) uint8, into the ring; wait where it is full."""
        slots = self._shared.slots(frames[0].nbytes)
        at_once = max(1, slots // 2)
        for start in range(0, len(frames), at_once):
            part = frames[start : start + at_once]
            self._wait_for_slots(len(part), slots)
            self._shared.put(self.frames_written, part)
            count, height, width, _ = part.shape
            self._connection.send(FramesWritten(self._number, self.frames_written, count, height, width))
            self.frames_written += count

    def _wait_for_slots(self, wanted: int, slots: int) -> None:
        while self.frames_written + wanted - self._shared.frames_taken > slots:
            self.check()
            time.sleep(_WAIT_SECONDS)
