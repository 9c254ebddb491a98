"""Clips as they could have come out as well: a smooth one, with blocks of the clip's own noise on it.

Block bootstrap: H. R. Künsch, Ann. Statist. 17 (1989). The noise of neighbouring frames and samples is not
independent (a video codec predicts, a video VAE makes four frames of one), so it is drawn in blocks. Colours
are a convention: each draw is also recoloured a little, by a smooth and monotone curve.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage, signal

Array = NDArray[np.float64]

DRAWS = 200
BLOCK_FRAMES = 8
BLOCK_CELLS = 12
WINDOW = 9
DEGREE = 2
QUANTUM = 1 / 512
"""Least noise of a level: half of what one of 256 colours is wide."""
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
        self.smooth, kept = _smoothed(filled)
        residual = np.where(self._hole, 0.0, filled - self.smooth)
        self._scale = np.maximum(np.where(self._hole, 0.0, sigma), QUANTUM)
        self._noise = residual / self._scale / np.sqrt(max(1 - kept, 0.1))
        worst = (
            max(float(np.sqrt(np.mean(self._noise[~self._hole] ** 2))), 1.0) if (~self._hole).any() else 1.0
        )
        self._noise *= worst / max(float(np.sqrt(np.mean(self._noise[~self._hole] ** 2))), 1e-9)

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
        out: Array = np.empty(self._noise.shape)
        sizes = (BLOCK_FRAMES, *(BLOCK_CELLS for _ in self._noise.shape[1:]))
        starts = [range(0, length, size) for length, size in zip(out.shape, sizes, strict=True)]
        for corner in np.ndindex(*(len(start) for start in starts)):
            place = tuple(start[at] for start, at in zip(starts, corner, strict=True))
            spans = [
                min(size, length - begin) for size, length, begin in zip(sizes, out.shape, place, strict=True)
            ]
            source = [
                int(self._random.integers(length - span + 1))
                for length, span in zip(out.shape, spans, strict=True)
            ]
            into = tuple(slice(begin, begin + span) for begin, span in zip(place, spans, strict=True))
            taken = tuple(slice(begin, begin + span) for begin, span in zip(source, spans, strict=True))
            out[into] = self._noise[taken] * self._random.choice((-1.0, 1.0))
        return out

    def _bend(self, level: Array) -> Array:
        """What a palette a little different would add to a level: nothing at its two ends."""
        clipped = np.clip(level, 0.0, 1.0)
        total = np.zeros_like(clipped)
        for wave in range(1, PALETTE_BENDS + 1):
            weight = self._random.normal(0.0, PALETTE_SPREAD / wave)
            total += weight * np.sin(wave * np.pi * clipped)
        return total


def _filled(level: Array, hole: NDArray[np.bool_]) -> Array:
    """Without holes: each takes the nearest value of its own frame."""
    if not hole.any():
        return level.astype(np.float64)
    still = np.zeros(level.ndim)
    still[0] = 1e6  # no value comes from another frame
    nearest = ndimage.distance_transform_edt(
        hole, sampling=np.maximum(still, 1.0), return_distances=False, return_indices=True
    )
    return np.asarray(level[tuple(nearest)], dtype=np.float64)


def _smoothed(level: Array) -> tuple[Array, float]:
    """A local polynomial along every axis, and the share of white noise it keeps.

    A. Savitzky, M. J. E. Golay, Anal. Chem. 36 (1964).
    """
    kept = 1.0
    out = level
    for axis, length in enumerate(level.shape):
        window = min(WINDOW, length if length % 2 else length - 1)
        if window <= DEGREE + 1:
            continue
        kept *= float(signal.savgol_coeffs(window, DEGREE)[window // 2])
        out = signal.savgol_filter(out, window, DEGREE, axis=axis, mode="interp")
    return np.asarray(out), kept
