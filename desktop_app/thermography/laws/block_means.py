"""Means over blocks of cells and frames."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
LEAST_FULL = 0.5
"""Share of a block that must have values for its mean to count."""


def block_means(values: Array, sizes: tuple[int, ...]) -> Array:
    """Means over blocks of the given sizes along each axis; the last block of an axis may be shorter.

    Args:
        values: of any shape; NaN is no value.
        sizes: of a block, one for each axis.

    Returns:
        The means; NaN where less than half of a block has values.
    """
    there = ~np.isnan(values)
    counted = _sums(there.astype(np.float64), sizes)
    total = _sums(np.where(there, values, 0.0), sizes)
    full = _sums(np.ones(values.shape), sizes)
    return np.asarray(np.where(counted >= LEAST_FULL * full, total / np.maximum(counted, 1), np.nan))


def block_starts(length: int, size: int) -> NDArray[np.intp]:
    """First index of every block along an axis; a rest shorter than half a block joins the last one."""
    starts = np.arange(0, length, size)
    if len(starts) > 1 and length - starts[-1] < size / 2:
        starts = starts[:-1]
    return starts


def _sums(values: Array, sizes: tuple[int, ...]) -> Array:
    for axis, size in enumerate(sizes):
        if size > 1:
            values = np.add.reduceat(values, block_starts(values.shape[axis], size), axis=axis)
    return values
