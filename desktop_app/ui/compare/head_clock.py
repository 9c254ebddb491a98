"""One play head over two clips that may last differently long."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.clip import frame_times
from desktop_app.domain.scales import TimeUnit, time_unit

if TYPE_CHECKING:
    from desktop_app.workflow.comparing import ComparedClip, Comparison

MOST_STOPS = 481
MOST_FPS = 30.0
"""Of the play head: a pair of many stops takes longer to play, since seven pictures follow every stop."""
SHARE = TimeUnit(0.01, "%", 0)

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class HeadClock:
    """Where the play head stops, and which frame of either clip belongs there.

    Attributes:
        time_s: (stop,) seconds of what both clips show; shares 0..1 of either clip where only one of them
            tells physical time.
        first_s, second_s: (frame,) the same of each clip's frames.
        physical: whether it is physical time.
        unit: in which times are told.
        fps: stops a second while playing.
    """

    time_s: Array
    first_s: Array
    second_s: Array
    physical: bool
    unit: TimeUnit
    fps: float

    def frames_at(self, stop: int) -> tuple[int, int]:
        """The frame of each clip in view at a stop: the last one where a clip is over."""
        now = self.time_s[stop]
        return _frame_at(self.first_s, now), _frame_at(self.second_s, now)

    def over_at(self, stop: int) -> tuple[bool, bool]:
        """Whether each clip is over at a stop."""
        now = self.time_s[stop] * (1 - 1e-9)
        return bool(self.first_s[-1] < now), bool(self.second_s[-1] < now)

    def stop_at(self, time_s: float) -> int:
        """The stop nearest to a time."""
        return int(np.abs(self.time_s - time_s).argmin())


def clock_of(comparison: Comparison) -> HeadClock:
    """One clock for both clips: as fine as the finer one, as long as the longer one."""
    first, second = comparison.first, comparison.second
    own = [_times(first), _times(second)]
    shared = first.physical_time == second.physical_time
    if not shared:
        own = [times / (times[-1] or 1.0) for times in own]
    end = max(float(times[-1]) for times in own)
    gaps = [float(times[1] - times[0]) for times in own if len(times) > 1]
    stops = min(MOST_STOPS, 1 + round(end / min(gaps))) if gaps and min(gaps) > 0 else 1
    watched_s = max(len(clip.saved.clip.frames) / clip.saved.clip.fps for clip in (first, second))
    return HeadClock(
        time_s=np.linspace(0.0, end, stops),
        first_s=own[0],
        second_s=own[1],
        physical=shared and first.physical_time,
        unit=time_unit(end) if shared else SHARE,
        fps=min(MOST_FPS, stops / watched_s),
    )


def _times(clip: ComparedClip) -> Array:
    run = clip.saved.run
    return frame_times(len(clip.saved.clip.frames), run.request.num_frames, run.concept.duration_s)


def _frame_at(times: Array, now: float) -> int:
    return int(np.abs(times - now).argmin())
