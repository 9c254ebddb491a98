from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.media.overlay.curve import dashes, pieces
from desktop_app.media.overlay.ticks import axis_ticks
from desktop_app.media.overlay.wording import lapse, times


@pytest.mark.parametrize(
    ("longest", "half"),
    [
        (0.05, "t = 25.0 ms"),
        (2.0, "t = 1.00 s"),
        (60.0, "t = 30.0 s"),
        (600.0, "t = 5.0 min"),
        (3600.0, "t = 30.0 min"),
        (36000.0, "t = 5.0 h"),
        (864000.0, "t = 5.0 d"),
        (0.0, "t = 0.00 s"),
    ],
)
def test_time_in_the_unit_that_suits_the_longest(longest, half):
    assert times(np.array([0.0, longest / 2, longest]))[1] == half


@pytest.mark.parametrize(
    ("factor", "text"),
    [(1, "×1"), (11.7, "×11.7"), (12, "×12"), (0.25, "×0.25"), (3600, "×3600"), (12345, "×12300")],
)
def test_time_lapse(factor, text):
    assert lapse(factor) == text


def test_ticks_name_both_ends_and_round_numbers():
    assert [text for _, text in axis_ticks(20, 600, 5)] == ["20", "200", "400", "600"]
    assert [text for _, text in axis_ticks(-196, 20, 3)] == ["−196", "−100", "20"]
    assert [text for _, text in axis_ticks(20, 20, 3)] == ["20.0"]


@given(st.floats(-273, 5000), st.floats(0.01, 5000), st.floats(1, 12))
def test_ticks_never_touch(low, span, most):
    values = [value for value, _ in axis_ticks(low, low + span, most)]
    assert values == sorted(values)
    assert values[0] == low
    assert values[-1] == low + span
    assert all(b - a >= span / most * 0.99 for a, b in pairwise(values)) or len(values) == 2


def test_a_curve_has_gaps_where_it_is_nan():
    y = np.array([1, 2, np.nan, 3, np.nan, 4, 5, 6])
    found = pieces(np.arange(8.0), y)
    assert [piece[:, 1].tolist() for piece in found] == [[1, 2], [4, 5, 6]]


def test_dashes_are_equal_and_on_the_curve():
    found = dashes(np.array([[0.0, 0], [10, 0], [10, 10]]), 6, 4)
    assert [piece.tolist() for piece in found] == [[[0, 0], [6, 0]], [[10, 0], [10, 6]]] or all(
        np.hypot(*np.diff(piece, axis=0).T).sum() == pytest.approx(6) for piece in found
    )
