"""When a march takes its time steps: so that saved times and every jump are met exactly."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import ceil

import numpy as np

from desktop_app.physics.heat_problem import FaceLoss, HeatProblem, Hold, Source, Surface

SAME_TIME = 1e-9
"""Times closer than this, over the duration, are one."""
FEWEST_TIME_STEPS = 384
"""In all: at 128 cells, those of a slab heated at one end come within 0.1 % of its series."""
FEWEST_AFTER_JUMP = 4
"""From one jump to the next or to a saved time: the two that are damped, and as many more."""


@dataclass(frozen=True)
class Stretch:
    """Equal time steps from one moment to another.

    Attributes:
        start, end: s.
        time_steps: how many.
        jump: whether something begins or ends at the start.
        saved: whether the start is a saved time.
    """

    start: float
    end: float
    time_steps: int
    jump: bool
    saved: bool

    @property
    def time_step(self) -> float:
        """Length of one, s."""
        return (self.end - self.start) / self.time_steps


def time_steps_for(intervals: int) -> int:
    """Time steps between two of `intervals` + 1 saved times, for a whole that is exact enough to show.

    The range of temperatures sets no bound: a time step that would leave it is taken again, more damped.
    """
    return ceil(FEWEST_TIME_STEPS / intervals)


def timetable(
    problem: HeatProblem, duration: float, intervals: int, time_steps_per_interval: int
) -> list[Stretch]:
    """The stretches from 0 to `duration` [s], none across a saved time or a jump.

    A stretch that a jump cuts short has time steps no longer than the others', and a few at least.
    """
    saved = [duration * number / intervals for number in range(intervals + 1)]
    jumps = [t for t in _jumps(problem) if 0 < t < duration]
    apart = [t for t in jumps if min(abs(t - s) for s in saved) > SAME_TIME * duration]
    moments = _distinct(sorted(saved + apart), SAME_TIME * duration)
    longest = duration / (intervals * time_steps_per_interval)
    table = []
    for start, end in pairwise(moments):
        jump = start == 0 or _near(start, jumps, SAME_TIME * duration)
        time_steps = ceil((end - start) / longest - SAME_TIME * time_steps_per_interval)
        if jump and start > 0:
            time_steps = max(FEWEST_AFTER_JUMP, time_steps)
        table.append(Stretch(start, end, max(1, time_steps), jump, saved=start in saved))
    return table


def _jumps(problem: HeatProblem) -> list[float]:
    acting: list[Surface | Source | Hold | FaceLoss] = [*problem.surfaces, *problem.sources]
    acting += [*problem.holds, *problem.face_losses]
    return sorted({t for one in acting for t in (one.start, one.end)})


def _near(time: float, others: list[float], tolerance: float) -> bool:
    return any(abs(time - other) <= tolerance for other in others)


def _distinct(times: list[float], tolerance: float) -> list[float]:
    gaps = np.diff(times, prepend=-np.inf)
    return [t for t, gap in zip(times, gaps, strict=True) if gap > tolerance]
