"""From a colour back to its place on a palette."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.look import Look
from desktop_app.thermography.colour_table import ColourTable
from desktop_app.thermography.palette_polyline import PalettePolyline

CONFIDENCE_WIDTH = 0.06
"""Oklab distance at which confidence has fallen to 1/e: about three just noticeable differences."""
OFF_PALETTE = 0.12
"""Oklab distance beyond which a colour is not of the palette."""
TABLES_KEPT = 2


@dataclass(frozen=True, eq=False)
class Inversion:
    """What colours say, each array of the shape of the colours.

    Attributes:
        level: float32, 0..1 of the palette.
        distance: float32, Oklab distance to the palette.
        gain: float32, levels per unit of Oklab distance along the palette: what noise of colour becomes.
        ambiguity: float32, 0..1, how nearly another, far-away stretch of the palette would do as well.
    """

    level: NDArray[np.float32]
    distance: NDArray[np.float32]
    gain: NDArray[np.float32]
    ambiguity: NDArray[np.float32]


class PaletteInverter:
    """Nearest point of a look's palette, as a polyline in Oklab, through a table that inverters share."""

    def __init__(self, look: Look) -> None:
        """Prepare the search; the look must be readable."""
        if look.palette is None:
            raise ValueError(f"the look {look.name} has no palette")
        self._table = _table_of(look.palette.tobytes())

    def invert(self, rgb: NDArray[np.uint8]) -> Inversion:
        """Where the colours (…, 3) are on the palette; safe to call from several threads."""
        return Inversion(*self._table.look_up(rgb))


def confidence_of(found: Inversion) -> NDArray[np.float32]:
    """1 on the palette, falling as a Gaussian of the distance from it, and where it is ambiguous."""
    return np.asarray(
        np.exp(-((found.distance / CONFIDENCE_WIDTH) ** 2)) * (1 - found.ambiguity), dtype=np.float32
    )


@lru_cache(maxsize=TABLES_KEPT)
def _table_of(palette: bytes) -> ColourTable:
    line = PalettePolyline(np.frombuffer(palette, dtype=np.uint8).reshape(-1, 3))

    def work_out(colours: NDArray[np.uint8]) -> NDArray[np.float32]:
        found = line.nearest(colours)
        return np.stack([found.level, found.distance, found.gain, found.ambiguity], axis=1)

    return ColourTable(4, work_out)
