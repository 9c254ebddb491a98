"""A small picture of a frame, for lists."""

from __future__ import annotations

from io import BytesIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image

LARGEST_SIDE = 320


def thumbnail_png(frame: NDArray[np.uint8]) -> bytes:
    """`frame`, (row, column, 3) uint8 RGB, as a PNG no larger than 320 pixels on a side."""
    image = Image.fromarray(frame)
    image.thumbnail((LARGEST_SIDE, LARGEST_SIDE), Image.Resampling.LANCZOS)
    stream = BytesIO()
    image.save(stream, format="PNG", optimize=True)
    return stream.getvalue()
