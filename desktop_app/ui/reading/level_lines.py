"""Where a map has one value: marching squares."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Edge = tuple[NDArray[np.float64], NDArray[np.float64]]

_EDGE_PAIRS: dict[int, tuple[tuple[int, int], ...]] = {
    1: ((3, 0),),
    2: ((0, 1),),
    3: ((3, 1),),
    4: ((1, 2),),
    5: ((3, 0), (1, 2)),
    6: ((0, 2),),
    7: ((3, 2),),
    8: ((2, 3),),
    9: ((2, 0),),
    10: ((0, 1), (2, 3)),
    11: ((2, 1),),
    12: ((1, 3),),
    13: ((1, 0),),
    14: ((0, 3),),
}
"""Corners above the level (1 at i,j; 2 at i+1,j; 4 at i+1,j+1; 8 at i,j+1) -> the edges to join.

W. E. Lorensen and H. E. Cline, Computer Graphics 21, 1987, in two dimensions.
"""


def smoothed(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Values averaged with their neighbours, weights 1-2-1 along both axes, edges repeated."""
    for axis in (0, 1):
        if values.shape[axis] > 2:
            wide = np.pad(values, [(1, 1) if each == axis else (0, 0) for each in (0, 1)], mode="edge")
            before, after = (np.take(wide, np.arange(values.shape[axis]) + by, axis) for by in (0, 2))
            values = (before + 2 * values + after) / 4
    return values


def level_lines(
    values: NDArray[np.float64], x: NDArray[np.float64], y: NDArray[np.float64], level: float
) -> NDArray[np.float64]:
    """The pieces of the line on which a map has a value.

    Args:
        values: (column, row) at the grid's points; cells with NaN are left out.
        x: (column,) ascending.
        y: (row,) ascending.
        level: the value.

    Returns:
        (piece, 2, 2): both ends, (x, y) each.
    """
    if min(values.shape) < 2:
        return np.empty((0, 2, 2))
    above = values > level
    corners = (above[:-1, :-1], above[1:, :-1], above[1:, 1:], above[:-1, 1:])
    case = np.zeros(corners[0].shape, np.int8)
    for bit, corner in enumerate(corners):
        case |= corner.astype(np.int8) << bit
    near = np.isfinite(values)
    whole = near[:-1, :-1] & near[1:, :-1] & near[1:, 1:] & near[:-1, 1:]
    columns, rows = np.nonzero((case > 0) & (case < len(_EDGE_PAIRS) + 1) & whole)
    cases = case[columns, rows]
    found = [np.empty((0, 2, 2))]
    for number, pairs in _EDGE_PAIRS.items():
        here = cases == number
        column, row = columns[here], rows[here]
        for pair in pairs if len(column) else ():
            ends = [_crossing(values, x, y, level, column, row, edge) for edge in pair]
            found.append(np.stack([np.stack(end, axis=1) for end in ends], axis=1))
    return np.concatenate(found)


def _crossing(
    values: NDArray[np.float64],
    x: NDArray[np.float64],
    y: NDArray[np.float64],
    level: float,
    column: NDArray[np.intp],
    row: NDArray[np.intp],
    edge: int,
) -> Edge:
    """Where the level crosses an edge of each cell: 0 lower, 1 right, 2 upper, 3 left."""
    start = ((0, 0), (1, 0), (0, 1), (0, 0))[edge]
    end = ((1, 0), (1, 1), (1, 1), (0, 1))[edge]
    ci, ri, cj, rj = column + start[0], row + start[1], column + end[0], row + end[1]
    a, b = values[ci, ri], values[cj, rj]
    share = (level - a) / (b - a)
    return x[ci] + share * (x[cj] - x[ci]), y[ri] + share * (y[rj] - y[ri])
