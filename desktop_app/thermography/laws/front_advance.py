"""Law 1: heat that a held end sends into a body at rest advances as the square root of time.

T = f(x/√(αt)) before the far end is reached (H. S. Carslaw, J. C. Jaeger, Conduction of Heat in Solids, 2nd
ed., section 2.4), so that every level ℓ is at x_ℓ = c_ℓ·t^½, however levels are coloured and also where
properties depend on temperature. One power n is fitted to several levels at once.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.laws import LawMark, Tolerance
from desktop_app.domain.setting import ProbeEnd, Setting
from desktop_app.domain.text import Text, say
from desktop_app.thermography.laws.deciding import Abstention, Measurement, interval_of
from desktop_app.thermography.laws.driven_end import LEAST_SPAN, look_at_end
from desktop_app.thermography.laws.evidence import Evidence, Profile
from desktop_app.thermography.laws.front_fit import (
    FURTHEST,
    FURTHEST_TO_COLD,
    Advance,
    follow_fronts,
    shared_power,
)
from desktop_app.thermography.noise import MAD_TO_SIGMA, QUANTUM

Array = NDArray[np.float64]

LOWEST, HIGHEST = 0.4, 0.6
"""Powers that pass for diffusion's 0.5; a front that stands still has 0, one of steady speed 1."""
BETWEEN = 0.1
CODEC_NOISE = 4.0
"""How many times a codec's noise, alike over some frames, may be what differs from frame to frame."""
START_FRAMES, START_FRAMES_SEEN = 0.5, 1.0
"""Frames by which the start may differ from the time that is declared for it, or at which it is seen."""
START_TRIALS = 9


def measure(evidence: Evidence) -> Measurement | Abstention:
    """The power of time with which fronts advance, against diffusion's one half."""
    setting = evidence.setting
    tolerance: Tolerance = (None if setting.sideways == "losing" else LOWEST, HIGHEST)
    found = _why_not(setting) or _advances(evidence)
    if isinstance(found, Text):
        return Abstention("front_advance", found, tolerance)
    frame_s = float(np.median(np.diff(evidence.profile.time_s)))
    sure = all(each.end.start_s == setting.heated_s[0] for each in found)
    reach = START_FRAMES if sure else START_FRAMES_SEEN
    starts = np.linspace(-reach, reach, START_TRIALS) * frame_s

    def power(level: Array) -> float:
        return shared_power([(each, each.way_in(level)) for each in found], starts, frame_s / 2)

    statistic = power(evidence.profile.level)
    plausible = evidence.profile_clips.plausible(power, statistic)
    if setting.sideways == "unknown" and interval_of(plausible)[1] < LOWEST:
        slow = say(
            "The front slows down more than diffusion's, as it would if the body lost heat on the way."
        )
        return Abstention("front_advance", slow, tolerance)
    return _measurement(evidence.profile, found, statistic, plausible, tolerance)


def _why_not(setting: Setting) -> Text | None:
    if not setting.along_the_heat:
        return say("The probe does not follow the heat through the whole body.")
    if not setting.homogeneous:
        return say("A front changes its pace where one material ends and another begins.")
    if setting.start_level is None:
        return say("The body does not start at one temperature.")
    if not any(_drives(end, setting.start_level) for end in setting.ends):
        return say("No end of the body is held hot or cold from the beginning on.")
    ambient = setting.ambient_level
    if setting.sideways == "losing" and (
        ambient is None or abs(ambient - setting.start_level) > LEAST_SPAN / 3
    ):
        return say("Heat enters or leaves through the sides as well, which moves the front by itself.")
    return None


def _drives(end: ProbeEnd, start_level: float) -> bool:
    return end.kind == "held" and (end.level is None or abs(end.level - start_level) >= LEAST_SPAN)


