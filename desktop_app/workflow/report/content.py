"""What the report tells, before it is written as a page."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.laws import LawReport
from desktop_app.domain.reading import Reading
from desktop_app.domain.run import Run


@dataclass(frozen=True, eq=False)
class ReportContent:
    """Everything about a run that the report shows.

    Attributes:
        model: what made the frames, or the name of the file they are from.
        stills: PNG pictures of the clip with the number of the frame of each.
        solution_K: (frame, sample) where the reading was taken; None where there is none.
        palette: (colour, 3) uint8, coldest first; None where the look has none.
        time_s: (frame,) what each frame shows.
    """

    run: Run
    model: str
    stills: tuple[tuple[int, bytes], ...]
    time_s: NDArray[np.float64]
    size: tuple[int, int]
    reading: Reading
    solution_K: NDArray[np.float32] | None
    palette: NDArray[np.uint8] | None
    laws: LawReport
    app_version: str
