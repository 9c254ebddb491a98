"""Temperatures that are estimates, and those that are only bounds."""

from __future__ import annotations

from desktop_app.domain.text import say
from desktop_app.ui.reading.units import temperature_text
from desktop_app.ui.translation import in_words


def bounded_text(celsius: float, span: float, censored: int) -> str:
    """A temperature as it is written; `at least 800 °C` where the colour says no more.

    Args:
        celsius: the value, or the bound.
        span: width of the scale it is seen on, K.
        censored: −1 where the truth is `celsius` or below, 1 where it is that or above, else 0.
    """
    text = temperature_text(celsius, span)
    if censored > 0:
        return in_words(say("at least {temperature}", temperature=text))
    if censored < 0:
        return in_words(say("at most {temperature}", temperature=text))
    return text
