from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.knowledge.numerals import parse_number
from desktop_app.knowledge.prompt_text import normalised, number
from desktop_app.knowledge.quantities import find_quantities


@pytest.mark.parametrize(
    ("written", "dimension", "value"),
    [
        ("1 m", "length", 1.0),
        ("长1米", "length", 1.0),
        ("直径5毫米", "length", 0.005),
        ("a 10-mm plate", "length", 0.01),
        ("half a metre", "length", 0.5),
        ("300 °C", "temperature", 573.15),
        ("300℃", "temperature", 573.15),
        ("500K", "temperature", 500.0),
        ("100度", "temperature", 373.15),
        ("300摄氏度", "temperature", 573.15),
        ("一百五十度", "temperature", 423.15),
        ("零下20度", "temperature", 253.15),
        ("−40 °C", "temperature", 233.15),
        ("212 °F", "temperature", 373.15),
        ("401 W/(m·K)", "thermal_conductivity", 401.0),
        ("401 W/mK", "thermal_conductivity", 401.0),
        ("401 W m⁻¹ K⁻¹", "thermal_conductivity", 401.0),
        ("401瓦/(米·开)", "thermal_conductivity", 401.0),
        ("25 W/(m²·K)", "heat_transfer_coefficient", 25.0),
        ("2 kW/m²", "heat_flux", 2000.0),
        ("1,000 W", "power", 1000.0),
        ("8.9 g/cm³", "density", 8900.0),
        ("0.385 kJ/(kg·K)", "specific_heat_capacity", 385.0),
        ("2分钟", "time", 120.0),
        ("two minutes", "time", 120.0),
        ("60 s", "time", 60.0),
        ("1 m/s", "other", 1.0),
        ("5 °C/min", "other", 5.0),
        ("3 m²", "other", 3.0),
    ],
)
def test_a_number_with_a_unit(written, dimension, value):
    (found,) = find_quantities(normalised(written))
    assert found.dimension == dimension
    assert found.value == pytest.approx(value)


@pytest.mark.parametrize("text", ["6061-T6", "steel 304", "45° angle", "十分均匀", "3 cats", "T6", "1千克"])
def test_no_quantity(text):
    assert find_quantities(normalised(text)) == ()


def test_a_range_takes_its_end_and_no_minus_sign():
    (found,) = find_quantities(normalised("20-30 °C"))
    assert found.value == pytest.approx(303.15)


@given(st.integers(1, 99_999))
def test_chinese_numerals_of_digits_and_places(n):
    assert parse_number(_chinese(n)) == n


def _chinese(n: int) -> str:
    digits = "零一二三四五六七八九"
    if n >= 10_000:
        rest = n % 10_000
        return _chinese(n // 10_000) + "万" + (("零" if rest < 1000 else "") + _chinese(rest) if rest else "")
    written = ""
    for place, word in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, n = divmod(n, place)
        if digit:
            written += digits[digit] + word
        elif written and n and not written.endswith("零"):
            written += "零"
    return written


@pytest.mark.parametrize(
    ("value", "written"), [(27000.0, "27000"), (0.2, "0.2"), (0.0, "0"), (4300.0, "4300"), (1e-6, "1e-06")]
)
def test_numbers_in_sentences(value, written):
    assert number(value) == written
