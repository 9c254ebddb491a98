"""Kelvin inside, °C for people."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.scales import MINUS
from desktop_app.domain.units import ZERO_CELSIUS_K

NARROW_SCALE = 20.0


def to_celsius(temperature_K: NDArray[Any]) -> NDArray[np.float64]:
    """Temperatures in °C, of the same shape; NaN stays NaN."""
    return np.asarray(temperature_K, np.float64) - ZERO_CELSIUS_K


def celsius_range(temperature_range_K: tuple[float, float]) -> tuple[float, float]:
    """Both ends of a range in °C."""
    low, high = temperature_range_K
    return low - ZERO_CELSIUS_K, high - ZERO_CELSIUS_K


def temperature_text(celsius: float, span: float) -> str:
    """A temperature as it is written, e.g. `312 °C`; an em dash where it is not a number.

    Args:
        celsius: the value.
        span: width of the scale it is seen on, K; narrow scales get a decimal.
    """
    if not math.isfinite(celsius):
        return "—"
    return f"{celsius:.{1 if span < NARROW_SCALE else 0}f} °C".replace("-", MINUS)
