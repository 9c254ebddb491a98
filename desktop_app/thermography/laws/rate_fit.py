"""α/L² by full-field least squares of the heat equation, the ends of a window measured or insulated.

What enters linearly (the ends, the first frame, the ambient level, sources) is eliminated (G. H. Golub,
V. Pereyra, SIAM J. Numer. Anal. 10, 1973); how well the rest is known is seen from drawn noise and drawn
palettes, one linear move each. The palette is not fitted along: in an early clip, in which a profile only
widens, a recolouring and another diffusivity look alike.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import least_squares

from desktop_app.domain.setting import Setting
from desktop_app.thermography.laws.line_conduction import LineConduction
from desktop_app.thermography.laws.line_noise import LineNoise, palette_weights
from desktop_app.thermography.laws.probe_window import ProbeWindow
from desktop_app.thermography.laws.resampling import PALETTE_BENDS

Array = NDArray[np.float64]

WAVES = 10
DRAWS = 400
LEAST, MOST = 0.003, 10.0
"""Fourier numbers over the clip that its frames can tell from none and from infinity."""
MOST_LOSS = 30.0
"""(mL)² of the strongest sideways loss: with more, heat does not get along the probe."""
NUDGE = 1e-3
LEAST_NOISE = 1e-4
MOST_INFLATED = 3.0
"""Times the noise told by itself, that what the fit leaves may make of it: more is no noise but no fit."""
RIDGE = 1e-9
"""Of each unknown's own square: nothing to what is measured, and what two unknowns share is solved for."""
PLACES = np.linspace(0.0, 1.0, 25)


@dataclass(frozen=True, eq=False)
class RateFit:
    """α/L², L the length of the probe, and how well it is known.

    Attributes:
        rate_per_s: 1/s.
        at_bound: whether no rate between those that frames can tell fits best.
        rate_moves: (draw,) by how much noise and palette may have moved the rate's logarithm.
        palette_moves: (draw,) what the palette has of it: draw by draw the same recolouring for every clip.
        sources: (source,) levels per s that each source brings.
        source_moves: (draw, source) by how much both may have moved the sources.
        warming: (source, frame, place) levels that a source of one level per s adds, at places from end to
            end.
    """

    rate_per_s: float
    at_bound: bool
    rate_moves: Array
    palette_moves: Array
    sources: Array
    source_moves: Array
    warming: Array


def fit_rate(
    level: Array,
    window: ProbeWindow,
    setting: Setting,
    sources: Array | None = None,
    beyond: tuple[float | None, float | None] = (None, None),
) -> RateFit:
    """α/L² that fits a window best, and the heat from nowhere that does.

    Args:
        level: (frame, sample) of the window.
        window: its places and times.
        setting: what is known of the body; an ambient level not known is fitted, unless sources are.
        sources: (frame, source) courses of heat from nowhere that are fitted along.
        beyond: how far beyond each edge of the window an insulated end is; None where there is none.
    """
    return _RateSearch(level, window, setting, sources, beyond).found()


