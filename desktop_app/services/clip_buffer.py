"""The frames of a clip that is still being made."""

from __future__ import annotations

import numpy as np

from desktop_app.domain.clip import Frames, VideoClip
from desktop_app.domain.request import GenerationRequest


class ClipBuffer:
    """Room for every frame of a request, filled from the front; the window keeps the frames nowhere else."""

    def __init__(self, request: GenerationRequest) -> None:
        """Make room.

        Raises:
            MemoryError: there is not enough.
        """
        self._frames = np.zeros((request.num_frames, request.height, request.width, 3), np.uint8)
        self._fps = float(request.fps)
        self._filled = 0

    @property
    def room(self) -> Frames:
        """Where all frames go, whether they are there or not: (frame, row, column, 3) uint8."""
        return self._frames

    def put(self, first: int, frames: Frames) -> None:
        """Take in frames `first`, `first` + 1, …; (frame, row, column, 3) uint8 of the request's size."""
        last = min(first + len(frames), len(self._frames))
        self._frames[first:last] = frames[: last - first]
        self._filled = max(self._filled, last)

    def clip(self) -> VideoClip:
        """A view of the frames there are; later frames do not change it."""
        return VideoClip(self._frames[: self._filled], self._fps)
