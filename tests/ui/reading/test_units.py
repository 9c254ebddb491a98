from __future__ import annotations

import numpy as np
import pytest

from desktop_app.ui.reading.units import celsius_range, temperature_text, ticks, time_unit, to_celsius


def test_celsius() -> None:
    np.testing.assert_allclose(to_celsius(np.array([273.15, 373.15, np.nan])), [0.0, 100.0, np.nan])
    assert celsius_range((273.15, 293.15)) == pytest.approx((0.0, 20.0))


@pytest.mark.parametrize(
    ("celsius", "span", "expected"),
    [(312.4, 500.0, "312 °C"), (36.62, 10.0, "36.6 °C"), (-40.0, 100.0, "−40 °C"), (float("nan"), 1.0, "—")],
)
def test_a_temperature_in_words(celsius: float, span: float, expected: str) -> None:
    assert temperature_text(celsius, span) == expected


@pytest.mark.parametrize(
    ("duration_s", "time_s", "expected"),
    [
        (60.0, 12.44, "12.4 s"),
        (5.0, 1.234, "1.23 s"),
        (600.0, 90.0, "1.5 min"),
        (36000.0, 5400.0, "1.5 h"),
        (864000.0, 86400.0, "1.0 d"),
        (0.004, 0.001, "1.00 ms"),
    ],
)
def test_a_time_in_words(duration_s: float, time_s: float, expected: str) -> None:
    assert time_unit(duration_s).text(time_s) == expected


def test_ticks_have_both_ends_and_round_numbers_at_a_distance() -> None:
    assert ticks(20.0, 800.0, 9) == [20.0, 100.0, 200.0, 300.0, 400.0, 500.0, 600.0, 700.0, 800.0]
    assert ticks(20.0, 800.0, 2) == [20.0, 800.0]
    assert ticks(5.0, 5.0, 9) == [5.0]
