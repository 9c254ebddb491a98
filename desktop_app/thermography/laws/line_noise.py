"""Noise along a probe, at all its wavelengths, and clips as they could have come out as well.

What sums over many frames and samples feel is slow and broad noise, and that is what every smoothing takes
for signal. So noise is taken as alike in time whatever its wavelength, and along the probe whatever its
frequency: how it lasts is seen in what is rough along the probe, how broad it is in what is rough over time
(a separable covariance, the product of one in time and one in space).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import linalg, signal

from desktop_app.thermography.laws.resampling import PALETTE_BENDS, PALETTE_SPREAD
from desktop_app.thermography.noise import QUANTUM

Array = NDArray[np.float64]

SMOOTHING_ALONG = 21
SMOOTHING_OVER = 9
DEGREE = 2
LONGEST_OVER, LONGEST_ALONG = 12, 30
"""Frames and samples over which noise is alike at most."""
CALM = 0.7
"""Share of frames, the calmest, in which how broad noise is is looked for: heat moves fast in the others."""
FARTHEST = 3.5
"""Spreads beyond which what is rough is no noise but a front that passes."""
MAD_TO_SIGMA = 1.4826
LEAST_KEPT = 0.05
"""Share of noise that is rough along the probe, below which its size cannot be told from there."""
BETWEEN = (0.1, 0.9)
"""Levels whose noise no end of the scale cuts off."""
LEVEL_EDGES = np.array([-np.inf, 0.02, 0.1, 0.25, 0.4, 0.6, 0.75, 0.9, 0.98, np.inf])
CELLS = 48
"""Along the probe, in which noise is drawn: what it is summed with is smooth."""
FEWEST_ALIKE = 60
"""Samples of like levels whose noise can be told by itself."""


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
        self.smooth = smoothed(level)
        spread = _spread_by_level(rough_along, self.smooth)
        quiet = np.argsort((rough_over**2).mean(axis=1))[: max(3, int(CALM * frames))]
        far = FARTHEST * spread
        self._over = _root(_correlation(np.clip(rough_along, -far, far).T, LONGEST_OVER), frames)
        self._along = _root(_correlation(rough_over[np.sort(quiet)], LONGEST_ALONG), samples)
        kept = float(((self._along - _smoothed(self._along.T, 1).T) ** 2).sum()) / samples
        self._scale = np.maximum(spread / np.sqrt(max(kept, LEAST_KEPT)), QUANTUM)

    def courses(self, weights: Array, draws: int) -> Array:
        """(draw, frame, weight) of smooth clips with drawn noise, in a palette a little different.

        Args:
            weights: (weight, sample) that sum levels along the probe.
            draws: how many clips are drawn.
        """
        bent = np.tensordot(palette_weights(draws), self.bends(weights), axes=1)
        return np.asarray(self.smooth @ weights.T + self.noise(weights, draws) + bent)

    def noise(self, weights: Array, draws: int) -> Array:
        """(draw, frame, weight) of drawn noise alone; sums are those of `courses`."""
        samples = weights.shape[1]
        starts = np.linspace(0, samples, min(samples, CELLS) + 1).astype(np.intp)[:-1]
        counts = np.diff(starts, append=samples)
        along = np.add.reduceat(self._along, starts, axis=0) / counts[:, None]
        values, vectors = np.linalg.eigh(along @ along.T)
        along = vectors * np.sqrt(np.maximum(values, 0.0))
        scale = np.add.reduceat(self._scale, starts, axis=1) / counts
        felt = np.add.reduceat(weights, starts, axis=1).T
        random = np.random.default_rng(0)
        out = np.empty((draws, len(scale), len(weights)))
        for draw in range(draws):
            out[draw] = (scale * (self._over @ random.standard_normal(scale.shape) @ along.T)) @ felt
        return out

    def bends(self, weights: Array) -> Array:
        """(wave, frame, weight) what each wave of another palette would add to sums."""
        inside = np.clip(self.smooth, 0.0, 1.0)
        waves = np.arange(1, PALETTE_BENDS + 1)
        return np.asarray(np.sin(waves[:, None, None] * np.pi * inside) @ weights.T)


def _spread_by_level(rough: Array, level: Array) -> Array:
    """The robust spread of what is rough, where levels are like this, of their shape.

    Near an end of the scale noise is cut off: there it counts no less than between them.
    """
    size = np.abs(rough)
    inside = (level > BETWEEN[0]) & (level < BETWEEN[1])
    usual = MAD_TO_SIGMA * float(np.median(size[inside] if inside.sum() >= FEWEST_ALIKE else size))
    bins = np.digitize(level, LEVEL_EDGES) - 1
    found = np.full(len(LEVEL_EDGES) - 1, usual)
    for each in np.unique(bins):
        alike = bins == each
        if alike.sum() >= FEWEST_ALIKE:
            found[each] = MAD_TO_SIGMA * float(np.median(size[alike]))
    found[[0, 1, -2, -1]] = np.maximum(found[[0, 1, -2, -1]], usual)
    return np.asarray(found[bins])


def palette_weights(draws: int) -> Array:
    """(draw, wave) how far each wave of another palette is off: the same draws for every clip."""
    normal = np.random.default_rng(1).normal(0.0, PALETTE_SPREAD, (draws, PALETTE_BENDS))
    return np.asarray(normal / np.arange(1, PALETTE_BENDS + 1))


def smoothed(level: Array) -> Array:
    """A window (frame, sample) as a local polynomial over time and along the probe."""
    return _smoothed(_smoothed(level, 0), 1)


def _smoothed(level: Array, axis: int) -> Array:
    window = SMOOTHING_ALONG if axis else SMOOTHING_OVER
    window = min(window, level.shape[axis] - 1 + level.shape[axis] % 2)
    return np.asarray(signal.savgol_filter(level, window, DEGREE, axis=axis, mode="interp"))


def _correlation(rows: Array, longest: int) -> Array:
    """(lag,) how alike values so far apart are along axis 1, all rows together; from 1 down to 0."""
    length = rows.shape[1]
    lags = min(longest, length - 1)
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
