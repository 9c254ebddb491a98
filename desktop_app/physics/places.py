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

from dataclasses import dataclass, replace
from math import pi

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.concept import Concept, Heating, Where
from desktop_app.physics.body_grid import BodyGrid
from desktop_app.physics.finite_volumes import exposed
from desktop_app.physics.heat_problem import FloatArray, Side
from desktop_app.physics.spots import (
    covered_by_disc,
    covered_lengths,
    extent_of_middle,
    is_slender,
    where_it_acts,
)

BoolArray = NDArray[np.bool_]
SIDES: tuple[Side, ...] = ("left", "right", "bottom", "top")
QUARTER = pi / 4
"""Half of the angle that a side of a ring has."""
_OUTWARD_ANGLE = {"right": 0.0, "top": pi / 2, "left": pi, "bottom": -pi / 2}


@dataclass(frozen=True, eq=False)
class Place:
    """Where something is done to a body.

    Attributes:
        faces: by the side of its cells that they are, (ny, nx) each; empty where cells are meant.
        cells: (ny, nx), the cells meant; none where faces are.
        covered: (ny, nx), the share of each cell that the place has, where it has parts of cells; else None.
        face_share: of the faces meant, by area, that the place has: not 1 where it ends within a face.
        face_on: whether the faces of a flat body that the picture shows belong to it too.
    """

    faces: dict[Side, BoolArray]
    cells: BoolArray
    face_on: bool = False
    covered: FloatArray | None = None
    face_share: float = 1.0

    @property
    def shares(self) -> FloatArray:
        """(ny, nx), how much of each cell belongs to it."""
        return self.cells.astype(np.float64) if self.covered is None else self.covered


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
    place = _of_faces(body, _joined(faces))
    return place if extent is None else replace(place, face_share=_share_of_faces(body, place, extent))


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


def _share_of_faces(body: BodyGrid, place: Place, extent_m: float) -> float:
    """What a middle of a side has of its faces; all of those where the side is no longer than it."""
    if body.figure != "plane":
        return 1.0
    (side, cells), *_ = place.faces.items()
    own = exposed(body.grid, body.body, side)
    upright = side in ("left", "right")
    own &= np.any(cells, axis=0 if upright else 1, keepdims=True)
    lengths = np.diff(body.grid.y_edges)[:, None] if upright else np.diff(body.grid.x_edges)
    lengths = np.broadcast_to(lengths, cells.shape)
    return min(extent_m, float(lengths[own].sum())) / float(lengths[cells].sum())


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


def _in_the_middle(concept: Concept, heating: Heating, body: BodyGrid) -> Place:
    mixed = np.array([part.mixed for part in concept.parts])[body.part] & body.body
    if mixed.any():
        return _of_cells(mixed)
    if body.figure == "ring":
        return _of_faces(body, {"bottom": exposed(body.grid, body.body, "bottom")})
    extent = extent_of_middle(concept, heating)
    cells, covered = _strip(body, extent) if is_slender(concept) else _disc(body, extent)
    if body.figure == "round" and heating.kind in ("flux", "convection"):
        faces = exposed(body.grid, body.body, "top") & cells
        true = min(extent, body.extent[0])
        share = true / float(np.broadcast_to(np.diff(body.grid.x_edges), faces.shape)[faces].sum())
        return replace(_of_faces(body, {"top": faces}), face_share=share)
    return Place({}, cells, covered=covered)


def _strip(body: BodyGrid, extent: float) -> tuple[BoolArray, FloatArray]:
    """Cells about the middle of the longer side, over all of the other, at least those nearest to it.

    And how much the strip covers of each cell.
    """
    grid, (width, height) = body.grid, body.extent
    if body.figure == "round" or width >= height:
        edges, middle = grid.x_edges, width / 2
        turned = (1, -1)
    else:
        edges, middle = grid.y_edges, height / 2
        turned = (-1, 1)
    distance = np.abs((edges[1:] + edges[:-1]) / 2 - middle)
    near = distance <= max(extent / 2, float(np.diff(edges)[distance.argmin()]))
    covered = covered_lengths(edges, middle, extent)
    shape = body.part.shape
    return (
        np.asarray(body.body & np.broadcast_to(near.reshape(turned), shape)),
        np.where(body.body, np.broadcast_to(covered.reshape(turned), shape), 0.0),
    )


def _disc(body: BodyGrid, extent: float) -> tuple[BoolArray, FloatArray]:
    """Cells about the middle, or about the cell of the body nearest to it; at least the innermost ones.

    And how much the disc covers of each cell.
    """
    grid, (width, height) = body.grid, body.extent
    middle = width / 2, height / 2
    x, y = np.meshgrid(grid.x - middle[0], grid.y - middle[1])
    away = np.where(body.body, np.hypot(x, y), np.inf)
    row, column = np.unravel_index(away.argmin(), away.shape)
    closest = float(np.hypot(np.diff(grid.x_edges)[column], np.diff(grid.y_edges)[row]))
    if away[row, column] > closest:
        middle = float(grid.x[column]), float(grid.y[row])
        x, y = x - x[row, column], y - y[row, column]
    cells = body.body & (np.hypot(x, y) <= max(extent / 2, closest))
    covered = covered_by_disc(grid.x_edges, grid.y_edges, middle, extent)
    return np.asarray(cells), np.where(body.body, covered, 0.0)
