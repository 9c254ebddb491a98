"""Temperatures in a prompt: which is held, which is the start, which is that of the surroundings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from desktop_app.domain.concept import Shape
from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.text import Text, say
from desktop_app.knowledge.prompt_text import Span, number
from desktop_app.knowledge.quantities import Quantity
from desktop_app.knowledge.temperature_words import (
    AMBIENT_AFTER,
    AMBIENT_BEFORE,
    BODY_BEFORE,
    BODY_NEXT,
    HOT_BODY_BEFORE,
    INITIAL_AFTER,
    INITIAL_BEFORE,
    NAMED,
    NOT_ACTING_AFTER,
    NOT_ACTING_BEFORE,
    OUTSIDE_SURFACE,
    PLACE_IN_CLAUSE,
    PLACE_JUST_BEFORE,
    ROOM,
    ROOM_SHAPE_BEFORE,
)
from desktop_app.knowledge.temperature_words import HOTTEST_K as HOTTEST_K
from desktop_app.knowledge.temperature_words import ROOM_K as ROOM_K

_LOOK_BACK = 80
_Role = Literal["held", "ambient", "initial", "none"]


@dataclass(frozen=True)
class Temperatures:
    """Temperatures of a prompt by what they are, K.

    Attributes:
        initial: of the body before; None where not given.
        held: value and span of those something is held at, named ones (`ice water`) among them.
        ambients: value and span of those of surroundings and fluids.
        of_the_body: spans of held ones that stand as an adjective of the body (`a 300 °C rod`).
        unused: what is said of the others (a melting point, a limit).
        initial_span: where the initial one stands.
    """

    initial: float | None
    held: tuple[tuple[float, Span], ...]
    ambients: tuple[tuple[float, Span], ...]
    of_the_body: frozenset[Span]
    unused: tuple[Text, ...] = ()
    initial_span: Span | None = None


def find_temperatures(text: str, quantities: Iterable[Quantity], shape: Shape | None = None) -> Temperatures:
    """Sort the temperatures of a normalised prompt by what they are.

    Args:
        text: the prompt.
        quantities: its quantities of dimension `temperature`.
        shape: of the body; `the room is at 12 °C` is about the body only where that is a room.

    Raises:
        InvalidInput: one is at or below absolute zero, or hotter than any solid.
    """
    initial: float | None = None
    initial_span: Span | None = None
    held: list[tuple[float, Span]] = []
    ambients: list[tuple[float, Span]] = []
    of_the_body: set[Span] = set()
    unused: list[Text] = []
    for quantity in quantities:
        checked_kelvin(quantity.value, quantity.written)
        before = text[max(0, quantity.span[0] - _LOOK_BACK) : quantity.span[0]]
        role = _role(before, text, quantity.span[1], shape)
        if role == "ambient":
            ambients.append((quantity.value, quantity.span))
        elif role == "initial" and initial is None:
            initial, initial_span = quantity.value, quantity.span
        elif role == "none":
            unused.append(say("“{words}” was not used.", words=quantity.written))
        else:
            held.append((quantity.value, quantity.span))
            if _is_of_the_body(before, text, quantity.span[1]):
                of_the_body.add(quantity.span)
    for pattern, kelvin in NAMED:
        for match in pattern.finditer(text):
            _add_named(text, kelvin, match.span(), held, ambients)
    if initial is None and not ambients and ROOM.search(text):
        initial = ROOM_K
    return Temperatures(
        initial,
        tuple(sorted(held, key=lambda h: h[1])),
        tuple(ambients),
        frozenset(of_the_body),
        tuple(unused),
        initial_span,
    )


def _add_named(
    text: str,
    kelvin: float,
    span: Span,
    held: list[tuple[float, Span]],
    ambients: list[tuple[float, Span]],
) -> None:
    """Hold a temperature given by name; a number beside it (`100℃的沸水`) says which, and acts no more."""
    for found in (held, ambients):
        for given, at in found:
            gap = text[min(at[1], span[1]) : max(at[0], span[0])]
            if _ONE_THING.fullmatch(gap):
                found.remove((given, at))
                held.append((given, (min(at[0], span[0]), max(at[1], span[1]))))
                return
    held.append((kelvin, span))


_ONE_THING = re.compile(r"\s*(?:(?:的|at|of|is|\(|=|约|为|是|about)\s*)*")


def _role(before: str, text: str, end: int, shape: Shape | None) -> _Role:
    if NOT_ACTING_BEFORE.search(before) or NOT_ACTING_AFTER.match(text, end):
        return "none"
    if shape == "room" and ROOM_SHAPE_BEFORE.search(before):
        return "initial"
    if INITIAL_AFTER.match(text, end):
        return "initial"
    if AMBIENT_AFTER.match(text, end):
        return "ambient"
    if INITIAL_BEFORE.search(before):
        return "initial"
    if AMBIENT_BEFORE.search(before) and not (shape == "ring" and OUTSIDE_SURFACE.search(before)):
        return "ambient"
    return "held"


def _is_of_the_body(before: str, text: str, end: int) -> bool:
    if BODY_NEXT.match(text, end):
        return not PLACE_JUST_BEFORE.search(before)
    if HOT_BODY_BEFORE.search(before):
        return True
    return bool(BODY_BEFORE.search(before)) and not PLACE_IN_CLAUSE.search(before)


def checked_kelvin(kelvin: float, written: str) -> float:
    """`kelvin` if a solid can be so warm; `written` is how a person has it.

    Raises:
        InvalidInput: it cannot.
    """
    if kelvin <= 0:
        raise InvalidInput(
            say("{written} is not above absolute zero (−273.15 °C).", written=written),
            say("Give a temperature above −273.15 °C."),
        )
    if not kelvin <= HOTTEST_K:
        raise InvalidInput(
            say("{written} is hotter than any solid can be.", written=written),
            say("Give a temperature below {limit} K.", limit=number(HOTTEST_K)),
        )
    return kelvin
