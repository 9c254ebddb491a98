"""How much a body of parts can hold, and how large the surfaces are through which it exchanges heat."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import pi

from desktop_app.domain.concept import Concept, Face, Where
from desktop_app.domain.geometry import Annulus, Box, Part, Section

_SIDES: tuple[Face, ...] = ("left", "right", "bottom", "top")


def heat_capacity(concept: Concept) -> float:
    """Of all parts, J/K."""
    return sum(
        part.material.volumetric_heat_capacity * volume_of(part, concept.section, concept.depth_m)
        for part in concept.parts
    )


def volume_of(part: Part, section: Section, depth_m: float) -> float:
    """Of one part, m³: a body of revolution about the picture's mid-line, else as deep as the body."""
    outline = part.outline
    if isinstance(outline, Annulus):
        return pi * (outline.outer_radius**2 - outline.inner_radius**2) * depth_m
    if section == "round":
        return pi / 4 * outline.height**2 * outline.width
    return outline.width * outline.height * depth_m


def area_at(concept: Concept, where: Where) -> float:
    """Of the surface at a place, m²; 0 where it has none.

    `all_around` is every exposed face, of a ring its outside; a flat body seen face on has its two faces too.
    """
    first = concept.parts[0].outline
    if isinstance(first, Annulus):
        radius = first.inner_radius if where == "inside" else first.outer_radius
        return 2 * pi * radius * concept.depth_m
    if where == "all_around":
        faces = tuple(face for face in _SIDES if face not in concept.cut_faces)
        return sum(_side_area(concept, face, whole=True) for face in faces) + _shown_faces(concept)
    if where == "both_ends":
        return _side_area(concept, "left") + _side_area(concept, "right")
    if where == "base":
        return _side_area(concept, "left" if concept.shape == "fin" else "bottom")
    if where == "top" and concept.shape == "heat_sink":
        every = sum(_side_area(concept, face, whole=True) for face in ("left", "right", "top"))
        return every - _side_area(concept, "left") - _side_area(concept, "right")
    if where in ("left", "right", "top", "bottom"):
        return _side_area(concept, where)
    return 0.0


def _shown_faces(concept: Concept) -> float:
    if concept.section != "plan":
        return 0.0
    return 2 * sum(volume_of(part, "cut", 1.0) for part in concept.parts)


def _side_area(concept: Concept, side: Face, *, whole: bool = False) -> float:
    """Of the faces that look to a side: all of them, or only the outermost."""
    boxes = tuple(part.outline for part in concept.parts if isinstance(part.outline, Box))
    if concept.section == "round":
        height = max(box.y1 for box in boxes)
        if side in ("left", "right"):
            return pi / 4 * height**2
        return pi * height * max(box.x1 for box in boxes) / 2
    edges = _edges(boxes)
    return concept.depth_m * (edges.all[side] if whole else edges.outermost[side])


@dataclass(frozen=True)
class _Edges:
    """Lengths of the free edges that look to each side, m: all of them, and those farthest out."""

    all: dict[Face, float]
    outermost: dict[Face, float]


@lru_cache(maxsize=64)
def _edges(boxes: Sequence[Box]) -> _Edges:
    """Free edges of boxes that may touch, on the lattice of all their coordinates."""
    xs = sorted({x for box in boxes for x in (box.x0, box.x1)})
    ys = sorted({y for box in boxes for y in (box.y0, box.y1)})
    filled = {
        (i, j)
        for box in boxes
        for i in range(xs.index(box.x0), xs.index(box.x1))
        for j in range(ys.index(box.y0), ys.index(box.y1))
    }
    steps: dict[Face, tuple[int, int]] = {"left": (-1, 0), "right": (1, 0), "bottom": (0, -1), "top": (0, 1)}
    total: dict[Face, float] = dict.fromkeys(_SIDES, 0.0)
    outermost: dict[Face, float] = dict.fromkeys(_SIDES, 0.0)
    last = {"left": 0, "right": len(xs) - 2, "bottom": 0, "top": len(ys) - 2}
    for side, (di, dj) in steps.items():
        for i, j in filled:
            if (i + di, j + dj) in filled:
                continue
            length = ys[j + 1] - ys[j] if di else xs[i + 1] - xs[i]
            total[side] += length
            if (i if di else j) == last[side]:
                outermost[side] += length
    return _Edges(total, outermost)
