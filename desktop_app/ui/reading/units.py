"""Kelvin inside, °C for people; seconds inside, a unit that suits the duration for people."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

ZERO_CELSIUS_K = 273.15


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
    return f"{number_text(celsius, span)} °C"


@dataclass(frozen=True)
class TimeUnit:
    """A unit of time and how many decimals it deserves."""

    seconds: float
    symbol: str
    decimals: int

    def text(self, time_s: float) -> str:
        """A time as it is written, e.g. `12.4 s`."""
        return f"{time_s / self.seconds:.{self.decimals}f} {self.symbol}"


def time_unit(duration_s: float) -> TimeUnit:
    """The unit in which a duration is between about 1 and 200."""
    for seconds, symbol in ((86400.0, "d"), (3600.0, "h"), (60.0, "min"), (1.0, "s"), (1e-3, "ms")):
        if duration_s >= 2 * seconds or symbol == "ms":
            break
    shown = max(duration_s / seconds, 1e-9)
    return TimeUnit(seconds, symbol, min(max(0, 2 - math.floor(math.log10(shown))), 3))


def ticks(low: float, high: float, most: int) -> list[float]:
    """Both ends of a scale, and round numbers between them that keep their distance.

    Args:
        low: one end of the scale.
        high: its other end.
        most: how many numbers there is room for.
    """
    span = high - low
    if span <= 0 or most < 3:
        return [low, high] if span > 0 else [low]
    rough = span / most
    power = 10.0 ** math.floor(math.log10(rough))
    gap = next(step * power for step in (1, 2, 2.5, 5, 10) if step * power >= rough)
    inner = [gap * i for i in range(math.ceil(low / gap), math.floor(high / gap) + 1)]
    return [low, *(v for v in inner if v - low >= 0.7 * gap and high - v >= 0.7 * gap), high]


def number_text(value: float, span: float) -> str:
    """A temperature without its unit; narrow scales get a decimal."""
    return f"{value:.{1 if span < 20 else 0}f}".replace("-", "−")
