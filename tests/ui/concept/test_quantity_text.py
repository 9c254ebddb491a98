"""Numbers with units, in and out."""

from __future__ import annotations

import pytest

from desktop_app.domain.errors import InvalidInput
from desktop_app.ui.concept.fields.quantity_text import read_quantity, show_quantity
from desktop_app.ui.concept.fields.units import MEASURES, Dimension


@pytest.mark.parametrize(
    ("typed", "dimension", "value"),
    [
        ("20 cm", "length", 0.2),
        ("5mm", "length", 0.005),
        ("1 in", "length", 0.0254),
        ('1.5"', "length", 0.0381),
        ("2,5 cm", "length", 0.025),
        ("1,000 mm", "length", 1.0),
        ("1 200 mm", "length", 1.2),
        ("２０　厘米", "length", 0.2),
        ("10 um", "length", 1e-5),
        ("10 µm", "length", 1e-5),
        ("300", "temperature", 573.15),
        ("300 K", "temperature", 300.0),
        ("300k", "temperature", 300.0),
        ("−20 ℃", "temperature", 253.15),
        ("-20 °C", "temperature", 253.15),
        ("212 °F", "temperature", 373.15),
        ("37.5 摄氏度", "temperature", 310.65),
        ("2 min 30 s", "time", 150.0),
        ("1 h 30 min", "time", 5400.0),
        ("1 小时 11 分 40 秒", "time", 4300.0),
        ("2 分 50 秒", "time", 170.0),
        ("90", "time", 90.0),
        ("20 ms", "time", 0.02),
        ("3 days", "time", 259200.0),
        ("1.5 kW", "power", 1500.0),
        ("5 mW", "power", 0.005),
        ("5 MW", "power", 5e6),
        ("2 W/cm2", "heat_flux", 2e4),
        ("5 kW/m^2", "heat_flux", 5e3),
        ("25 W/m²K", "heat_transfer_coefficient", 25.0),
        ("25 W/(m^2*K)", "heat_transfer_coefficient", 25.0),
        ("401 W/mK", "thermal_conductivity", 401.0),
        ("401 W/(m K)", "thermal_conductivity", 401.0),
        ("8.93 g/cm3", "density", 8930.0),
        ("0.385 kJ/(kg·K)", "specific_heat_capacity", 385.0),
        ("0.385 J/g·K", "specific_heat_capacity", 385.0),
        ("20 mm²·K/W", "contact_resistance", 2e-5),
        ("2e-5 m²K/W", "contact_resistance", 2e-5),
        ("90 %", "ratio", 0.9),
        ("0.9", "ratio", 0.9),
        ("12", "count", 12.0),
    ],
)
def test_what_people_write_is_read(typed: str, dimension: Dimension, value: float):
    assert read_quantity(typed, dimension) == pytest.approx(value, rel=1e-12)


def test_a_bare_number_is_in_the_unit_that_was_shown():
    shown = show_quantity(0.2, "length")
    assert shown.text == "20 cm"
    assert read_quantity("25", "length", shown.unit) == pytest.approx(0.25)


@pytest.mark.parametrize(
    ("typed", "dimension"),
    [
        ("", "length"),
        ("long", "length"),
        ("20 °C", "length"),
        ("0 cm", "length"),
        ("-5 mm", "length"),
        ("5 mm 3 mm", "length"),
        ("5 5 mm mm", "length"),
        ("1.2.3 mm", "length"),
        ("-300", "temperature"),
        ("0 K", "temperature"),
        ("20 m", "temperature"),
        ("inf", "temperature"),
        ("1e999 K", "time"),
        ("-2 s", "time"),
        ("5 Mw", "power"),
        ("1.5", "ratio"),
        ("-0.1", "ratio"),
        ("2.5", "count"),
        ("0", "count"),
        ("8 cm", "count"),
    ],
)
def test_what_makes_no_sense_is_refused_with_what_to_write(typed: str, dimension: Dimension):
    with pytest.raises(InvalidInput) as refused:
        read_quantity(typed, dimension)
    assert str(refused.value.message).endswith(".")
    assert str(refused.value.remedy).startswith("Write")


@pytest.mark.parametrize(
    ("value", "dimension", "text"),
    [
        (1.0, "length", "1 m"),
        (0.2, "length", "20 cm"),
        (0.003, "length", "3 mm"),
        (0.0007, "length", "0.7 mm"),
        (0.0127, "length", "1.27 cm"),
        (2.5e-5, "length", "25 µm"),
        (0.1 + 0.2, "length", "30 cm"),
        (573.15, "temperature", "300 °C"),
        (77.0, "temperature", "−196.15 °C"),
        (273.15, "temperature", "0 °C"),
        (0.02, "time", "20 ms"),
        (45.0, "time", "45 s"),
        (170.0, "time", "2 min 50 s"),
        (180.0, "time", "3 min"),
        (5400.0, "time", "1.5 h"),
        (4300.0, "time", "1 h 11 min 40 s"),
        (140_000.0, "time", "38 h 53 min 20 s"),
        (604800.0, "time", "7 days"),
        (40.0, "power", "40 W"),
        (25_000.0, "heat_flux", "25 kW/m²"),
        (1500.0, "heat_flux", "1500 W/m²"),
        (8933.0, "density", "8933 kg/m³"),
        (19_300.0, "density", "19 300 kg/m³"),
        (401.0, "thermal_conductivity", "401 W/(m·K)"),
        (0.0263, "thermal_conductivity", "0.0263 W/(m·K)"),
        (0.0, "contact_resistance", "0 mm²·K/W"),
        (2e-5, "contact_resistance", "20 mm²·K/W"),
        (0.9, "ratio", "0.9"),
        (8.0, "count", "8"),
    ],
)
def test_values_are_shown_in_the_unit_that_suits_them(value: float, dimension: Dimension, text: str):
    assert show_quantity(value, dimension).text == text


@pytest.mark.parametrize("dimension", sorted(MEASURES))
@pytest.mark.parametrize("value", [1.0, 0.25, 0.0375, 61.5, 437.0])
def test_what_is_shown_is_read_as_the_same(dimension: Dimension, value: float):
    if dimension == "count":
        value = max(1.0, round(value))
    value = min(value, MEASURES[dimension].most)
    shown = show_quantity(value, dimension)
    assert read_quantity(shown.text, dimension, shown.unit) == pytest.approx(
        value, rel=1e-6, abs=1e-3 * (dimension == "temperature")
    )
    assert read_quantity(MEASURES[dimension].example, dimension) > 0
