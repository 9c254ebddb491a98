"""Numbers a person types into the concept's card, refused with the sentences a prompt's are refused with."""

from __future__ import annotations

from desktop_app.domain.concept import Heating
from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.text import say
from desktop_app.knowledge.durations import checked_seconds
from desktop_app.knowledge.prompt_text import number
from desktop_app.knowledge.temperatures import checked_kelvin


def checked_initial(kelvin: float) -> float:
    """`kelvin` if a body can be so warm.

    Raises:
        InvalidInput: it cannot.
    """
    return checked_kelvin(kelvin, f"{number(kelvin)} K")


def checked_duration(seconds: float) -> float:
    """`seconds` if a clip can span them.

    Raises:
        InvalidInput: it cannot.
    """
    return checked_seconds(seconds)


def checked_heating(heating: tuple[Heating, ...]) -> tuple[Heating, ...]:
    """`heating` if every number in it makes sense.

    Raises:
        InvalidInput: a temperature is not above absolute zero, or a coefficient is negative.
    """
    for entry in heating:
        if entry.kind in ("temperature", "flame"):
            checked_initial(entry.value)
        if entry.ambient_K is not None:
            checked_initial(entry.ambient_K)
        if entry.kind == "convection" and entry.value < 0.0:
            raise InvalidInput(
                say(
                    "A heat transfer coefficient of {value} W/(m²·K) makes no sense.",
                    value=number(entry.value),
                ),
                say("Give a value of zero or more."),
            )
    return heating
