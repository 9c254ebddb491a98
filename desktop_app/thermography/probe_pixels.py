"""Which pixels a probe's band takes in."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.camera import CameraMotion
from desktop_app.domain.clip import Frames, Probe

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class BandPoints:
    """Points of a band across a probe: x and y, pixels from the top left, each (sample, point)."""

    x: Array
    y: Array

    def moved(self, motion: CameraMotion, number: int, size: tuple[int, int]) -> BandPoints:
        """Where frame `number` shows what the first one showed there; `size` is width and height."""
        zoom = float(motion.zoom[number])
        across, down = (float(each) for each in motion.shift_px[number])
        middle_x, middle_y = size[0] / 2, size[1] / 2
        return BandPoints(
            middle_x + zoom * (self.x - middle_x) + across, middle_y + zoom * (self.y - middle_y) + down
        )

    def pixels(self, size: tuple[int, int]) -> BandPixels:
        """The four pixels around every point, clamped to a picture of width and height `size`."""
        x, y = np.clip(self.x - 0.5, 0, size[0] - 1), np.clip(self.y - 0.5, 0, size[1] - 1)
        left, upper = np.floor(x).astype(np.intp), np.floor(y).astype(np.intp)
        rightward, downward = x - left, y - upper
        right, lower = np.minimum(left + 1, size[0] - 1), np.minimum(upper + 1, size[1] - 1)
        shares = [
            (1 - downward) * (1 - rightward),
            (1 - downward) * rightward,
            downward * (1 - rightward),
            downward * rightward,
        ]
        return BandPixels(
            rows=np.concatenate([upper, upper, lower, lower], axis=1),
            columns=np.concatenate([left, right, left, right], axis=1),
            share=(np.concatenate(shares, axis=1) / self.x.shape[1]).astype(np.float32),
        )


@dataclass(frozen=True, eq=False)
class BandPixels:
    """Rows, columns and bilinear shares, each (sample, pixel); the shares of a sample add up to 1."""

    rows: NDArray[np.intp]
    columns: NDArray[np.intp]
    share: NDArray[np.float32]

    def of(self, frames: Frames) -> NDArray[np.uint8]:
        """Their colours: (frame, sample, pixel, RGB)."""
        return frames[:, self.rows, self.columns]


def band_points(probe: Probe, position: Array) -> BandPoints:
    """One point a pixel across the band, at right angles to the probe, at positions (sample,) 0..1."""
    x, y = probe.at(position)
    near = 1e-6
    x_before, y_before = probe.at(np.clip(position - near, 0, 1))
    x_after, y_after = probe.at(np.clip(position + near, 0, 1))
    along = np.stack([x_after - x_before, y_after - y_before], axis=1)
    along /= np.maximum(np.linalg.norm(along, axis=1, keepdims=True), 1e-12)
    count = max(1, round(probe.band_px))
    offset = np.arange(count) - (count - 1) / 2
    return BandPoints(x[:, None] - offset * along[:, 1:2], y[:, None] + offset * along[:, 0:1])
