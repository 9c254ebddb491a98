from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.knowledge.numerals import parse_number
from desktop_app.knowledge.prompt_text import normalised, number
from desktop_app.knowledge.quantities import find_quantities, range_notes


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
        ("12 in long", "length", 0.3048),
        ("5 英寸", "length", 0.127),
        ("0.5-inch", "length", 0.0127),
        ("½ inch", "length", 0.0127),
        ("1½ inch", "length", 0.0381),
        ("1/8 in thick", "length", 0.003175),
        ("2 ft", "length", 0.6096),
        ("2 ft 6 inches", "length", 0.762),
        ("50 µm", "length", 5e-5),
        ("50微米", "length", 5e-5),
        ("20 mil", "length", 5.08e-4),
        ("三分之一米", "length", 1 / 3),
        ("a third of a metre", "length", 1 / 3),
        ("一点五米", "length", 1.5),
        ("25 ºC", "temperature", 298.15),
        ("80C", "temperature", 353.15),
        ("212华氏度", "temperature", 373.15),
        ("392 degrees F", "temperature", 473.15),
        ("two hundred and fifty degrees", "temperature", 523.15),
        ("twenty-five degrees Celsius", "temperature", 298.15),
        ("500开", "temperature", 500.0),
        ("５００Ｋ", "temperature", 500.0),
        ("20 degrees below zero", "temperature", 253.15),
        ("25 ± 2 °C", "temperature", 298.15),
        ("0.5 kW", "power", 500.0),
        ("500mW", "power", 0.5),
        ("2 MW", "power", 2e6),
        ("3千瓦", "power", 3000.0),
        ("300毫瓦", "power", 0.3),
        ("1500瓦", "power", 1500.0),
        ("10 W/cm²", "heat_flux", 1e5),
        ("5瓦/平方厘米", "heat_flux", 5e4),
        ("2 W·m⁻²", "heat_flux", 2.0),
        ("1 MW/m^2", "heat_flux", 1e6),
        ("800瓦每平方米", "heat_flux", 800.0),
        ("25 W/m²K", "heat_transfer_coefficient", 25.0),
        ("25 W/m2·°C", "heat_transfer_coefficient", 25.0),
        ("25 W m⁻² K⁻¹", "heat_transfer_coefficient", 25.0),
        ("25W/㎡·K", "heat_transfer_coefficient", 25.0),
        ("25 W/m^2/K", "heat_transfer_coefficient", 25.0),
        ("25瓦每平方米每开", "heat_transfer_coefficient", 25.0),
        ("25 W/m²-K", "heat_transfer_coefficient", 25.0),
        ("1 BTU/(h·ft²·°F)", "heat_transfer_coefficient", 5.67826),
        ("401 W/m-K", "thermal_conductivity", 401.0),
        ("401 W·m⁻¹·K⁻¹", "thermal_conductivity", 401.0),
        ("4 W/(cm·K)", "thermal_conductivity", 400.0),
        ("35 mW/(m·K)", "thermal_conductivity", 0.035),
        ("1 BTU/(h·ft·°F)", "thermal_conductivity", 1.730735),
        ("7850千克/立方米", "density", 7850.0),
        ("7.85 g/cc", "density", 7850.0),
        ("460 J/kg·K", "specific_heat_capacity", 460.0),
        ("460 J/(kg·℃)", "specific_heat_capacity", 460.0),
        ("0.46 J/(g·K)", "specific_heat_capacity", 460.0),
        ("2e-4 m²K/W", "contact_resistance", 2e-4),
        ("1×10^-4 m²·K/W", "contact_resistance", 1e-4),
        ("1×10⁻⁴ m²·K/W", "contact_resistance", 1e-4),
        ("0.5 K·cm²/W", "contact_resistance", 5e-5),
        ("20 mm²K/W", "contact_resistance", 2e-5),
        ("334 kJ/kg", "latent_heat", 334e3),
        ("1e6 W/m³", "volumetric_heat_source", 1e6),
        ("0.2 K/W", "other", 0.2),
        ("20 W/m", "other", 20.0),
        ("半小时", "time", 1800.0),
        ("半个小时", "time", 1800.0),
        ("两个半小时", "time", 9000.0),
        ("三天", "time", 259_200.0),
        ("2 days", "time", 172_800.0),
        ("an hour", "time", 3600.0),
        ("a quarter of an hour", "time", 900.0),
        ("one and a half hours", "time", 5400.0),
        ("1 h 30 min", "time", 5400.0),
        ("1小时20分钟", "time", 4800.0),
        ("2分30秒", "time", 150.0),
        ("5 ms", "time", 0.005),
    ],
)
def test_a_number_with_a_unit(written, dimension, value):
    (found,) = find_quantities(normalised(written))
    assert found.dimension == dimension
    assert found.value == pytest.approx(value)


@pytest.mark.parametrize(
    "text",
    [
        "6061-T6",
        "steel 304",
        "45° angle",
        "十分均匀",
        "3 cats",
        "T6",
        "1千克",
        "百度一下",
        "一开始",
        "2 in series",
        "一点点",
        "四周绝热",
    ],
)
def test_no_quantity(text):
    assert find_quantities(normalised(text)) == ()


@pytest.mark.parametrize(
    "written", ["20-30 °C", "20 to 30 °C", "20~30℃", "20℃～30℃", "20到30度", "between 20 and 30 °C"]
)
def test_a_range_is_its_middle_and_said_to_be(written):
    (found,) = find_quantities(normalised(written))
    assert found.value == pytest.approx(298.15)
    (note,) = range_notes([found])
    assert "middle" in str(note)


def test_a_range_from_nothing_is_its_end():
    (found,) = find_quantities("0-60 s")
    assert found.value == 60.0


@pytest.mark.parametrize("written", ["from 20 to 80 °C", "从20到80度", "from 20 °C to 80 °C"])
def test_a_change_is_two_temperatures(written):
    assert [q.value for q in find_quantities(written)] == pytest.approx([293.15, 353.15])


def test_two_times_stay_two():
    assert [q.value for q in find_quantities("for 30 s then 5 min in all")] == [30.0, 300.0]


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
