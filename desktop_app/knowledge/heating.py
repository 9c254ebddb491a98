"""How the body is heated and cooled: from what acts where to boundary values, every assumption noted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop_app.domain.concept import Face, Heating, HeatingKind, Shape, Where
from desktop_app.domain.material import Material
from desktop_app.domain.text import Text
from desktop_app.knowledge.agents import Agent
from desktop_app.knowledge.binding import Action
from desktop_app.knowledge.boundary_reader import read_placed
from desktop_app.knowledge.draft_book import DraftBook
from desktop_app.knowledge.heating_checks import check_heating
from desktop_app.knowledge.heating_defaults import (
    add_what_goes_without_saying,
    assume_convection,
    assume_held,
    assumed_start,
    drop_sources_at_held_faces,
    hold_faces_of_a_wall,
)
from desktop_app.knowledge.heating_notes import temperature_unused
from desktop_app.knowledge.heating_words import HeatingWords
from desktop_app.knowledge.loose_reader import read_loose
from desktop_app.knowledge.phases import begin_phases
from desktop_app.knowledge.prompt_text import Span
from desktop_app.knowledge.source_timing import set_extent, set_times
from desktop_app.knowledge.temperatures import Temperatures


@dataclass(frozen=True)
class HeatingFound:
    """What is done to the body.

    Attributes:
        heating: sources first, held ones hottest first, convection last.
        initial_temperature_K: of the whole body before.
        notes: what was assumed.
        insulated: faces that lose nothing even where something acts all around.
    """

    heating: tuple[Heating, ...]
    initial_temperature_K: float
    notes: tuple[Text, ...]
    insulated: tuple[Face, ...] = ()


def read_heating(
    words: HeatingWords,
    shape: Shape | None,
    *,
    upright: bool = False,
    from_above: bool = False,
    material: Material | None = None,
) -> HeatingFound:
    """Boundary values from what acts where.

    Args:
        words: what the prompt says of heating.
        shape: of the body.
        upright: whether a rod stands.
        from_above: whether the layer of a stack that is named first, and heated, is the highest.
        material: of the body's surface, for what depends on it and is not said.

    Raises:
        InvalidInput: a coefficient, a power or an emissivity is impossible.
    """
    book = DraftBook(words.text, shape, upright, from_above)
    start = _temperature_of_the_body(words.actions, words.temperatures)
    of_the_body = words.temperatures.of_the_body
    told = of_the_body if start is not None else frozenset()
    actions = _without(words.actions, told, words.temperatures.initial_span)
    start = words.temperatures.initial if words.temperatures.initial is not None else start
    read_loose(book, read_placed(book, actions), of_the_body)
    add_what_goes_without_saying(book, starts_apart=start is not None)
    set_times(book.drafts, words.stages, words.text)
    begin_phases(book)
    set_extent(book.drafts, words.extent)
    hold_faces_of_a_wall(book)
    assume_held(book, material)
    drop_sources_at_held_faces(book)
    ambient = assume_convection(book, material)
    heating = _in_order(_ends_joined([draft.heating() for draft in book.drafts]))
    for one in heating:
        check_heating(one)
    if start is None:
        start = book.spare_kelvin.pop(0) if book.spare_kelvin else assumed_start(book, heating, ambient)
    left = [temperature_unused(k) for k in book.spare_kelvin if abs(k - start) > 1e-9]
    notes = (*book.notes, *words.temperatures.unused, *left)
    return HeatingFound(heating, start, tuple(dict.fromkeys(notes)), _insulated(book, heating))


def _temperature_of_the_body(actions: Sequence[Action], temperatures: Temperatures) -> float | None:
    """`a 300 °C rod cooled at its left end`: the rod starts at it, if something else is done to the rod."""
    others = [a for action in actions for a in action.agents if a.span not in temperatures.of_the_body]
    if not temperatures.of_the_body or not others:
        return None
    if not any(a.kind in ("cold", "convection", "ambient") or _acts(a.kind, a.value) for a in others):
        return None
    return next(kelvin for kelvin, span in temperatures.held if span in temperatures.of_the_body)


def _acts(kind: str, value: float | None) -> bool:
    return kind in ("temperature", "power", "flux", "coefficient") and value is not None


def _without(actions: Sequence[Action], of_the_body: frozenset[Span], initial: Span | None) -> list[Action]:
    """The actions without the body's own temperatures and the verbs that made it so (`a block heated to`)."""
    starts = [span[0] for span in of_the_body] + ([initial[0]] if initial is not None else [])

    def is_the_body(agent: Agent) -> bool:
        made_so = agent.kind in ("hot", "cold") and any(0 <= at - agent.span[1] <= _VERB_GAP for at in starts)
        return agent.span in of_the_body or made_so

    return [
        replace(action, agents=tuple(agent for agent in action.agents if not is_the_body(agent)))
        for action in actions
    ]


_VERB_GAP = 4
"""Characters between `heated` or 烧 and the temperature it is `to`."""


def _ends_joined(heating: list[Heating]) -> list[Heating]:
    joined = list(heating)
    for left in heating:
        if left.where != "left" or left.kind == "power":
            continue
        right = replace(left, where="right")
        if right in joined:
            joined.remove(right)
            joined[joined.index(left)] = replace(left, where="both_ends")
    return joined


def _in_order(heating: Sequence[Heating]) -> tuple[Heating, ...]:
    def key(h: Heating) -> tuple[int, float]:
        return (_ORDER[h.kind], -h.value)

    return tuple(sorted(heating, key=key))


_ORDER: dict[HeatingKind, int] = {"flux": 0, "power": 0, "flame": 1, "temperature": 1, "convection": 2}


def _insulated(book: DraftBook, heating: Sequence[Heating]) -> tuple[Face, ...]:
    """Faces said to be insulated on which nothing else is said to act."""
    acted_on = {face for h in heating for face in _FACES.get(h.where, ())}
    insulated = [face for where in book.insulated for face in _FACES.get(where, ())]
    return tuple(dict.fromkeys(face for face in insulated if face not in acted_on))


_FACES: dict[Where, tuple[Face, ...]] = {
    "left": ("left",),
    "right": ("right",),
    "top": ("top",),
    "bottom": ("bottom",),
    "both_ends": ("left", "right"),
}
