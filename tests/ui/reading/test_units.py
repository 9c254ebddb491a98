from __future__ import annotations

import numpy as np
import pytest

from desktop_app.ui.reading.units import celsius_range, temperature_text, to_celsius


def test_celsius() -> None:
    np.testing.assert_allclose(to_celsius(np.array([273.15, 373.15, np.nan])), [0.0, 100.0, np.nan])
    assert celsius_range((273.15, 293.15)) == pytest.approx((0.0, 20.0))


@pytest.mark.parametrize(
    ("celsius", "span", "expected"),
    [(312.4, 500.0, "312 °C"), (36.62, 10.0, "36.6 °C"), (-40.0, 100.0, "−40 °C"), (float("nan"), 1.0, "—")],
)
def test_a_temperature_in_words(celsius: float, span: float, expected: str) -> None:
    assert temperature_text(celsius, span) == expected
