"""The frames of the clip in view, kept once."""

from __future__ import annotations

import numpy as np

from desktop_app.domain.clip import Frames


class FrameStore:
    """Room for a known number of frames, filled in order as they decode.

    Attributes:
        num_frames: frames the clip will have.
        arrived: how many of them are here, counted from the first without a gap.
    """

    def __init__(self, num_frames: int) -> None:
        self.num_frames = max(1, num_frames)
        self.arrived = 0
        self._frames: Frames | None = None

    @classmethod
    def of(cls, frames: Frames) -> FrameStore:
        """A store of a whole clip: (frame, row, column, RGB) uint8, shared and not copied."""
        store = cls(len(frames))
        store._frames = np.ascontiguousarray(frames)
        store.arrived = len(frames)
        return store

    def append(self, first: int, frames: Frames) -> None:
        """Copy frames number `first`, `first` + 1, … into their place.

        Args:
            first: number of the first one; at most `arrived`.
            frames: (frame, row, column, RGB) uint8, all of one size.

        Raises:
            ValueError: if they would leave a gap, exceed `num_frames` or differ in size.
        """
        end = first + len(frames)
        if first > self.arrived or end > self.num_frames:
            raise ValueError(f"frames {first}…{end - 1} after {self.arrived} of {self.num_frames}")
        if self._frames is None:
            self._frames = np.empty((self.num_frames, *frames.shape[1:]), np.uint8)
        self._frames[first:end] = frames
        self.arrived = max(self.arrived, end)

    def frame(self, index: int) -> Frames:
        """A view of one frame that has arrived: (row, column, RGB) uint8."""
        if self._frames is None or not 0 <= index < self.arrived:
            raise IndexError(index)
        frame: Frames = self._frames[index]
        return frame
