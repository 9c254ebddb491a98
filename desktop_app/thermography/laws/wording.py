"""Where and when, in words."""

from __future__ import annotations

from desktop_app.domain.text import Text, say


def seconds(time_s: float) -> str:
    """A time with as many digits as tell frames apart."""
    return f"{time_s:.0f}" if abs(time_s) >= 100 else f"{time_s:.1f}" if abs(time_s) >= 1 else f"{time_s:.3g}"


def place_in(down: float, across: float) -> Text:
    """A spot of a body: how far down and how far to the right it is, each 0..1 of its box."""
    row, column = _third(down), _third(across)
    return (
        (say("a spot at the upper left"), say("a spot at the top"), say("a spot at the upper right")),
        (say("a spot on the left"), say("a spot in the middle"), say("a spot on the right")),
        (say("a spot at the lower left"), say("a spot at the bottom"), say("a spot at the lower right")),
    )[row][column]


def place_on_probe(position: float) -> Text:
    """A spot on a probe, 0..1 along it."""
    return say("the spot at {percent} % of the probe", percent=round(100 * position))


def _third(share: float) -> int:
    return min(2, int(3 * share))
