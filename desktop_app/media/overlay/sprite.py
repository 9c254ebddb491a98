"""Small prerendered pictures laid over a frame, touching only the pixels they cover."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from desktop_app.media.overlay.lettering import Colour


class Sprite:
    """An RGBA picture with its place in the frame, ready to be laid over any number of frames.

    What of it reaches beyond the frame's right or lower edge is left out.
    """

    def __init__(self, picture: Image.Image, left: int, top: int) -> None:
        rgba = np.asarray(picture, np.uint16)
        alpha = rgba[:, :, 3:] + (rgba[:, :, 3:] >> 7)  # 0..256, so that a shift can divide
        self._keep = np.broadcast_to(256 - alpha, (*alpha.shape[:2], 3)).copy()
        self._add = rgba[:, :, :3] * alpha
        self.area = (slice(top, top + rgba.shape[0]), slice(left, left + rgba.shape[1]))

    def lay_over(self, frame: NDArray[np.uint8]) -> None:
        """Blend into `frame`, (height, width, 3), in place."""
        region = frame[self.area]
        seen = (slice(region.shape[0]), slice(region.shape[1]))
        blended = region * self._keep[seen]
        blended += self._add[seen]
        blended >>= 8
        region[:] = blended


def tint(region: NDArray[np.uint8], mask: NDArray[np.uint8], colour: Colour) -> None:
    """Paint `colour` into `region`, (height, width, 3), in place, as strongly as `mask` says.

    `mask` is (height, width) uint8; what of it reaches beyond the region is left out.
    """
    mask = mask[: region.shape[0], : region.shape[1]]
    inked = np.nonzero(mask)
    alpha = mask[inked].astype(np.uint16)[:, None]
    alpha += alpha >> 7  # 0..256, so that a shift can divide
    part = region[inked] * (256 - alpha)
    part += np.array(colour, np.uint16) * alpha
    region[inked] = part >> 8


def card(width: int, height: int, radius: int, fill: tuple[int, int, int, int]) -> Image.Image:
    """A translucent card with smooth round corners and a hairline edge, RGBA."""
    scale = 4
    mask = Image.new("L", (width * scale, height * scale))
    ImageDraw.Draw(mask).rounded_rectangle(
        (0, 0, width * scale - 1, height * scale - 1), radius * scale, fill=fill[3]
    )
    picture = Image.new("RGBA", (width, height), fill[:3])
    picture.putalpha(mask.reduce(scale))
    return picture
