"""The properties of a material: the unit each is kept in, and the values that make sense."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from desktop_app.domain.text import Text, say

MaterialProperty = Literal[
    "thermal_conductivity",
    "through_conductivity",
    "density",
    "specific_heat_capacity",
    "emissivity",
    "melting_point",
    "latent_heat",
    "liquid_conductivity",
    "liquid_specific_heat_capacity",
]


@dataclass(frozen=True)
class PropertyRule:
    """How a property is kept.

    Attributes:
        words: what a person calls it.
        unit: SI; 1 for a share.
        low, high: bounds beyond which a value is a slip of the keyboard, in `unit`.
    """

    words: Text
    unit: str
    low: float
    high: float


_CONDUCTIVITY = ("W/(m·K)", 1e-3, 1e4)
_SPECIFIC_HEAT = ("J/(kg·K)", 10.0, 2e4)

RULES: Mapping[MaterialProperty, PropertyRule] = {
    "thermal_conductivity": PropertyRule(say("thermal conductivity"), *_CONDUCTIVITY),
    "through_conductivity": PropertyRule(say("thermal conductivity across the sheet"), *_CONDUCTIVITY),
    "density": PropertyRule(say("density"), "kg/m³", 0.05, 3e4),
    "specific_heat_capacity": PropertyRule(say("specific heat capacity"), *_SPECIFIC_HEAT),
    "emissivity": PropertyRule(say("emissivity"), "1", 1e-3, 1.0),
    "melting_point": PropertyRule(say("melting point"), "K", 1.0, 6e3),
    "latent_heat": PropertyRule(say("latent heat of melting"), "J/kg", 1e2, 1e7),
    "liquid_conductivity": PropertyRule(say("thermal conductivity of the liquid"), *_CONDUCTIVITY),
    "liquid_specific_heat_capacity": PropertyRule(
        say("specific heat capacity of the liquid"), *_SPECIFIC_HEAT
    ),
}


LIGHTEST_SOLID = 10.0
"""kg/m³, that of the lightest foams; most densities in g/cm³ taken for kg/m³ are less."""


def within_reason(name: MaterialProperty, value: float, *, gas: bool = False) -> bool:
    """Whether a value in the property's own unit is one a material can have."""
    rule = RULES[name]
    low = LIGHTEST_SOLID if name == "density" and not gas else rule.low
    return low <= value <= rule.high
