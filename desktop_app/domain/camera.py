"""How the camera moved in a clip."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.text import Text


@dataclass(frozen=True, eq=False)
class CameraMotion:
    """Where every frame shows what the first one showed.

    A place (x, y) of the first frame is at c + zoom·((x, y) − c) + shift in another, c being the middle of
    the picture.

    Attributes:
        shift_px: (frame, 2) float32, along x and y, pixels.
        zoom: (frame,) float32, 1 in the first frame.
        cuts: numbers of the frames that begin another shot.
        moved: whether it moved at all, beyond what registration can tell.
        lost: why the clip cannot be followed; None where it can.
    """

    shift_px: NDArray[np.float32]
    zoom: NDArray[np.float32]
    cuts: tuple[int, ...]
    moved: bool
    lost: Text | None
