"""Noise along a probe, at all its wavelengths, and clips as they could have come out as well.

What sums over many frames and samples feel is slow and broad noise, and that is what every smoothing takes
for signal. So noise is taken as alike in time whatever its wavelength, and along the probe whatever its
frequency: how it lasts is seen in what is rough along the probe, how broad it is in what is rough over time
(a separable covariance, the product of one in time and one in space).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import linalg, ndimage, signal

from desktop_app.thermography.laws.resampling import PALETTE_BENDS, PALETTE_SPREAD
from desktop_app.thermography.noise import QUANTUM

Array = NDArray[np.float64]

SMOOTHING_ALONG = 21
SMOOTHING_OVER = 9
DEGREE = 2
LONGEST = 12
"""Frames or samples over which noise is alike at most."""
CALM = 0.7
"""Share of frames, the calmest, in which how broad noise is is looked for: heat moves fast in the others."""
NEIGHBOURS = 15
FARTHEST = 3.5
"""Spreads beyond which what is rough is no noise but a front that passes."""
MAD_TO_SIGMA = 1.4826
LEAST_KEPT = 0.05
"""Share of noise that is rough along the probe, below which its size cannot be told from there."""


class LineNoise:
    """The noise of a window (frame, sample)."""

    def __init__(self, level: Array) -> None:
        """Estimate it.

        Args:
            level: (frame, sample) of a window, whole.
        """
        frames, samples = level.shape
        rough_along = level - _smoothed(level, 1)
        rough_over = level - _smoothed(level, 0)
        spread = MAD_TO_SIGMA * np.median(np.abs(rough_along), axis=0)
        spread = ndimage.uniform_filter1d(spread, min(NEIGHBOURS, samples), mode="nearest")
        quiet = np.argsort((rough_over**2).mean(axis=1))[: max(3, int(CALM * frames))]
        self._over = _root(_correlation(np.clip(rough_along.T, *_limits(spread))), frames)
        along = _root(_correlation(rough_over[np.sort(quiet)]), samples)
        kept = float(((along - _smoothed(along.T, 1).T) ** 2).sum()) / samples
        self._along = along * np.maximum(spread / np.sqrt(max(kept, LEAST_KEPT)), QUANTUM)[:, None]
        self.smooth = smoothed(level)

    def courses(self, weights: Array, draws: int) -> Array:
        """(draw, frame, weight) of smooth clips with drawn noise, in a palette a little different.

        Args:
            weights: (weight, sample) that sum levels along the probe.
            draws: how many clips are drawn.
        """
        felt = weights @ self._along
        values, vectors = np.linalg.eigh(felt @ felt.T)
        root = vectors * np.sqrt(np.maximum(values, 0.0))
        white = np.random.default_rng(0).standard_normal((draws, len(self._over), len(weights)))
        noise = self._over @ white @ root.T
        inside = np.clip(self.smooth, 0.0, 1.0)
        waves = np.arange(1, PALETTE_BENDS + 1)
        bends = np.sin(waves[:, None, None] * np.pi * inside) @ weights.T
        return np.asarray(
            self.smooth @ weights.T + noise + np.tensordot(palette_weights(draws), bends, axes=1)
        )


def palette_weights(draws: int) -> Array:
    """(draw, wave) how far each wave of another palette is off: the same draws for every clip."""
    normal = np.random.default_rng(1).normal(0.0, PALETTE_SPREAD, (draws, PALETTE_BENDS))
    return np.asarray(normal / np.arange(1, PALETTE_BENDS + 1))


def smoothed(level: Array) -> Array:
    """A window (frame, sample) as a local polynomial over time and along the probe."""
    return _smoothed(_smoothed(level, 0), 1)


def _limits(spread: Array) -> tuple[Array, Array]:
    far = FARTHEST * spread[:, None]
    return -far, far


def _smoothed(level: Array, axis: int) -> Array:
    window = SMOOTHING_ALONG if axis else SMOOTHING_OVER
    window = min(window, level.shape[axis] - 1 + level.shape[axis] % 2)
    return np.asarray(signal.savgol_filter(level, window, DEGREE, axis=axis, mode="interp"))


def _correlation(rows: Array) -> Array:
    """(lag,) how alike values so far apart are along axis 1, all rows together; from 1 down to 0."""
    length = rows.shape[1]
    lags = min(LONGEST, length - 1)
    products = np.array([(rows[:, : length - lag] * rows[:, lag:]).mean() for lag in range(lags)])
    taper = (1 + np.cos(np.pi * np.arange(lags) / lags)) / 2
    return np.asarray(products / max(products[0], 1e-18) * taper)


def _root(correlation: Array, length: int) -> Array:
    """(length, length) that makes noise of this correlation from white noise."""
    first = np.zeros(length)
    first[: len(correlation)] = correlation[:length]
    values, vectors = np.linalg.eigh(linalg.toeplitz(first))
    values = np.maximum(values, 0.0)
    root = vectors * np.sqrt(values)
    return np.asarray(root / np.sqrt((root**2).sum(axis=1, keepdims=True)))
