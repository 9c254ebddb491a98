"""A reading and the solution beside it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.reading import Reading


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


def frame_times(count: int, num_frames: int, duration_s: float) -> NDArray[np.float64]:
    """Physical time of the first `count` frames, s: frame i of N shows i/(N-1) of the duration."""
    return np.arange(count, dtype=np.float64) * (duration_s / max(1, num_frames - 1))
