"""Temperature read over the whole visible body."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.clip import PixelBox


@dataclass(frozen=True, eq=False)
class FieldReading:
    """Levels, 0..1 of the clip's scale, on cells that cover the body; an estimate from colour.

    Attributes:
        level: (frame, row, column) float32, NaN outside the body and where nothing could be read.
        sigma: (frame, row, column) float32, noise of `level`, 1 σ.
        censored: (frame, row, column) int8: −1 at or below the scale's cold end, 1 at or above its hot end.
        frames: (frame,) int, their numbers in the clip: of a long one, not all are kept.
        time_s: (frame,) float64.
        box: what the cells cover in the picture, row 0 on top.
    """

    level: NDArray[np.float32]
    sigma: NDArray[np.float32]
    censored: NDArray[np.int8]
    frames: NDArray[np.int_]
    time_s: NDArray[np.float64]
    box: PixelBox
