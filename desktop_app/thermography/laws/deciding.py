"""From a measurement to a verdict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

import numpy as np
from numpy.typing import NDArray
from scipy import stats

from desktop_app.domain.laws import LawId, LawMark, LawVerdict, Tolerance, Verdict
from desktop_app.domain.text import Text

CONFIDENCE = 0.95
FAMILY_ERROR = 0.05
"""Chance that any law of a clip is wrongly said to be broken, which Holm's rule keeps."""


@dataclass(frozen=True, eq=False)
class Measurement:
    """What was measured for a law.

    Attributes:
        statistic: its value on the clip as it is.
        plausible: (draw,) float64, draws of the true value: of a basic bootstrap, twice the statistic less
            the statistic of a resampled clip, its bias taken out.
        tolerance: what the law allows, fixed beforehand.
        holds, broken, undecided: the sentence for each verdict.
        mark: what to look at.
    """

    law: LawId
    statistic: float
    plausible: NDArray[np.float64]
    tolerance: Tolerance
    holds: Text
    broken: Text
    undecided: Text
    mark: LawMark | None = None


@dataclass(frozen=True)
class Abstention:
    """Why a law cannot be judged in a clip; `tolerance` is what it would have been held to."""

    law: LawId
    why: Text
    tolerance: Tolerance = (None, None)


def conclude(found: Sequence[Measurement | Abstention]) -> tuple[LawVerdict, ...]:
    """The verdicts, in the order of what was found.

    `holds` needs the 95 % interval inside the tolerance. `broken` needs it outside, and its probability of
    being inside small enough for all laws of the clip together (S. Holm, Scand. J. Statist. 6, 1979). The
    statistic is told without the bias that noise gives it: within its interval.
    """
    surely = _surely_outside([each for each in found if isinstance(each, Measurement)])
    return tuple(_verdict(each, each.law in surely) for each in found)


def interval_of(plausible: NDArray[np.float64]) -> tuple[float, float]:
    """The 95 % interval of draws of a true value."""
    low, high = np.quantile(plausible, [(1 - CONFIDENCE) / 2, (1 + CONFIDENCE) / 2])
    return float(low), float(high)


def chance_inside(plausible: NDArray[np.float64], tolerance: Tolerance) -> float:
    """The probability that the true value is within a tolerance.

    Its normal approximation counts where it is the larger one: a few hundred draws say nothing of tails.
    """
    low, high = _bounds(tolerance)
    counted = float(((plausible >= low) & (plausible <= high)).mean())
    spread = float(plausible.std())
    if spread == 0:
        return counted
    normal = stats.norm(float(plausible.mean()), spread)
    return max(counted, float(normal.cdf(high) - normal.cdf(low)))


def _bounds(tolerance: Tolerance) -> tuple[float, float]:
    low, high = tolerance
    return -inf if low is None else low, inf if high is None else high


def _surely_outside(found: Sequence[Measurement]) -> frozenset[LawId]:
    """Holm's step-down rule over the laws that were measured."""
    chances = sorted((chance_inside(each.plausible, each.tolerance), each.law) for each in found)
    outside: set[LawId] = set()
    for rank, (chance, law) in enumerate(chances):
        if chance > FAMILY_ERROR / (len(chances) - rank):
            break
        outside.add(law)
    return frozenset(outside)


def _verdict(found: Measurement | Abstention, surely_outside: bool) -> LawVerdict:
    if isinstance(found, Abstention):
        return LawVerdict(found.law, "undecided", None, None, found.tolerance, found.why)
    low, high = _bounds(found.tolerance)
    interval = interval_of(found.plausible)
    verdict: Verdict = "undecided"
    if low <= interval[0] and interval[1] <= high:
        verdict = "holds"
    elif surely_outside and (interval[1] < low or interval[0] > high):
        verdict = "broken"
    why = {"holds": found.holds, "broken": found.broken, "undecided": found.undecided}[verdict]
    shown = min(max(found.statistic, interval[0]), interval[1])
    return LawVerdict(found.law, verdict, shown, interval, found.tolerance, why, found.mark)
