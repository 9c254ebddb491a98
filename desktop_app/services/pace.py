"""How much longer a generation will take, from the pace it has shown so far."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, get_args

from desktop_app.domain.events import Stage, StageProgressed

if TYPE_CHECKING:
    from desktop_app.domain.run import Run
    from desktop_app.workflow.orders import GenerationOrder

STAGES: tuple[Stage, ...] = get_args(Stage)
"""In the order they come."""
LAST_STAGES: tuple[Stage, ...] = ("decoding", "painting", "saving", "exporting")
"""After these nothing that takes long comes."""


class PaceMeter:
    """Watches the stages of one generation.

    The stage in progress is judged by its own pace; those still to come by what they took the last time the
    same engine ran, where that is known, and by nothing otherwise.
    """

    def __init__(
        self, earlier_s: Mapping[str, float] | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Start the watch; `earlier_s` are the seconds each stage took in an earlier, similar run."""
        self._earlier_s = dict(earlier_s or {})
        self._clock = clock
        self._started = clock()
        self._stage: Stage | None = None
        self._stage_started = self._started
        self._first_done = 0
        self._done = 0
        self._total = 0
        self._moved = self._started

    @property
    def elapsed_s(self) -> float:
        """Seconds since the start."""
        return self._clock() - self._started

    def note(self, progress: StageProgressed) -> None:
        """Take in one report."""
        now = self._clock()
        if progress.stage != self._stage:
            self._stage = progress.stage
            self._stage_started = now
            self._first_done = progress.done
        self._done, self._total, self._moved = progress.done, progress.total, now

    @property
    def remaining_s(self) -> float | None:
        """About how many seconds are left; None before anything can be said."""
        in_stage = self._remaining_in_stage()
        if in_stage is None or self._stage is None:
            return None
        later = STAGES[STAGES.index(self._stage) + 1 :]
        return in_stage + sum(self._earlier_s.get(stage, 0.0) for stage in later)

    @property
    def sees_the_end(self) -> bool:
        """Whether `remaining_s` counts the stages still to come: they are known from an earlier run."""
        return bool(self._earlier_s) or self._stage in LAST_STAGES

    def _remaining_in_stage(self) -> float | None:
        since_report = self._clock() - self._moved
        finished = self._done - self._first_done
        if self._total > 0 and finished > 0:
            pace = (self._moved - self._stage_started) / finished
            return max(0.0, (self._total - self._done) * pace - since_report)
        if self._stage in self._earlier_s:
            return max(0.0, self._earlier_s[self._stage] - (self._clock() - self._stage_started))
        return None


def earlier_timings(runs: tuple[Run, ...], order: GenerationOrder) -> dict[str, float]:
    """Seconds by stage of the newest finished run of the same engine and size; empty where there is none."""
    wanted = order.settings
    for run in runs:
        request = run.request
        same = (request.model, request.width, request.height, request.num_frames) == (
            order.engine.id,
            wanted.width,
            wanted.height,
            wanted.num_frames,
        )
        if same and run.status == "finished" and request.num_inference_steps == wanted.num_inference_steps:
            return run.timings_s
    return {}
