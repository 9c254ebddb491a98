"""Round numbers for an axis whose two ends are always named."""

from __future__ import annotations

import math


def axis_ticks(low: float, high: float, most: float) -> list[tuple[float, str]]:
    """The two ends of an axis and the round numbers between them that have room.

    Args:
        low: value at the axis' start.
        high: value at its end, > `low`.
        most: how many lines of text fit along the axis.

    Returns:
        (value, text) from low to high.
    """
    span = high - low
    if span <= 0:
        return [(low, _number(low, 1.0))]
    room = span / max(most, 1.0)
    step = _round_step(room)
    inner = [k * step for k in range(math.ceil(low / step), math.floor(high / step) + 1)]
    kept = [value for value in inner if value - low >= room and high - value >= room]
    return [(value, _number(value, span)) for value in (low, *kept, high)]


def _round_step(least: float) -> float:
    """The smallest of 1, 2, 5 · 10ⁿ that is not below `least`."""
    power = 10.0 ** math.floor(math.log10(least))
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= least * 0.999)


def _number(value: float, span: float) -> str:
    decimals = 0 if span >= 5 else 1 if span >= 0.5 else 2
    text = f"{value:.{decimals}f}"
    return text.replace("-", "\u2212") if float(text) else text.removeprefix("-")
