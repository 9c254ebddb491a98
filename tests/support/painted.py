"""A bar that is hot at its left end from the beginning on, as a clip that no file of ours describes."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.clip import Frames
from desktop_app.media.encode import write_video
from desktop_app.physics.closed_forms.slab import slab_hot_and_insulated
from desktop_app.thermography.painter import Painter, place_body
from desktop_app.workflow.context import Context

SIZE = (320, 192)
RANGE_K = (293.15, 373.15)
LAST_FO = 0.3


def bar_frames(house: Context, look: str = "inferno", frames: int = 33) -> Frames:
    """(frame, row, column, RGB) of the closed form (Carslaw & Jaeger §3.3) up to a Fourier number of 0.3."""
    x = (np.arange(200) + 0.5) / 200
    painter = Painter(house.looks.get(look), RANGE_K, (4, 200), SIZE, place_body((0.2, 0.03), *SIZE))
    low, high = RANGE_K
    made = []
    for Fo in np.linspace(0, LAST_FO, frames):
        share = np.zeros_like(x) if Fo == 0 else slab_hot_and_insulated(x, float(Fo))
        made.append(
            painter.paint(np.repeat((low + share * (high - low))[None], 4, axis=0).astype(np.float32))
        )
    return np.stack(made)


def bar_video(path: Path, house: Context, look: str = "inferno", frames: int = 33) -> Path:
    """The same as a file, 12 frames per second."""
    write_video(path, iter(bar_frames(house, look, frames)), SIZE, 12, {}, CancelToken())
    return path
