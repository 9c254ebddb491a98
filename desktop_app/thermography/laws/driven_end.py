"""An end of the body that drives it, as the clip shows it."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.text import Text, say
from desktop_app.thermography.laws.evidence import Profile

Array = NDArray[np.float64]

END_SAMPLES = 5
"""Along these a straight line leads to the end's own temperature."""
FEWEST_FRAMES = 8
LEAST_SPAN = 0.15
"""Of the clip's scale, between start and driven end, for a front to be seen."""
INSIDE = (0.3, 0.95)
"""Of the way, where the body is still as it started when the driven end jumps."""
SLOWEST_JUMP = 0.08
"""Of the clip's frames, that an end held from the start may take for its rise."""
LATE_FRAMES = 1.5
"""Frames after which an end that was to jump has not done so then, but when it is seen to."""
MOST_DRIFT = 0.15
"""Of the span, that an end said to be held may still move by afterwards."""
ROUGHEST_START = 0.08
"""Of the span, that a uniform start may differ by along the body, beyond noise."""
ALREADY_INSIDE = 0.08
"""Of the way, that heat may have gone when the end has just jumped: more is no start."""


@dataclass(frozen=True)
class DrivenEnd:
    """Half a probe or a whole one, seen from the end that heats or cools it.

    Attributes:
        mirrored: whether the end lies at the probe's position 1.
        reach: how much of the probe it drives by itself, 0..1.
        cold: level of the body at the start.
        span: what the end differs from that by, negative where it cools.
        start_s: when the end jumps, s: as declared, unless it is seen at another time.
        noise: of a level, 1 σ, as a share of the span.
    """

    mirrored: bool
    reach: float
    cold: float
    span: float
    start_s: float
    noise: float

    def seen(self, level: Array) -> Array:
        """A clip's levels (frame, sample) from this end on: 0 as at the start, 1 as at the end."""
        return (_from_end(level, self.mirrored, self.reach) - self.cold) / self.span


def look_at_end(
    profile: Profile, noise: float, *, mirrored: bool, reach: float, since_s: float
) -> DrivenEnd | Text:
    """The driven end, or why what it does is no step start with a held end.

    Args:
        profile: of the clip, up to the frame in which its source is turned off.
        noise: of a level, 1 σ.
        mirrored: whether the end is at position 1.
        reach: how much of the probe the end drives by itself.
        since_s: when it is said to be driven from.
    """
    first = int(np.searchsorted(profile.time_s, since_s - 1e-9))
    if len(profile.time_s) - first < FEWEST_FRAMES:
        return say("Too few frames show the body while it is heated.")
    level = _from_end(profile.level, mirrored, reach)[first:]
    course = _course_of(level)
    rest = _inside(level[0])
    cold, hot = float(np.median(rest)), float(np.median(course[-max(3, len(course) // 3) :]))
    span = hot - cold
    if abs(span) < LEAST_SPAN:
        return say("The driven end differs too little from the rest of the body for a front to be followed.")
    end = DrivenEnd(mirrored, reach, cold, span, 0.0, noise / abs(span))
    course = (course - cold) / span
    why = _why_not_held(course, end.noise)
    if why is not None:
        return why
    onset = int(np.argmax(course > 0.5))
    why = _why_not_at_rest(end.seen(profile.level)[first + max(onset - 1, 0)], end.noise)
    if why is not None:
        return why
    part = 0.0 if onset == 0 else float((0.5 - course[onset]) / (course[onset] - course[onset - 1]))
    seen_s = float(np.interp(first + onset + part, np.arange(len(profile.time_s)), profile.time_s))
    late = abs(seen_s - since_s) > LATE_FRAMES * float(np.median(np.diff(profile.time_s)))
    return replace(end, start_s=seen_s if late else since_s)


def _why_not_held(course: Array, noise: float) -> Text | None:
    """Whether an end's course (frame,), 0 at the start and 1 in the end, is a jump and then a plateau."""
    allowed = max(2, round(SLOWEST_JUMP * len(course)))
    if int(np.argmax(course > 0.8)) - int(np.argmax(course > 0.2)) > allowed or course.max() <= 0.8:
        return say("The driven end warms up slowly instead of being held hot from the start.")
    settled = course[int(np.argmax(course > 0.8)) :]
    third = max(1, len(settled) // 3)
    if abs(float(np.median(settled[:third]) - np.median(settled[-third:]))) > MOST_DRIFT + noise:
        return say("The driven end does not keep its temperature.")
    return None


def _why_not_at_rest(frame: Array, noise: float) -> Text | None:
    """Whether a frame (sample,) just before the end's jump is of one temperature."""
    rest = _inside(frame)
    slope = np.polyfit(np.linspace(0.0, 1.0, len(rest)), rest, 1)[0]
    if abs(float(slope)) > ROUGHEST_START + 2 * noise:
        return say("The body does not start at one temperature.")
    if float((frame > 0.5).mean()) > ALREADY_INSIDE:
        return say("Heat is inside the body already when the clip begins.")
    return None


def _from_end(level: Array, mirrored: bool, reach: float) -> Array:
    samples = max(END_SAMPLES + 1, round(reach * level.shape[1]))
    return (level[:, ::-1] if mirrored else level)[:, :samples]


def _inside(frame: Array) -> Array:
    return frame[round(INSIDE[0] * len(frame)) : round(INSIDE[1] * len(frame))]


def _course_of(level: Array) -> Array:
    """(frame,) the level at sample 0, from a straight line through those next to it."""
    along = np.arange(END_SAMPLES, dtype=np.float64)
    return np.asarray(np.polyfit(along, level[:, :END_SAMPLES].T, 1)[1])
