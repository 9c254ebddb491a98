"""Conduction along a line, in waves: exact in time, linear in the ends.

u_t = a·u_xx − b·(u − u_ambient) on a length W whose ends are measured or insulated. With φ_n = sin(k_n·ξ), or
cos(k_n·ξ) from an insulated end, k_n such that φ vanishes at a measured end and is level at an insulated one,
the coefficients c_n = 2∫u·φ_n·dξ follow, by integration by parts, dc_n/dt = −λ_n·c_n + 2a/W²·(u_0·φ_n'(0) −
u_1·φ_n'(1)) + 2∫φ_n·b·u_ambient with λ_n = a·(k_n/W)² + b, u_0 and u_1 of measured ends only: they enter as
sources, and no derivative of what was measured is taken (M. N. Özışık, Heat Conduction, 2nd ed., chapter 13:
finite integral transform).
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.interpolate import BSpline

from desktop_app.thermography.laws.weak_form import end_weights

Array = NDArray[np.float64]

CUBIC = 3
KNOTS = 9


class LineConduction:
    """What a window shows for a diffusivity and a loss, linear in what is not known of it.

    Not known are each wave's value in the first frame, the course of measured ends (splines), and what
    sources bring. Rows of data and design are: each wave over time, then each measured end over time.

    Attributes:
        weights: (series, sample) that turn a window's levels into what is seen.
    """

    def __init__(
        self,
        time_s: Array,
        place: Array,
        width: float,
        waves: int,
        events_s: tuple[float, ...],
        beyond: tuple[float | None, float | None] = (None, None),
    ):
        """Lay out the waves.

        Args:
            time_s: (frame,).
            place: (sample,) 0..1 within the window.
            width: of the window, 0..1 of the probe.
            waves: how many waves are followed.
            events_s: when the heating changes: an end may have a kink there.
            beyond: how far beyond each edge of the window, 0..1 of the probe, an insulated end is; None where
                the level at the edge is measured instead.
        """
        self._time_s = time_s - time_s[0]
        near_ends = end_weights(place)
        place, reach = _reaching(place, width, beyond)
        width += sum(each or 0.0 for each in beyond)
        insulated = beyond[0] is not None, beyond[1] is not None
        number = np.arange(waves) if all(insulated) else np.arange(1, waves + 1)
        self._wave = np.pi * (number - 0.5 if insulated[0] != insulated[1] else number)
        self._cosine = insulated[0]
        self._norm = np.where(self._wave > 0, 2.0, 1.0)
        self._decay = (self._wave / width) ** 2
        slope = np.zeros_like(self._wave) if insulated[0] else self._wave
        end_slope = self._wave * (-np.sin(self._wave) if insulated[0] else np.cos(self._wave))
        pulls = np.stack([slope, -end_slope]) * self._norm / width**2
        measured = [end for end in (0, 1) if not insulated[end]]
        self._pulls = pulls[measured]
        weight = np.gradient(place)
        weight[[0, -1]] /= 2
        project = self._norm[:, None] * self.shapes(place) * weight
        self.weights = np.concatenate([project @ reach, near_ends[measured]])
        self._splines = spline_basis(time_s, events_s)

    @property
    def series(self) -> int:
        """How many courses over time the data are made of: the waves, and the measured ends."""
        return len(self.weights)

    def seen(self, level: Array) -> Array:
        """(series, frame) what a window (frame, sample) shows."""
        return np.asarray(self.weights @ level.T)

    def shapes(self, place: Array) -> Array:
        """(wave, place) the waves, at places 0..1 between the ends."""
        angle = self._wave[:, None] * place
        return np.asarray(np.cos(angle) if self._cosine else np.sin(angle))

    def design(self, a: float, b: float, sources: Array) -> Array:
        """(series, frame, unknown) what each unknown adds to what is seen.

        Args:
            a: diffusivity over squared length of the probe, 1/s.
            b: loss, 1/s.
            sources: (frame, source) courses of heat brought everywhere alike, 1 being one level per s.
        """
        waves, frames = len(self._wave), len(self._time_s)
        knots = self._splines.shape[1]
        ends = len(self._pulls)
        out = np.zeros((self.series, frames, waves + ends * knots + sources.shape[1]))
        rate: Array = np.asarray(a * self._decay + b, dtype=np.float64)
        each = np.arange(waves)
        out[each, :, each] = np.exp(-rate[:, None] * self._time_s)
        answer = self._answer(rate, np.concatenate([self._splines, sources], axis=1))
        for end, pull in enumerate(self._pulls):
            own = slice(waves + end * knots, waves + (end + 1) * knots)
            out[:waves, :, own] = a * pull[:, None, None] * answer[:, :, :knots]
            out[waves + end, :, own] = self._splines
        out[:waves, :, waves + ends * knots :] = self._shares() * answer[:, :, knots:]
        return out

    def response(self, a: float, b: float, sources: Array) -> Array:
        """(wave, frame, source) what sources as in `design` add to the waves."""
        rate: Array = np.asarray(a * self._decay + b, dtype=np.float64)
        return np.asarray(self._shares() * self._answer(rate, sources))

    def _shares(self) -> Array:
        """(wave, 1, 1) what each wave has of heat brought everywhere alike."""
        wave = np.maximum(self._wave, 1e-12)
        sums = np.sin(wave) / wave if self._cosine else (1 - np.cos(wave)) / wave
        return np.asarray((self._norm * sums)[:, None, None])

    def _answer(self, rate: Array, driven: Array) -> Array:
        """(wave, frame, column) of dy/dt = −rate·y + driven from 0; driven is straight between frames.

        Exact for a straight line between frames: with z = rate·Δt, y₊ = e^−z·y + Δt·(w₀·d + w₁·d₊).
        """
        out = np.zeros((len(rate), *driven.shape))
        for k, gap in enumerate(np.diff(self._time_s)):
            z = np.maximum(rate * gap, 1e-9)
            kept = np.exp(-z)
            mean = -np.expm1(-z) / z
            late = np.where(z > 1e-4, (1 - mean) / z, 0.5 - z / 6)
            early = mean - late
            fed = early[:, None] * driven[k] + late[:, None] * driven[k + 1]
            out[:, k + 1] = kept[:, None] * out[:, k] + gap * fed
        return out


def spline_basis(time_s: Array, events_s: tuple[float, ...]) -> Array:
    """(frame, spline) cubic splines, finer after the start and after each event, where ends change fast."""
    begin, end = float(time_s[0]), float(time_s[-1])
    bounds = [begin, *(at for at in sorted(events_s) if begin < at < end), end]
    inner: list[float] = []
    for low, high in pairwise(bounds):
        inner.extend(low + (high - low) * (np.arange(KNOTS) / KNOTS) ** 2)
    inner = _apart(inner[1:], time_s)
    knots = np.concatenate([[begin] * (CUBIC + 1), inner, [end] * (CUBIC + 1)])
    return np.asarray(BSpline.design_matrix(time_s, knots, CUBIC).toarray())


def _apart(inner: list[float], time_s: Array) -> list[float]:
    """Knots with two frames or more between them."""
    kept: list[float] = []
    taken = 1
    for knot in inner:
        before = int(np.searchsorted(time_s, knot, side="right"))
        if before - taken >= 2 and len(time_s) - before >= 2:
            kept.append(knot)
            taken = before
    return kept


def _reaching(place: Array, width: float, beyond: tuple[float | None, float | None]) -> tuple[Array, Array]:
    """Places (sample,) 0..1 up to insulated ends, and (sample, sample seen) that tells levels there.

    Beyond the edge of a window they are even about the insulated end: a parabola, level there.
    """
    seen = np.eye(len(place))
    gap = width / (len(place) - 1)
    near = max(9, len(place) // 10)
    at, rows = [place * width], [seen]
    for end, far in enumerate(beyond):
        if not far:
            continue
        away = far + gap * np.arange(near)
        squares = np.stack([np.ones(near), away**2], axis=1)
        missing = np.linspace(far, 0.0, max(2, round(far / gap) + 1))[1:]
        told = np.stack([np.ones(len(missing)), missing**2], axis=1) @ np.linalg.pinv(squares)
        if end == 0:
            rows.insert(0, (told @ seen[:near])[::-1])
            at.insert(0, (missing - far)[::-1])
        else:
            rows.append(told @ seen[::-1][:near])
            at.append(width + far - missing)
    places = np.concatenate(at)
    return (places - places[0]) / (places[-1] - places[0]), np.concatenate(rows)
