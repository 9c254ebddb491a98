"""What was read at one place, frame after frame."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.reading import Reading


@dataclass(frozen=True, eq=False)
class PointTrace:
    """A reading at one position, all (frame,).

    Attributes:
        temperature_K: between the two samples around the position.
        sigma_K: its noise, 1 σ, taken as common to both samples.
        censored: −1 or 1 where one of the two samples is a bound, else 0.
        confidence: the lower one, 0..1.
    """

    temperature_K: NDArray[np.float64]
    sigma_K: NDArray[np.float64]
    censored: NDArray[np.int8]
    confidence: NDArray[np.float64]


def trace_at(reading: Reading, position: float) -> PointTrace:
    """What was read at a position 0..1 of the probe."""
    left, right, share = _between(reading, position)
    sides = [left] if share == 0.0 else [left, right]
    bounds = reading.censored[:, sides]
    return PointTrace(
        mixed(reading.temperature_K, reading, position),
        mixed(reading.sigma_K, reading, position),
        bounds[np.arange(len(bounds)), np.abs(bounds).argmax(axis=1)],
        reading.confidence[:, sides].min(axis=1).astype(np.float64),
    )


def mixed(values: NDArray[np.floating], reading: Reading, position: float) -> NDArray[np.float64]:
    """(frame,) values between the two samples around a position; (frame, sample) given."""
    left, right, share = _between(reading, position)
    exact = values[:, left].astype(np.float64)
    return exact if share == 0.0 else exact * (1 - share) + values[:, right] * share


def _between(reading: Reading, position: float) -> tuple[int, int, float]:
    place = round(float(np.interp(position, reading.position, np.arange(len(reading.position)))), 9)
    left = min(int(place), len(reading.position) - 1)
    return left, min(left + 1, len(reading.position) - 1), place - left
