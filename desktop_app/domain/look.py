"""How temperature is turned into colour."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, eq=False)
class Look:
    """A palette, or the absence of one.

    Attributes:
        name: `inferno`, `iron`, `rainbow`, `white_hot`, `glow` or `natural`.
        palette: (256, 3) uint8 RGB from the lowest to the highest temperature; None for `natural`.
        normalised: whether the scale is the concept's own and not a camera's (`glow`).
        source: where the palette comes from.
    """

    name: str
    palette: NDArray[np.uint8] | None
    normalised: bool
    source: str

    @property
    def readable(self) -> bool:
        """Whether colours of this look can be turned back into temperatures."""
        return self.palette is not None
