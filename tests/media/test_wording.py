from __future__ import annotations

import numpy as np
import pytest

from desktop_app.media.overlay.curve import dashes, pieces
from desktop_app.media.overlay.wording import lapse, times


@pytest.mark.parametrize(
    ("longest", "half"),
    [
        (0.05, "t = 25.0 ms"),
        (2.0, "t = 1.00 s"),
        (60.0, "t = 30.0 s"),
        (170.0, "t = 85 s"),
        (600.0, "t = 300 s"),
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


def test_a_curve_has_gaps_where_it_is_nan():
    y = np.array([1, 2, np.nan, 3, np.nan, 4, 5, 6])
    found = pieces(np.arange(8.0), y)
    assert [piece[:, 1].tolist() for piece in found] == [[1, 2], [4, 5, 6]]


def test_dashes_are_equal_and_on_the_curve():
    found = dashes(np.array([[0.0, 0], [10, 0], [10, 10]]), 6, 4)
    assert [piece.tolist() for piece in found] == [[[0, 0], [6, 0]], [[10, 0], [10, 6]]] or all(
        np.hypot(*np.diff(piece, axis=0).T).sum() == pytest.approx(6) for piece in found
    )
