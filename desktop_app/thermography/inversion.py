"""From a colour back to its place on a palette."""

from __future__ import annotations

from dataclasses import dataclass

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


@dataclass(frozen=True, eq=False)
class Inversion:
    """What colours say, each array of the shape of the colours.

    Attributes:
        level: float32, 0..1 of the palette.
        distance: float32, Oklab distance to the palette.
        gain: float32, levels per unit of Oklab distance along the palette: what noise of colour becomes.
        ambiguity: float32, 0..1, how nearly another stretch of the palette would do as well.
    """

    level: NDArray[np.float32]
    distance: NDArray[np.float32]
    gain: NDArray[np.float32]
    ambiguity: NDArray[np.float32]


class PaletteInverter:
    """Nearest point of a look's palette, as a polyline in Oklab."""

    def __init__(self, look: Look) -> None:
        """Prepare the search; the look must be readable."""
        if look.palette is None:
            raise ValueError(f"the look {look.name} has no palette")
        corners = oklab(look.palette)
        at = np.linspace(0, len(corners) - 1, (len(corners) - 1) * POINTS_PER_LEVEL + 1)
        polyline = [np.interp(at, np.arange(len(corners)), corners[:, axis]) for axis in range(3)]
        self._polyline = np.stack(polyline, axis=1)
        self._tree = cKDTree(self._polyline)
        self._last = len(at) - 1
        speed = np.linalg.norm(np.gradient(self._polyline, axis=0), axis=1) * self._last
        self._gain = (1 / np.maximum(speed, 1e-3)).astype(np.float32)

    def invert(self, rgb: NDArray[np.uint8]) -> Inversion:
        """Where the colours (…, 3) are on the palette."""
        red, green, blue = (rgb[..., channel].astype(np.uint32) for channel in range(3))
        codes, where = np.unique((red << 16) | (green << 8) | blue, return_inverse=True)
        colours = np.stack([codes >> 16, codes >> 8, codes], axis=1).astype(np.uint8)
        found = self._tree.query(oklab(colours))
        distance, index = np.asarray(found[0], np.float32), np.asarray(found[1])
        where = where.reshape(rgb.shape[:-1])
        return Inversion(
            level=(index / self._last).astype(np.float32)[where],
            distance=distance[where],
            gain=self._gain[index][where],
            ambiguity=np.zeros(rgb.shape[:-1], np.float32),
        )


def confidence_of(found: Inversion) -> NDArray[np.float32]:
    """1 on the palette, falling as a Gaussian of the distance from it, and where it is ambiguous."""
    return np.asarray(
        np.exp(-((found.distance / CONFIDENCE_WIDTH) ** 2)) * (1 - found.ambiguity), dtype=np.float32
    )
