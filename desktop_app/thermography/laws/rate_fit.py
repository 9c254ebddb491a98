"""α/L² by full-field least squares of the heat equation, the ends of a window measured.

What enters linearly (the ends, the first frame, the ambient level) is eliminated (G. H. Golub, V. Pereyra,
SIAM J. Numer. Anal. 10, 1973); how well the rest is known is a block bootstrap of what the fit leaves, one
linear move each, with the palette drawn too.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import least_squares

from desktop_app.domain.setting import Setting
from desktop_app.thermography.laws.line_conduction import LineConduction
from desktop_app.thermography.laws.line_noise import palette_weights, smoothed
from desktop_app.thermography.laws.probe_window import ProbeWindow
from desktop_app.thermography.laws.resampling import PALETTE_BENDS

Array = NDArray[np.float64]

WAVES = 10
DRAWS = 400
BLOCKS = 10
"""Into which the clip's frames are cut for the bootstrap, of `FEWEST_IN_BLOCK` frames or more."""
FEWEST_IN_BLOCK = 6
LEAST, MOST = 0.003, 10.0
"""Fourier numbers over the clip that its frames can tell from none and from infinity."""
MOST_LOSS = 30.0
"""(mL)² of the strongest sideways loss: with more, heat does not get along the probe."""
NUDGE = 1e-3
MAD_TO_SIGMA = 1.4826
LEAST_NOISE = 1e-4


@dataclass(frozen=True, eq=False)
class RateFit:
    """α/L², L the length of the probe, and how well it is known.

    Attributes:
        rate_per_s: 1/s.
        sources: (source,) levels per s that each source brings.
        at_bound: whether no rate between those that frames can tell fits best.
        rate_moves: (draw,) by how much noise and palette may have moved the rate's logarithm.
        palette_moves: (draw,) what the palette has of it: draw by draw the same recolouring for every clip.
        source_moves: (draw, source) by how much both may have moved the sources.
    """

    rate_per_s: float
    sources: Array
    at_bound: bool
    rate_moves: Array
    palette_moves: Array
    source_moves: Array


def fit_rate(level: Array, window: ProbeWindow, setting: Setting, sources: Array | None = None) -> RateFit:
    """α/L² that fits a window best, and the heat from nowhere that does.

    Args:
        level: (frame, sample) of the window.
        window: its places and times.
        setting: what is known of the body; an ambient level not known is fitted, unless sources are.
        sources: (frame, source) courses of heat from nowhere that are fitted along.
    """
    return _RateSearch(level, window, setting, sources).found()


