"""Fronts from a driven end, and the power of time with which they advance."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.text import Text, say
from desktop_app.thermography.laws.driven_end import DrivenEnd
from desktop_app.thermography.laws.evidence import Profile
from desktop_app.thermography.laws.fronts import front_positions

Array = NDArray[np.float64]

LEVELS = 6
LOWEST_LEVEL, HIGHEST_LEVEL = 0.15, 0.6
LEAST_BETWEEN = 0.1
LEVEL_TO_NOISE = 4.0
"""Least level in σ, so that noise on the cold side is not taken for the front."""
NEAREST, FURTHEST = 0.04, 0.7
"""Of the body, where fronts are followed; beyond, what the far end does bends the lower ones."""
FURTHEST_TO_COLD = 0.5
"""The same where the far end is held cold: nothing tells that it was reached."""
FAR_END, FAR_RISE = 0.9, 0.04
"""From there on, of the way, is the far end; it is reached when it has changed by so much of the span."""
FROM_THEN_ON = 0.7
"""Share of the later frames that must show a front or the heat beyond a place: it does not come back."""
FEWEST_FRAMES = 6
LEAST_WAY = 1.4
"""Factor by which a front must have grown for a power to be told."""
BLUR = 0.05
"""Of the body: ways are as uncertain as they are long beyond it, equally uncertain below it."""


@dataclass(frozen=True, eq=False)
class Advance:
    """What is fitted: fronts from one end, in the frames in which they are by themselves.

    Attributes:
        levels: (level,) 0 at the start, 1 at the end.
        frames: which of the clip's.
        since_s: (frame,) time since the end's jump, s.
        way: (frame, level) of the probe, 0..1.
        weight: (frame, level) 0 where a front is left out.
    """

    end: DrivenEnd
    levels: Array
    frames: slice
    since_s: Array
    way: Array
    weight: Array

    def way_in(self, level: Array) -> Array:
        """(frame, level) 0..1 of the probe: where the same fronts are in a clip's levels (frame, sample)."""
        return front_positions(self.end.seen(level[self.frames]), self.levels) * self.end.reach


def follow_fronts(end: DrivenEnd, profile: Profile, furthest: float) -> Advance | Text:
    """Which levels are followed in which frames, or why none can be.

    Args:
        end: that heat comes from.
        profile: of the clip while its source is on.
        furthest: of the way, up to which fronts count.
    """
    level = end.seen(profile.level)
    since_s = profile.time_s - end.start_s
    first = int(np.searchsorted(since_s, 0.0, side="right"))
    lowest = max(LOWEST_LEVEL, min(LEVEL_TO_NOISE * end.noise, HIGHEST_LEVEL - LEAST_BETWEEN))
    levels = np.linspace(lowest, HIGHEST_LEVEL, LEVELS)
    way = front_positions(level, levels) * end.reach
    frames = slice(first, _reached(end, level, way[:, 0] > furthest * end.reach, first))
    if frames.stop - first < FEWEST_FRAMES:
        return say("The heat reaches the far end, or the middle, within too few frames.")
    if lowest < LEVEL_TO_NOISE * end.noise:
        return say("The colours are too noisy to follow a front.")
    way = way[frames]
    inside = (way >= NEAREST) & (way <= furthest * end.reach)
    weight = np.where(inside, way**2 / (way**2 + BLUR**2), 0.0)
    weight[:, inside.sum(axis=0) < FEWEST_FRAMES] = 0.0
    used = (weight > 0).any(axis=0)
    if not used.any():
        return say("The heat reaches the far end, or the middle, within too few frames.")
    followed = np.where(weight > 0, way, np.nan)[:, used]
    if float((np.nanmax(followed, axis=0) / np.nanmin(followed, axis=0)).max()) < LEAST_WAY:
        return say("The front hardly moves: too little of its way is seen.")
    return Advance(end, levels, frames, since_s[frames], way, weight)


def _reached(end: DrivenEnd, level: Array, beyond: NDArray[np.bool_], first: int) -> int:
    """One past the last frame in which the far end plays no part yet."""
    far = level[:, round(FAR_END * level.shape[1]) :].mean(axis=1)
    arrived = np.abs(far - np.median(far[: first + 1])) > FAR_RISE + 2 * end.noise
    counts = np.arange(len(far) - first, 0, -1)
    last = len(far)
    for gone in (arrived[first:], beyond[first:]):
        stays = gone & (np.cumsum(gone[::-1])[::-1] / counts > FROM_THEN_ON)
        last = min(last, first + int(np.argmax(stays))) if stays.any() else last
    return last


def shared_power(fronts: list[tuple[Advance, Array]], starts: Array, soonest_s: float) -> float:
    """The n of log x = c_ℓ + n·log(t − t₀), least squares over all levels, t₀ the best of those tried.

    Args:
        fronts: what is fitted, and where its fronts are, (frame, level).
        starts: t₀ less the end's jump, s.
        soonest_s: after t₀ from which frames count.
    """
    fits = []
    for start in starts:
        moment = product = square = 0.0
        for advance, way in fronts:
            since = advance.since_s - start
            counted = (since >= soonest_s)[:, None] & (way > 0)
            weight = np.where(counted, advance.weight, 0.0)
            total = np.maximum(weight.sum(axis=0), 1e-12)
            logs = np.where(counted, np.log(np.where(counted, way, 1.0)), 0.0)
            times = np.log(np.maximum(since, soonest_s))[:, None]
            times = times - (weight * times).sum(axis=0) / total
            logs = logs - (weight * logs).sum(axis=0) / total
            product += float((weight * times * logs).sum())
            moment += float((weight * times**2).sum())
            square += float((weight * logs**2).sum())
        slope = product / max(moment, 1e-12)
        fits.append((square - slope * product, slope))
    return min(fits)[1]
