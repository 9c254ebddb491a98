"""Two readings on one grid of time and place, and how far they are apart there."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.reading import Reading

MOST_TIMES = 256
MOST_PLACES = 256

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Difference:
    """First less second, where both have something to say.

    Attributes:
        difference_K: (time, place).
        sigma_K: (time, place) noise of it, 1 σ.
        time_s: (time,) from the later of both beginnings to the earlier of both ends.
        position: (place,) 0..1 of either probe.
        rmse_K: root mean square of it, noise included.
        noise_K: root mean square of `sigma_K`: what noise alone makes of it.
        largest_K: of its absolute values.
    """

    difference_K: Array
    sigma_K: Array
    time_s: Array
    position: Array
    rmse_K: float
    noise_K: float
    largest_K: float


def difference_of(first: Reading, second: Reading) -> Difference | None:
    """How far two readings are apart; None where they have no time in common or one is not readable.

    Both are interpolated linearly to as many times and places as the finer one has.
    """
    if not (first.readable and second.readable and len(first.time_s) and len(second.time_s)):
        return None
    begin = max(first.time_s[0], second.time_s[0])
    end = min(first.time_s[-1], second.time_s[-1])
    if end <= begin:
        return None
    gap = min(float(np.ptp(each.time_s)) / max(1, len(each.time_s) - 1) for each in (first, second))
    times = np.linspace(begin, end, min(MOST_TIMES, 1 + round((end - begin) / gap)) if gap else 1)
    places = np.linspace(0.0, 1.0, min(MOST_PLACES, max(first.position.size, second.position.size)))
    apart = _on_grid(first, first.temperature_K, times, places) - _on_grid(
        second, second.temperature_K, times, places
    )
    sigma = np.hypot(
        _on_grid(first, first.sigma_K, times, places), _on_grid(second, second.sigma_K, times, places)
    )
    return Difference(
        difference_K=apart,
        sigma_K=sigma,
        time_s=times,
        position=places,
        rmse_K=float(np.sqrt(np.mean(apart**2))),
        noise_K=float(np.sqrt(np.mean(sigma**2))),
        largest_K=float(np.abs(apart).max()),
    )


def _on_grid(reading: Reading, values: NDArray[np.float32], times: Array, places: Array) -> Array:
    """(time, place) of values (frame, sample), linearly between frames and between samples."""
    along = np.stack([np.interp(places, reading.position, row) for row in values])
    if len(along) == 1:
        return np.repeat(along, len(times), axis=0)
    at = np.interp(times, reading.time_s, np.arange(len(reading.time_s)))
    before = np.minimum(at.astype(np.intp), len(along) - 2)
    share = (at - before)[:, None]
    return np.asarray((1 - share) * along[before] + share * along[before + 1])
