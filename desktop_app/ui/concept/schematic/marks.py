"""What is done to a body, and where on it: the signs of a drawing, before they are drawn.

Places mean here what they mean to the solver (desktop_app/physics/places.py), and so do the shares below;
a test compares them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from desktop_app.domain.concept import Concept, Face, Heating, Where
from desktop_app.domain.geometry import Annulus, Box
from desktop_app.ui.concept.schematic.amounts import heating_lines
from desktop_app.ui.concept.schematic.edges import Edge, Rim

MarkKind = Literal["held", "flame", "source", "convection", "insulated", "cut"]
Tone = Literal["hot", "cold", "plain"]

SLENDER = 4.0
"""A body so many times longer than wide is heated over its full width at its centre."""
CENTRE_SHARE = 0.08
"""Width of a strip at the centre over the body's length."""
SPOT_SHARE = 0.16
"""Diameter of a spot over the body's shorter side."""
_NEAR = 1e-6
_FACES: dict[Where, tuple[Face, ...]] = {
    "left": ("left",),
    "right": ("right",),
    "top": ("top",),
    "bottom": ("bottom",),
    "spot": ("top",),
    "base": ("bottom",),
    "both_ends": ("left", "right"),
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
        heating: what it stands for; None for an insulated surface and for an edge of the picture.
        edges, rims, spot: where it is; a mark has one of the three kinds of place.
        tone: whether it heats or cools.
        outward: whether heat leaves the body there.
        lines: the numbers beside it.
        patch: whether it is a component that sits on a part of a side.
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

    @property
    def holds(self) -> bool:
        """Whether it keeps a temperature, against which nothing else acts."""
        return self.kind in ("held", "flame")


def marks_of(concept: Concept, edges: Sequence[Edge], rims: Sequence[Rim]) -> tuple[Mark, ...]:
    """A mark for everything that is done to the body, for edges of the picture, and for what is insulated.

    What holds a temperature wins; what is said of a place wins over what is all around.
    """
    marks: list[Mark] = []
    for heating in sorted(concept.heating, key=lambda h: (h.where == "all_around", h.unit != "K")):
        everywhere = heating.where == "all_around"
        taken = [m for m in marks if everywhere or m.holds]
        marks.append(_placed(concept, heating, _free(edges, taken), _free_rims(rims, taken)))
    left = _free(edges, marks)
    cut = [edge for face in concept.cut_faces for edge in outermost(concept, left, face)]
    if cut:
        marks.append(Mark("cut", None, tuple(cut)))
        left = _free(left, marks[-1:])
    bare = tuple(_free_rims(rims, marks))
    if left or bare:
        marks.append(Mark("insulated", None, tuple(left), bare))
    return tuple(marks)


def faces_of(concept: Concept, where: Where) -> tuple[Face, ...]:
    """The sides a place means; the base of a fin is at its left, the ends of a rod that stands are level."""
    if where == "base" and concept.shape == "fin":
        return ("left",)
    width, height = concept.extent
    if where == "both_ends" and concept.shape == "rod" and height > width:
        return ("bottom", "top")
    return _FACES.get(where, ())


def _placed(concept: Concept, heating: Heating, edges: Sequence[Edge], rims: Sequence[Rim]) -> Mark:
    mark = _sign(concept, heating)
    if (spot := _spot(concept, heating)) is not None:
        return replace(mark, spot=spot)
    if any(isinstance(part.outline, Annulus) for part in concept.parts):
        return replace(mark, rims=tuple(rim for rim in rims if _on_rim(heating.where, rim)))
    extent = heating.extent_m
    if heating.where == "spot":
        extent = extent or SPOT_SHARE * min(concept.extent)
    wanted = _wanted(concept, heating, edges)
    if extent is not None and heating.where != "all_around" and concept.section != "round":
        return replace(mark, edges=_middle_of(wanted, extent), patch=mark.kind == "source")
    return replace(mark, edges=tuple(wanted))


def _sign(concept: Concept, heating: Heating) -> Mark:
    low, high = concept.temperature_range_K
    lines = heating_lines(heating)
    if heating.kind == "convection":
        ambient = heating.ambient_K if heating.ambient_K is not None else low
        heated = any(h.kind in ("power", "flux") and h.value > 0 for h in concept.heating)
        outward = (heated and concept.story is None) or high - low < 0.01 or ambient < (low + high) / 2
        return Mark("convection", heating, tone="cold" if outward else "hot", outward=outward, lines=lines)
    if heating.unit == "K":
        hot = heating.value > concept.initial_temperature_K or heating.value >= (low + high) / 2
        kind: MarkKind = "flame" if heating.kind == "flame" else "held"
        return Mark(kind, heating, tone="hot" if hot else "cold", lines=lines, outward=not hot)
    outward = heating.value < 0
    return Mark("source", heating, tone="cold" if outward else "hot", outward=outward, lines=lines)


def _spot(concept: Concept, heating: Heating) -> Spot | None:
    """The place within the body that a heating is at; None where it is at its surface."""
    if heating.where not in ("spot", "centre", "inside"):
        return None
    air = next((part.outline for part in concept.parts if part.mixed), None)
    if isinstance(air, Box):
        return Spot((air.x0 + air.x1) / 2, air.y0 + 0.3 * air.height, 0.1 * air.height)
    if any(isinstance(part.outline, Annulus) for part in concept.parts):
        return None
    if heating.where == "spot" and concept.section == "cut":
        return None
    width, height = concept.extent
    slender = 0.0 if concept.section == "round" else SLENDER
    extent = heating.extent_m
    if width >= slender * height:
        return Spot(width / 2, height / 2, (extent or CENTRE_SHARE * width) / 2, "upright")
    if height >= slender * width:
        return Spot(width / 2, height / 2, (extent or CENTRE_SHARE * height) / 2, "level")
    x, y = _nearest_inside(concept, width / 2, height / 2)
    return Spot(x, y, (extent or SPOT_SHARE * min(width, height)) / 2)


def _nearest_inside(concept: Concept, x: float, y: float) -> tuple[float, float]:
    """The place in a box part that is nearest to a place."""
    boxes = [part.outline for part in concept.parts if isinstance(part.outline, Box)]
    nearest = [(min(max(x, b.x0), b.x1), min(max(y, b.y0), b.y1)) for b in boxes]
    return min(nearest, key=lambda at: (at[0] - x) ** 2 + (at[1] - y) ** 2)


def outermost(concept: Concept, edges: Sequence[Edge], face: Face) -> list[Edge]:
    """The edges that look to a side and lie on the rectangle around the body."""
    width, height = concept.extent
    limit = {"left": 0.0, "bottom": 0.0, "right": width, "top": height}[face]
    return [e for e in edges if e.face == face and abs(e.at - limit) <= _NEAR * max(width, height)]


def _wanted(concept: Concept, heating: Heating, free: Sequence[Edge]) -> list[Edge]:
    if heating.where == "all_around":
        ends = {edge for face in concept.cut_faces for edge in outermost(concept, free, face)}
        return [edge for edge in free if edge not in ends]
    if heating.where == "top" and concept.shape == "heat_sink" and heating.kind == "convection":
        sides: tuple[Face, ...] = ("left", "right", "bottom")
        below = {edge for face in sides for edge in outermost(concept, free, face)}
        return [edge for edge in free if edge not in below]
    return [edge for face in faces_of(concept, heating.where) for edge in outermost(concept, free, face)]


def _on_rim(where: Where, rim: Rim) -> bool:
    if where in ("inside", "centre", "spot"):
        return rim.side == "inner"
    if where == "all_around":
        return rim.side == "outer"
    faces = _FACES.get(where, ())
    return rim.side == "outer" and rim.face in faces


def _middle_of(edges: Sequence[Edge], extent: float) -> tuple[Edge, ...]:
    """The middle of a straight side, so wide."""
    if not edges:
        return ()
    middle = (min(e.start for e in edges) + max(e.end for e in edges)) / 2
    cut = [
        replace(e, start=max(e.start, middle - extent / 2), end=min(e.end, middle + extent / 2))
        for e in edges
    ]
    return tuple(edge for edge in cut if edge.start < edge.end)


def _free(edges: Sequence[Edge], marks: Sequence[Mark]) -> list[Edge]:
    """What of the edges no mark takes for all of the time."""
    taken: dict[tuple[Face, float], list[Edge]] = {}
    for edge in (edge for mark in marks if _lasts(mark) for edge in mark.edges):
        taken.setdefault((edge.face, edge.at), []).append(edge)
    left: list[Edge] = []
    for edge in edges:
        pieces = [edge]
        for other in taken.get((edge.face, edge.at), ()):
            pieces = [piece for each in pieces for piece in _minus(each, other)]
        left += pieces
    return left


def _free_rims(rims: Sequence[Rim], marks: Sequence[Mark]) -> list[Rim]:
    taken = {rim for mark in marks if _lasts(mark) for rim in mark.rims}
    return [rim for rim in rims if rim not in taken]


def _lasts(mark: Mark) -> bool:
    return mark.heating is None or (mark.heating.start_s == 0 and mark.heating.end_s is None)


def _minus(edge: Edge, taken: Edge) -> list[Edge]:
    """What another edge in one line with it leaves of an edge."""
    if taken.end <= edge.start or taken.start >= edge.end:
        return [edge]
    pieces = (replace(edge, end=taken.start), replace(edge, start=taken.end))
    return [piece for piece in pieces if piece.start < piece.end]
