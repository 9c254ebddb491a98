"""Whether the heat equation solved here covers a concept, and if not, why."""

from __future__ import annotations

from desktop_app.domain.concept import Concept, Heating, HeatingKind
from desktop_app.domain.text import Text, say
from desktop_app.knowledge.melting import exceeds_melting as exceeds_melting
from desktop_app.knowledge.melting import melting_reasons
from desktop_app.knowledge.patterns import words

_HELD: frozenset[HeatingKind] = frozenset({"temperature", "flame"})
_WITHIN = frozenset({"centre", "inside"})
_ENDS = frozenset({"left", "right", "both_ends"})
_END = words(r"ends?", r"端|[一两]头")


def unsupported(concept: Concept, text: str = "") -> tuple[Text, ...]:
    """The reasons, if any, why the solver does not cover a concept.

    Args:
        concept: what was understood; its story is not needed.
        text: the normalised prompt, which may ask to see something melt.
    """
    if concept.shape is None:
        return (say("Nothing about heat in a body was understood."),)
    if not concept.parts:
        return (
            say("Without a known material nothing can be solved: name one of the table, or give k, ρ and c."),
        )
    return (*_place_reasons(concept, text), *_nothing_changes(concept), *melting_reasons(concept, text))


def _place_reasons(concept: Concept, text: str) -> tuple[Text, ...]:
    """A flux or a convection needs a surface, which the middle of a body that is cut through has not.

    A ring is a tube seen in a cross-section, which has no ends.
    """
    if concept.shape == "ring" and _END.search(text) and any(h.where in _ENDS for h in concept.heating):
        return (
            say(
                "A tube is solved across its wall, not along its length from an end: call it a rod where it "
                "may be taken as solid."
            ),
        )
    if concept.shape == "ring" or concept.section != "cut":
        return ()
    if any(h.where in _WITHIN and h.kind in ("flux", "convection") for h in concept.heating):
        return (
            say(
                "A flux or a fluid inside a solid body is not solved: give the power in watts, or the "
                "temperature it is held at."
            ),
        )
    return ()


def _nothing_changes(concept: Concept) -> tuple[Text, ...]:
    if any(h.kind in ("power", "flux") and h.value != 0 for h in concept.heating):
        return ()
    held = {h.value for h in concept.heating if h.kind in _HELD}
    around = {h.ambient_K for h in concept.heating if h.ambient_K is not None and _exchanges(h)}
    if len(held | around | {concept.initial_temperature_K}) > 1:
        return ()
    return (say("Everything is at the same temperature, so that nothing changes."),)


def _exchanges(heating: Heating) -> bool:
    return heating.kind == "convection" and (heating.value > 0 or heating.emissivity > 0)
