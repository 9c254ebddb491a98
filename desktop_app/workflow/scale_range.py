"""What the ends of a palette can stand for."""

from __future__ import annotations

from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.text import say

HOTTEST_K = 10_000.0


def check_range(span: tuple[float, float] | None) -> None:
    """Return where `span`, K, is a scale or was not given.

    Raises:
        InvalidInput: it is none.
    """
    if span is not None and not 0 <= span[0] < span[1] <= HOTTEST_K:
        raise InvalidInput(
            say(
                "The temperature range is empty, below absolute zero or above {most} K.",
                most=f"{HOTTEST_K:.0f}",
            ),
            say("Give the lower temperature first, then the higher one."),
        )
