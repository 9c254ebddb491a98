"""Pictures without the grain of dithering."""

from __future__ import annotations

import numpy as np
from scipy import ndimage

from desktop_app.domain.clip import Frames

ACROSS_PX = 5


def undithered(frames: Frames) -> Frames:
    """Means over 5×5 pixels: what a GIF's few colours, or sensor noise, stand for.

    A palette is a smooth line through colours, so the mean of neighbours on it is still next to it.

    Args:
        frames: (frame, row, column, 3).
    """
    size = (1, ACROSS_PX, ACROSS_PX, 1)
    return np.asarray(ndimage.uniform_filter(frames, size=size, mode="nearest"), dtype=np.uint8)
