"""Whether the heat equation solved here covers a concept, and if not, why."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.concept import Heating, HeatingKind, Shape, Where
from desktop_app.domain.material import Material
from desktop_app.domain.text import Text, say
from desktop_app.domain.units import ZERO_CELSIUS_K

_SHAPES: frozenset[Shape] = frozenset({"rod", "plate", "block"})
_HELD: frozenset[HeatingKind] = frozenset({"temperature", "flame"})
_HELD_AT: frozenset[Where] = frozenset(
    {"left", "right", "top", "bottom", "both_ends", "centre", "spot", "all_around"}
)
_COOLED_AT: frozenset[Where] = frozenset({"left", "right", "top", "bottom", "both_ends", "all_around"})

_SHAPE_WORDS: dict[Shape, Text] = {
    "fin": say("a single fin"),
    "heat_sink": say("a finned heat sink"),
    "ring": say("a ring or pipe"),
    "l_bracket": say("an L-bracket"),
    "stack": say("a stack of layers"),
    "contact": say("bodies in contact"),
    "room": say("a room"),
    "ice_block": say("a block of ice"),
}


def unsupported(
    shape: Shape | None,
    materials: Sequence[Material],
    heating: Sequence[Heating],
    initial_temperature_K: float,
) -> tuple[Text, ...]:
    """The reasons, if any, why the solver does not cover a concept."""
    reasons: list[Text] = []
    if shape is None:
        return (say("Nothing about heat in a body was understood."),)
    if shape not in _SHAPES:
        reasons.append(say("The heat equation is not solved yet for {shape}.", shape=_SHAPE_WORDS[shape]))
    if not materials:
        reasons.append(
            say("Without a known material nothing can be solved: name one of the table, or give k, ρ and c.")
        )
    if len(materials) > 1:
        reasons.append(say("The heat equation is solved for one material at a time so far."))
    if (
        any(material.id == "ice" for material in materials)
        and _hottest(heating, initial_temperature_K) > ZERO_CELSIUS_K
    ):
        reasons.append(say("Ice above 0 °C melts, which is outside what is solved here."))
    if shape in _SHAPES:
        reasons.extend(_heating_reasons(heating, initial_temperature_K))
    return tuple(reasons)


def _hottest(heating: Sequence[Heating], initial_temperature_K: float) -> float:
    return max([initial_temperature_K, *(h.value for h in heating if h.kind in _HELD)])


def _heating_reasons(heating: Sequence[Heating], initial_temperature_K: float) -> list[Text]:
    if any(h.kind in ("flux", "power") for h in heating):
        return [
            say("Heating given as a power or a flux is not solved yet: give the temperature it is held at.")
        ]
    for h in heating:
        if h.where not in (_HELD_AT if h.kind in _HELD else _COOLED_AT):
            return [say("Heating or cooling at this place is not solved yet.")]
    temperatures = {h.value if h.kind in _HELD else h.ambient_K for h in heating} | {initial_temperature_K}
    if len(temperatures) == 1:
        return [say("Everything is at the same temperature, so that nothing changes.")]
    return []
