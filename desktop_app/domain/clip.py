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
        via: corners on the way from start to end, (x, y) each; positions are shares of the way's length.
    """

    x0: float
    y0: float
    x1: float
    y1: float
    band_px: float = 5.0
    via: tuple[tuple[float, float], ...] = ()

    @property
    def corners(self) -> tuple[tuple[float, float], ...]:
        """Start, corners on the way, end."""
        return ((self.x0, self.y0), *self.via, (self.x1, self.y1))

    def at(self, position: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Places in pixels, x and y, of positions 0..1 along it."""
        x, y = np.array(self.corners).T
        along = np.concatenate([[0.0], np.cumsum(np.hypot(np.diff(x), np.diff(y)))])
        reached = position * along[-1]
        return np.interp(reached, along, x), np.interp(reached, along, y)


@dataclass(frozen=True)
class SpotProbe:
    """A place whose temperature is followed over time: a disc about (x, y), pixels from the top left."""

    x: float
    y: float
    radius_px: float = 3.0


@dataclass(frozen=True)
class RegionProbe:
    """A box whose mean temperature is followed over time."""

    box: PixelBox


Place = SpotProbe | RegionProbe
