"""Reports on a clip's laws, made up for tests of what shows them; the sentences are examples."""

from __future__ import annotations

import numpy as np

from desktop_app.domain.clip import PixelBox
from desktop_app.domain.laws import (
    Departure,
    Estimate,
    LawId,
    LawMark,
    LawReport,
    LawVerdict,
    Tolerance,
    Verdict,
)
from desktop_app.domain.text import Text

PROBE_MARK = LawMark((4, 7), position=(0.4, 0.7))
BOX_MARK = LawMark((2, 5), box=PixelBox(100.0, 70.0, 220.0, 120.0))
TIME_MARK = LawMark((9, 9))


def verdict(
    law: LawId,
    found: Verdict,
    numbers: tuple[float, float, float] | None,
    tolerance: Tolerance,
    why: str,
    mark: LawMark | None = None,
) -> LawVerdict:
    """A verdict from a statistic and its interval in one tuple."""
    statistic = interval = None
    if numbers is not None:
        statistic, interval = numbers[0], numbers[1:]
    return LawVerdict(law, found, statistic, interval, tolerance, Text(why), mark)


def mixed_report() -> LawReport:
    """Five hold, one is broken, one cannot be told; marks of every kind."""
    return LawReport(
        verdicts=(
            verdict(
                "front_advance",
                "holds",
                (0.512, 0.471, 0.548),
                (0.4, 0.6),
                "The front goes as far as the square root of time, the way heat does.",
            ),
            verdict(
                "no_flashing",
                "broken",
                (14.2, 11.8, 17.1),
                (None, 5.0),
                "The middle of the bar flashes: it cools down for a moment while the flame is still on.",
                PROBE_MARK,
            ),
            verdict(
                "maximum_principle",
                "holds",
                (0.004, -0.012, 0.018),
                (None, 0.05),
                "Nowhere inside is it hotter than at the heated end.",
                BOX_MARK,
            ),
            verdict("second_law", "holds", (0.021, 0.018, 0.024), (0.0, None), "Heat runs from hot to cold."),
            verdict(
                "energy",
                "undecided",
                None,
                (None, 0.1),
                "The clip's heated end is out of the picture, so that what comes in cannot be told.",
            ),
            verdict("steady_state", "holds", (0.01, -0.02, 0.03), (-0.05, 0.05), "It settles.", TIME_MARK),
            verdict("symmetry", "holds", (0.02, 0.01, 0.03), (None, 0.1), "Both halves are alike."),
        ),
        fourier_number=Estimate(0.0412, (0.0391, 0.0436)),
        promised_fourier_number=0.04,
        departure=Departure(11.3, 62.0, 5, 0.42, np.linspace(4.0, 20.0, 12)),
    )


def bare_report() -> LawReport:
    """Nothing can be told, and there is nothing to compare with."""
    laws: tuple[LawId, ...] = (
        "front_advance",
        "no_flashing",
        "maximum_principle",
        "second_law",
        "energy",
        "steady_state",
        "symmetry",
    )
    return LawReport(
        tuple(verdict(law, "undecided", None, (None, None), "The camera moved too far.") for law in laws),
        None,
        None,
        None,
    )
