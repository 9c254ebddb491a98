"""The table beside two property libraries; what they are compared to within is written here."""

from __future__ import annotations

import CoolProp.CoolProp as coolprop
import pytest
from mendeleev.fetch import fetch_table

SYMBOLS = {
    "copper": "Cu",
    "silver": "Ag",
    "gold": "Au",
    "aluminium": "Al",
    "iron": "Fe",
    "titanium": "Ti",
    "magnesium": "Mg",
    "tungsten": "W",
    "molybdenum": "Mo",
    "chromium": "Cr",
    "nickel": "Ni",
    "cobalt": "Co",
    "zinc": "Zn",
    "tin": "Sn",
    "lead": "Pb",
    "platinum": "Pt",
    "indium": "In",
    "gallium": "Ga",
    "silicon": "Si",
    "germanium": "Ge",
}
WITHIN = 0.015
EXCEPTIONS = {
    ("molybdenum", "thermal_conductivity"): "mendeleev has none",
    (
        "gallium",
        "thermal_conductivity",
    ): "mendeleev has that of the liquid, 28 W/(m·K), the table the solid's",
}


@pytest.fixture(scope="module")
def library() -> dict[str, dict[str, float]]:
    """What mendeleev has of each symbol, in SI: it gives g/cm³, J/(g·K), W/(m·K) and K."""
    elements = fetch_table("elements").set_index("symbol")
    melting = fetch_table("phasetransitions").groupby("atomic_number")["melting_point"].max()
    return {
        symbol: {
            "density": float(row.density) * 1000,
            "specific_heat_capacity": float(row.specific_heat_capacity) * 1000,
            "thermal_conductivity": float(row.thermal_conductivity),
            "melting_point": float(melting[row.atomic_number]),
        }
        for symbol, row in elements.loc[list(SYMBOLS.values())].iterrows()
    }


@pytest.mark.parametrize(("id_", "symbol"), SYMBOLS.items())
def test_an_element_is_as_mendeleev_has_it(table, library, id_, symbol):
    material = table.find(id_)
    for name, theirs in library[symbol].items():
        if (id_, name) not in EXCEPTIONS:
            assert getattr(material, name).value == pytest.approx(theirs, rel=WITHIN), name


def test_every_element_of_the_table_is_compared(table):
    elements = {entry.material.id for entry in table.named() if entry.symbols}
    assert elements <= set(SYMBOLS)


def test_each_exception_is_still_one(table, library):
    for id_, name in EXCEPTIONS:
        theirs = library[SYMBOLS[id_]][name]
        assert getattr(table.find(id_), name).value != pytest.approx(theirs, rel=WITHIN), (id_, name)


@pytest.mark.parametrize(
    ("id_", "fluid", "temperature_K", "within"),
    [
        ("water", "Water", 300.0, 1e-3),
        ("air", "Air", 300.0, 1e-3),
        ("ice", "INCOMP::FoodIce", 273.15, 0.02),  # a correlation for food, good to a few per cent
    ],
)
def test_a_fluid_is_as_coolprop_has_it(table, id_, fluid, temperature_K, within):
    material = table.find(id_)
    for name, output in (("thermal_conductivity", "L"), ("density", "D"), ("specific_heat_capacity", "C")):
        theirs = coolprop.PropsSI(output, "T", temperature_K, "P", 101325.0, fluid)
        assert getattr(material, name).value == pytest.approx(theirs, rel=within), name


def test_ice_melts_to_the_water_of_coolprop(table):
    ice = table.find("ice")
    for value, output in ((ice.liquid_conductivity, "L"), (ice.liquid_specific_heat_capacity, "C")):
        theirs = coolprop.PropsSI(output, "T", 273.16, "P", 101325.0, "Water")
        assert value.value == pytest.approx(theirs, rel=1e-3)
    assert ice.melting_point.value == pytest.approx(coolprop.PropsSI("Water", "Ttriple"), abs=0.02)
