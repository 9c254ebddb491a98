"""Reading temperature along a probe from the colours of every frame."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.clip import Frames, Probe
from desktop_app.domain.look import Look
from desktop_app.domain.reading import Reading
from desktop_app.domain.text import Text, say
from desktop_app.thermography.inversion import OFF_PALETTE, PaletteInverter, confidence_of

SAMPLES = 128
END_CONFIDENCE = 0.3
"""Highest confidence of a sample at an end of the palette: it is that hot or cold at least, not exactly."""
LEAST_CONFIDENCE = 1e-4
UNREADABLE_SHARE = 0.6


class ProbeReader:
    """Reads temperature along a probe, some frames at a time, from pixels alone."""

    def __init__(
        self,
        look: Look,
        temperature_range_K: tuple[float, float],
        probe: Probe,
        size: tuple[int, int],
        *,
        ends_declared: bool,
        samples: int = SAMPLES,
    ) -> None:
        """Prepare for frames of one size.

        Args:
            look: the palette the clip is in.
            temperature_range_K: what its lowest and highest colour stand for, K.
            probe: where to read; the band across it is averaged.
            size: width and height of the frames, pixels.
            ends_declared: whether the range's ends are declared boundary or initial values, so that a
                sample at an end is no saturation.
            samples: along the probe.
        """
        self._look, self._range, self._probe = look, temperature_range_K, probe
        self._ends_declared = ends_declared
        self._position = np.linspace(0.0, 1.0, samples)
        self._rows, self._columns, self._share = _band_pixels(probe, self._position, size)
        self._inverter = PaletteInverter(look) if look.readable else None
        self._levels: list[NDArray[np.float32]] = []
        self._confidences: list[NDArray[np.float32]] = []
        self._off_palette: list[NDArray[np.float32]] = []

    def add(self, frames: Frames) -> None:
        """Read the next frames: (frame, row, column, 3) uint8 RGB."""
        if self._inverter is None:
            return
        level, distance = self._inverter.invert(frames[:, self._rows, self._columns])
        confident = confidence_of(distance)
        weight = np.maximum(confident, LEAST_CONFIDENCE) * self._share
        self._levels.append((level * weight).sum(axis=2) / weight.sum(axis=2))
        self._confidences.append(np.minimum((confident * self._share).sum(axis=2), 1.0))
        self._off_palette.append(((distance > OFF_PALETTE) * self._share).sum(axis=2))

    def reading(self, time_s: NDArray[np.float64]) -> Reading:
        """The reading of all frames added so far; `time_s` is (frame,) of exactly these."""
        if self._inverter is None:
            return self._unreadable(say("This look has no temperature scale to read."), 1.0)
        low, high = self._range
        if low >= high:
            return self._unreadable(say("No two temperatures are named for this clip's scale."), 1.0)
        off_palette = float(np.concatenate(self._off_palette).mean())
        if off_palette > UNREADABLE_SHARE:
            reason = say(
                "The colours along the probe are not those of the palette “{look}”.", look=self._look.name
            )
            return self._unreadable(reason, off_palette)
        level, confidence = np.concatenate(self._levels), np.concatenate(self._confidences)
        at_end = (level <= 0.0) | (level >= 1.0)
        return Reading(
            readable=True,
            reason=None,
            look=self._look.name,
            temperature_range_K=self._range,
            probe=self._probe,
            temperature_K=(low + level * (high - low)).astype(np.float32),
            confidence=np.where(at_end, np.minimum(confidence, END_CONFIDENCE), confidence),
            position=self._position,
            time_s=time_s,
            saturated_fraction=0.0 if self._ends_declared else float(at_end.mean()),
            off_palette_fraction=off_palette,
        )

    def _unreadable(self, reason: Text, off_palette: float) -> Reading:
        nothing, none = np.empty((0, 0), dtype=np.float32), np.empty(0)
        return Reading(
            readable=False,
            reason=reason,
            look=self._look.name,
            temperature_range_K=self._range,
            probe=self._probe,
            temperature_K=nothing,
            confidence=nothing,
            position=none,
            time_s=none,
            saturated_fraction=0.0,
            off_palette_fraction=off_palette,
        )


def _band_pixels(
    probe: Probe, position: NDArray[np.float64], size: tuple[int, int]
) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.float32]]:
    """The four pixels around every point of the band, clamped to the picture.

    Returns:
        Rows, columns and bilinear shares, each (sample, pixel); the shares of a sample add up to 1.
    """
    along = np.array([probe.x1 - probe.x0, probe.y1 - probe.y0])
    length = max(float(np.hypot(*along)), 1e-9)
    normal = np.array([-along[1], along[0]]) / length
    count = max(1, round(probe.band_px))
    offset = np.arange(count) - (count - 1) / 2
    x = np.clip(probe.x0 + position[:, None] * along[0] + offset * normal[0] - 0.5, 0, size[0] - 1)
    y = np.clip(probe.y0 + position[:, None] * along[1] + offset * normal[1] - 0.5, 0, size[1] - 1)
    left, upper = np.floor(x).astype(np.intp), np.floor(y).astype(np.intp)
    rightward, downward = x - left, y - upper
    right, lower = np.minimum(left + 1, size[0] - 1), np.minimum(upper + 1, size[1] - 1)
    rows = np.concatenate([upper, upper, lower, lower], axis=1)
    columns = np.concatenate([left, right, left, right], axis=1)
    shares = [
        (1 - downward) * (1 - rightward),
        (1 - downward) * rightward,
        downward * (1 - rightward),
        downward * rightward,
    ]
    return rows, columns, (np.concatenate(shares, axis=1) / count).astype(np.float32)
