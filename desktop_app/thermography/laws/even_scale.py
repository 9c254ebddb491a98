"""A scale that does not depend on which colours stand for which temperature.

Which level a temperature is painted at is a convention. The share of places and times that are colder is
not: it stays the same under any monotone recolouring. So differences are measured in it, as far as noise
lets it be told.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

Array = NDArray[np.float64]

BINS = 128
LEAST_CHANGE = 0.03
"""Of the levels a body passes through: what differs less from its beginning has not begun to change."""
NOISE_ALLOWED = 0.02
"""Of the even scale, 1 σ: stretches where levels are few are not stretched further than to this noise."""
MOST_STRETCHED, LEAST_STRETCHED = 4.0, 0.4
"""Beyond, the 256 shades of a video and the errors of their reading would show."""


class EvenScale:
    """From levels of a clip to 0..1 so that each stretch is passed by as many places and times."""

    def __init__(self, level: Array, noise: float) -> None:
        """Take the scale from a clip.

        Args:
            level: (frame, …) of which only what has changed since the first frame counts; NaN is no value.
            noise: of these levels, 1 σ.
        """
        seen = level[~np.isnan(level)]
        low, high = (float(each) for each in np.quantile(seen, [0.001, 0.999]))
        self.span = max(high - low, 1e-6)
        self._edges = np.linspace(low, low + self.span, BINS + 1)
        changed = np.abs(level - level[0]) > max(LEAST_CHANGE * self.span, 3 * noise)
        counts, _ = np.histogram(level[changed], self._edges)
        most = float(np.clip(NOISE_ALLOWED * self.span / max(noise, 1e-6), 1.0, MOST_STRETCHED))
        self._at = np.concatenate([[0.0], np.cumsum(_bounded(counts, most))])

    def __call__(self, level: Array) -> Array:
        """(…) places on the even scale; what is beyond the clip's levels goes on at an even rate."""
        low, high = self._edges[0], self._edges[-1]
        beyond = (np.minimum(level - low, 0) + np.maximum(level - high, 0)) / self.span
        return np.asarray(np.interp(level, self._edges, self._at) + beyond)


def _bounded(counts: NDArray[np.int_], most: float) -> Array:
    """Shares of the bins, none more than `most` of their mean, none much less than it."""
    share = ndimage.gaussian_filter1d(counts.astype(np.float64), 2, mode="nearest")
    share = share / max(float(share.mean()), 1e-9) if counts.any() else np.ones(BINS)
    for _ in range(20):
        share = np.clip(share, LEAST_STRETCHED, most)
        share /= share.mean()
    return np.asarray(share / share.sum())
