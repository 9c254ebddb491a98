"""Round numbers for axes, and units of time, for people."""

from __future__ import annotations

import math
from dataclasses import dataclass

MINUS = "\u2212"

_TIME_UNITS = (
    (0.1, 1e-3, "ms"),
    (600.0, 1.0, "s"),
    (2 * 3600.0, 60.0, "min"),
    (2 * 86400.0, 3600.0, "h"),
    (math.inf, 86400.0, "d"),
)
"""(longest duration, s, that is told in the unit; the unit, s; its symbol)."""


@dataclass(frozen=True)
class TimeUnit:
    """A unit of time, and how many decimals suit it.

    Attributes:
        seconds: the unit's length, s.
        symbol: as written behind a number.
    """

    seconds: float
    symbol: str
    decimals: int

    def text(self, time_s: float) -> str:
        """A time as it is written, e.g. `12.4 s`."""
        return f"{time_s / self.seconds:.{self.decimals}f} {self.symbol}"


def time_unit(duration_s: float) -> TimeUnit:
    """The unit for all times of something so long, with decimals that tell a hundredth of it.

    Seconds reach to ten minutes, so that the first frames of a clip do not read `0.09 min`.
    """
    longest = abs(duration_s) or 1.0
    _, seconds, symbol = next(row for row in _TIME_UNITS if longest <= row[0])
    decimals = min(3, max(0, 2 - math.floor(math.log10(longest / seconds))))
    return TimeUnit(seconds, symbol, decimals)


def axis_ticks(low: float, high: float, most: float) -> list[tuple[float, str]]:
    """The two ends of an axis and the round numbers between them that have room.

    Args:
        low: value at the axis' start.
        high: value at its end; no more than `low` gives one number.
        most: how many numbers fit along the axis.

    Returns:
        (value, text) from low to high; all texts have the same decimals.
    """
    span = high - low
    if span <= 0:
        return [(low, number_text(low, 1.0))]
    room = span / max(most, 1.0)
    gap = _round_gap(room)
    inner = [k * gap for k in range(math.ceil(low / gap), math.floor(high / gap) + 1)]
    kept = [value for value in inner if value - low >= room and high - value >= room]
    return [(value, number_text(value, span)) for value in (low, *kept, high)]


def number_text(value: float, span: float) -> str:
    """A number on a scale `span` wide, with a true minus sign; a narrow scale gets decimals."""
    decimals = 0 if span >= 5 else 1 if span >= 0.5 else 2
    text = f"{value:.{decimals}f}"
    return text.replace("-", MINUS) if float(text) else text.removeprefix("-")


def _round_gap(least: float) -> float:
    """The smallest of 1, 2, 5 · 10ⁿ that is not below `least`."""
    power = 10.0 ** math.floor(math.log10(least))
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= least * 0.999)
