"""The same palette as another camera or player shows it: in another colour range, or upside down."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import numpy as np

from desktop_app.domain.look import Look

ColourRange = Literal["full", "video", "stretched"]
"""`full`: bytes 0-255 as the palette has them. `video`: its bytes squeezed into 16-235 (ITU-R BT.709), and
shown as if they were full. `stretched`: full bytes taken for 16-235 and spread, what lies outside cut off."""
COLOUR_RANGES: tuple[ColourRange, ...] = ("full", "video", "stretched")
BLACK, WHITE = 16, 235


def in_range(look: Look, colour_range: ColourRange) -> Look:
    """A readable look as it comes out in a colour range; the name stays, the source says which."""
    if colour_range == "full" or look.palette is None:
        return look
    bytes_ = look.palette.astype(np.float64)
    if colour_range == "video":
        bytes_ = BLACK + bytes_ * (WHITE - BLACK) / 255
    else:
        bytes_ = (bytes_ - BLACK) * 255 / (WHITE - BLACK)
    palette = np.asarray(np.rint(np.clip(bytes_, 0, 255)), dtype=np.uint8)
    return replace(look, palette=palette, source=f"{look.source}; {colour_range} range")


def reversed_look(look: Look) -> Look:
    """A look whose coldest colour is the other's hottest; the name stays, the source says so."""
    if look.palette is None:
        return look
    return replace(look, palette=np.ascontiguousarray(look.palette[::-1]), source=f"{look.source}; reversed")
