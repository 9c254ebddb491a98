from __future__ import annotations

import subprocess
import sys
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.paths import ROOT

from desktop_app.knowledge.material_properties import RULES
from desktop_app.knowledge.unit_conversion import LONGEST_UNIT, UnitRefused, to_kept_unit


@pytest.mark.parametrize(
    ("value", "unit", "name", "kept"),
    [
        (401, "W/(m·K)", "thermal_conductivity", 401),
        (4.01, "W/cm/K", "thermal_conductivity", 401),
        (401, "W/m-K", "thermal_conductivity", 401),
        (401, "W/mK", "thermal_conductivity", 401),
        (401, "W/m·K", "thermal_conductivity", 401),
        (401, "W m^-1 K^-1", "thermal_conductivity", 401),
        (401, "W·m⁻¹·K⁻¹", "thermal_conductivity", 401),
        (401, "W/(m·℃)", "thermal_conductivity", 401),
        (1, "BTU/(hr·ft·°F)", "thermal_conductivity", 1.730735),
        (1, "cal/(s·cm·°C)", "thermal_conductivity", 418.4),
        (8.96, "g/cm**3", "density", 8960),
        (8.96, "g/cm³", "density", 8960),
        (8.96, "g/cm3", "density", 8960),
        (1, "lb/ft³", "density", 16.018463),
        (0.092, "kcal/kg/K", "specific_heat_capacity", 384.928),
        (1, "BTU/(lb·°F)", "specific_heat_capacity", 4186.8),
        (0.385, "J/g-K", "specific_heat_capacity", 385),
        (0.385, "kJ/kgK", "specific_heat_capacity", 385),
        (333.4, "kJ/kg", "latent_heat", 333400),
        (0, "°C", "melting_point", 273.15),
        (1984.3, "°F", "melting_point", 1357.76),
        (1357.77, "K", "melting_point", 1357.77),
        (0.05, "", "emissivity", 0.05),
        (5, "%", "emissivity", 0.05),
    ],
)
def test_units_people_write(value, unit, name, kept):
    assert to_kept_unit(value, unit, name) == pytest.approx(kept, rel=1e-5)


@pytest.mark.parametrize(
    ("unit", "name"),
    [
        ("kg", "thermal_conductivity"),
        ("W/m²K", "thermal_conductivity"),
        ("W/(m·C)", "thermal_conductivity"),  # a coulomb
        ("kg/m³", "specific_heat_capacity"),
        ("J/(kg·K)", "density"),
        ("m", "melting_point"),
        ("W", "emissivity"),
        ("furlong per fortnight", "density"),
    ],
)
def test_a_unit_of_something_else_is_refused_in_one_sentence_with_the_unit_wanted(unit, name):
    with pytest.raises(UnitRefused) as error:
        to_kept_unit(1.0, unit, name)
    said = str(error.value.message)
    assert said.count(".") == 1
    assert unit in said
    assert RULES[name].unit == "1" or RULES[name].unit in said


@pytest.mark.parametrize(
    "unit",
    [
        "9**9**9**9",
        "m**9**9",
        "(m**9)**9",
        "m**999",
        "m**99999999",
        "((((((((((m",
        "__import__('os').system('true')",
        "meter.__class__",
        "W/(m*K)*" * 1000,
        "1e999",
        "K\x00",
        "/",
        "**",
        "m*",
        "1/",
        "(" * LONGEST_UNIT,
        "²³" * 20,
        "",
    ],
)
def test_a_hostile_unit_is_refused_at_once(unit):
    to_kept_unit(1.0, "W/cm/K", "thermal_conductivity")
    with pytest.raises(UnitRefused):
        to_kept_unit(1.0, unit, "thermal_conductivity")


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="mKWkgJsft°CF·*/^()-.² ³12e_ \n", max_size=LONGEST_UNIT + 2))
def test_any_text_is_converted_or_refused(unit):
    with suppress(UnitRefused):
        assert to_kept_unit(2.0, unit, "thermal_conductivity") != 0


def test_pint_is_loaded_only_for_a_unit_that_is_not_the_propertys_own():
    program = (
        "import sys\n"
        "from desktop_app.knowledge.unit_conversion import to_kept_unit\n"
        "to_kept_unit(1.0, 'kg/m³', 'density'); print('pint' in sys.modules)\n"
        "to_kept_unit(1.0, 'g/cm³', 'density'); print('pint' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["False", "True"]
