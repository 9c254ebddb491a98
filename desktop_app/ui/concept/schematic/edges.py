"""Which sides of a body's parts are exposed, and which lie on another part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from desktop_app.domain.concept import Face
from desktop_app.domain.geometry import Annulus, Box, Part

_OPPOSITE: dict[Face, Face] = {"left": "right", "right": "left", "top": "bottom", "bottom": "top"}
_NEAR = 1e-7
"""Two sides touch where they lie closer than this share of the body's longer extent."""


@dataclass(frozen=True)
class Edge:
    """A straight piece of a part's side.

    Attributes:
        face: which way it looks.
        at: its place across, m: x of a left or right side, y of an upper or lower one.
        start, end: its extent along, m, `start` < `end`.
        part: number of the part it belongs to.
    """

    face: Face
    at: float
    start: float
    end: float
    part: int

    @property
    def length(self) -> float:
        """Its extent, m."""
        return self.end - self.start


@dataclass(frozen=True)
class Rim:
    """The inner circle of a ring, or a quarter of the outer one.

    Attributes:
        radius: m.
        part: number of the part it belongs to.
        face: which way a quarter looks; None for all of the circle.
    """

    side: Literal["inner", "outer"]
    radius: float
    part: int
    face: Face | None = None


def exposed_edges(parts: Sequence[Part], touching: float) -> tuple[Edge, ...]:
    """What of the sides of box parts lies on no other part; `touching`: the body's longer extent, m."""
    near = _NEAR * touching
    by_face = _sides(parts)
    return tuple(
        piece
        for face, sides in by_face.items()
        for side in sides
        for piece in _uncovered(side, by_face[_OPPOSITE[face]], near)
        if piece.length > near
    )


def shared_edges(parts: Sequence[Part], touching: float) -> tuple[tuple[Edge, int], ...]:
    """Where two box parts touch: the right or upper side of one, and the number of the other."""
    near = _NEAR * touching
    found: list[tuple[Edge, int]] = []
    by_face = _sides(parts)
    for side in (*by_face["right"], *by_face["top"]):
        for other in _covers(side, by_face[_OPPOSITE[side.face]], near):
            start, end = max(other.start, side.start), min(other.end, side.end)
            if end - start > near:
                found.append((Edge(side.face, side.at, start, end, side.part), other.part))
    return tuple(found)


def rims(parts: Sequence[Part]) -> tuple[Rim, ...]:
    """The circles around all ring parts and within them; where two rings touch there is none."""
    rings = [(n, p.outline) for n, p in enumerate(parts) if isinstance(p.outline, Annulus)]
    if not rings:
        return ()
    inner_part, inner = min(rings, key=lambda ring: ring[1].inner_radius)
    outer_part, outer = max(rings, key=lambda ring: ring[1].outer_radius)
    quarters = tuple(Rim("outer", outer.outer_radius, outer_part, face) for face in _OPPOSITE)
    if inner.inner_radius <= 0:
        return quarters
    return (*quarters, Rim("inner", inner.inner_radius, inner_part))


def _sides(parts: Sequence[Part]) -> dict[Face, list[Edge]]:
    """All sides of the box parts, by the way they look."""
    sides: dict[Face, list[Edge]] = {face: [] for face in _OPPOSITE}
    for number, part in enumerate(parts):
        box = part.outline
        if isinstance(box, Box):
            sides["left"].append(Edge("left", box.x0, box.y0, box.y1, number))
            sides["right"].append(Edge("right", box.x1, box.y0, box.y1, number))
            sides["bottom"].append(Edge("bottom", box.y0, box.x0, box.x1, number))
            sides["top"].append(Edge("top", box.y1, box.x0, box.x1, number))
    return sides


def _covers(side: Edge, opposite: Sequence[Edge], near: float) -> list[Edge]:
    """Those of the opposite sides of other parts that lie in line with a side, in order."""
    met = (other for other in opposite if abs(other.at - side.at) <= near and other.part != side.part)
    return sorted(met, key=lambda other: other.start)


def _uncovered(side: Edge, opposite: Sequence[Edge], near: float) -> list[Edge]:
    pieces: list[Edge] = []
    reached = side.start
    for other in _covers(side, opposite, near):
        if other.start > reached + near:
            pieces.append(Edge(side.face, side.at, reached, min(other.start, side.end), side.part))
        reached = max(reached, other.end)
    if reached < side.end - near:
        pieces.append(Edge(side.face, side.at, reached, side.end, side.part))
    return [piece for piece in pieces if piece.start < piece.end]
