"""Single pictures to lay into a page."""

from __future__ import annotations

from base64 import b64encode
from io import BytesIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image

STILL_SIDE = 480


def still_png(frame: NDArray[np.uint8]) -> bytes:
    """`frame`, (row, column, 3) uint8 RGB, as a PNG no larger than 480 pixels on a side."""
    image = Image.fromarray(frame)
    image.thumbnail((STILL_SIDE, STILL_SIDE), Image.Resampling.LANCZOS)
    return _png(image)


def map_png(picture: NDArray[np.uint8], width: int, height: int) -> bytes:
    """`picture`, (row, column, 3) uint8 RGB, as a PNG of that size whose cells have hard edges."""
    image = Image.fromarray(np.ascontiguousarray(picture))
    return _png(image.resize((width, height), Image.Resampling.NEAREST))


def data_uri(png: bytes) -> str:
    """A PNG as the address of itself."""
    return f"data:image/png;base64,{b64encode(png).decode('ascii')}"


def _png(image: Image.Image) -> bytes:
    stream = BytesIO()
    image.save(stream, format="PNG", optimize=True)
    return stream.getvalue()
