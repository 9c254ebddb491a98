"""Conservation of energy: nothing warms by more than what conduction brings to it.

The heat that conduction brings and that leaves sideways is fitted together with heat from nowhere, which has
an amount of its own in each part of the clip: so no part's warming can pass for conduction, and what is not
known of the diffusivity is in the interval of what nothing explains. Through an insulated end no heat comes;
through any other one, what its measured level lets in. What is judged is by how much heat from nowhere warms
the probe at most, not how much of it there is: between two held ends much of it could leave unseen.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.laws import LawMark, Tolerance
from desktop_app.domain.setting import Setting
from desktop_app.domain.text import say
from desktop_app.thermography.laws.deciding import Abstention, Measurement
from desktop_app.thermography.laws.evidence import Evidence
from desktop_app.thermography.laws.line_noise import smoothed
from desktop_app.thermography.laws.probe_window import (
    ProbeWindow,
    cannot_be_asked,
    cut_window,
    too_little_seen,
)
from desktop_app.thermography.laws.rate_fit import PLACES, fit_rate
from desktop_app.thermography.laws.weak_form import even_change

Array = NDArray[np.float64]

TOLERANCE: Tolerance = (None, 0.05)
"""Of the largest unexplained warming, in shares of the scale: colours of real cameras are up to 5 % off."""
PARTS = 2
FEWEST_FRAMES = 6
NEAREST = 0.1
"""Of the probe, within which an insulated end must be if the window is to reach it."""


def measure(evidence: Evidence) -> Measurement | Abstention:
    """Judge a clip's heat from the largest warming, at any time and place, that nothing brings."""
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
    fit = fit_rate(level, window, setting, _each_its_own(cuts, len(level)), _insulated(setting, window))
    flat = fit.warming.reshape(len(fit.sources), -1)
    unexplained = fit.sources @ flat
    at = int(np.argmax(unexplained))
    largest = float(unexplained[at])
    drawn = (fit.sources + fit.source_moves) @ flat
    plausible = largest - (drawn.max(axis=1) - largest)
    frame, place = divmod(at, fit.warming.shape[2])
    return _said(evidence, window, frame, PLACES[place], largest, np.asarray(plausible))


def _insulated(setting: Setting, window: ProbeWindow) -> tuple[float | None, float | None]:
    """How far beyond each edge of a window an insulated end is; None where there is none near."""
    far = window.start, 1 - window.on_probe(1.0)
    first, second = (
        gap if end.kind == "insulated" and gap <= NEAREST else None
        for end, gap in zip(setting.ends, far, strict=True)
    )
    return first, second


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


def _said(
    evidence: Evidence, window: ProbeWindow, frame: int, place: float, largest: float, plausible: Array
) -> Measurement:
    seconds = f"{window.time_s[frame]:.3g}"
    at = window.on_probe(place)
    frames = evidence.profile.frames[window.first :]
    return Measurement(
        "energy",
        largest,
        plausible,
        TOLERANCE,
        holds=say("Nothing along the probe warms by more than by the heat that reaches it."),
        broken=say(
            "By {seconds} s the probe is, around {place}, warmer by {percent} % of the scale than by the "
            "heat that reaches it.",
            seconds=seconds,
            place=f"{at:.2g}",
            percent=f"{100 * largest:.0f}",
        ),
        undecided=say(
            "Whether the probe warms by more than by the heat that reaches it cannot be told.",
        ),
        mark=LawMark((int(frames[0]), int(frames[frame])), (window.start, window.on_probe(1.0))),
    )
