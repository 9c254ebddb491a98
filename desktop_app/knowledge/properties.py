"""Material properties a prompt gives itself: `k = 401 W/(m·K)`, 密度8933."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Literal

from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.text import Text, say
from desktop_app.knowledge.numerals import parse_number
from desktop_app.knowledge.patterns import FLAGS
from desktop_app.knowledge.prompt_text import number
from desktop_app.knowledge.quantities import DIGITS, Quantity

PropertyName = Literal["thermal_conductivity", "density", "specific_heat_capacity"]

UNITS: dict[PropertyName, str] = {
    "thermal_conductivity": "W/(m·K)",
    "density": "kg/m³",
    "specific_heat_capacity": "J/(kg·K)",
}
LARGEST = 1e5

_NAMES: dict[PropertyName, str] = {
    "thermal_conductivity": (
        r"(?:thermal\s+)?conductivity|导热系数|热导率|导热率|(?<![A-Za-z0-9])[kK](?=\s*=)|[λκ](?=\s*=)"
    ),
    "density": r"density|密度|[ρ](?=\s*=)|(?<![A-Za-z])rho(?=\s*=)",
    "specific_heat_capacity": (r"specific\s+heat(?:\s+capacity)?|比热容?|(?<![A-Za-z])c_?p?(?=\s*=)"),
}
_BARE = {
    name: re.compile(
        rf"(?:{words})\s*(?:\(?[kλρ]\)?)?\s*(?:of|is|=|:|为|是|约为?"
        rf"|等于)*\s*(?P<value>[-+]?{DIGITS})",
        FLAGS,
    )
    for name, words in _NAMES.items()
}
BARE_PROPERTIES = tuple(_BARE.values())
_WORDS: dict[PropertyName, Text] = {
    "thermal_conductivity": say("thermal conductivity"),
    "density": say("density"),
    "specific_heat_capacity": say("specific heat capacity"),
}


def find_properties(text: str, quantities: Iterable[Quantity]) -> Mapping[PropertyName, float]:
    """Properties given in a normalised prompt, SI; a number after the property's name needs no unit.

    Raises:
        InvalidInput: a property is not positive, or beyond any solid.
    """
    found: dict[PropertyName, float] = {}
    for quantity in quantities:
        if quantity.dimension in UNITS:
            found.setdefault(quantity.dimension, quantity.value)
    for name, pattern in _BARE.items():
        match = pattern.search(text)
        if match is not None and name not in found:
            found[name] = parse_number(match["value"])
    for name, value in found.items():
        _check(name, value)
    return found


def _check(name: PropertyName, value: float) -> None:
    if 0 < value <= LARGEST:
        return
    raise InvalidInput(
        say(
            "No solid has a {property} of {value} {unit}.",
            property=_WORDS[name],
            value=number(value),
            unit=UNITS[name],
        ),
        say("Give a positive value, or leave it out and name a material."),
    )
