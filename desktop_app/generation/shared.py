"""The memory that the supervisor's process and the worker both see: a few counters and a ring of frames."""

from __future__ import annotations

import ctypes
from multiprocessing.context import SpawnContext

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.clip import Frames

RING_BYTES = 32 * 1024 * 1024
"""Room for eleven frames of 1280×704."""


class _Counters(ctypes.Structure):
    """Each is written by one process only, so that no lock can be left held by a dead one."""

    _fields_ = (
        ("cancelled_job", ctypes.c_uint64),
        ("frames_taken", ctypes.c_uint64),
        ("heartbeat", ctypes.c_uint64),
    )


class SharedBlock:
    """Counters, and a ring of uint8 frames written by the worker and read by the supervisor.

    The memory belongs to the supervisor's process and has no name that outlives it: on POSIX its file is
    unlinked before the worker starts. A worker that is killed therefore leaves nothing behind.
    """

    def __init__(self, context: SpawnContext, ring_bytes: int = RING_BYTES) -> None:
        self._counters = context.RawValue(_Counters)
        self._ring = context.RawArray(ctypes.c_uint8, ring_bytes)

    @property
    def cancelled_job(self) -> int:
        """Number of the job nobody wants any more; 0 for none."""
        return int(self._counters.cancelled_job)

    def cancel(self, job: int) -> None:
        """Ask the worker to stop `job`; no effect on any other."""
        self._counters.cancelled_job = job

    @property
    def heartbeat(self) -> int:
        """A number that changes while the worker lives."""
        return int(self._counters.heartbeat)

    def beat(self) -> None:
        """Show that the worker lives."""
        self._counters.heartbeat += 1

    @property
    def frames_taken(self) -> int:
        """How many frames of the job the supervisor has copied out of the ring."""
        return int(self._counters.frames_taken)

    def forget_frames(self) -> None:
        """Begin a job: nothing was taken yet."""
        self._counters.frames_taken = 0

    def slots(self, frame_bytes: int) -> int:
        """How many frames of `frame_bytes` fit into the ring."""
        return len(self._ring) // frame_bytes

    def put(self, first: int, frames: Frames) -> None:
        """Write frames number `first`, `first` + 1, … of the job into slots the caller knows are free."""
        slots = self._slots_like(frames)
        for number, frame in enumerate(frames, first):
            slots[number % len(slots)] = frame

    def take(self, first: int, count: int, height: int, width: int) -> Frames:
        """Copy frames number `first` … `first` + `count` − 1 out of the ring and free their slots."""
        frames = np.empty((count, height, width, 3), np.uint8)
        slots = self._slots_like(frames)
        for number in range(count):
            frames[number] = slots[(first + number) % len(slots)]
        self._counters.frames_taken = first + count
        return frames

    def _slots_like(self, frames: Frames) -> NDArray[np.uint8]:
        """(slot, row, column, RGB) view of the ring."""
        frame_bytes = int(np.prod(frames.shape[1:]))
        slots = self.slots(frame_bytes)
        ring = np.frombuffer(memoryview(self._ring).cast("B"), np.uint8, slots * frame_bytes)
        return ring.reshape(slots, *frames.shape[1:])
