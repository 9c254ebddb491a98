"""Temperature estimated from a clip's colours."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.clip import Place, Probe
from desktop_app.domain.text import Text


@dataclass(frozen=True, eq=False)
class Reading:
    """Temperature along a probe for every frame; an estimate from colour, not a measurement.

    Attributes:
        readable: whether the clip could be read at all; if not, `reason` says why and arrays are empty.
        temperature_K: (frame, sample) float32, finite where `readable`.
        confidence: (frame, sample) float32, 0..1.
        sigma_K: (frame, sample) float32, noise of `temperature_K`, 1 σ, without what the palette may be off.
        censored: (frame, sample) int8: −1 at or below the scale's cold end, 1 at or above its hot end, unless
            that end is a declared value: a bound and not an estimate.
        position: (sample,) float64, 0..1 along the probe.
        time_s: (frame,) float64, physical time where there is a concept, else video time.
        temperature_range_K: what the palette's two ends stand for.
        saturated_fraction: share of samples at an end of the palette that is no declared value, 0..1.
        camera_moved: whether it did, and was followed; None where nobody looked.
        off_palette_fraction: share of samples whose colour is far from the palette, 0..1.
    """

    readable: bool
    reason: Text | None
    look: str
    temperature_range_K: tuple[float, float]
    probe: Probe
    temperature_K: NDArray[np.float32]
    confidence: NDArray[np.float32]
    sigma_K: NDArray[np.float32]
    censored: NDArray[np.int8]
    position: NDArray[np.float64]
    time_s: NDArray[np.float64]
    saturated_fraction: float
    off_palette_fraction: float
    camera_moved: bool | None = None


@dataclass(frozen=True, eq=False)
class PlaceReading:
    """Temperature at one place over time; an estimate from colour, as a `Reading` is.

    Attributes:
        temperature_K: (frame,) float32, mean over the place; NaN where none of its colours is the palette's.
        sigma_K: (frame,) float32, noise of it, 1 σ.
        confidence: (frame,) float32, 0..1.
        time_s: (frame,) float64.
    """

    place: Place
    temperature_K: NDArray[np.float32]
    sigma_K: NDArray[np.float32]
    confidence: NDArray[np.float32]
    time_s: NDArray[np.float64]
