"""How far series are from going one way only."""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import isotonic_regression

Array = NDArray[np.float64]
Direction = Literal[1, -1]


def monotone(series: Array, direction: Direction | None = None) -> Array:
    """The closest series that never fall (1), never rise (−1), or do either, whichever is closer to each.

    Least squares by pooling adjacent violators (M. Ayer et al., Ann. Math. Statist. 26, 1955).

    Args:
        series: (time, place), no NaN.
        direction: of all of them.
    """
    ways: tuple[bool, ...] = (True, False) if direction is None else (direction > 0,)
    fits = [
        np.stack([isotonic_regression(each, increasing=rises).x for each in series.T], axis=1)
        for rises in ways
    ]
    if len(fits) == 1:
        return fits[0]
    apart = [((series - fit) ** 2).sum(axis=0) for fit in fits]
    return np.where(apart[0] <= apart[1], fits[0], fits[1])
