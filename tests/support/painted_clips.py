"""Heat fronts painted in any look, damaged as files damage them, with the level every pixel stands for."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.clip import Frames
from desktop_app.domain.look import Look
from desktop_app.media.encode import write_video
from desktop_app.media.source import read_clip
from desktop_app.thermography.painter import Painter, place_body

NUM_FRAMES, SIZE, CELLS = 5, (320, 176), (12, 96)


@dataclass(frozen=True, eq=False)
class PaintedClip:
    """Frames, and the level (frame, row, column) of the pixels of the body."""

    frames: Frames
    level: NDArray[np.float32]
    body: tuple[slice, slice, slice]

    def through_h264(self, folder: Path, crf: int) -> PaintedClip:
        """The clip as it comes back from an MP4."""
        path = folder / "clip.mp4"
        write_video(path, iter(self.frames), SIZE, 24, {}, CancelToken(), crf)
        return PaintedClip(read_clip(path).frames, self.level, self.body)


def painted_clip(look: Look, noise: float = 1.5, warmest: float = 1.0) -> PaintedClip:
    """A front that reaches the far end, with noise of so many bytes σ, up to a level of the palette."""
    erfc = np.vectorize(math.erfc)
    x = (np.arange(CELLS[1]) + 0.5) / CELLS[1]
    depth = 0.03 + 0.9 * np.sqrt(np.arange(NUM_FRAMES) / (NUM_FRAMES - 1))
    rows = (warmest * erfc(x / depth[:, None])).astype(np.float32)
    place = place_body((0.3, 0.12), *SIZE)
    painter = Painter(look, (0.0, 1.0), CELLS, SIZE, place)
    exact = np.stack([painter.paint(np.repeat(row[None], CELLS[0], 0)) for row in rows])
    noisy = exact + np.random.default_rng(0).normal(0, noise, exact.shape)
    body = (slice(None), slice(int(place.top), int(place.bottom)), slice(int(place.left), int(place.right)))
    height, width = (part.stop - part.start for part in body[1:])
    across = np.clip((np.arange(width) + 0.5) * CELLS[1] / width - 0.5, 0, CELLS[1] - 1)
    level = np.stack([np.interp(across, np.arange(CELLS[1]), row) for row in rows])
    return PaintedClip(
        np.clip(np.rint(noisy), 0, 255).astype(np.uint8),
        np.repeat(level[:, None], height, axis=1).astype(np.float32),
        body,
    )


def look_of_stops(name: str, *stops: tuple[float, int, int, int]) -> Look:
    """A palette straight between stops (level, R, G, B)."""
    at, corners = np.linspace(0, 1, 256), np.array(stops, dtype=float)
    channels = [np.interp(at, corners[:, 0], corners[:, channel]) for channel in (1, 2, 3)]
    return Look(name, np.rint(np.stack(channels, axis=1)).astype(np.uint8), False, "made for tests")
