"""The body of a concept on a grid of the solver."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, pi

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.concept import Concept
from desktop_app.domain.geometry import Annulus, Box
from desktop_app.physics.grid import Grid
from desktop_app.physics.grid_lines import lines_through, without_slivers
from desktop_app.physics.spots import Figure, extent_of_middle, figure_of, is_slender, where_it_acts

CELLS_ALONG = 128
FEWEST_ACROSS = 8
FEWEST_ACROSS_LAYERS = 48
"""Of a flat body of several parts, whose layers are to be told apart."""
CELLS_A_FIN = 2
MOST_CELLS = 25_000
"""Of a grid that the app chooses."""
CELLS_IN_A_LAYER = 4
MEAN_CHORD = pi / 4
"""Mean depth of a round bar over its diameter."""
CELLS_IN_A_SPOT = 4
"""Fewer of them across what is heated in the middle make the cells about it shorter."""
ANGLES_OF_AN_EVEN_RING = 8
QUARTERS = 8
"""The angles of a ring are a multiple of this, so that a quarter of it about any side ends on a line."""

IntArray = NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class BodyGrid:
    """A body on a grid.

    Attributes:
        figure: `plane` has the picture's x and y; `round` its x and the distance from its mid-line; `ring`
            the angle from the picture's right, anticlockwise, and the distance from its middle.
        part: (ny, nx), the number of the part that a cell is of, −1 outside the body.
        extent: width and height of the picture of it, m.
        whole: what areas and volumes of the grid are to be multiplied with to be those of the whole body:
            its depth in m, that which a round rod solved as a flat cut has on average, or the radians of a
            full turn.
    """

    figure: Figure
    grid: Grid
    part: IntArray
    extent: tuple[float, float]
    whole: float

    @property
    def body(self) -> NDArray[np.bool_]:
        """(ny, nx), the cells that belong to the body."""
        return np.asarray(self.part >= 0)


def picture_cells(concept: Concept, along: int = CELLS_ALONG) -> tuple[int, int]:
    """Equal cells along x and y that show a body: `along` on the longer side, more where fins are narrow."""
    width, height = concept.extent
    thinnest = min((p.outline.width for p in concept.parts if isinstance(p.outline, Box)), default=width)
    if any(part.role == "fin" for part in concept.parts):
        along = min(2 * along, max(along, ceil(CELLS_A_FIN * max(width, height) / thinnest)))
    across = round(along * min(width, height) / max(width, height))
    fewest = FEWEST_ACROSS if len(concept.parts) < 2 else min(along, FEWEST_ACROSS_LAYERS)
    across = max(fewest, across)
    if figure_of(concept) == "round":
        across += across % 2
    return (along, across) if width >= height else (across, along)


def body_grid(
    concept: Concept,
    cells: tuple[int, int],
    fewest: int = CELLS_IN_A_LAYER,
    most: int | None = MOST_CELLS,
) -> BodyGrid:
    """A grid whose lines hit every edge of every part.

    Args:
        concept: with at least one part.
        cells: along the picture's x and y: a rectangle of one part gets exactly these, any other body
            cells that are nowhere longer, more of them in thin layers; so does one about a small spot.
        fewest: cells across a layer.
        most: cells in all, beyond which they are longer after all; None sets no limit.
    """
    match figure_of(concept):
        case "ring":
            return _ring(concept, cells)
        case "round":
            return _round(concept, cells, fewest)
        case "plane":
            return _plane(concept, cells, fewest, most)


def _ring(concept: Concept, cells: tuple[int, int]) -> BodyGrid:
    outline = next(part.outline for part in concept.parts if isinstance(part.outline, Annulus))
    share = (outline.outer_radius - outline.inner_radius) / (2 * outline.outer_radius)
    radii = max(FEWEST_ACROSS, 2 * ceil(share * max(cells)))
    even = all(heating.where in ("inside", "centre", "all_around") for heating in concept.heating)
    angles = ANGLES_OF_AN_EVEN_RING if even else QUARTERS * ceil(max(cells) / QUARTERS)
    grid = Grid(
        np.linspace(0.0, 2 * pi, angles + 1),
        _closer_at_the_ends(outline.inner_radius, outline.outer_radius, radii),
        "polar",
    )
    part = np.zeros((radii, angles), dtype=np.intp)
    return BodyGrid("ring", grid, part, concept.extent, concept.depth_m)


def _closer_at_the_ends(start: float, end: float, count: int) -> NDArray[np.float64]:
    """Lines whose cells are the shorter the nearer they are to an end, where temperatures are held."""
    return np.asarray(start + (end - start) * (1 - np.cos(np.linspace(0.0, pi, count + 1))) / 2)


def _round(concept: Concept, cells: tuple[int, int], fewest: int) -> BodyGrid:
    width, height = concept.extent
    radii = np.linspace(0.0, height / 2, ceil(cells[1] / 2) + 1)
    if cells[1] % 2:
        radii = np.maximum((np.arange(ceil(cells[1] / 2) + 1) - 0.5) * height / cells[1], 0.0)
    grid = Grid(_lines_x(concept, cells[0], width / cells[0], fewest), radii, "axisymmetric")
    part = _parts_at(concept, grid.x, np.full(1, height / 2))
    return BodyGrid("round", grid, np.repeat(part, grid.ny, axis=0), concept.extent, 2 * pi)


def _plane(concept: Concept, cells: tuple[int, int], fewest: int, most: int | None) -> BodyGrid:
    width, height = concept.extent
    coarser = 1.0
    while True:
        grid = Grid(
            _lines_x(concept, cells[0], coarser * width / cells[0], fewest),
            _lines_y(concept, cells[1], coarser * height / cells[1], fewest),
        )
        if len(concept.parts) == 1 or most is None or grid.nx * grid.ny <= most:
            break
        coarser, fewest = 1.2 * coarser, max(2, fewest - 1)
        if coarser > max(cells):
            break
    depth = concept.depth_m * (MEAN_CHORD if concept.section == "round" else 1.0)
    return BodyGrid("plane", grid, _parts_at(concept, grid.x, grid.y), concept.extent, depth)


def _lines_x(concept: Concept, count: int, coarsest: float, fewest: int) -> NDArray[np.float64]:
    width = concept.extent[0]
    if len(concept.parts) == 1:
        return _lines_of_one(width, count, _spots(concept, "x"))
    boxes = [part.outline for part in concept.parts if isinstance(part.outline, Box)]
    ends = [
        edge for heating in concept.heating if heating.extent_m for edge in _middle(width, heating.extent_m)
    ]
    edges = without_slivers([edge for box in boxes for edge in (box.x0, box.x1)], ends, coarsest / 2)
    return lines_through(edges, coarsest, fewest)


def _lines_y(concept: Concept, count: int, coarsest: float, fewest: int) -> NDArray[np.float64]:
    height = concept.extent[1]
    if len(concept.parts) == 1:
        return _lines_of_one(height, count, _spots(concept, "y"))
    boxes = [part.outline for part in concept.parts if isinstance(part.outline, Box)]
    return lines_through([edge for box in boxes for edge in (box.y0, box.y1)], coarsest, fewest)


def _lines_of_one(length: float, count: int, spots: Sequence[float]) -> NDArray[np.float64]:
    """Equal cells of a body of one part, shorter ones about what is too small for them."""
    cell = length / count
    smallest = min(spots, default=length)
    if smallest >= min(CELLS_IN_A_SPOT * cell, length):
        return np.linspace(0.0, length, count + 1)
    return lines_through([0.0, *_middle(length, smallest), length], cell, CELLS_IN_A_SPOT)


def _spots(concept: Concept, axis: str) -> list[float]:
    """How wide along an axis what is heated or held in the middle of a body or of a side is, m."""
    width, height = concept.extent
    found = []
    for heating in concept.heating:
        where = where_it_acts(concept, heating)
        if where in ("centre", "spot"):
            across = "x" if figure_of(concept) == "round" or width >= height else "y"
            meant = axis == across or not is_slender(concept)
        else:
            said = heating.where == "spot" or heating.extent_m is not None
            meant = said and axis == ("y" if where in ("left", "right", "both_ends") else "x")
        if meant:
            found.append(extent_of_middle(concept, heating))
    return found


def _middle(width: float, extent: float) -> tuple[float, float]:
    return (width - extent) / 2, (width + extent) / 2


def _parts_at(concept: Concept, x: NDArray[np.float64], y: NDArray[np.float64]) -> IntArray:
    """(y, x), the number of the part at each place, −1 where there is none."""
    part = np.full((y.size, x.size), -1, dtype=np.intp)
    for number, one in enumerate(concept.parts):
        box = one.outline
        if isinstance(box, Box):
            part[np.ix_((y > box.y0) & (y < box.y1), (x > box.x0) & (x < box.x1))] = number
    return part
