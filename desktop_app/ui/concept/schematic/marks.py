"""What is done to a body, and where on it: the signs of a drawing, before they are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from desktop_app.domain.concept import Concept, Face, Heating, Where
from desktop_app.ui.concept.schematic.amounts import heating_lines
from desktop_app.ui.concept.schematic.edges import Edge, Rim

MarkKind = Literal["held", "flame", "source", "convection", "insulated"]
Tone = Literal["hot", "cold", "plain"]

SPOT_SHARE = 0.08
"""Radius of a spot of unknown size over the body's shorter side."""
SLENDER = 4.0
"""A body so many times longer than wide is heated over its full width at its centre."""
_FACES: dict[Where, tuple[Face, ...]] = {
    "left": ("left",),
    "right": ("right",),
    "top": ("top",),
    "bottom": ("bottom",),
    "base": ("bottom",),
    "both_ends": ("left", "right"),
    "all_around": ("top", "bottom", "left", "right"),
}


@dataclass(frozen=True)
class Spot:
    """A place within the body: a disc, or a band over its full width; m."""

    x: float
    y: float
    radius: float
    band: Literal["none", "upright", "level"] = "none"


@dataclass(frozen=True)
class Mark:
    """One sign of the drawing.

    Attributes:
        heating: what it stands for; None for an insulated surface.
        edges, rims, spot: where it is; a mark has one of the three kinds of place.
        tone: whether it heats or cools.
        outward: whether heat leaves the body there.
        lines: the numbers beside it.
        patch: whether it is a component that sits on the surface (a chip of some width).
    """

    kind: MarkKind
    heating: Heating | None
    edges: tuple[Edge, ...] = ()
    rims: tuple[Rim, ...] = ()
    spot: Spot | None = None
    tone: Tone = "plain"
    outward: bool = False
    lines: tuple[str, ...] = ()
    patch: bool = False


def marks_of(concept: Concept, edges: Sequence[Edge], rims: Sequence[Rim]) -> tuple[Mark, ...]:
    """A mark for everything that is done to the body, and one for the surfaces left insulated."""
    free_edges, free_rims = list(edges), list(rims)
    marks: list[Mark] = []
    for heating in sorted(concept.heating, key=lambda h: h.where == "all_around"):
        mark = _sign(concept, heating)
        if (spot := _spot(concept, heating, rims)) is not None:
            marks.append(replace(mark, spot=spot))
            continue
        wanted = _wanted(concept, heating, free_edges)
        circles = tuple(r for r in free_rims if _on_rim(heating.where, r))
        marks.append(replace(mark, edges=wanted, rims=circles, patch=_is_patch(heating)))
        if heating.start_s == 0 and heating.end_s is None:
            free_edges = _without(free_edges, wanted)
            free_rims = [rim for rim in free_rims if rim not in circles]
    if free_edges or free_rims:
        marks.append(Mark("insulated", None, tuple(free_edges), tuple(free_rims)))
    return tuple(marks)


def faces_of(concept: Concept, where: Where) -> tuple[Face, ...]:
    """The sides a place means; the base of a fin is at its left, of any other body below."""
    if where == "base" and concept.shape == "fin":
        return ("left",)
    return _FACES.get(where, ())


def _sign(concept: Concept, heating: Heating) -> Mark:
    low, high = concept.temperature_range_K
    lines = heating_lines(heating)
    if heating.kind == "convection":
        ambient = heating.ambient_K if heating.ambient_K is not None else low
        outward = high - low < 0.01 or ambient < (low + high) / 2
        return Mark("convection", heating, tone="cold" if outward else "hot", outward=outward, lines=lines)
    if heating.unit == "K":
        hot = heating.value > concept.initial_temperature_K or heating.value >= (low + high) / 2
        kind: MarkKind = "flame" if heating.kind == "flame" else "held"
        return Mark(kind, heating, tone="hot" if hot else "cold", lines=lines, outward=not hot)
    outward = heating.value < 0
    return Mark("source", heating, tone="cold" if outward else "hot", outward=outward, lines=lines)


def _spot(concept: Concept, heating: Heating, rims: Sequence[Rim]) -> Spot | None:
    if heating.where not in ("spot", "centre", "inside") or (heating.where == "inside" and len(rims) > 1):
        return None
    length, height = concept.size.length, concept.size.height
    radius = heating.extent_m / 2 if heating.extent_m else SPOT_SHARE * min(length, height)
    if heating.where == "centre" and length >= SLENDER * height:
        return Spot(length / 2, height / 2, radius, "upright")
    if heating.where == "centre" and height >= SLENDER * length:
        return Spot(length / 2, height / 2, radius, "level")
    return Spot(length / 2, height / 2, radius)


def _is_patch(heating: Heating) -> bool:
    return heating.kind in ("power", "flux") and heating.extent_m is not None


def _on_rim(where: Where, rim: Rim) -> bool:
    return (where == "inside") == (rim.side == "inner")


def _wanted(concept: Concept, heating: Heating, free: Sequence[Edge]) -> tuple[Edge, ...]:
    if heating.where == "all_around":
        return tuple(free)
    found: list[Edge] = []
    for face in faces_of(concept, heating.where):
        same = [edge for edge in free if edge.face == face]
        outermost = max if face in ("right", "top") else min
        at = outermost((edge.at for edge in same), default=0.0)
        found += [edge for edge in same if edge.at == at]
    if _is_patch(heating) and heating.extent_m is not None and found:
        return _middle_of(found, heating.extent_m)
    return tuple(found)


def _middle_of(edges: Sequence[Edge], extent: float) -> tuple[Edge, ...]:
    """The middle of a straight side, so wide."""
    middle = (min(e.start for e in edges) + max(e.end for e in edges)) / 2
    cut = [
        replace(e, start=max(e.start, middle - extent / 2), end=min(e.end, middle + extent / 2))
        for e in edges
    ]
    return tuple(edge for edge in cut if edge.start < edge.end)


def _without(edges: Sequence[Edge], taken: Sequence[Edge]) -> list[Edge]:
    left = list(edges)
    for other in taken:
        left = [piece for edge in left for piece in _minus(edge, other)]
    return left


def _minus(edge: Edge, taken: Edge) -> list[Edge]:
    apart = edge.face != taken.face or edge.at != taken.at
    if apart or taken.end <= edge.start or taken.start >= edge.end:
        return [edge]
    pieces = (replace(edge, end=taken.start), replace(edge, start=taken.end))
    return [piece for piece in pieces if piece.start < piece.end]
