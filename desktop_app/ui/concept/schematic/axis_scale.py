"""Metres to shares of a drawing: true to scale, but stretched where a part would vanish."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

OF_EVEN = 0.7
"""Share of an even division that the thinnest of many stretches is given."""
_SAME = 1e-9
"""Two places are the same where they lie closer than this share of the whole extent."""


@dataclass(frozen=True)
class AxisScale:
    """A rising, piecewise linear map from metres to shares of the drawn extent, 0..1.

    Attributes:
        stops_m: where one part ends and the next begins, rising.
        shares: of each stop; 0 for the first, 1 for the last.
    """

    stops_m: tuple[float, ...]
    shares: tuple[float, ...]

    def share(self, metres: float) -> float:
        """Where a place is drawn."""
        return float(np.interp(metres, self.stops_m, self.shares))

    def metres(self, shares: NDArray[np.float64]) -> NDArray[np.float64]:
        """The places, m, that are drawn at some shares."""
        return np.asarray(np.interp(shares, self.shares, self.stops_m))

    @property
    def extent(self) -> float:
        """From the first stop to the last, m."""
        return self.stops_m[-1] - self.stops_m[0]

    @property
    def stretched(self) -> bool:
        """Whether some stretch is drawn larger than it is against the others."""
        true = (np.asarray(self.stops_m) - self.stops_m[0]) / self.extent
        return bool(np.abs(true - np.asarray(self.shares)).max() > 0.002)


def axis_scale(places_m: Iterable[float], least: float) -> AxisScale:
    """The scale of an axis on which every stretch between two places takes at least a share of it.

    Args:
        places_m: ends of the parts along the axis, m, in any order; two different ones at least.
        least: share that the shortest stretch is given where there are few; many get most of an even one.
    """
    stops = _distinct(sorted(places_m))
    lengths = np.diff(stops) / (stops[-1] - stops[0])
    shares = np.maximum(lengths, min(least, OF_EVEN / len(lengths)))
    ends = np.concatenate([[0.0], np.cumsum(shares / shares.sum())])
    return AxisScale(tuple(float(stop) for stop in stops), (*(float(end) for end in ends[:-1]), 1.0))


def _distinct(rising: list[float]) -> list[float]:
    nearest = (rising[-1] - rising[0]) * _SAME
    kept = rising[:1]
    for place in rising[1:]:
        if place - kept[-1] > nearest:
            kept.append(place)
    return kept
