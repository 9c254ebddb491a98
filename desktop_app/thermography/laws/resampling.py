"""Clips as they could have come out as well: a smooth one, with blocks of the clip's own noise on it.

Block bootstrap: H. R. Künsch, Ann. Statist. 17 (1989). The noise of neighbouring frames and samples is not
independent (a video codec predicts, a video VAE makes four frames of one), so it is drawn in blocks. Colours
are a convention: each draw is also recoloured a little, by a smooth and monotone curve.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import copy
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage, signal

from desktop_app.thermography.laws.block_means import block_means
from desktop_app.thermography.noise import QUANTUM

Array = NDArray[np.float64]

DRAWS = 200
BLOCK_FRAMES = 12
BLOCK_CELLS = 16
"""Blocks are a few times as long as noise keeps its sign: about four frames, and several samples."""
WINDOW = 25
"""Frames or samples to smooth over."""
NOISE_WINDOW = 41
"""The same to tell noise by: what keeps its sign over several frames or samples is noise still.

With 9 of both, intervals of a front's power came out five to eight times too narrow in simulated noise of
four frames; with 41 they are 0.65 to 0.9 of what they should be.
"""
SHORTEST = 5
"""Over a field of few cells, a third of their number, but no less: a hot spot is no noise."""
DEGREE = 2
MOST_SIGMAS = 3.5
"""Beyond these a residual is no noise but something that happens: a flash, or the jump at the start."""
LEVEL_BINS = 8
NORMAL_90 = 1.645
"""σ within which nine in ten draws of a normal distribution are."""
LEAST_SIGMA = 1e-3
PALETTE_SPREAD = 0.01
"""Of the level, 1 σ: what palettes of the same name differ by, and compression shifts their colours by."""
PALETTE_BENDS = 3


class Resampler:
    """Draws clips like one that was read: frames on axis 0, samples or cells on the axes after it."""

    def __init__(self, level: Array, sigma: Array, *, seed: int = 0, draws: int = DRAWS) -> None:
        """Take the clip apart.

        Args:
            level: (frame, …) 0..1; NaN where there is no body.
            sigma: (frame, …) noise of `level`, 1 σ, of the same shape.
            seed: of the draws: a clip is always judged alike.
            draws: how many clips are drawn.
        """
        self._draws = draws
        self._random = np.random.default_rng(seed)
        self._hole = np.isnan(level)
        filled = _filled(level, self._hole)
        self.smooth, _ = _smoothed(filled, WINDOW)
        slow, kept = _smoothed(filled, NOISE_WINDOW)
        residual = np.where(self._hole, 0.0, filled - slow)
        stated = np.maximum(np.where(self._hole, 0.0, sigma), QUANTUM)
        rough = residual / stated / np.sqrt(max(1 - kept, 0.1))
        self._noise, sigma_here = noise_by_level(rough, self.smooth, ~self._hole)
        self._scale = stated * np.maximum(sigma_here, 1.0)
        self._noise = _filled(self._noise, self._hole)
        self._sizes = (BLOCK_FRAMES, *(BLOCK_CELLS for _ in level.shape[1:]))

    @property
    def noise(self) -> Array:
        """(frame, …) what the clip has beside its smooth one, outliers cut down; 0 where there is no body."""
        return np.where(self._hole, 0.0, self._scale * self._noise)

    def coarsened(
        self, sizes: tuple[int, ...], within: NDArray[np.bool_], *, draws: int = DRAWS
    ) -> Resampler:
        """A resampler of means over blocks of the clip, in a fraction of the time.

        Args:
            sizes: of a block along each axis, frames first.
            within: (…) without the frames, which cells count.
            draws: how many clips are drawn.
        """
        coarse = copy(self)
        outside = self._hole | ~within
        coarse.smooth = block_means(np.where(outside, np.nan, self.smooth), sizes)
        noise = block_means(np.where(outside, np.nan, self._scale * self._noise), sizes)
        coarse._hole = np.isnan(coarse.smooth)
        coarse._noise = _filled(noise, coarse._hole)
        coarse._scale = np.ones_like(coarse._noise)
        coarse._sizes = tuple(max(1, round(of / by)) for of, by in zip(self._sizes, sizes, strict=True))
        coarse._random, coarse._draws = np.random.default_rng(0), draws
        return coarse

    def clips(self, *, recoloured: bool = True) -> Iterator[Array]:
        """The drawn clips, (frame, …) each, NaN where there is no body."""
        for _ in range(self._draws):
            drawn: Array = self.smooth + self._scale * self._blocks()
            if recoloured:
                drawn = drawn + self._bend(self.smooth)
            drawn[self._hole] = np.nan
            yield drawn

    def plausible(
        self, statistic: Callable[[Array], float], measured: float, *, recoloured: bool = True
    ) -> Array:
        """(draw,) draws of the statistic's true value: measured, less what noise does to it.

        Args:
            statistic: of a clip (frame, …).
            measured: its value on the clip itself.
            recoloured: whether the palette is drawn too.
        """
        true = statistic(np.where(self._hole, np.nan, self.smooth))
        drawn = np.array([statistic(clip) for clip in self.clips(recoloured=recoloured)])
        return np.asarray(measured - (drawn - true))

    def _blocks(self) -> Array:
        """Noise of the clip's shape, put together from blocks of its own."""
        shape = self._noise.shape
        sizes = [min(size, length) for size, length in zip(self._sizes, shape, strict=True)]
        counts = [-(-length // size) for length, size in zip(shape, sizes, strict=True)]
        source = []
        for axis, (length, size) in enumerate(zip(shape, sizes, strict=True)):
            begin = self._random.integers(length - size + 1, size=counts)
            along = [1] * (2 * len(shape))
            along[2 * axis + 1] = size
            spread = begin.reshape([each for count in counts for each in (count, 1)])
            source.append(spread + np.arange(size).reshape(along))
        sign = self._random.choice((-1.0, 1.0), size=counts)
        blocks = self._noise[tuple(source)] * sign.reshape([each for count in counts for each in (count, 1)])
        whole = blocks.reshape([count * size for count, size in zip(counts, sizes, strict=True)])
        return np.asarray(whole[tuple(slice(length) for length in shape)])

    def _bend(self, level: Array) -> Array:
        """What a palette a little different would add to a level: nothing at its two ends."""
        clipped = np.clip(level, 0.0, 1.0)
        total = np.zeros_like(clipped)
        for wave in range(1, PALETTE_BENDS + 1):
            weight = self._random.normal(0.0, PALETTE_SPREAD / wave)
            total += weight * np.sin(wave * np.pi * clipped)
        return total


def noise_by_level(rough: Array, level: Array, there: NDArray[np.bool_]) -> tuple[Array, Array]:
    """Noise in units of its σ, outliers cut down, and that σ: colours differ, and the scale's ends cut noise.

    What is an outlier is judged by the 90th percentile of sizes, as of a normal distribution: where an end of
    the scale cuts noise, half of it is nothing at all.

    Args:
        rough: noise, of any shape.
        level: of the same shape; noise is alike where levels are.
        there: of the same shape, what counts.
    """
    usual = _by_level(np.abs(rough), level, there, lambda sizes: np.quantile(sizes, 0.9) / NORMAL_90)
    most = MOST_SIGMAS * usual
    kept = np.clip(rough, -most, most)
    sigma = _by_level(kept, level, there, lambda sizes: np.sqrt(np.mean(sizes**2)))
    return kept / sigma, sigma


def _by_level(
    values: Array, level: Array, there: NDArray[np.bool_], of: Callable[[Array], np.floating]
) -> Array:
    """A statistic of values where the level is like this, of their shape."""
    if not there.any():
        return np.ones_like(values)
    edges = np.quantile(level[there], np.linspace(0.0, 1.0, LEVEL_BINS + 1))
    middles, found = [], []
    for low, high in pairwise(edges):
        inside = there & (level >= low) & (level <= high)
        middles.append(float(level[inside].mean()))
        found.append(max(float(of(values[inside])), LEAST_SIGMA))
    return np.asarray(np.interp(level, middles, found))


def _filled(level: Array, hole: NDArray[np.bool_]) -> Array:
    """Without holes: each takes the nearest value of its own frame."""
    if not hole.any() or hole.all():
        return level.astype(np.float64)
    still = np.zeros(level.ndim)
    still[0] = 1e6  # no value comes from another frame
    nearest = ndimage.distance_transform_edt(
        hole, sampling=np.maximum(still, 1.0), return_distances=False, return_indices=True
    )
    return np.asarray(level[tuple(nearest)], dtype=np.float64)


def _smoothed(level: Array, widest: int) -> tuple[Array, float]:
    """A local polynomial along every axis, and the share of white noise it keeps.

    A. Savitzky, M. J. E. Golay, Anal. Chem. 36 (1964).
    """
    kept = 1.0
    out = level
    for axis, length in enumerate(level.shape):
        longest = length if level.ndim < 3 else max(length // 3, min(SHORTEST, length))
        window = min(widest, longest if longest % 2 else longest - 1)
        if window <= DEGREE + 1:
            continue
        kept *= float(signal.savgol_coeffs(window, DEGREE)[window // 2])
        out = signal.savgol_filter(out, window, DEGREE, axis=axis, mode="interp")
    return np.asarray(out), kept
