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


def read(
    frames: Frames,
    look: Look,
    temperature_range_K: tuple[float, float],
    probe: Probe,
    time_s: NDArray[np.float64],
    *,
    ends_declared: bool,
    samples: int = SAMPLES,
) -> Reading:
    """Temperature along `probe` in every frame, from pixels alone.

    Args:
        frames: (frame, row, column, 3) uint8 RGB.
        look: the palette the clip is in.
        temperature_range_K: what its lowest and highest colour stand for, K.
        probe: where to read; the band across it is averaged.
        time_s: (frame,) time of each frame, s.
        ends_declared: whether the range's ends are declared boundary or initial values, so that a
            sample at an end is no saturation.
        samples: along the probe.
    """
    position = np.linspace(0.0, 1.0, samples)
    if not look.readable:
        return _unreadable(
            say("This look has no temperature scale to read."), look, probe, temperature_range_K
        )
    rows, columns, share = _band_pixels(probe, position, frames.shape[1:3])
    level, distance = PaletteInverter(look).invert(frames[:, rows, columns])
    off_palette = float(((distance > OFF_PALETTE) * share).sum(axis=2).mean())
    if off_palette > UNREADABLE_SHARE:
        reason = say("The colours along the probe are not those of the palette “{look}”.", look=look.name)
        return _unreadable(reason, look, probe, temperature_range_K, off_palette)
    confident = confidence_of(distance)
    weight = np.maximum(confident, LEAST_CONFIDENCE) * share
    mean_level = (level * weight).sum(axis=2) / weight.sum(axis=2)
    at_end = (mean_level <= 0.0) | (mean_level >= 1.0)
    confidence = (confident * share).sum(axis=2)
    low, high = temperature_range_K
    return Reading(
        readable=True,
        reason=None,
        look=look.name,
        temperature_range_K=temperature_range_K,
        probe=probe,
        temperature_K=(low + mean_level * (high - low)).astype(np.float32),
        confidence=np.where(at_end, np.minimum(confidence, END_CONFIDENCE), confidence).astype(np.float32),
        position=position,
        time_s=time_s,
        saturated_fraction=0.0 if ends_declared else float(at_end.mean()),
        off_palette_fraction=off_palette,
    )


def _band_pixels(
    probe: Probe, position: NDArray[np.float64], size: tuple[int, ...]
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
    x = np.clip(probe.x0 + position[:, None] * along[0] + offset * normal[0] - 0.5, 0, size[1] - 1)
    y = np.clip(probe.y0 + position[:, None] * along[1] + offset * normal[1] - 0.5, 0, size[0] - 1)
    left, upper = np.floor(x).astype(np.intp), np.floor(y).astype(np.intp)
    rightward, downward = x - left, y - upper
    right, lower = np.minimum(left + 1, size[1] - 1), np.minimum(upper + 1, size[0] - 1)
    rows = np.concatenate([upper, upper, lower, lower], axis=1)
    columns = np.concatenate([left, right, left, right], axis=1)
    shares = [
        (1 - downward) * (1 - rightward),
        (1 - downward) * rightward,
        downward * (1 - rightward),
        downward * rightward,
    ]
    return rows, columns, (np.concatenate(shares, axis=1) / count).astype(np.float32)


def _unreadable(
    reason: Text,
    look: Look,
    probe: Probe,
    temperature_range_K: tuple[float, float],
    off_palette: float = 1.0,
) -> Reading:
    nothing = np.empty((0, 0), dtype=np.float32)
    none = np.empty(0)
    return Reading(
        readable=False,
        reason=reason,
        look=look.name,
        temperature_range_K=temperature_range_K,
        probe=probe,
        temperature_K=nothing,
        confidence=nothing,
        position=none,
        time_s=none,
        saturated_fraction=0.0,
        off_palette_fraction=off_palette,
    )
