"""How far a figure of a sample may be from the truth: 95 % intervals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import stats

LEVEL = 0.95
RESAMPLES = 2000


@dataclass(frozen=True)
class Figure:
    """A number, its 95 % interval and of how many it is; all NaN where there was nothing to measure."""

    value: float
    low: float
    high: float
    count: int

    def to_json(self) -> dict[str, float | int | None]:
        """For the file of results; NaN becomes null."""
        value, low, high = (
            None if not np.isfinite(each) else float(each) for each in (self.value, self.low, self.high)
        )
        return {"value": value, "low": low, "high": high, "count": self.count}


NOTHING = Figure(float("nan"), float("nan"), float("nan"), 0)


def share(right: Sequence[bool]) -> Figure:
    """A share 0..1 (C. J. Clopper, E. S. Pearson, Biometrika 26, 1934: never too narrow)."""
    if not right:
        return NOTHING
    interval = stats.binomtest(sum(right), len(right)).proportion_ci(LEVEL, method="exact")
    return Figure(sum(right) / len(right), float(interval.low), float(interval.high), len(right))


def median(values: Sequence[float]) -> Figure:
    """A median, and the order statistics that hold the true one (H. A. David, Order Statistics, 2.5).

    Ranks are those of a binomial of a half, so that nothing is assumed of the distribution. With fewer than
    six values no pair of them holds it with 95 %: the least and the largest are given. Infinity counts as
    large.
    """
    if not values:
        return NOTHING
    ordered = np.sort(np.asarray(values, np.float64))
    count = len(ordered)
    below = int(stats.binom.ppf((1 - LEVEL) / 2, count, 0.5))
    while below > 0 and stats.binom.cdf(below - 1, count, 0.5) > (1 - LEVEL) / 2:
        below -= 1
    low = max(below - 1, 0)
    middle = (ordered[(count - 1) // 2] + ordered[count // 2]) / 2
    return Figure(float(middle), float(ordered[low]), float(ordered[count - 1 - low]), count)


def difference_of_shares(first: Sequence[bool], second: Sequence[bool]) -> Figure:
    """First share less second (R. G. Newcombe, Statistics in Medicine 17, 1998, method 10: from Wilson's)."""
    if not first or not second:
        return NOTHING
    one, other = _wilson(first), _wilson(second)
    apart = one.value - other.value
    low = apart - float(np.hypot(one.value - one.low, other.high - other.value))
    high = apart + float(np.hypot(one.high - one.value, other.value - other.low))
    return Figure(apart, low, high, len(first) + len(second))


def difference_of_medians(first: Sequence[float], second: Sequence[float], seed: int = 0) -> Figure:
    """First median less second; the interval is of resampling (B. Efron, Annals of Statistics 7, 1979)."""
    if not first or not second:
        return NOTHING
    random = np.random.default_rng(seed)
    one, other = np.asarray(first, np.float64), np.asarray(second, np.float64)
    drawn = [np.median(random.choice(each, (RESAMPLES, each.size)), axis=1) for each in (one, other)]
    low, high = np.quantile(drawn[0] - drawn[1], [(1 - LEVEL) / 2, (1 + LEVEL) / 2], method="nearest")
    apart = float(np.median(one) - np.median(other))
    return Figure(apart, float(low), float(high), one.size + other.size)


def _wilson(right: Sequence[bool]) -> Figure:
    interval = stats.binomtest(sum(right), len(right)).proportion_ci(LEVEL, method="wilson")
    return Figure(sum(right) / len(right), float(interval.low), float(interval.high), len(right))