def _advances(evidence: Evidence) -> list[Advance] | Text:
    """What is followed from each driven end, or why nothing can be."""
    profile, setting = evidence.profile, evidence.setting
    noise = _noise_of(evidence)
    start = setting.start_level or 0.0
    since, until = setting.heated_s
    lit = profile if until is None else _before(profile, until)
    driving = [_drives(end, start) for end in setting.ends]
    found: list[Advance] = []
    for mirrored, drives in zip((False, True), driving, strict=True):
        if drives:
            reach = 0.5 if all(driving) else 1.0
            end = look_at_end(lit, noise, mirrored=mirrored, reach=reach, since_s=since)
            to_cold = not all(driving) and setting.ends[not mirrored].kind == "held"
            furthest = FURTHEST_TO_COLD if to_cold else FURTHEST
            advance = end if isinstance(end, Text) else follow_fronts(end, lit, furthest)
            if isinstance(advance, Text):
                return advance
            found.append(advance)
    return found


def _noise_of(evidence: Evidence) -> float:
    """σ of a level between the scale's ends, where nothing cuts its noise down.

    By the median of what smoothing left, 1.4826 times (P. J. Huber, Robust Statistics, 1981), and no more
    than what a codec makes of the noise between frames: a steep front leaves more than noise where it is.
    """
    clips = evidence.profile_clips
    between = (clips.smooth > BETWEEN) & (clips.smooth < 1 - BETWEEN)
    if not between.any():
        return QUANTUM
    left = MAD_TO_SIGMA * float(np.median(np.abs(clips.noise[between])))
    bends = np.abs(np.diff(evidence.profile.level, 2, axis=0)) / np.sqrt(6)
    shown = CODEC_NOISE * MAD_TO_SIGMA * float(np.median(bends))
    return max(QUANTUM, min(left, shown))


def _before(profile: Profile, until_s: float) -> Profile:
    kept = slice(0, int(np.searchsorted(profile.time_s, until_s, side="right")))
    return Profile(
        profile.level[kept],
        profile.sigma[kept],
        profile.censored[kept],
        profile.trusted[kept],
        profile.position,
        profile.time_s[kept],
        profile.frames[kept],
    )


def _measurement(
    profile: Profile, found: list[Advance], statistic: float, plausible: Array, tolerance: Tolerance
) -> Measurement:
    low, high = interval_of(plausible)
    first = min(each.frames.start for each in found)
    last = max(each.frames.stop for each in found) - 1
    values: dict[str, str | int | float | Text] = {
        "power": f"{statistic:.2f}",
        "since": f"{profile.time_s[first]:.3g}",
        "until": f"{profile.time_s[last]:.3g}",
    }
    if statistic > HIGHEST:
        broken = say(
            "The front does not slow down as diffusion does: from {since} s to {until} s its way grows with "
            "time to the power of {power} instead of 0.5.",
            **values,
        )
    else:
        broken = say(
            "The front slows down more than diffusion does: from {since} s to {until} s its way grows with "
            "time to the power of {power} instead of 0.5.",
            **values,
        )
    if statistic < LOWEST:
        holds = say(
            "The front slows down, as diffusion and what is lost on the way make it: its way grows with time "
            "to the power of {power}.",
            power=values["power"],
        )
    else:
        holds = say(
            "The front slows down as diffusion does: its way grows with time to the power of {power}.",
            power=values["power"],
        )
    return Measurement(
        law="front_advance",
        statistic=statistic,
        plausible=plausible,
        tolerance=tolerance,
        holds=holds,
        broken=broken,
        undecided=say(
            "The front's way grows with time to a power between {low} and {high}: too wide to tell whether "
            "it slows down as diffusion does (0.4 to 0.6).",
            low=f"{low:.2f}",
            high=f"{high:.2f}",
        ),
        mark=LawMark(
            frames=(int(profile.frames[first]), int(profile.frames[last])), position=_covered(found)
        ),
    )


def _covered(found: list[Advance]) -> tuple[float, float]:
    """The part of the probe along which fronts were followed."""
    if len(found) > 1:
        return 0.0, 1.0
    way = found[0].way[found[0].weight > 0]
    nearest, furthest = float(way.min()), float(way.max())
    return (1 - furthest, 1 - nearest) if found[0].end.mirrored else (nearest, furthest)
