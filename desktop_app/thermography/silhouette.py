"""Which pixels of a body's bounding box the body covers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.geometry import Annulus, Box, Outline


def coverage(outlines: Sequence[Outline], rows: int, columns: int) -> NDArray[np.float32] | None:
    """Share (row, column) of each pixel that the body covers, the top row first; None where it covers all.

    Rectangles begin and end with a pixel, so that their edges stay sharp; a round edge is smoothed over the
    width of one.

    Args:
        outlines: of the body's parts, m; together they reach from 0 to the edges of the box.
        rows: of the box.
        columns: of the box.
    """
    if not outlines:
        return None
    width, height = max(one.x1 for one in outlines), max(one.y1 for one in outlines)
    x = np.asarray((np.arange(columns) + 0.5) * (width / columns))
    y = np.asarray((np.arange(rows)[::-1] + 0.5) * (height / rows))
    covered = np.zeros((rows, columns), dtype=np.float32)
    for one in outlines:
        if isinstance(one, Box):
            covered[np.ix_((y >= one.y0) & (y < one.y1), (x >= one.x0) & (x < one.x1))] = 1.0
        else:
            covered = np.maximum(covered, _ring(one, x, y))
    return None if (covered == 1.0).all() else covered


def _ring(ring: Annulus, x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.float32]:
    middle, pixel = ring.outer_radius, float(x[0]) * 2
    distance = np.hypot(x - middle, (y - middle)[:, None])
    within_outer = np.clip(0.5 + (ring.outer_radius - distance) / pixel, 0.0, 1.0)
    beyond_inner = np.clip(0.5 + (distance - ring.inner_radius) / pixel, 0.0, 1.0)
    return np.asarray(np.minimum(within_outer, beyond_inner), dtype=np.float32)
