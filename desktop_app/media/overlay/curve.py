"""Curves as the strokes that a drawing pen needs."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]


def pieces(x: NDArray[np.float64], y: NDArray[np.float64]) -> list[Points]:
    """The runs of finite points, each (point, 2); a curve has a gap where it is NaN."""
    finite = np.isfinite(x) & np.isfinite(y)
    starts = np.flatnonzero(finite & ~np.concatenate([[False], finite[:-1]]))
    ends = np.flatnonzero(finite & ~np.concatenate([finite[1:], [False]])) + 1
    points = np.stack([x, y], axis=1)
    return [points[start:end] for start, end in zip(starts, ends, strict=True) if end - start > 1]


def dashes(points: Points, dash: float, gap: float) -> list[Points]:
    """`points` (point, 2) cut into dashes of equal length along the curve."""
    along = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))])
    starts = np.arange(0.0, along[-1], dash + gap)
    ends = np.minimum(starts + dash, along[-1])
    at = np.sort(np.concatenate([along, starts, ends]))
    cut = np.stack([np.interp(at, along, points[:, 0]), np.interp(at, along, points[:, 1])], axis=1)
    first, last = np.searchsorted(at, starts), np.searchsorted(at, ends, side="right")
    return [cut[start:end] for start, end in zip(first, last, strict=True)]
