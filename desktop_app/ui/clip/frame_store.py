"""The frames of the clip in view; they are whoever's they were before, and never copied."""

from __future__ import annotations

import numpy as np

from desktop_app.domain.clip import Frames


class FrameStore:
    """A view of a clip that may still be filled in by somebody else, in order.

    Attributes:
        num_frames: frames the clip will have.
        arrived: how many of them are here, counted from the first without a gap.
    """

    def __init__(self, room: Frames, arrived: int = 0) -> None:
        """Look into `room`, (frame, row, column, RGB) uint8, of which `arrived` frames are there."""
        self._frames = np.ascontiguousarray(room)
        self.num_frames = len(room)
        self.arrived = arrived

    def note_arrived(self, arrived: int) -> None:
        """Take note that frames 0 … `arrived` - 1 are there now; those that are there stay.

        Raises:
            ValueError: there is no room for so many.
        """
        if arrived > self.num_frames:
            raise ValueError(f"{arrived} frames in a clip of {self.num_frames}")
        self.arrived = max(self.arrived, arrived)

    def frame(self, index: int) -> Frames:
        """A view of one frame that has arrived: (row, column, RGB) uint8."""
        if not 0 <= index < self.arrived:
            raise IndexError(index)
        frame: Frames = self._frames[index]
        return frame
