"""The properties of a material as the table, the details and the form show them."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.material import Material, PropertyValue
from desktop_app.domain.text import Text, say
from desktop_app.domain.units import ZERO_CELSIUS_K
from desktop_app.knowledge.material_properties import MaterialProperty

_MINUS = "−"


@dataclass(frozen=True)
class PropertyWords:
    """How a property is shown.

    Attributes:
        name: of the property.
        words: what it is called.
        symbol: in a formula and over a column.
        unit: it is shown in; empty for a share.
        units: that the form offers, the one it is kept in first.
    """

    name: MaterialProperty
    words: Text
    symbol: str
    unit: str
    units: tuple[str, ...]


_CONDUCTIVITIES = ("W/(m·K)", "W/(cm·K)", "mW/(m·K)", "BTU/(hr·ft·°F)", "cal/(s·cm·°C)")
_HEATS = ("J/(kg·K)", "kJ/(kg·K)", "J/(g·K)", "cal/(g·°C)", "BTU/(lb·°F)")

PROPERTIES: tuple[PropertyWords, ...] = (
    PropertyWords("thermal_conductivity", say("Thermal conductivity"), "k", "W/(m·K)", _CONDUCTIVITIES),
    PropertyWords(
        "through_conductivity", say("Conductivity across the sheet"), "k⊥", "W/(m·K)", _CONDUCTIVITIES
    ),
    PropertyWords("density", say("Density"), "ρ", "kg/m³", ("kg/m³", "g/cm³", "lb/ft³")),
    PropertyWords("specific_heat_capacity", say("Specific heat capacity"), "c", "J/(kg·K)", _HEATS),
    PropertyWords("emissivity", say("Emissivity"), "ε", "", ("", "%")),
    PropertyWords("melting_point", say("Melting point"), "Tₘ", "°C", ("°C", "K", "°F")),
    PropertyWords("latent_heat", say("Latent heat of melting"), "L", "kJ/kg", ("J/kg", "kJ/kg")),
    PropertyWords(
        "liquid_conductivity", say("Conductivity of the liquid"), "k liquid", "W/(m·K)", _CONDUCTIVITIES
    ),
    PropertyWords(
        "liquid_specific_heat_capacity",
        say("Specific heat capacity of the liquid"),
        "c liquid",
        "J/(kg·K)",
        _HEATS,
    ),
)
BY_NAME = {words.name: words for words in PROPERTIES}


def property_of(material: Material, name: MaterialProperty) -> PropertyValue | None:
    """A property's value with its source; None where it is not known."""
    found: PropertyValue | None = getattr(material, name)
    return found


def shown_value(name: MaterialProperty, value: float) -> float:
    """A value in the unit it is shown in, from the one it is kept in."""
    if name == "melting_point":
        return round(value - ZERO_CELSIUS_K, 2)
    return value / 1000 if name == "latent_heat" else value


def number_text(value: float, digits: int = 4) -> str:
    """A number with so many significant digits, a narrow space between thousands and a true minus."""
    rounded = float(f"{value:.{digits}g}")
    if abs(rounded) >= 10_000:
        return f"{rounded:,.0f}".replace(",", "\u202f").replace("-", _MINUS)
    return (f"{rounded:.1e}" if 0 < abs(rounded) < 1e-4 else f"{rounded:.{digits}g}").replace("-", _MINUS)


def quantity_text(words: PropertyWords, value: float, digits: int = 6) -> str:
    """A kept value as it is shown, with its unit."""
    return f"{number_text(shown_value(words.name, value), digits)} {words.unit}".strip()
