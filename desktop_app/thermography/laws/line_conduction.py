"""Conduction along a line whose two ends are measured, in sine waves: exact in time, linear in the ends.

u_t = a·u_xx − b·(u − u_ambient) on a window of width W, with u at its ends given. The sine coefficients
c_n = 2∫u·sin(nπξ)dξ follow, by integration by parts, dc_n/dt = −λ_n·c_n + (2nπ/W²)·a·(u_0 − (−1)^n·u_1)
+ 2(1 − (−1)^n)/(nπ)·b·u_ambient with λ_n = a(nπ/W)² + b: a boundary enters as a source, and no derivative of
what was measured is taken (M. N. Özışık, Heat Conduction, 2nd ed., chapter 13: finite integral transform).
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

    Not known are each wave's value in the first frame, the course of the two ends (splines), and the ambient
    level where there is a loss. Rows of data and design are: each wave over time, then each end over time.
    """

    def __init__(self, time_s: Array, place: Array, width: float, waves: int, events_s: tuple[float, ...]):
        """Lay out the waves.

        Args:
            time_s: (frame,).
            place: (sample,) 0..1 within the window.
            width: of the window, 0..1 of the probe.
            waves: how many sine waves are followed.
            events_s: when the heating changes: an end may have a kink there.
        """
        self._time_s = time_s - time_s[0]
        self._n = np.arange(1, waves + 1)
        self._decay = (self._n * np.pi / width) ** 2
        self._pull = 2 * self._n * np.pi / width**2
        self._sign = (-1.0) ** self._n
        self._project = _sine_weights(place, self._n)
        self._ends = end_weights(place)
        self._splines = spline_basis(time_s, events_s)

    @property
    def series(self) -> int:
        """How many courses over time the data are made of: the waves, and two ends."""
        return len(self._n) + 2

    def seen(self, level: Array) -> Array:
        """(series, frame) what a window (frame, sample) shows."""
        return np.asarray(np.concatenate([self._project @ level.T, self._ends @ level.T]))

    def design(self, a: float, b: float, sources: Array) -> Array:
        """(series, frame, unknown) what each unknown adds to what is seen.

        Args:
            a: diffusivity over squared length of the probe, 1/s.
            b: loss, 1/s.
            sources: (frame, source) courses of heat brought everywhere alike, 1 being one level per s.
        """
        waves, frames = len(self._n), len(self._time_s)
        knots = self._splines.shape[1]
        out = np.zeros((self.series, frames, waves + 2 * knots + sources.shape[1]))
        rate: Array = np.asarray(a * self._decay + b, dtype=np.float64)
        each = np.arange(waves)
        out[each, :, each] = np.exp(-rate[:, None] * self._time_s)
        answer = self._answer(rate, self._splines)
        first = slice(waves, waves + knots)
        second = slice(waves + knots, waves + 2 * knots)
        out[:waves, :, first] = a * self._pull[:, None, None] * answer
        out[:waves, :, second] = -(a * self._sign * self._pull)[:, None, None] * answer
        out[waves, :, first] = self._splines
        out[waves + 1, :, second] = self._splines
        share = 2 * (1 - self._sign) / (self._n * np.pi)
        out[:waves, :, waves + 2 * knots :] = share[:, None, None] * self._answer(rate, sources)
        return out

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


def _sine_weights(place: Array, n: NDArray[np.int_]) -> Array:
    """(wave, sample) that turn levels into sine coefficients, by the trapezoidal rule."""
    weight = np.zeros_like(place)
    gaps = np.diff(place)
    weight[:-1] += gaps / 2
    weight[1:] += gaps / 2
    return np.asarray(2 * np.sin(np.pi * n[:, None] * place) * weight)
