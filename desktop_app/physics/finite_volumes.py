"""Finite volumes for the heat equation: unknowns, capacities, and conductances between and out of cells.

Source: S. V. Patankar, Numerical Heat Transfer and Fluid Flow (1980), sections 4.2-4.3: heat crosses the
half cells on both sides of a face, and a contact between them, in series (the harmonic mean).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from desktop_app.physics.grid import Grid
from desktop_app.physics.heat_problem import FloatArray, HeatProblem, Side

IntArray = NDArray[np.intp]
BoolArray = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Unknowns:
    """The temperatures to be found: one for each cell of the body, one for all of a mixed volume.

    Attributes:
        index: (ny, nx) number of a cell's unknown, −1 outside the body.
        count: how many there are, n.
        volumes: (ny, nx) of the cells, 0 outside the body.
    """

    index: IntArray
    count: int
    volumes: FloatArray

    @classmethod
    def of(cls, problem: HeatProblem) -> Unknowns:
        """Those of a problem, in row-major order of the cells."""
        own = problem.body if problem.mixed is None else problem.body & ~problem.mixed
        index = np.full(problem.body.shape, -1, dtype=np.intp)
        count = int(own.sum())
        index[own] = np.arange(count)
        if problem.mixed is not None and problem.mixed.any():
            index[problem.mixed] = count
            count += 1
        return cls(index, count, np.where(problem.body, problem.grid.volumes, 0.0))

    def total(self, density: FloatArray) -> FloatArray:
        """(n,) sum over the cells of an unknown of density × volume; `density` is (ny, nx)."""
        inside = self.index >= 0
        weights = density[inside] * self.volumes[inside]
        return np.bincount(self.index[inside], weights, minlength=self.count).astype(np.float64)

    def mean(self, values: FloatArray, density: FloatArray) -> FloatArray:
        """(n,) mean of (ny, nx) values over the cells of an unknown, weighted with density × volume."""
        return self.total(np.where(self.index >= 0, values, 0.0) * density) / self.total(density)

    def spread(self, values: FloatArray) -> FloatArray:
        """(ny, nx) from (n,), NaN outside the body."""
        return np.append(values, np.nan)[self.index]


@dataclass(frozen=True, eq=False)
class Links:
    """Conductances [W/K per metre or radian] between pairs of unknowns, each pair once or more."""

    first: IntArray
    second: IntArray
    conductance: FloatArray


@dataclass(frozen=True, eq=False)
class Faces:
    """Exposed faces of the body.

    Attributes:
        unknown: (m,) that each belongs to.
        area: (m,), m² per metre or radian.
        inner: (m,) conductance from the unknown to the face, W/K; infinite for a mixed volume.
    """

    unknown: IntArray
    area: FloatArray
    inner: FloatArray


class Conduction:
    """What the body of a problem conducts, for given conductivities of its cells."""

    def __init__(
        self, problem: HeatProblem, unknowns: Unknowns, conductivity_x: FloatArray, conductivity_y: FloatArray
    ) -> None:
        self._grid = problem.grid
        self._body = problem.body
        self._unknowns = unknowns
        mixed = np.zeros_like(problem.body) if problem.mixed is None else problem.mixed
        self._half_x = _half_resistivity(problem.grid.half_x, conductivity_x, problem.body, mixed)
        self._half_y = _half_resistivity(problem.grid.half_y, conductivity_y, problem.body, mixed)
        self._contact_x, self._contact_y = problem.resistance_x, problem.resistance_y

    def links(self) -> Links:
        """Between all neighbours of the body."""
        grid, index = self._grid, self._unknowns.index
        left, right = np.s_[:, :-1], np.s_[:, 1:]
        lower, upper = np.s_[:-1, :], np.s_[1:, :]
        groups = [
            _between(index, self._half_x, left, right, grid.areas_x[:, 1:-1], self._contact_x),
            _between(index, self._half_y, lower, upper, grid.areas_y[1:-1, :], self._contact_y),
        ]
        if grid.closed:
            groups.append(_between(index, self._half_x, np.s_[:, -1], np.s_[:, 0], grid.areas_x[:, 0], None))
        first, second, conductance = (np.concatenate(part) for part in zip(*groups, strict=True))
        return Links(first, second, conductance)

    def faces(self, side: Side, cells: BoolArray) -> Faces:
        """The faces on one side of cells.

        Raises:
            ValueError: a cell is not of the body, or not exposed on that side.
        """
        if (cells & ~exposed(self._grid, self._body, side)).any():
            raise ValueError(f"cells that are not exposed on the {side} side")
        along_x = side in ("left", "right")
        resistivity = (self._half_x if along_x else self._half_y)[cells]
        area = outer_areas(self._grid, side)[cells]
        with np.errstate(divide="ignore"):
            inner = area / resistivity
        return Faces(self._unknowns.index[cells], area, inner)


def exposed(grid: Grid, body: BoolArray, side: Side) -> BoolArray:
    """(ny, nx), the cells of the body that have no neighbour on one side; its grid's axis is no surface."""
    padded = np.pad(body, 1)
    if grid.closed:
        padded[1:-1, 0], padded[1:-1, -1] = body[:, -1], body[:, 0]
    neighbour = {
        "left": padded[1:-1, :-2],
        "right": padded[1:-1, 2:],
        "bottom": padded[:-2, 1:-1],
        "top": padded[2:, 1:-1],
    }[side]
    return np.asarray(body & ~neighbour & (outer_areas(grid, side) > 0))


def outer_areas(grid: Grid, side: Side) -> FloatArray:
    """(ny, nx), m² per metre or radian of the face on one side of every cell."""
    match side:
        case "left":
            return grid.areas_x[:, :-1]
        case "right":
            return grid.areas_x[:, 1:]
        case "bottom":
            return grid.areas_y[:-1, :]
        case "top":
            return grid.areas_y[1:, :]


def _half_resistivity(
    half: FloatArray, conductivity: FloatArray, body: BoolArray, mixed: BoolArray
) -> FloatArray:
    """(ny, nx) m²·K/W from the middle of a cell to its face; 0 in a mixed volume."""
    solid = body & ~mixed
    return np.divide(half, conductivity, out=np.zeros(body.shape), where=solid)


def _between(
    index: IntArray, half: FloatArray, first: Any, second: Any, area: FloatArray, contact: FloatArray | None
) -> tuple[IntArray, IntArray, FloatArray]:
    a, b = index[first], index[second]
    apart = (a >= 0) & (b >= 0) & (a != b) & (area > 0)
    resistivity = half[first] + half[second]
    if contact is not None:
        resistivity = resistivity + contact
    return a[apart], b[apart], area[apart] / resistivity[apart]
