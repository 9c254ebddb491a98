"""From a colour back to its place on a palette."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from desktop_app.domain.look import Look
from desktop_app.thermography.colour_space import oklab

POINTS_PER_LEVEL = 4
CONFIDENCE_WIDTH = 0.06
"""Oklab distance at which confidence has fallen to 1/e: about three just noticeable differences."""
OFF_PALETTE = 0.12
"""Oklab distance beyond which a colour is not of the palette."""


class PaletteInverter:
    """Nearest point of a look's palette, as a polyline in Oklab."""

    def __init__(self, look: Look) -> None:
        """Prepare the search; the look must be readable."""
        if look.palette is None:
            raise ValueError(f"the look {look.name} has no palette")
        corners = oklab(look.palette)
        at = np.linspace(0, len(corners) - 1, (len(corners) - 1) * POINTS_PER_LEVEL + 1)
        polyline = [np.interp(at, np.arange(len(corners)), corners[:, axis]) for axis in range(3)]
        self._tree = cKDTree(np.stack(polyline, axis=1))
        self._last = len(at) - 1

    def invert(self, rgb: NDArray[np.uint8]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Level 0..1 and Oklab distance to the palette, each (…), of colours (…, 3)."""
        red, green, blue = (rgb[..., channel].astype(np.uint32) for channel in range(3))
        codes, where = np.unique((red << 16) | (green << 8) | blue, return_inverse=True)
        colours = np.stack([codes >> 16, codes >> 8, codes], axis=1).astype(np.uint8)
        found = self._tree.query(oklab(colours))
        distance, index = np.asarray(found[0], np.float32), np.asarray(found[1])
        level = (index / self._last).astype(np.float32)
        where = where.reshape(rgb.shape[:-1])
        return level[where], distance[where]


def confidence_of(distance: NDArray[np.float32]) -> NDArray[np.float32]:
    """1 on the palette, falling as a Gaussian of the distance from it."""
    return np.asarray(np.exp(-((distance / CONFIDENCE_WIDTH) ** 2)), dtype=np.float32)
