"""Numbers at axes and times in words."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.scales import axis_ticks, number_text, time_unit


@pytest.mark.parametrize(
    ("duration_s", "time_s", "expected"),
    [
        (0.004, 0.001, "1.00 ms"),
        (0.1, 0.025, "25 ms"),
        (0.5, 0.25, "0.250 s"),
        (5.0, 1.234, "1.23 s"),
        (60.0, 12.44, "12.4 s"),
        (170.0, 5.4, "5 s"),
        (600.0, 90.0, "90 s"),
        (601.0, 90.0, "1.5 min"),
        (7200.0, 3600.0, "60 min"),
        (36000.0, 5400.0, "1.5 h"),
        (864000.0, 86400.0, "1.0 d"),
        (0.0, 0.0, "0.00 s"),
    ],
)
def test_a_time_in_the_unit_that_suits_the_longest(duration_s: float, time_s: float, expected: str) -> None:
    assert time_unit(duration_s).text(time_s) == expected


def test_ticks_name_both_ends_and_round_numbers() -> None:
    assert [text for _, text in axis_ticks(20, 600, 5)] == ["20", "200", "400", "600"]
    assert [text for _, text in axis_ticks(-196, 20, 3)] == ["−196", "−100", "20"]
    assert [text for _, text in axis_ticks(20, 800, 2)] == ["20", "800"]
    assert [text for _, text in axis_ticks(20, 20, 3)] == ["20.0"]


@given(st.floats(-273, 5000), st.floats(0.01, 5000), st.floats(1, 12))
def test_ticks_never_touch(low: float, span: float, most: float) -> None:
    values = [value for value, _ in axis_ticks(low, low + span, most)]
    assert values == sorted(values)
    assert values[0] == low
    assert values[-1] == low + span
    assert all(b - a >= span / most * 0.99 for a, b in pairwise(values)) or len(values) == 2


@pytest.mark.parametrize(
    ("value", "span", "text"),
    [(-40.0, 100.0, "−40"), (-0.2, 100.0, "0"), (36.62, 4.0, "36.6"), (36.62, 0.4, "36.62")],
)
def test_a_narrow_scale_gets_decimals(value: float, span: float, text: str) -> None:
    assert number_text(value, span) == text
