"""Conservation of energy: nothing warms by more than what conduction brings to it.

The heat that conduction brings and that leaves sideways is fitted together with heat from nowhere, which has
an amount of its own in each part of the clip: so no part's warming can pass for conduction, and what is not
known of the diffusivity is in the interval of what nothing explains.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.laws import LawMark, Tolerance
from desktop_app.domain.setting import Setting
from desktop_app.domain.text import Text, say
from desktop_app.thermography.laws.deciding import Abstention, Measurement
from desktop_app.thermography.laws.evidence import Evidence
from desktop_app.thermography.laws.line_noise import smoothed
from desktop_app.thermography.laws.probe_window import (
    ProbeWindow,
    cannot_be_asked,
    cut_window,
    too_little_seen,
)
from desktop_app.thermography.laws.rate_fit import fit_rate
from desktop_app.thermography.laws.weak_form import even_change

Array = NDArray[np.float64]

TOLERANCE: Tolerance = (None, 0.05)
"""Of the largest unexplained warming, in shares of the scale: colours of real cameras are up to 5 % off."""
PARTS = 2
FEWEST_FRAMES = 6
SUREST = 0.05
"""Noise of that warming, 1 σ, beyond which it is as large as what is asked about, and its draws, which take
the fit for linear, no longer hold."""


def measure(evidence: Evidence) -> Measurement | Abstention:
    """Judge a clip's heat from the largest warming, over one or more of its parts, that nothing brings."""
    why = cannot_be_asked(evidence.setting)
    if why is not None:
        return Abstention("energy", why, TOLERANCE)
    window = cut_window(evidence)
    if window is None:
        return Abstention("energy", too_little_seen(), TOLERANCE)
    level = window.of(evidence.profile.level)
    smooth = smoothed(level)
    cuts = even_change(smooth, PARTS, FEWEST_FRAMES)
    setting = _with_ambient(evidence.setting, smooth)
    fit = fit_rate(level, window, setting, _each_its_own(cuts, len(level)))
    lasted = np.diff(window.time_s[cuts])
    warmed = fit.sources * lasted
    moved = fit.source_moves * lasted
    spans = [(first, last) for first in range(len(lasted)) for last in range(first, len(lasted))]
    sums = [warmed[first : last + 1].sum() for first, last in spans]
    drawn = np.stack([moved[:, first : last + 1].sum(axis=1) for first, last in spans], axis=1) + sums
    at = int(np.argmax(sums))
    largest = float(sums[at])
    plausible = largest - (drawn.max(axis=1) - largest)
    if plausible.std() > SUREST:
        return Abstention("energy", _mixed_up(), TOLERANCE)
    ends = cuts[[spans[at][0], spans[at][1] + 1]]
    return _said(evidence, window, ends, largest, np.asarray(plausible))


def _each_its_own(cuts: NDArray[np.int_], frames: int) -> Array:
    """(frame, part) 1 within each part, ½ where two meet."""
    at = np.arange(frames)[:, None]
    inside = ((at > cuts[:-1]) & (at < cuts[1:])).astype(np.float64)
    meeting = ((at == cuts[:-1]) & (cuts[:-1] > 0)) | ((at == cuts[1:]) & (cuts[1:] < frames - 1))
    outer = ((at == cuts[:-1]) & (cuts[:-1] == 0)) | ((at == cuts[1:]) & (cuts[1:] == frames - 1))
    return np.asarray(inside + 0.5 * meeting + outer)


def _with_ambient(setting: Setting, smooth: Array) -> Setting:
    """An ambient level not known is taken for the start's, or the coldest seen: it must not bring heat."""
    if setting.ambient_level is not None:
        return setting
    coldest = float(smooth.min())
    return replace(setting, ambient_level=coldest if setting.start_level is None else setting.start_level)


def _mixed_up() -> Text:
    """Why nothing can be said of heat from nowhere."""
    return say("Heat from nowhere cannot be told from the heat that the body conducts or loses here.")


def _said(
    evidence: Evidence, window: ProbeWindow, ends: NDArray[np.int_], largest: float, plausible: Array
) -> Measurement:
    begin, end = (f"{window.time_s[each]:.3g}" for each in ends)
    low, high = window.start, window.on_probe(1.0)
    frames = evidence.profile.frames[window.first + ends]
    return Measurement(
        "energy",
        largest,
        plausible,
        TOLERANCE,
        holds=say("Nothing along the probe warms by more than by the heat that reaches it."),
        broken=say(
            "Between {begin} s and {end} s the probe from {low} to {high} warms by {percent} % of the scale "
            "more than by the heat that reaches it.",
            begin=begin,
            end=end,
            low=f"{low:.2g}",
            high=f"{high:.2g}",
            percent=f"{100 * largest:.0f}",
        ),
        undecided=say(
            "Whether the probe warms by more than by the heat that reaches it between {begin} s and {end} s "
            "cannot be told.",
            begin=begin,
            end=end,
        ),
        mark=LawMark((int(frames[0]), int(frames[1])), (low, high)),
    )
