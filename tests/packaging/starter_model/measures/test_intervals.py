import math

import numpy as np
import pytest
from starter_model.measures.intervals import (
    NOTHING,
    difference_of_medians,
    difference_of_shares,
    median,
    share,
)


def test_a_share_has_clopper_and_pearsons_interval() -> None:
    # Of 16 of 16 the lower bound is 0.025 ** (1/16), which is their closed form for "all of them".
    figure = share([True] * 16)
    assert (figure.value, figure.high, figure.count) == (1.0, 1.0, 16)
    assert figure.low == pytest.approx(0.025 ** (1 / 16))


def test_a_median_has_the_ranks_of_the_binomial() -> None:
    # H. A. David, Order Statistics: of 20 values the 6th and the 15th hold the median with 95.9 %.
    figure = median(list(range(1, 21)))
    assert (figure.value, figure.low, figure.high) == (10.5, 6, 15)


@pytest.mark.parametrize("count", [6, 15, 24, 200])
def test_the_interval_of_a_median_holds_it_as_often_as_said(count: int) -> None:
    random = np.random.default_rng(0)
    held = [median(list(random.exponential(size=count))) for _ in range(1000)]
    inside = np.mean([one.low <= math.log(2) <= one.high for one in held])
    assert inside >= 0.95 - 3 * math.sqrt(0.95 * 0.05 / 1000)


def test_what_could_not_be_read_counts_as_large() -> None:
    assert median([1.0, 2.0, math.inf]).value == 2.0
    assert math.isinf(median([1.0, math.inf, math.inf]).value)


def test_a_difference_of_shares_is_newcombes() -> None:
    # R. G. Newcombe, Statistics in Medicine 17 (1998), p. 879, method 10: 56/70 less 48/80.
    figure = difference_of_shares([True] * 56 + [False] * 14, [True] * 48 + [False] * 32)
    assert figure.value == pytest.approx(0.2)
    assert (figure.low, figure.high) == (pytest.approx(0.0524, abs=1e-4), pytest.approx(0.3339, abs=1e-4))


def test_a_difference_of_medians_notices_a_shift_and_no_shift() -> None:
    random = np.random.default_rng(1)
    one, other = list(random.normal(size=100)), list(random.normal(size=100))
    assert difference_of_medians([value + 2 for value in one], other).low > 0
    same = difference_of_medians(one, one)
    assert same.low <= 0 <= same.high


def test_of_nothing_there_is_no_figure() -> None:
    assert share([]) is median([]) is difference_of_shares([], [True]) is NOTHING
    assert NOTHING.to_json() == {"value": None, "low": None, "high": None, "count": 0}
