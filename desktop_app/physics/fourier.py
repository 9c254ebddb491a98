"""How far heat comes in the time of a clip, by its Fourier number."""

from __future__ import annotations

from itertools import pairwise
from math import hypot

from desktop_app.domain.concept import Concept
from desktop_app.domain.geometry import Annulus, Box
from desktop_app.physics.setup import conductivity
from desktop_app.physics.way import Point, driver, way_of


def fourier_number(concept: Concept) -> float:
    """αt/L² at the end of the clip, L along the way the heat takes.

    Across several materials it is t / (R·C), with the way's resistance R = Σ d/k and its heat capacity
    C = Σ ρcd, both a unit of area, which is the same for one material. What is warmed or cooled all around
    through its two faces has half its thickness for L.
    """
    if _through_its_faces(concept):
        alpha = concept.parts[0].material.thermal_diffusivity
        return alpha * concept.duration_s / fourier_length(concept) ** 2
    resistance = capacity = 0.0
    for start, end in pairwise(way_of(concept).points):
        for part in concept.parts:
            length = _length_within(start, end, part.outline)
            if length <= 0 or part.mixed:
                continue
            axis = "y" if start[0] == end[0] else "x"
            resistance += length / conductivity(part, axis)
            capacity += length * part.material.volumetric_heat_capacity
    return concept.duration_s / (resistance * capacity)


def fourier_length(concept: Concept) -> float:
    """The length that the Fourier number is over, m."""
    if _through_its_faces(concept):
        return concept.depth_m / 2
    solid = [part.outline for part in concept.parts if not part.mixed]
    ways = pairwise(way_of(concept).points)
    return sum(max(0.0, _length_within(start, end, outline)) for start, end in ways for outline in solid)


def _through_its_faces(concept: Concept) -> bool:
    return concept.section == "plan" and driver(concept).where == "all_around"


def _length_within(start: Point, end: Point, outline: Box | Annulus) -> float:
    """How much of a piece of a way is in a part, m; within rectangles ways go along x or y."""
    if isinstance(outline, Annulus):
        return hypot(end[0] - start[0], end[1] - start[1])
    x0, x1 = sorted((start[0], end[0]))
    y0, y1 = sorted((start[1], end[1]))
    if x0 == x1:
        within = outline.x0 <= x0 < outline.x1
        return min(y1, outline.y1) - max(y0, outline.y0) if within else 0.0
    within = outline.y0 <= y0 < outline.y1
    return min(x1, outline.x1) - max(x0, outline.x0) if within else 0.0
