"""The solution beside a reading it may not belong to yet."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.reading import Reading


def solution_beside(reading: Reading, solution_C: NDArray[np.float64] | None) -> NDArray[np.float64] | None:
    """The solution where it was taken at the reading's positions, else None.

    The two are set one after the other; in between, the one in view may be of another probe.

    Args:
        reading: what is drawn.
        solution_C: (frame, sample) in °C, or none.
    """
    if solution_C is None or solution_C.shape[1] != len(reading.position):
        return None
    return solution_C


def solution_of_frame(
    reading: Reading, solution_C: NDArray[np.float64] | None, index: int
) -> NDArray[np.float64] | None:
    """(sample,) of one frame in °C, or None where there is none."""
    beside = solution_beside(reading, solution_C)
    if beside is None or index >= len(beside):
        return None
    row: NDArray[np.float64] = beside[index]
    return row