class _RateSearch:
    """The fit of one clip: logarithm of a Fourier number, and (mL)² where heat is lost sideways."""

    def __init__(self, level: Array, window: ProbeWindow, setting: Setting, sources: Array | None) -> None:
        frames = len(window.time_s)
        self._duration_s = float(window.time_s[-1] - window.time_s[0])
        self._line = LineConduction(window.time_s, window.place, window.width, WAVES, _events(setting))
        self._losing = setting.sideways != "insulated"
        self._ambient = setting.ambient_level or 0.0
        self._smooth = smoothed(level)
        free = self._losing and setting.ambient_level is None
        self._sources = sources if sources is not None else np.ones((frames, int(free)))
        seen = self._line.seen(level)
        self._scale = _noise(seen)[:, None]
        self._seen = seen / self._scale

    def found(self) -> RateFit:
        fourier = np.log(np.geomspace(LEAST, MOST, 13))
        starts = [
            (float(each), loss) for each in fourier for loss in ((0.0, 4.0) if self._losing else (0.0,))
        ]
        start = min(starts, key=lambda each: float(np.sum(self._left(*each)[0] ** 2)))
        free = 2 if self._losing else 1
        fit = least_squares(
            self._misfit,
            start[:free],
            bounds=(np.log([LEAST, 1.0])[:free], np.array([np.log(MOST), MOST_LOSS])[:free]),
            x_scale=[0.1, 1.0][:free],
            xtol=1e-4,
            ftol=1e-6,
            diff_step=[NUDGE] * free,
        )
        return self._with_draws(np.array([*fit.x, 0.0][:2]))

    def _misfit(self, at: Array) -> Array:
        return self._left(*at)[0].ravel()

    def _left(self, log_fourier: float, loss: float = 0.0) -> tuple[Array, Array]:
        """(series, frame) of the data that nothing explains, and (row, unknown) an orthonormal basis."""
        design, known = self._design(log_fourier, loss)
        basis = np.linalg.qr(design)[0]
        flat = self._seen.ravel() - known
        return (flat - basis @ (basis.T @ flat)).reshape(self._seen.shape), basis

    def _design(self, log_fourier: float, loss: float) -> tuple[Array, Array]:
        """(row, unknown) what the unknowns add to the data, and (row,) what is known to be added."""
        rate = float(np.exp(log_fourier)) / self._duration_s
        ambient = np.full((len(self._sources), 1), rate * loss * self._ambient)
        courses = np.concatenate([self._sources, ambient], axis=1)
        design = self._line.design(rate, rate * loss, courses) / self._scale[:, :, None]
        flat = design.reshape(self._seen.size, -1)
        return flat[:, :-1], flat[:, -1]

    def _with_draws(self, best: Array) -> RateFit:
        left, basis = self._left(*best)
        lost_freedom = np.sum(basis**2, axis=1).reshape(left.shape).mean(axis=1)
        noise = left / np.sqrt(np.maximum(1 - lost_freedom, 0.1))[:, None]
        design, known = self._design(*best)
        unknown = np.linalg.lstsq(design, self._seen.ravel() - known, rcond=None)[0]
        slopes = []
        for nudge in np.diag([NUDGE, 10 * NUDGE])[: 2 if self._losing else 1]:
            nudged, brought = self._design(*(best + nudge))
            slopes.append(((nudged - design) @ unknown + brought - known) / nudge.max())
        first = len(unknown) - self._sources.shape[1]
        bent = np.stack([(bend / self._scale).ravel() for bend in self._bends()])
        jacobian = np.column_stack([*slopes, design])
        added = np.stack([_shuffled(noise), palette_weights(DRAWS) @ bent])
        by_noise, by_palette = (_moves(jacobian, each, float(best[1]), self._losing) for each in added)
        moves = by_noise + by_palette
        return RateFit(
            float(np.exp(best[0])) / self._duration_s,
            np.asarray(unknown[first:], dtype=np.float64),
            not np.log(LEAST) + 0.05 < best[0] < np.log(MOST) - 0.05,
            moves[:, 0],
            by_palette[:, 0],
            moves[:, len(slopes) + first :],
        )

    def _bends(self) -> list[Array]:
        """What each wave of another palette would add to what is seen."""
        inside = np.clip(self._smooth, 0.0, 1.0)
        return [self._line.seen(np.sin(wave * np.pi * inside)) for wave in range(1, PALETTE_BENDS + 1)]


def _moves(jacobian: Array, added: Array, loss: float, losing: bool) -> Array:
    """(draw, unknown) by how much all unknowns move when data (draw, row) are added.

    The first unknown is the rate's logarithm; the second, if heat is lost, the loss, kept from below nothing.
    """
    free = added @ np.linalg.pinv(jacobian).T
    if not losing:
        return np.asarray(free)
    rest = np.delete(jacobian, 1, axis=1)
    bound = (added + loss * jacobian[:, 1]) @ np.linalg.pinv(rest).T
    bound = np.insert(bound, 1, -loss, axis=1)
    return np.where(loss + free[:, 1:2] < 0, bound, free)


def _shuffled(noise: Array) -> Array:
    """(draw, row) noise put together from blocks of its own frames, all courses alike."""
    random = np.random.default_rng(0)
    frames = noise.shape[1]
    length = min(max(FEWEST_IN_BLOCK, frames // BLOCKS), frames)
    blocks = -(-frames // length)
    starts = random.integers(frames - length + 1, size=(DRAWS, blocks))
    signs = np.repeat(random.choice((-1.0, 1.0), size=(DRAWS, blocks)), length, axis=1)[:, :frames]
    taken = (starts[:, :, None] + np.arange(length)).reshape(DRAWS, -1)[:, :frames]
    drawn = noise[:, taken] * signs
    return np.asarray(drawn.transpose(1, 0, 2).reshape(DRAWS, -1))


def _noise(seen: Array) -> Array:
    """(series,) noise of each course, from its second differences."""
    rough = np.abs(np.diff(seen, 2, axis=1)) / np.sqrt(6)
    return np.asarray(np.maximum(MAD_TO_SIGMA * np.median(rough, axis=1), LEAST_NOISE))


def _events(setting: Setting) -> tuple[float, ...]:
    until = setting.heated_s[1]
    return () if until is None else (until,)
