"""Reading temperature over time at points and over regions."""

from __future__ import annotations

from math import ceil

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.camera import CameraMotion
from desktop_app.domain.clip import Frames, Place, SpotProbe
from desktop_app.domain.look import Look
from desktop_app.domain.reading import PlaceReading
from desktop_app.thermography.inversion import OFF_PALETTE, PaletteInverter, confidence_of
from desktop_app.thermography.noise import noise_of
from desktop_app.thermography.probe_pixels import BandPoints

MOST_POINTS = 4096
"""A large region is read at so many of its pixels, evenly spread."""


class PlaceReader:
    """Reads several places at once, some frames at a time, from pixels alone."""

    def __init__(
        self,
        look: Look,
        temperature_range_K: tuple[float, float],
        places: tuple[Place, ...],
        size: tuple[int, int],
        *,
        motion: CameraMotion | None = None,
    ) -> None:
        """Prepare for frames of one size.

        Args:
            look: the palette the clip is in; it must be readable.
            temperature_range_K: what its lowest and highest colour stand for, K.
            places: to read, pixels from the top left.
            size: width and height of the frames, pixels.
            motion: of the camera, which the places follow.
        """
        self._inverter = PaletteInverter(look)
        self._range, self._places, self._size, self._motion = temperature_range_K, places, size, motion
        self._points = [_points_of(place) for place in places]
        self._levels: list[list[float]] = [[] for _ in places]
        self._confidences: list[list[float]] = [[] for _ in places]
        self._count = 0

    def add(self, frames: Frames) -> None:
        """Read the next frames: (frame, row, column, 3) uint8 RGB."""
        for frame in frames:
            for number, points in enumerate(self._points):
                self._read(frame, number, points)
            self._count += 1

    def readings(self, time_s: NDArray[np.float64]) -> tuple[PlaceReading, ...]:
        """One reading a place, of all frames added so far; `time_s` is (frame,) of exactly these."""
        low, high = self._range
        made = []
        for place, levels, confidences in zip(self._places, self._levels, self._confidences, strict=True):
            level = np.array(levels, dtype=np.float32)[:, None]
            made.append(
                PlaceReading(
                    place=place,
                    temperature_K=(low + level[:, 0] * (high - low)).astype(np.float32),
                    sigma_K=(noise_of(level)[:, 0] * (high - low)).astype(np.float32),
                    confidence=np.array(confidences, dtype=np.float32),
                    time_s=time_s,
                )
            )
        return tuple(made)

    def _read(self, frame: NDArray[np.uint8], number: int, points: BandPoints) -> None:
        if self._motion is not None and self._motion.moved:
            points = points.moved(self._motion, self._count, self._size)
        columns = np.clip(points.x[0].astype(np.intp), 0, self._size[0] - 1)
        rows = np.clip(points.y[0].astype(np.intp), 0, self._size[1] - 1)
        found = self._inverter.invert(frame[rows, columns])
        good = found.distance <= OFF_PALETTE
        self._levels[number].append(float(found.level[good].mean()) if good.any() else float("nan"))
        self._confidences[number].append(float(confidence_of(found).mean()))


def _points_of(place: Place) -> BandPoints:
    """The middles of a place's pixels, x and y (1, point)."""
    if isinstance(place, SpotProbe):
        reach = max(1, ceil(place.radius_px))
        offset = np.arange(-reach, reach + 1, dtype=np.float64)
        x, y = np.meshgrid(place.x + offset, place.y + offset)
        inside = np.hypot(x - place.x, y - place.y) <= max(place.radius_px, 0.5)
        return BandPoints(x[inside][None], y[inside][None])
    box = place.box
    width, height = box.right - box.left, box.bottom - box.top
    stride = max(1.0, (width * height / MOST_POINTS) ** 0.5)
    x, y = np.meshgrid(
        np.arange(box.left + 0.5, box.right, stride), np.arange(box.top + 0.5, box.bottom, stride)
    )
    return BandPoints(x.reshape(1, -1), y.reshape(1, -1))
