"""Whether the heat equation solved here covers a concept, and if not, why."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.concept import Concept, Heating, HeatingKind, Shape
from desktop_app.domain.material import Material
from desktop_app.domain.text import Text, say
from desktop_app.domain.units import ZERO_CELSIUS_K
from desktop_app.knowledge.prompt_text import number

_HELD: frozenset[HeatingKind] = frozenset({"temperature", "flame"})
_SOURCES: frozenset[HeatingKind] = frozenset({"power", "flux"})


def unsupported(
    shape: Shape | None,
    materials: Sequence[Material],
    heating: Sequence[Heating],
    initial_temperature_K: float,
) -> tuple[Text, ...]:
    """The reasons, if any, why the solver does not cover a concept, the first to be put right first."""
    if shape is None:
        return (say("Nothing about heat in a body was understood."),)
    if not materials:
        return (
            say("Without a known material nothing can be solved: name one of the table, or give k, ρ and c."),
        )
    reasons = (
        []
        if _changes(heating, initial_temperature_K)
        else [say("Everything is at the same temperature, so that nothing changes.")]
    )
    hottest = max([initial_temperature_K, *(h.value for h in heating if h.kind in _HELD)])
    return (*reasons, *_melting(materials, hottest))


def exceeds_melting(concept: Concept, hottest_K: float) -> Text | None:
    """Why a concept whose solution reaches `hottest_K` is not covered after all; None where it is."""
    return next(iter(_melting(concept.materials, hottest_K)), None)


def _changes(heating: Sequence[Heating], initial_temperature_K: float) -> bool:
    if any(h.kind in _SOURCES and h.value > 0 for h in heating):
        return True
    temperatures = {h.value if h.kind in _HELD else h.ambient_K for h in heating if h.kind not in _SOURCES}
    return bool(temperatures - {initial_temperature_K, None})


def _melting(materials: Sequence[Material], hottest_K: float) -> tuple[Text, ...]:
    """Materials that get hotter than they melt, and whose melting cannot be followed for want of data."""
    return tuple(
        say(
            "{material} melts at {celsius} °C, and what it takes to follow that is not in its table.",
            material=material.id.replace("_", " "),
            celsius=number(material.melting_point.value - ZERO_CELSIUS_K),
        )
        for material in materials
        if material.melting_point is not None
        and hottest_K > material.melting_point.value
        and not material.melts
    )
