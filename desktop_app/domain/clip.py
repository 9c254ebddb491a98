"""Pictures in a row, and places in a picture."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Frames = NDArray[np.uint8]
"""(frame, row, column, RGB) uint8."""

MOST_CLIP_BYTES = 4 * 2**30
"""Of all frames of a clip together: what is generated, kept or opened is held in memory whole."""


@dataclass(frozen=True, eq=False)
class VideoClip:
    """Unannotated frames and their rate.

    Attributes:
        frames: (frame, row, column, 3) uint8 RGB.
        fps: frames per second, > 0.
    """

    frames: Frames
    fps: float

    @property
    def size(self) -> tuple[int, int]:
        """Width and height, pixels."""
        return self.frames.shape[2], self.frames.shape[1]


def frame_times(count: int, num_frames: int, duration_s: float) -> NDArray[np.float64]:
    """(count,) physical time, s, of a clip's first frames: frame i of N shows i/(N−1) of the duration."""
    return np.arange(count, dtype=np.float64) * (duration_s / max(1, num_frames - 1))


@dataclass(frozen=True)
class PixelBox:
    """The body's bounding box in a frame: edges in pixels from the top left, right and bottom exclusive."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Probe:
    """A line along which temperature is read, averaged over a band around it.

    Attributes:
        x0, y0: its start, pixels from the top left; position 0.
        x1, y1: its end; position 1.
        band_px: full width of the band, pixels.
    """

    x0: float
    y0: float
    x1: float
    y1: float
    band_px: float = 5.0