class _RateSearch:
    """The fit of one clip: logarithm of a Fourier number, and (mL)² where heat is lost sideways."""

    def __init__(
        self,
        level: Array,
        window: ProbeWindow,
        setting: Setting,
        sources: Array | None,
        beyond: tuple[float | None, float | None],
    ) -> None:
        frames = len(window.time_s)
        self._duration_s = float(window.time_s[-1] - window.time_s[0])
        self._line = LineConduction(
            window.time_s, window.place, window.width, WAVES, _events(setting), beyond
        )
        self._losing = setting.sideways != "insulated"
        self._ambient = setting.ambient_level or 0.0
        free = self._losing and setting.ambient_level is None
        self._sources = sources if sources is not None else np.ones((frames, int(free)))
        noise = LineNoise(level)
        self._drawn = noise.noise(self._line.weights, DRAWS).transpose(0, 2, 1)
        self._scale = np.maximum(self._drawn.std(axis=(0, 2)), LEAST_NOISE)[:, None]
        self._bends = noise.bends(self._line.weights).transpose(0, 2, 1) / self._scale
        self._seen = self._line.seen(level) / self._scale
        self._data = self._seen.ravel()

    def found(self) -> RateFit:
        fourier = np.log(np.geomspace(LEAST, MOST, 13))
        starts = [
            (float(each), loss) for each in fourier for loss in ((0.0, 4.0) if self._losing else (0.0,))
        ]
        start = min(starts, key=lambda each: float(np.sum(self._misfit(np.array(each)) ** 2)))
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
        """(row,) of the data that nothing explains."""
        design, known = self._design(*at)
        return _unexplained(self._data - known, design)

    def _design(self, log_fourier: float, loss: float = 0.0) -> tuple[Array, Array]:
        """(row, unknown) what the unknowns add to the data, and (row,) what is known to be added."""
        rate = float(np.exp(log_fourier)) / self._duration_s
        ambient = np.full((len(self._sources), 1), rate * loss * self._ambient)
        courses = np.concatenate([self._sources, ambient], axis=1)
        design = self._line.design(rate, rate * loss, courses) / self._scale[:, :, None]
        flat = design.reshape(len(self._data), -1)
        return flat[:, :-1], flat[:, -1]

    def _with_draws(self, best: Array) -> RateFit:
        design, known = self._design(*best)
        unknown = _fitted(design, self._data - known)
        slopes = []
        for nudge in np.diag([NUDGE, 10 * NUDGE])[: 2 if self._losing else 1]:
            nudged, brought = self._design(*(best + nudge))
            slopes.append(((nudged - design) @ unknown + brought - known) / nudge.max())
        jacobian = np.column_stack([*slopes, design])
        drawn = (self._drawn / self._scale).reshape(DRAWS, -1)
        drawn = drawn * self._inflation(self._data - known - design @ unknown, design, drawn)
        bent = palette_weights(DRAWS) @ self._bends.reshape(PALETTE_BENDS, -1)
        by_noise, by_palette = (
            _moves(jacobian, each, float(best[1]), self._losing) for each in (drawn, bent)
        )
        moves = by_noise + by_palette
        count = self._sources.shape[1]
        first = design.shape[1] - count
        own = slice(len(slopes) + first, len(slopes) + first + count)
        rate = float(np.exp(best[0])) / self._duration_s
        warmed = self._line.response(rate, rate * float(best[1]), self._sources)
        return RateFit(
            rate,
            not np.log(LEAST) + 0.05 < best[0] < np.log(MOST) - 0.05,
            moves[:, 0],
            by_palette[:, 0],
            np.asarray(unknown[first : first + count], dtype=np.float64),
            moves[:, own],
            np.einsum("wfs,wp->sfp", warmed, self._line.shapes(PLACES)),
        )

    def _inflation(self, left: Array, design: Array, drawn: Array) -> float:
        """By how much what the fit leaves is larger than what it would leave of drawn noise; 1 at least.

        (The scale factor of R. T. Birge, Phys. Rev. 40, 1932.)
        """
        usual = np.mean(np.sum(_unexplained(drawn.T, design) ** 2, axis=0))
        return float(np.clip(np.sqrt(np.sum(left**2) / max(float(usual), 1e-12)), 1.0, MOST_INFLATED))


def _unexplained(data: Array, design: Array) -> Array:
    """(row, …) what no unknowns explain of data."""
    return np.asarray(data - design @ _fitted(design, data))


def _fitted(design: Array, data: Array) -> Array:
    """(unknown, …) that fit data (row, …) best; by normal equations, many times as fast as QR."""
    square = design.T @ design
    square[np.diag_indices_from(square)] *= 1 + RIDGE
    return np.asarray(np.linalg.solve(square, design.T @ data))


def _moves(jacobian: Array, added: Array, loss: float, losing: bool) -> Array:
    """(draw, unknown) by how much all unknowns move when data (draw, row) are added.

    The first unknown is the rate's logarithm; the second, if heat is lost, the loss, kept from below nothing.
    """
    free = _fitted(jacobian, added.T).T
    if not losing:
        return np.asarray(free)
    rest = np.delete(jacobian, 1, axis=1)
    bound = _fitted(rest, (added + loss * jacobian[:, 1]).T).T
    bound = np.insert(bound, 1, -loss, axis=1)
    return np.where(loss + free[:, 1:2] < 0, bound, free)


def _events(setting: Setting) -> tuple[float, ...]:
    until = setting.heated_s[1]
    return () if until is None else (until,)
