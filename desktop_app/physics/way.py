"""The way the heat takes through a body: from where it enters to the farthest place it can reach."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin

import numpy as np

from desktop_app.domain.concept import Concept, Heating
from desktop_app.domain.geometry import Annulus, Box, Part
from desktop_app.physics.grid import FloatArray
from desktop_app.physics.spots import where_it_acts

Point = tuple[float, float]
ARC_PIECES = 32


@dataclass(frozen=True)
class Way:
    """A chain of points in m from the body's left and lower edge; heat enters at the first."""

    points: tuple[Point, ...]

    def places(self, count: int) -> tuple[FloatArray, FloatArray]:
        """The middles of `count` equal pieces of the way, x and y in m."""
        x, y = np.array(self.points).T
        along = np.concatenate([[0.0], np.cumsum(np.hypot(np.diff(x), np.diff(y)))])
        at = (np.arange(count) + 0.5) / count * along[-1]
        return np.interp(at, along, x), np.interp(at, along, y)

    def reversed(self) -> Way:
        """The same way back."""
        return Way(self.points[::-1])


def way_of(concept: Concept) -> Way:
    """The way of what drives a concept: of what is held or put in, else of what it exchanges heat with."""
    where = where_it_acts(concept, driver(concept)) if concept.heating else "left"
    outline = concept.parts[0].outline
    if isinstance(outline, Annulus):
        return _through_ring(outline, where)
    if any(part.mixed for part in concept.parts):
        return _through_wall(concept, where)
    if concept.shape == "heat_sink":
        return _up_a_fin(concept, where)
    if concept.shape == "l_bracket":
        return _along_legs(concept, where)
    return _across_box(concept, where)


def driver(concept: Concept) -> Heating:
    """What is done to a body that changes its temperature most surely."""
    initial = concept.initial_temperature_K

    def push(heating: Heating) -> tuple[int, float]:
        if heating.kind in ("power", "flux"):
            return 2, abs(heating.value)
        if heating.kind == "convection":
            return 0, abs((heating.ambient_K or initial) - initial)
        return (2 if heating.value != initial else 0), abs(heating.value - initial)

    return max(concept.heating, key=push)


def _across_box(concept: Concept, where: str) -> Way:
    width, height = concept.extent
    x, y = width / 2, height / 2
    lying = height <= width
    if where == "all_around":
        if concept.cut_faces:
            lying = "left" in concept.cut_faces
        return Way(((x, 0.0), (x, y)) if lying else ((0.0, y), (x, y)))
    if where == "both_ends":
        upright = concept.shape == "rod" and not lying
        return Way(((x, 0.0), (x, y)) if upright else ((0.0, y), (x, y)))
    ways: dict[str, tuple[Point, ...]] = {
        "left": ((0.0, y), (width, y)),
        "right": ((width, y), (0.0, y)),
        "bottom": ((x, 0.0), (x, height)),
        "top": ((x, height), (x, 0.0)),
    }
    return Way(ways.get(where, ((x, y), (width, y)) if lying else ((x, y), (x, height))))


def _through_ring(ring: Annulus, where: str) -> Way:
    middle = ring.outer_radius
    if where in ("inside", "centre"):
        return Way(((middle + ring.inner_radius, middle), (2 * middle, middle)))
    if where == "all_around":
        return Way(((2 * middle, middle), (middle + ring.inner_radius, middle)))
    start = {"right": 0.0, "top": pi / 2, "left": pi, "bottom": -pi / 2}.get(where, pi)
    turn = pi / 2 if where == "both_ends" else pi
    radius = (ring.inner_radius + ring.outer_radius) / 2
    angles = [start - turn * piece / ARC_PIECES for piece in range(ARC_PIECES + 1)]
    return Way(tuple((middle + radius * cos(a), middle + radius * sin(a)) for a in angles))


def _through_wall(concept: Concept, where: str) -> Way:
    """Through the middle of the right wall, outward from the air unless it comes from outside."""
    width, height = concept.extent
    air = _box(next(part for part in concept.parts if part.mixed))
    outward = Way(((air.x1, height / 2), (width, height / 2)))
    return outward if where in ("inside", "centre", "spot") else outward.reversed()


def _up_a_fin(concept: Concept, where: str) -> Way:
    x, (_, height) = middle_fin(concept), concept.extent
    upward = Way(((x, 0.0), (x, height)))
    if where in ("left", "right", "both_ends"):
        return _across_base(concept, where)
    return upward.reversed() if where in ("top", "all_around") else upward


def _across_base(concept: Concept, where: str) -> Way:
    width, y = concept.extent[0], _box(concept.parts[0]).height / 2
    if where == "both_ends":
        return Way(((0.0, y), (width / 2, y)))
    across = Way(((0.0, y), (width, y)))
    return across if where == "left" else across.reversed()


def middle_fin(concept: Concept) -> float:
    """Where along x the fin nearest to the middle of a heat sink is, m."""
    fins = [_box(part) for part in concept.parts if part.role == "fin"]
    middles = [(fin.x0 + fin.x1) / 2 for fin in fins] or [concept.extent[0] / 2]
    return min(middles, key=lambda x: abs(x - concept.extent[0] / 2))


def _along_legs(concept: Concept, where: str) -> Way:
    """Along the middle of foot and leg of an L-bracket."""
    width, height = concept.extent
    leg = next((_box(part) for part in concept.parts if part.role == "leg"), _box(concept.parts[0]))
    foot = next((_box(part) for part in concept.parts if part.role == "foot"), _box(concept.parts[-1]))
    x, y = leg.width / 2, foot.height / 2
    around = Way(((width, y), (x, y), (x, height)))
    match where:
        case "left":
            return Way(((0.0, y), (width, y)))
        case "bottom":
            return Way(((x, 0.0), (x, height)))
        case "top":
            return around.reversed()
        case "centre" | "inside" | "spot":
            return Way(((x, y), (width, y)))
        case "all_around":
            return Way(((width / 2, 0.0), (width / 2, y)))
        case _:
            return around


def _box(part: Part) -> Box:
    if not isinstance(part.outline, Box):
        raise TypeError("a ring where a rectangle was expected")
    return part.outline
