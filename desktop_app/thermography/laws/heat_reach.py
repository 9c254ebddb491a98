"""How hot each place may have become by then, from what heats the body.

The maximum principle holds on every part of a body: what is hotter than a level hangs together, through
space and back through time, with a place on the body's boundary or with its beginning that is as hot
(L. C. Evans, Partial Differential Equations, 2nd ed., 2010, section 2.3.3). It holds in any units.
"""

from __future__ import annotations

from itertools import pairwise
from math import inf

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
MOST_SWEEPS = 12


def reach(level: Array, driven: NDArray[np.bool_], beginning: Array, outside: float = -inf) -> Array:
    """The hottest that heat conducted from driven places and from the beginning can have made each place.

    Args:
        level: (frame, row, column, clip), finite; lower than all else outside the body.
        driven: (row, column) where heat may come from outside.
        beginning: (row, column, clip) hottest that each place may have been before the first frame.
        outside: how hot what surrounds the body may make any place at any time.

    Returns:
        Of the shape of `level`: `level` where it may be so, less where it may not.
    """
    reached = np.empty_like(level)
    so_far = np.array(beginning, dtype=np.float64)
    for now, there in zip(level, reached, strict=True):
        there[...] = np.where(driven[:, :, None], now, np.minimum(now, np.maximum(so_far, outside)))
        _spread(there, now)
        so_far = there
    return reached


def _spread(spread: Array, under: Array) -> None:
    """Let every place be as hot as a neighbour, but not hotter than `under`; in place.

    Grey-scale reconstruction by dilation, in sweeps: L. Vincent, IEEE Trans. Image Process. 2 (1993).
    """
    rows, columns = range(spread.shape[0]), range(spread.shape[1])
    for _ in range(MOST_SWEEPS):
        before = spread.sum()
        for across in (columns, columns[::-1]):
            for here, there in pairwise(across):
                passed = np.minimum(spread[:, here], under[:, there])
                np.maximum(spread[:, there], passed, out=spread[:, there])
        for down in (rows, rows[::-1]):
            for here, there in pairwise(down):
                passed = np.minimum(spread[here], under[there])
                np.maximum(spread[there], passed, out=spread[there])
        if spread.sum() == before:
            return
