"""Where on the body something happens: left end, 两端, the centre."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.concept import Shape, Where
from desktop_app.knowledge.place_words import FROM_TO, NO_PLACE, PLACES
from desktop_app.knowledge.place_words import Place as Place
from desktop_app.knowledge.prompt_text import Span, blanked, without


@dataclass(frozen=True)
class PlaceMention:
    """A place and where the prompt names it."""

    place: Place
    span: Span


def find_places(text: str) -> tuple[PlaceMention, ...]:
    """Places a normalised prompt names, in order.

    `other` is the opposite of the place before it; `rest` is every surface not named; directions the heat
    takes (`from left to right`) leave only where it starts; a spot in the centre is a spot.
    """
    remaining = without(text, NO_PLACE)
    for match in FROM_TO.finditer(remaining):
        remaining = blanked(remaining, match.span("drop" if match["drop"] else "drop2"))
    found: list[PlaceMention] = []
    for place, pattern in PLACES:
        for match in pattern.finditer(remaining):
            found.append(PlaceMention(_plural(place, match[0]), match.span()))
            remaining = blanked(remaining, match.span())
    if any(mention.place == "spot" for mention in found):
        found = [mention for mention in found if mention.place != "centre"]
    return tuple(sorted(found, key=lambda mention: mention.span))


def _plural(place: Place, word: str) -> Place:
    return "both_ends" if place == "one_end" and word.lower().endswith("ends") else place


def where_of(place: Place, shape: Shape | None, *, upright: bool = False) -> Where:
    """The place in a concept that words about a body of this shape mean.

    The bottom of a heat sink is its base, the root of a rod its left end, the tip of a fin its right end;
    a point in the middle of a plate is a spot; what is outside a ring or a room is all around it, and of a
    wall its right (a stack's top) side, where inside is the left (bottom) one. A corner, which no place is,
    is a spot.
    """
    by_shape = _BY_SHAPE.get((place, shape))
    if by_shape is not None:
        return by_shape
    if shape in ("rod", None) and place in ("base", "one_end", "tip"):
        return "bottom" if upright else "left"
    match place:
        case "one_end":
            return "left"
        case "other" | "rest" | "outside":
            return "all_around"
        case "back":
            return "bottom" if shape == "plate" else "right"
        case "tip":
            return "top"
        case "corner":
            return "spot"
        case _:
            return place


_BY_SHAPE: dict[tuple[Place, Shape | None], Where] = {
    ("bottom", "heat_sink"): "base",
    ("bottom", "fin"): "base",
    ("one_end", "fin"): "base",
    ("tip", "fin"): "right",
    ("centre", "plate"): "spot",
    ("base", "plate"): "bottom",
    ("base", "block"): "bottom",
    ("base", "stack"): "bottom",
    ("base", "contact"): "left",
    ("base", "ice_block"): "bottom",
    ("inside", "plate"): "left",
    ("outside", "plate"): "right",
    ("inside", "stack"): "bottom",
    ("outside", "stack"): "top",
    ("one_end", "ring"): "all_around",
}
