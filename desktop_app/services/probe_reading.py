"""A reading and the solution beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.clip import Probe, VideoClip
from desktop_app.domain.reading import Reading

if TYPE_CHECKING:
    from desktop_app.services.verbs import Verbs
    from desktop_app.workflow.history import SavedRun


@dataclass(frozen=True, eq=False)
class ProbeReading:
    """What is known along the probe.

    Attributes:
        reading: from the colours of the frames there are.
        solution_K: (frame, sample) K at the same places, from the heat equation; None where there is none.
        complete: whether the whole clip was read.
    """

    reading: Reading
    solution_K: NDArray[np.float32] | None
    complete: bool


def read_along(verbs: Verbs, saved: SavedRun, probe: Probe | None) -> Reading:
    """Read what frames a run has along a probe, or along its body where there is no probe."""
    return verbs.read_run(saved, probe)


def is_whole(reading: Reading, clip: VideoClip) -> bool:
    """Whether a reading is of all the frames of a clip; one that is not readable says nothing of any."""
    return not reading.readable or len(reading.time_s) == len(clip.frames)


def beside_solution(verbs: Verbs, saved: SavedRun, reading: Reading) -> ProbeReading:
    """A reading of a run with the solution at the same places."""
    complete = len(reading.time_s) >= saved.run.request.num_frames
    return ProbeReading(reading, verbs.solution_along(saved, reading), complete)
