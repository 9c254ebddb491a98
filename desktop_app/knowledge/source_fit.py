"""Whether what heats fits on the body it heats, and whether the heat gets out again."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.concept import Heating
from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.text import Text, say
from desktop_app.knowledge.body import Body
from desktop_app.knowledge.prompt_text import number

_ROUNDING = 1 + 1e-9


def check_source_fits(body: Body, heating: Sequence[Heating]) -> None:
    """Return where nothing that heats is wider than the body.

    Raises:
        InvalidInput: something is.
    """
    widest = max(body.size.length, body.size.height)
    for one in heating:
        if one.extent_m is not None and one.extent_m > widest * _ROUNDING:
            raise InvalidInput(
                say(
                    "What heats is {extent} m wide, but the body only {width} m.",
                    extent=number(one.extent_m),
                    width=number(widest),
                ),
                say("Give a smaller spot, or a larger body."),
            )


def nothing_removes_heat(heating: Sequence[Heating]) -> tuple[Text, ...]:
    """A note where a power or a flux comes in and nothing takes heat out."""
    if not heating or any(h.kind not in ("power", "flux") or h.value <= 0 for h in heating):
        return ()
    return (say("Nothing removes the heat: the body only gets hotter."),)
