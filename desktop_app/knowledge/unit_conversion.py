"""From any unit people write to the one a property is kept in, by pint.

pint is imported only when a unit is not the property's own, since it takes long to load. What it is given
has been cut down to unit names, `*`, `/`, parentheses and powers of one digit: nothing costly to work out.
"""

from __future__ import annotations

import math
import re
import tokenize
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.text import say
from desktop_app.knowledge.material_properties import RULES, MaterialProperty

if TYPE_CHECKING:
    from pint import UnitRegistry

LONGEST_UNIT = 40

_ALLOWED = re.compile(
    r"""(?: [A-Za-zµμΩ_]+ (?: \*\* -? [1-9] )?   # a unit, perhaps to a power
          | 1 (?= / )                            # 1/K
          | [*/()\s]
        )*""",
    re.VERBOSE,
)
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_RAISED = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+")
_DEGREES = {"°c": "delta_degC", "°f": "delta_degF", "℃": "delta_degC", "℉": "delta_degF"}
_TEMPERATURES = {"°c": "degC", "℃": "degC", "degc": "degC", "°f": "degF", "℉": "degF", "degf": "degF"}
_SHARES = {"": 1.0, "1": 1.0, "%": 0.01}


class UnitRefused(InvalidInput):
    """A unit that is not one of the property it is given for, or not a unit at all."""


def to_kept_unit(value: float, unit: str, name: MaterialProperty) -> float:
    """`value` in the unit the property is kept in.

    Args:
        value: as typed, in `unit`.
        unit: a unit of the property: `BTU/(hr·ft·°F)`, `W/cm/K`, `g/cm**3`, `W/m-K`. A degree Celsius or
            Fahrenheit counts as a difference, except for the melting point, where it is a temperature.
        name: of the property.

    Raises:
        UnitRefused: the unit is unknown, or of something else.
    """
    rule = RULES[name]
    written = unit.strip()
    if rule.unit == "1":
        return _share(value, written)
    if written == rule.unit:
        return value
    for reading in _readings(written, name):
        converted = _converted(value, reading, rule.unit)
        if converted is not None and math.isfinite(converted):
            return converted
    raise UnitRefused(
        say(
            "“{unit}” is not a unit of {property}, which is wanted in {wanted}.",
            unit=unit[:LONGEST_UNIT],
            property=rule.words,
            wanted=rule.unit,
        ),
        say("Give it in {wanted}, or in another unit of the same kind.", wanted=rule.unit),
    )


def _share(value: float, unit: str) -> float:
    if unit not in _SHARES:
        raise UnitRefused(
            say("An emissivity has no unit: “{unit}” is not understood.", unit=unit[:LONGEST_UNIT]),
            say("Give a number from 0 to 1, or a percentage."),
        )
    return value * _SHARES[unit]


def _readings(unit: str, name: MaterialProperty) -> tuple[str, ...]:
    """How pint is to read the unit: as it stands, then as people mean `W/m-K`; () if it must not."""
    if name == "melting_point" and unit.casefold() in _TEMPERATURES:
        return (_TEMPERATURES[unit.casefold()],)
    plain = _plain(unit)
    if not plain or len(unit) > LONGEST_UNIT or not _ALLOWED.fullmatch(plain):
        return ()
    return tuple(dict.fromkeys((plain, _below_the_stroke(plain))))


def _plain(unit: str) -> str:
    """The unit in letters, `*`, `/`, `**` and parentheses."""
    text = _RAISED.sub(lambda match: "**" + match[0].translate(_SUPERSCRIPTS), unit)
    for written, meant in _DEGREES.items():
        text = re.sub(re.escape(written), meant, text, flags=re.IGNORECASE)
    text = unicodedata.normalize("NFKC", text).replace("^", "**")
    text = re.sub(r"[·⋅∙•×]", "*", text).replace("−", "-")
    text = re.sub(r"(?<=[A-Za-z0-9)])[.\-](?=[A-Za-z])", "*", text)
    return re.sub(r"(?<=[A-Za-z])(?=-?\d)(?<!delta_degC)(?<!delta_degF)", "**", text)


def _below_the_stroke(plain: str) -> str:
    """`W/m*K` and `W/mK` as W/(m*K): everything after a single `/` belongs below it."""
    above, stroke, below = plain.partition("/")
    if not stroke or "/" in below or "(" in below:
        return plain
    return f"{above}/({re.sub(r'(?<=[a-z])K$', '*K', below)})"


def _converted(value: float, reading: str, wanted: str) -> float | None:
    from pint.errors import PintError

    registry = _registry()
    try:
        quantity = registry.Quantity(value, registry.parse_units(reading))
        return float(quantity.to(registry.parse_units(_plain(wanted))).magnitude)
    except (
        PintError,
        AssertionError,
        tokenize.TokenError,
        SyntaxError,
        ValueError,
        TypeError,
        ArithmeticError,
    ):
        # pint asserts where an operator lacks an operand
        return None


@lru_cache(maxsize=1)
def _registry() -> UnitRegistry:
    from pint import UnitRegistry

    return UnitRegistry(cache_folder=None)
