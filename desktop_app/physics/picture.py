"""From the solver's cells to places in the picture and to its equal cells."""

from __future__ import annotations

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from desktop_app.physics.body_grid import BodyGrid
from desktop_app.physics.heat_problem import FloatArray, HeatProblem

IntArray = NDArray[np.intp]


class Sampler:
    """Interpolates temperatures of a body at places in its picture.

    Between the middles of two cells temperature changes as the thermal resistance between them does: by a
    bend where materials meet, and by a jump where a contact resists. Cells outside the body do not count.
    """

    def __init__(self, body: BodyGrid, problem: HeatProblem, x_m: FloatArray, y_m: FloatArray) -> None:
        """Prepare for places.

        Args:
            body: on its grid.
            problem: what is solved on it.
            x_m: (n,) from the body's left edge, m.
            y_m: (n,) from its lower edge, m.
        """
        self._inside, self._weights = _weights(body, problem, *_coordinates(body, x_m, y_m))
        self._cells = np.flatnonzero(body.body)

    def at(self, temperature: FloatArray) -> FloatArray:
        """(n,) from the solver's (ny, nx), K; NaN outside the body."""
        values = np.full(self._inside.shape, np.nan)
        values[self._inside] = self._weights @ temperature.ravel()[self._cells]
        return values


class Picture:
    """Interpolates temperatures of a body to equal cells."""

    def __init__(self, body: BodyGrid, problem: HeatProblem, cells: tuple[int, int]) -> None:
        """Prepare for pictures of `cells` along x and y."""
        (nx, ny), (width, height) = cells, body.extent
        self.x_m = np.asarray((np.arange(nx) + 0.5) * (width / nx))
        self.y_m = np.asarray((np.arange(ny) + 0.5) * (height / ny))
        x, y = np.meshgrid(self.x_m, self.y_m)
        self._sampler = Sampler(body, problem, x.ravel(), y.ravel())

    def of(self, temperature: FloatArray) -> NDArray[np.float32]:
        """(y, x) from the solver's (ny, nx), K; NaN outside the body."""
        values = self._sampler.at(temperature).astype(np.float32)
        return values.reshape(self.y_m.size, self.x_m.size)


def _coordinates(body: BodyGrid, x: FloatArray, y: FloatArray) -> tuple[FloatArray, FloatArray]:
    """The solver's coordinates of places in the picture."""
    width, height = body.extent
    if body.figure == "plane":
        return x, y
    if body.figure == "round":
        return x, np.abs(y - height / 2)
    x, y = x - width / 2, y - height / 2
    return np.arctan2(y, x) % (2 * np.pi), np.hypot(x, y)


def _weights(
    body: BodyGrid, problem: HeatProblem, along: FloatArray, across: FloatArray
) -> tuple[NDArray[np.bool_], sp.csr_array]:
    """Which places are in the body, and for each of these the shares (place, cell of the body)."""
    grid, part = body.grid, body.part
    column, outside_x = _cell_at(grid.x_edges, along)
    row, outside_y = _cell_at(grid.y_edges, across)
    inside = (part[row, column] >= 0) & ~outside_x & ~outside_y
    column, row = column[inside], row[inside]
    left, right, share_x = _neighbours(grid.x, along[inside], 2 * np.pi if grid.closed else None)
    lower, upper, share_y = _neighbours(grid.y, across[inside], None)
    half_x, half_y = _half_resistances(problem)
    share_x = _by_resistance(
        share_x,
        (grid.half_x[row, left], grid.half_x[row, right]),
        (half_x[row, left], half_x[row, right]),
        _contact(problem.resistance_x, row, left),
    )
    share_y = _by_resistance(
        share_y,
        (grid.half_y[lower, column], grid.half_y[upper, column]),
        (half_y[lower, column], half_y[upper, column]),
        _contact(problem.resistance_y, lower, column),
    )

    places = np.arange(column.size)
    total = np.zeros(column.size)
    corners = []
    for y, share_up in ((lower, 1 - share_y), (upper, share_y)):
        for x, share_right in ((left, 1 - share_x), (right, share_x)):
            share = np.where(part[y, x] >= 0, share_up * share_right, 0.0)
            total += share
            corners.append((y * grid.nx + x, share))
    alone = total < 1e-9
    corners.append((row * grid.nx + column, alone.astype(np.float64)))
    total = np.where(alone, 1.0, total)
    number = np.cumsum(part.ravel() >= 0) - 1
    used = [
        (places[share > 0], number[cell[share > 0]], (share / total)[share > 0]) for cell, share in corners
    ]
    rows, columns, shares = (np.concatenate(several) for several in zip(*used, strict=True))
    size = (column.size, int((part >= 0).sum()))
    return inside, sp.csr_array((shares, (rows, columns)), shape=size)


def _half_resistances(problem: HeatProblem) -> tuple[FloatArray, FloatArray]:
    """From the middle of each cell to its faces along x and along y, m²·K/W; none in a mixed volume."""
    still = np.ones(problem.body.shape) if problem.mixed is None else np.where(problem.mixed, 0.0, 1.0)
    grid = problem.grid
    return still * grid.half_x / problem.conductivity_x, still * grid.half_y / problem.conductivity_y


def _contact(resistance: FloatArray | None, row: IntArray, column: IntArray) -> FloatArray:
    """Between each cell and the next one; the last has none."""
    if resistance is None:
        return np.zeros(row.size)
    last = (row >= resistance.shape[0]) | (column >= resistance.shape[1])
    within = np.where(last, 0, row), np.where(last, 0, column)
    return np.where(last, 0.0, resistance[within])


def _by_resistance(
    share: FloatArray,
    lengths: tuple[FloatArray, FloatArray],
    resistances: tuple[FloatArray, FloatArray],
    contact: FloatArray,
) -> FloatArray:
    """The share of the resistance between two middles, from the share of the length."""
    face = lengths[0] / (lengths[0] + lengths[1])
    before = resistances[0] * share / face
    after = resistances[0] + contact + resistances[1] * (share - face) / (1 - face)
    whole = resistances[0] + contact + resistances[1]
    passed = np.where(share <= face, before, after)
    return np.where(whole > 0, passed / np.where(whole > 0, whole, 1.0), share)


def _cell_at(edges: FloatArray, at: FloatArray) -> tuple[IntArray, NDArray[np.bool_]]:
    """The cell each place is in, the nearest one outside all; and whether it is outside."""
    cell = np.searchsorted(edges, at, side="right") - 1
    return np.clip(cell, 0, edges.size - 2), np.asarray((at < edges[0]) | (at > edges[-1]))


def _neighbours(
    middles: FloatArray, at: FloatArray, period: float | None
) -> tuple[IntArray, IntArray, FloatArray]:
    """The middles before and after each place, and the share of the latter; the ends are held or joined."""
    count = middles.size
    if period is not None:
        middles = np.concatenate([[middles[-1] - period], middles, [middles[0] + period]])
    if middles.size == 1:
        nothing = np.zeros(at.size, dtype=np.intp)
        return nothing, nothing, np.zeros(at.size)
    before = np.clip(np.searchsorted(middles, at, side="right") - 1, 0, middles.size - 2)
    share = np.clip((at - middles[before]) / (middles[before + 1] - middles[before]), 0.0, 1.0)
    after = before + 1
    if period is not None:
        before, after = (before - 1) % count, (after - 1) % count
    return before, after, share
