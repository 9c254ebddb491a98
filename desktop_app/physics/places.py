"""Which faces and cells of a body a place means.

What the places mean, where a person leaves it open:

- `left`, `right`, `top` and `bottom` are the outermost faces on that side of the whole body, so that the top
  of an L-bracket is the end of its leg and not the upper side of its foot. Air that cools the top of a heat
  sink reaches everything but its bottom; a side of a ring is a quarter of it.
- `both_ends` are the left and right ones, or bottom and top of a rod that stands.
- `all_around` is every exposed face, of a ring only its outside; edges where only a piece ends are left out.
- `inside` is a ring's inner surface, a room's air, else the middle.
- `base` is the left edge of a fin or a rod that lies, else the bottom.
- `centre` and `spot` are a strip across a slender body, else a disc about the middle, or about the place
  in the body nearest to it. Whatever meets such a strip of a round rod from outside meets it all around.
- A `spot` on a body that is cut through is a strip of its upper side, or of its left one where the upper one
  is no surface.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot, pi

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.concept import Concept, Heating, Where
from desktop_app.physics.body_grid import BodyGrid, figure_of
from desktop_app.physics.finite_volumes import exposed
from desktop_app.physics.heat_problem import Side

BoolArray = NDArray[np.bool_]
SIDES: tuple[Side, ...] = ("left", "right", "bottom", "top")
SLENDER = 4.0
"""A body at least this many times longer than wide is heated over its full width at its centre."""
CENTRE_SHARE = 0.08
"""Width of a strip at the centre over the length of a slender body."""
SPOT_SHARE = 0.16
"""Diameter of a spot over the shorter side of the body."""
QUARTER = pi / 4
"""Half of the angle that a side of a ring has."""
_OUTWARD_ANGLE = {"right": 0.0, "top": pi / 2, "left": pi, "bottom": -pi / 2}


@dataclass(frozen=True, eq=False)
class Place:
    """Where something is done to a body.

    Attributes:
        faces: by the side of its cells that they are, (ny, nx) each; empty where cells are meant.
        cells: (ny, nx), the cells meant; none where faces are.
        face_on: whether the faces of a flat body that the picture shows belong to it too.
    """

    faces: dict[Side, BoolArray]
    cells: BoolArray
    face_on: bool = False


def where_it_acts(concept: Concept, heating: Heating) -> Where:
    """The place of a heating: a base is a side, and so is a spot on a body that is cut through."""
    if heating.where == "base":
        lies = concept.shape in ("fin", "rod") and concept.extent[0] >= concept.extent[1]
        return "left" if lies else "bottom"
    enclosed = any(part.mixed for part in concept.parts)
    if heating.where != "spot" or concept.section != "cut" or enclosed:
        return heating.where
    return "left" if "top" in concept.cut_faces else "top"


def place_of(concept: Concept, heating: Heating, body: BodyGrid) -> Place:
    """The faces or cells a heating is at."""
    where = where_it_acts(concept, heating)
    if where == "all_around":
        return _of_faces(body, _all_around(concept, body), face_on=concept.section == "plan")
    if where in ("centre", "spot", "inside"):
        return _in_the_middle(concept, heating, body)
    if where == "top" and concept.shape == "heat_sink" and heating.kind == "convection":
        return _of_faces(
            body, {side: exposed(body.grid, body.body, side) for side in SIDES if side != "bottom"}
        )
    extent = extent_of_middle(concept, heating) if heating.where == "spot" else heating.extent_m
    faces = [_part_of_side(body, side, extent) for side in _sides(concept, where)]
    return _of_faces(body, _joined(faces))


def _sides(concept: Concept, where: Where) -> tuple[str, ...]:
    if where == "both_ends":
        stands = concept.shape == "rod" and concept.extent[1] > concept.extent[0]
        return ("bottom", "top") if stands else ("left", "right")
    return (where,)


def _of_faces(body: BodyGrid, faces: dict[Side, BoolArray], *, face_on: bool = False) -> Place:
    return Place({side: cells for side, cells in faces.items() if cells.any()}, _none(body), face_on)


def _of_cells(cells: BoolArray) -> Place:
    return Place({}, cells)


def _none(body: BodyGrid) -> BoolArray:
    return np.zeros(body.part.shape, dtype=np.bool_)


def _joined(several: list[dict[Side, BoolArray]]) -> dict[Side, BoolArray]:
    joined: dict[Side, BoolArray] = {}
    for faces in several:
        for side, cells in faces.items():
            joined[side] = joined[side] | cells if side in joined else cells
    return joined


def _part_of_side(body: BodyGrid, side: str, extent_m: float | None) -> dict[Side, BoolArray]:
    """The outermost faces on a side of the picture, or as much of their middle as `extent_m` says."""
    if body.figure == "ring":
        return {"top": _side_of_ring(body, side, extent_m)}
    (own,) = (name for name in SIDES if name == side)
    faces = exposed(body.grid, body.body, own)
    if own in ("left", "right"):
        columns = np.flatnonzero(faces.any(axis=0))
        faces[:, np.arange(body.grid.nx) != (columns.min() if own == "left" else columns.max())] = False
        along = np.broadcast_to(body.grid.y[:, None], faces.shape)
    else:
        rows = np.flatnonzero(faces.any(axis=1))
        faces[np.arange(body.grid.ny) != (rows.min() if own == "bottom" else rows.max())] = False
        along = np.broadcast_to(body.grid.x, faces.shape)
    if extent_m is None or body.figure == "round":
        return {own: faces}
    return {own: _middle_of(faces, along, extent_m)}


def _middle_of(faces: BoolArray, along: NDArray[np.float64], extent_m: float) -> BoolArray:
    """Those within half of `extent_m` of their middle, at least the nearest of them."""
    middle = (along[faces].min() + along[faces].max()) / 2
    distance = np.where(faces, np.abs(along - middle), np.inf)
    return np.asarray(distance <= max(extent_m / 2, distance.min() * (1 + 1e-9)))


def _side_of_ring(body: BodyGrid, side: str, extent_m: float | None) -> BoolArray:
    outer = exposed(body.grid, body.body, "top")
    off = np.abs((body.grid.x - _OUTWARD_ANGLE[side] + pi) % (2 * pi) - pi)
    half = QUARTER if extent_m is None else extent_m / 2 / float(body.grid.y_edges[-1])
    return np.asarray(outer & (off <= max(half, float(off.min()) * (1 + 1e-9))))


def _all_around(concept: Concept, body: BodyGrid) -> dict[Side, BoolArray]:
    if body.figure == "ring":
        return {"top": exposed(body.grid, body.body, "top")}
    faces = {side: exposed(body.grid, body.body, side) for side in SIDES}
    for side in concept.cut_faces:
        faces[side] = faces[side] & ~_part_of_side(body, side, None)[side]
    return faces


def extent_of_middle(concept: Concept, heating: Heating) -> float:
    """How wide a `centre` or `spot` is, m: what is said of it, else a share of the body."""
    width, height = concept.extent
    if heating.extent_m is not None:
        return heating.extent_m
    on_a_side = where_it_acts(concept, heating) in ("left", "top")
    if on_a_side or not _slender(concept):
        return SPOT_SHARE * min(width, height)
    return CENTRE_SHARE * max(width, height)


def _slender(concept: Concept) -> bool:
    """Whether what is in the middle is a strip across the body; that of a round rod always is."""
    return figure_of(concept) == "round" or max(concept.extent) >= SLENDER * min(concept.extent)


def _in_the_middle(concept: Concept, heating: Heating, body: BodyGrid) -> Place:
    mixed = np.array([part.mixed for part in concept.parts])[body.part] & body.body
    if mixed.any():
        return _of_cells(mixed)
    if body.figure == "ring":
        return _of_faces(body, {"bottom": exposed(body.grid, body.body, "bottom")})
    extent = extent_of_middle(concept, heating)
    cells = _strip(body, extent) if _slender(concept) else _disc(body, extent)
    if body.figure == "round" and heating.kind in ("flux", "convection"):
        return _of_faces(body, {"top": exposed(body.grid, body.body, "top") & cells})
    return _of_cells(cells)


def _strip(body: BodyGrid, extent: float) -> BoolArray:
    """Cells about the middle of the longer side, over all of the other; at least those nearest to it."""
    grid, (width, height) = body.grid, body.extent
    if body.figure == "round" or width >= height:
        distance = np.abs(np.broadcast_to(grid.x, body.part.shape) - width / 2)
        closest = width / grid.nx
    else:
        distance = np.abs(np.broadcast_to(grid.y[:, None], body.part.shape) - height / 2)
        closest = height / grid.ny
    return np.asarray(body.body & (distance <= max(extent / 2, closest)))


def _disc(body: BodyGrid, extent: float) -> BoolArray:
    """Cells about the middle, or about the cell of the body nearest to it; at least the innermost ones."""
    width, height = body.extent
    closest = hypot(width / body.grid.nx, height / body.grid.ny)
    x, y = np.meshgrid(body.grid.x - width / 2, body.grid.y - height / 2)
    away = np.where(body.body, np.hypot(x, y), np.inf)
    nearest = np.unravel_index(away.argmin(), away.shape)
    if away[nearest] > closest:
        x, y = x - x[nearest], y - y[nearest]
    return np.asarray(body.body & (np.hypot(x, y) <= max(extent / 2, closest)))
