"""Second law: heat runs from hot to cold, in every part of the clip and of the probe."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.laws import LawMark, Tolerance
from desktop_app.domain.setting import Setting
from desktop_app.domain.text import Text, say
from desktop_app.thermography.laws.deciding import Abstention, Measurement
from desktop_app.thermography.laws.evidence import Evidence
from desktop_app.thermography.laws.line_noise import LineNoise
from desktop_app.thermography.laws.probe_window import (
    ProbeWindow,
    cannot_be_asked,
    cut_window,
    too_little_seen,
)
from desktop_app.thermography.laws.weak_form import even_change, hills, joined, time_windows, whole_waves

Array = NDArray[np.float64]

TOLERANCE: Tolerance = (0.0, None)
"""Of the smallest apparent Fourier number over the clip: below nothing, heat runs uphill."""
BREADTHS = ((1.0, 1), (0.7, 3), (0.45, 5))
"""Of hills from foot to foot, within the window, and how many: the narrower the noisier."""
PARTS = (1, 2, 4)
"""Into how many parts the clip is cut; windows are such parts, and such parts half a part later."""
FEWEST_FRAMES = 5
CLEAREST = 5.0
"""Times its noise that conduction must bring to a place in a time, if its direction is to be told there."""
SHARPEST = 0.25
"""Noise of an apparent diffusivity, of those of the whole clip, beyond which it says nothing."""
WAVES = 3
"""Of a body that exchanges no heat: how uneven it is, cosine by cosine."""
DRAWS = 300


def measure(evidence: Evidence) -> Measurement | Abstention:
    """Judge the direction of heat flow from the smallest apparent diffusivity of a clip's parts."""
    why = cannot_be_asked(evidence.setting)
    if why is not None:
        return Abstention("second_law", why, TOLERANCE)
    window = cut_window(evidence)
    if window is None:
        return Abstention("second_law", too_little_seen(), TOLERANCE)
    return _Flow(evidence, window).measurement()


class _Flow:
    """Apparent diffusivities of a clip's times and places, and of the clips it could have been as well.

    All are Fourier numbers over the clip: α times its duration, over the squared length of the probe.
    """

    def __init__(self, evidence: Evidence, window: ProbeWindow) -> None:
        self._evidence, self._window = evidence, window
        self._level = window.of(evidence.profile.level)
        self._noise = LineNoise(self._level)
        self._times = time_windows(window.time_s, _bounds(self._noise.smooth), tapered=True)
        self._duration_s = float(window.time_s[-1] - window.time_s[0])
        shapes = [
            hills(window.place, window.width, np.linspace(breadth / 2, 1 - breadth / 2, count), breadth, 0.5)
            for breadth, count in BREADTHS
        ]
        if isolated(evidence.setting):
            shapes.append(whole_waves(window.place, window.width, WAVES))
        self._hills = joined(shapes)

    def measurement(self) -> Measurement | Abstention:
        weights = self._hills.weights
        gained, conducted = self._balance(self._level @ weights.T)
        drawn_gained, drawn_conducted = self._balance(self._noise.courses(weights, DRAWS))
        true_gained, true_conducted = self._balance(self._noise.smooth @ weights.T)
        clear = np.abs(conducted) > CLEAREST * drawn_conducted.std(axis=0)
        with np.errstate(divide="ignore", invalid="ignore"):
            apparent, true = gained / conducted, true_gained / true_conducted
            drawn = drawn_gained / drawn_conducted
        noise = np.where(clear, np.maximum(drawn.std(axis=0), 1e-12), np.inf)
        if not clear.any():
            return Abstention("second_law", _too_little_flow(), TOLERANCE)
        typical = np.sqrt(np.sum((apparent / noise) ** 2) / np.sum(noise**-2.0))
        told = noise < SHARPEST * typical
        if not told.any():
            return Abstention("second_law", _too_little_flow(), TOLERANCE)
        smallest = np.where(told, apparent, np.inf)
        plausible = smallest.min() - (drawn[:, told].min(axis=1) - true[told].min())
        return self._said(int(np.argmin(smallest)), float(smallest.min()), np.asarray(plausible))

    def _balance(self, courses: Array) -> tuple[Array, Array]:
        """(…, window, hill) heat gained, a sideways loss made good, and what conduction brings for 1."""
        content, curvature = np.split(courses, 2, axis=-1)
        gained = self._times.gain @ content
        conducted = self._times.mean @ curvature / self._duration_s
        if self._evidence.setting.sideways != "insulated":
            gained = gained + self._lost(gained, conducted, self._times.mean @ content / self._duration_s)
        return gained, conducted

    def _lost(self, gained: Array, conducted: Array, held: Array) -> Array:
        """(…, window, hill) heat lost sideways, by the loss that fits a whole clip; it is not negative."""
        lasted = np.broadcast_to(self._times.mean.sum(axis=1)[:, None] / self._duration_s, held.shape)
        ambient = self._evidence.setting.ambient_level
        terms = [conducted, -held, lasted] if ambient is None else [conducted, ambient * lasted - held]
        design = np.stack([each.reshape(*each.shape[:-2], -1) for each in terms], axis=-1)
        seen = gained.reshape(*gained.shape[:-2], -1, 1)
        across = np.swapaxes(design, -1, -2)
        fitted = np.linalg.solve(across @ design, across @ seen)
        fitted = np.where(fitted[..., 1:2, :] > 0, fitted, 0.0)
        return np.asarray(-(design[..., 1:] @ fitted[..., 1:, :])[..., 0].reshape(gained.shape))

    def _said(self, cell: int, statistic: float, plausible: Array) -> Measurement:
        row, column = divmod(cell, len(self._hills.span))
        part = self._hills.span[column]
        ends = self._times.frames[row]
        begin, end = (f"{self._window.time_s[each]:.3g}" for each in ends)
        low, high = (self._window.on_probe(each) for each in part)
        frames = self._evidence.profile.frames[self._window.first + ends]
        place = f"{(low + high) / 2:.2g}"
        return Measurement(
            "second_law",
            statistic,
            plausible,
            TOLERANCE,
            holds=say("Heat runs from hot to cold in every part of the clip and of the probe."),
            broken=say(
                "Between {begin} s and {end} s heat runs from cold to hot around {place} of the probe.",
                begin=begin,
                end=end,
                place=place,
            ),
            undecided=say(
                "Whether heat runs from hot to cold between {begin} s and {end} s around {place} of the "
                "probe cannot be told.",
                begin=begin,
                end=end,
                place=place,
            ),
            mark=LawMark((int(frames[0]), int(frames[1])), (low, high)),
        )


def _bounds(smooth: Array) -> NDArray[np.int_]:
    """(window, 2) first and last frames of parts of a clip that change alike, and of those between them."""
    found = []
    for parts in PARTS:
        halves = even_change(smooth, 2 * parts, FEWEST_FRAMES)
        found += [(halves[at], halves[min(at + 2, len(halves) - 1)]) for at in range(max(len(halves) - 2, 1))]
    return np.array(sorted(set(found)), dtype=np.int_)


def isolated(setting: Setting) -> bool:
    """Whether no heat passes any side: then temperatures can only even out."""
    insulated = all(end.kind == "insulated" for end in setting.ends) and setting.sideways == "insulated"
    return insulated and not setting.sources


def _too_little_flow() -> Text:
    """Why the direction of a flow cannot be told."""
    return say("Too little heat flows along the probe to tell its direction.")
