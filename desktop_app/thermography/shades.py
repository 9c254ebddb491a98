"""The colours that a look paints with, from its coldest to its hottest."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.look import Look

NATURAL_COLD, NATURAL_HOT = np.array([120.0, 124.0, 130.0]), np.array([214.0, 120.0, 70.0])


def shades_of(look: Look, count: int) -> NDArray[np.uint8]:
    """(count, 3) RGB: the palette, finely; a plain metal warming in colour for a look without one."""
    if look.palette is None:
        share = np.linspace(0, 1, count)[:, None]
        return np.asarray(np.rint(NATURAL_COLD + share * (NATURAL_HOT - NATURAL_COLD)), dtype=np.uint8)
    at = np.linspace(0, len(look.palette) - 1, count)
    level = np.arange(len(look.palette))
    channels = [np.interp(at, level, look.palette[:, channel]) for channel in range(3)]
    return np.asarray(np.rint(np.stack(channels, axis=1)), dtype=np.uint8)
