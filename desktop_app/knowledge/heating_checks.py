"""What no surface and no source does is refused, with the reason."""

from __future__ import annotations

from desktop_app.domain.concept import Heating
from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.text import say
from desktop_app.knowledge.prompt_text import number

LARGEST_H = 1e6
"""W/(m²·K), ten times what boiling and condensation reach (Çengel's notes on convection)."""
LARGEST_SOURCE = 1e10
"""W or W/m²; the sun's surface sends out 6e7 W/m²."""


def check_heating(heating: Heating) -> None:
    """Return where something can be done to a body.

    Raises:
        InvalidInput: it cannot.
    """
    if not 0 <= heating.emissivity <= 1:
        raise InvalidInput(
            say("An emissivity of {value} is impossible.", value=number(heating.emissivity)),
            say("Give one between 0 and 1."),
        )
    if heating.kind == "convection" and not 0 <= heating.value <= LARGEST_H:
        raise InvalidInput(
            say(
                "No surface has a heat transfer coefficient of {value} W/(m²·K).",
                value=number(heating.value),
            ),
            say("Give one between 0 and {limit} W/(m²·K).", limit=number(LARGEST_H)),
        )
    if heating.kind == "power" and heating.value < 0:
        raise InvalidInput(
            say("A heat source cannot have a power of {value} W.", value=number(heating.value)),
            say("Give a positive power, or say what cools the place."),
        )
    if heating.kind in ("power", "flux") and not abs(heating.value) <= LARGEST_SOURCE:
        raise InvalidInput(
            say(
                "A source of {value} {unit} is beyond anything.",
                value=number(heating.value),
                unit=heating.unit,
            ),
            say("Give at most {limit} {unit}.", limit=number(LARGEST_SOURCE), unit=heating.unit),
        )
