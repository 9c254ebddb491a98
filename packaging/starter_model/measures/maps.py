"""Pictures of bodies of every size on one small grid, so that they can be laid upon each other."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.clip import PixelBox

GRID = 24
"""Cells along either side of a body's bounding box: a heat sink's fins are two cells apart or more."""
FINE = 96
"""Points along either side at which a solution is looked up for it; a multiple of `GRID`."""
LEAST_SHARE = 0.3
"""Of a cell that must be of the body for it to have a level."""


@dataclass(frozen=True, eq=False)
class Maps:
    """A body on the grid, its bounding box filling it.

    Attributes:
        filled: (row, column) 0..1, share of a cell that the body covers; the top row first.
        level: (frame, row, column) 0..1 of the palette, NaN where the body is not.
        aspect: width over height of the box in the picture.
    """

    filled: NDArray[np.float32]
    level: NDArray[np.float32]
    aspect: float


def maps_of_picture(mask: NDArray[np.bool_], level: NDArray[np.float32], box: PixelBox) -> Maps:
    """From pixels.

    Args:
        mask: (row, column) of the box, where the body is.
        level: (frame, row, column) of the box; NaN counts as not known.
        box: at least `GRID` pixels wide and high, else its pixels are repeated.
    """
    rows, columns = _bins(mask.shape[0]), _bins(mask.shape[1])
    known = mask & np.isfinite(level)
    share = rows @ known.astype(np.float32) @ columns.T
    total = rows @ np.where(known, level, 0.0).astype(np.float32) @ columns.T
    filled = rows @ mask.astype(np.float32) @ columns.T
    aspect = (box.right - box.left) / (box.bottom - box.top)
    return Maps(filled, _divided(total, share), aspect)


def maps_of_solution(level: NDArray[np.floating], aspect: float) -> Maps:
    """From a solution (frame, y, x) whose y grows upward, NaN outside the body."""
    upside_down = np.asarray(level[:, ::-1], np.float32)
    rows = _bins(FINE) @ _between(FINE, upside_down.shape[1])
    columns = _bins(FINE) @ _between(FINE, upside_down.shape[2])
    known = np.isfinite(upside_down)
    share = rows @ known.astype(np.float32) @ columns.T
    total = rows @ np.nan_to_num(upside_down) @ columns.T
    return Maps(share[0], _divided(total, share), aspect)


def _divided(total: NDArray[np.float32], share: NDArray[np.float32]) -> NDArray[np.float32]:
    value = total / np.maximum(share, LEAST_SHARE)
    return np.asarray(np.where(share >= LEAST_SHARE, value, np.nan), np.float32)


def _bins(size: int) -> NDArray[np.float32]:
    """(GRID, size) that averages over the cells."""
    edges = np.linspace(0.0, size, GRID + 1)
    low, high = np.arange(size), np.arange(1, size + 1)
    within = np.minimum(high, edges[1:, None]) - np.maximum(low, edges[:-1, None])
    return np.asarray(np.maximum(within, 0.0) * (GRID / size), np.float32)


def _between(points: int, cells: int) -> NDArray[np.float32]:
    """(points, cells) that looks up linearly between cell centres; ends are held."""
    at = np.clip((np.arange(points) + 0.5) * cells / points - 0.5, 0, cells - 1)
    below = np.minimum(at.astype(np.intp), max(cells - 2, 0))
    weights = np.zeros((points, cells), np.float32)
    weights[np.arange(points), below] = 1 - (at - below)
    if cells > 1:
        weights[np.arange(points), below + 1] += (at - below).astype(np.float32)
    return weights
