"""Numbers as the report writes them."""

from __future__ import annotations

import math

from desktop_app.domain.laws import Interval, Tolerance
from desktop_app.domain.scales import MINUS
from desktop_app.domain.text import Text, say

NONE = "–"
_FIGURES = 3
_MOST_DECIMALS = 4


def number(value: float) -> str:
    """Three figures, at most four decimals, a true minus sign."""
    if not math.isfinite(value):
        return NONE
    magnitude = math.floor(math.log10(abs(value))) if value else 0
    decimals = min(max(_FIGURES - 1 - magnitude, 0), _MOST_DECIMALS)
    text = f"{value:.{decimals}f}"
    text = text.rstrip("0").rstrip(".") if decimals else text
    return text.removeprefix("-") if float(text) == 0 else text.replace("-", MINUS)


def interval_text(interval: Interval | None) -> str:
    """Both ends; a dash where there is none."""
    return NONE if interval is None else f"{number(interval[0])} … {number(interval[1])}"


def tolerance_text(tolerance: Tolerance) -> Text | None:
    """What a law allows; None where nothing was fixed."""
    low, high = tolerance
    if low is not None and high is not None:
        return say("{low} to {high}", low=number(low), high=number(high))
    if low is not None:
        return say("from {low} up", low=number(low))
    if high is not None:
        return say("up to {high}", high=number(high))
    return None
