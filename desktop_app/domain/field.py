"""The solution of the heat equation for a concept."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, eq=False)
class TemperatureField:
    """Temperature on cell centres over time.

    Attributes:
        temperature_K: (time, y, x) float32, NaN outside the body.
        time_s: (time,) float64, equally spaced from 0 to the duration, both included.
        x_m: (x,) float64 from the body's left edge, growing to the right.
        y_m: (y,) float64 from the body's lower edge, growing upward.
        size_m: length and height of the body's bounding box.
    """

    temperature_K: NDArray[np.float32]
    time_s: NDArray[np.float64]
    x_m: NDArray[np.float64]
    y_m: NDArray[np.float64]
    size_m: tuple[float, float]
