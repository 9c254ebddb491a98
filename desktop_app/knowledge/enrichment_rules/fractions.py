"""Shares of a whole in words."""

from __future__ import annotations

NEXT_TO_NOTHING, NEXT_TO_ALL = 0.05, 0.97

_WORDS = (
    (1 / 10, "a tenth"),
    (1 / 6, "a sixth"),
    (1 / 5, "a fifth"),
    (1 / 4, "a quarter"),
    (1 / 3, "a third"),
    (2 / 5, "two fifths"),
    (1 / 2, "half"),
    (3 / 5, "three fifths"),
    (2 / 3, "two thirds"),
    (3 / 4, "three quarters"),
    (4 / 5, "four fifths"),
    (9 / 10, "nine tenths"),
    (1.0, "all"),
)


def fraction(share: float) -> str:
    """The nearest fraction a person would say, `a tenth` to `all`, for 0..1."""
    return min(_WORDS, key=lambda known: abs(known[0] - share))[1]
