"""What a clip was found to do with the laws of heat conduction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.clip import PixelBox
from desktop_app.domain.text import Text

LawId = Literal[
    "front_advance",
    "no_flashing",
    "maximum_principle",
    "second_law",
    "energy",
    "steady_state",
    "symmetry",
]
LAWS: tuple[LawId, ...] = (
    "front_advance",
    "no_flashing",
    "maximum_principle",
    "second_law",
    "energy",
    "steady_state",
    "symmetry",
)
Verdict = Literal["holds", "broken", "undecided"]
Interval = tuple[float, float]
Tolerance = tuple[float | None, float | None]
"""Lowest and highest value that a law allows; None where it sets no bound on that side."""


@dataclass(frozen=True)
class LawMark:
    """When and where in a clip a verdict shows.

    Attributes:
        frames: number of the first and of the last frame.
        position: from where to where along the probe, each 0..1; None where it is not about the probe.
        box: in the picture; None where it is about the probe.
    """

    frames: tuple[int, int]
    position: tuple[float, float] | None = None
    box: PixelBox | None = None


@dataclass(frozen=True)
class LawVerdict:
    """Whether a law holds in a clip, estimated from its colours.

    Attributes:
        verdict: `holds` where the interval is inside the tolerance, `broken` where it is outside, else
            `undecided`.
        statistic: what was measured; None where it could not be.
        interval: where the truth lies with 95 % confidence.
        tolerance: fixed beforehand.
        why: a sentence for a designer.
        mark: what to look at; None where nothing particular shows it.
    """

    law: LawId
    verdict: Verdict
    statistic: float | None
    interval: Interval | None
    tolerance: Tolerance
    why: Text
    mark: LawMark | None = None


@dataclass(frozen=True)
class Estimate:
    """A number and its 95 % interval."""

    value: float
    interval: Interval


@dataclass(frozen=True, eq=False)
class Departure:
    """How far a reading is from the computed solution along the probe.

    Attributes:
        rmse_K: root mean square over all frames and samples, K.
        largest_K: largest absolute difference, K.
        frame: number of the frame where it is.
        position: where along the probe it is, 0..1.
        by_frame_K: (frame,) float64, root mean square of each frame, K.
    """

    rmse_K: float
    largest_K: float
    frame: int
    position: float
    by_frame_K: NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class LawReport:
    """Every verdict on a clip, and how it compares with the computed solution.

    Attributes:
        verdicts: one a law, in the order of `LAWS`.
        fourier_number: αt/L² along the probe at the clip's end, as its colours show it; None where it
            cannot be told.
        promised_fourier_number: what the concept's materials promise; None where there is no concept.
        departure: None where there is no solution.
        assumptions: what had to be assumed of a clip that nobody described.
    """

    verdicts: tuple[LawVerdict, ...]
    fourier_number: Estimate | None
    promised_fourier_number: float | None
    departure: Departure | None
    assumptions: tuple[Text, ...] = ()
