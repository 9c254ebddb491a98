"""Once nothing changes any more, temperature between two ends has the shape that conduction gives it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.laws import LawMark, Tolerance
from desktop_app.domain.setting import Setting
from desktop_app.domain.text import Text, say
from desktop_app.thermography.laws.deciding import Abstention, Measurement
from desktop_app.thermography.laws.evidence import Evidence
from desktop_app.thermography.laws.resampling import Resampler
from desktop_app.thermography.laws.wording import seconds

Array = NDArray[np.float64]

TOLERANCE: Tolerance = (-0.05, 0.05)
"""Of the span of the clip's levels: how far a steady profile may bulge from what conduction gives."""
STILL = 0.02
"""Of that span: a clip whose halves change less on average from its last sixth but one to its last is steady.
The slowest change of a bar that is heated from its beginning, exp(−π²αt/L²), then has about 5 % of its height
left."""
PART = 6
"""The last sixth of a clip is looked at, and the one before it."""
FEWEST_FRAMES = 12
LEAST_SPAN = 0.1
"""Of the clip's scale that the body must have passed through."""
ENDS = 0.04
"""Of the probe next to its ends, which is left out: colours of body and background run together there."""
LOSSES = np.concatenate([[0.0], np.geomspace(0.2, 10.0, 30)])
"""m·L of the fin equation that are tried: from no loss to a bar of which a tenth is warmed."""
BULGES = 3
"""Half waves along the probe that a departure is made of: finer ones are noise."""


def measure(evidence: Evidence) -> Measurement | Abstention:
    """How far the profile of the last sixth of a clip bulges from T″ = m²(T − T∞) between its ends.

    Without loss along the way m is 0 and the profile a straight line, level between equal ends; else m ≥ 0 is
    fitted and T∞ is the surroundings' level, or the beginning's (F. P. Incropera et al., Fundamentals of Heat
    and Mass Transfer, 6th ed., 2007, section 3.6). The bulge is the largest value of the first three sine
    waves of the departure, with its sign: positive where the profile is too hot.
    """
    setting, level = evidence.setting, evidence.profile.level
    if not (setting.along_the_heat and setting.homogeneous) or setting.melts or setting.sources:
        return _abstain(say("Heat does not flow along the probe only, through one material."))
    if len(level) < FEWEST_FRAMES:
        return _abstain(say("The clip is too short to see a steady state."))
    span = float(np.ptp(np.quantile(level, [0.01, 0.99])))
    if span < LEAST_SPAN:
        return _abstain(say("The body hardly changes its colour."))
    before, after = _profiles(evidence, level)
    change = max((float(half.mean()) for half in np.array_split(after - before, 2)), key=abs) / span
    if abs(change) > STILL:
        return _abstain(
            say(
                "It is not yet steady: in its last part the clip still changes by {percent} % of its span.",
                percent=max(1, round(100 * abs(change))),
            )
        )
    tail = 2 * _last(len(level))
    clips = Resampler(level[-tail:], evidence.profile.sigma[-tail:])
    several = [level, clips.smooth, *clips.clips()]
    profiles = np.stack([_profiles(evidence, clip)[1] for clip in several])
    return _measured(evidence, _bulges(profiles, evidence) / span)


def _measured(evidence: Evidence, bulges: Array) -> Measurement:
    """From (clip, sample) bulges of the clip, of the clip made smooth, and of those drawn."""
    largest = np.take_along_axis(bulges, np.abs(bulges).argmax(axis=1)[:, None], axis=1)[:, 0]
    place = int(np.abs(bulges[0]).argmax())
    size = float(largest[0])
    plausible = size - (bulges[2:, place] - bulges[1, place])
    profile = evidence.profile
    inside = _inside(profile.position)
    first = len(profile.time_s) - _last(len(profile.time_s))
    time, percent = seconds(float(profile.time_s[first])), round(100 * float(profile.position[inside][place]))
    return Measurement(
        law="steady_state",
        statistic=size,
        plausible=plausible,
        tolerance=TOLERANCE,
        holds=say(
            "From {time} s on it is steady, and between its ends as conduction makes it, within {percent} %.",
            time=time,
            percent=max(1, round(100 * abs(size))),
        ),
        broken=_bulging(time, percent, size),
        undecided=say(
            "From {time} s on it is steady; whether its profile bulges by more than noise cannot be told.",
            time=time,
        ),
        mark=LawMark((int(profile.frames[first]), int(profile.frames[-1])), position=(0.0, 1.0)),
    )


def _bulging(time: str, percent: int, size: float) -> Text:
    amount = f"{abs(size):.2f}"
    if size > 0:
        return say(
            "From {time} s on it is steady, but at {percent} % of the probe hotter, by {size} of its span, "
            "than conduction between its ends makes it.",
            time=time,
            percent=percent,
            size=amount,
        )
    return say(
        "From {time} s on it is steady, but at {percent} % of the probe colder, by {size} of its span, "
        "than conduction between its ends makes it.",
        time=time,
        percent=percent,
        size=amount,
    )


def _inside(position: Array) -> NDArray[np.bool_]:
    return np.asarray((position >= ENDS) & (position <= 1 - ENDS))


def _last(frames: int) -> int:
    return max(3, frames // PART)


def _profiles(evidence: Evidence, clip: Array) -> tuple[Array, Array]:
    """(sample,) means over the last sixth but one and over the last sixth of a clip (frame, sample)."""
    inside, last = _inside(evidence.profile.position), _last(len(clip))
    return clip[-2 * last : -last, inside].mean(axis=0), clip[-last:, inside].mean(axis=0)


def _bulges(profiles: Array, evidence: Evidence) -> Array:
    """(clip, sample) the first waves of what profiles (clip, sample) differ by from the law's."""
    setting = evidence.setting
    position = evidence.profile.position[_inside(evidence.profile.position)]
    along = (position - position[0]) / (position[-1] - position[0])
    ambient = _ambient(setting, profiles)
    losses = LOSSES[:1] if setting.sideways == "insulated" else LOSSES
    waves = np.sin(np.pi * np.outer(along, np.arange(1, BULGES + 1)))
    best, bulges = np.full(len(profiles), np.inf), np.zeros_like(profiles)
    above = profiles - ambient
    for loss in losses:
        shapes = _between(along, float(loss))
        both = np.concatenate([shapes, waves], axis=1)
        alone = above - above @ np.linalg.pinv(shapes).T @ shapes.T
        cost = (alone**2).sum(axis=1)
        better = cost < best
        parts = above @ np.linalg.pinv(both).T
        best[better] = cost[better]
        bulges[better] = (parts[:, 2:] @ waves.T)[better]
    return bulges


def _between(along: Array, loss: float) -> Array:
    """(sample, 2) the two solutions of T″ = m²T that are 1 at one end and 0 at the other; `loss` is m·L."""
    if loss == 0:
        return np.stack([1 - along, along], axis=1)
    return np.asarray(np.stack([np.sinh(loss * (1 - along)), np.sinh(loss * along)], axis=1) / np.sinh(loss))


def _ambient(setting: Setting, profiles: Array) -> float:
    if setting.ambient_level is not None:
        return setting.ambient_level
    return setting.start_level if setting.start_level is not None else float(profiles.min())


def _abstain(why: Text) -> Abstention:
    return Abstention("steady_state", why, TOLERANCE)
