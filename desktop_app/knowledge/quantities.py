"""Numbers with units in a prompt, turned into SI."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from desktop_app.domain.text import Text, say
from desktop_app.knowledge.numerals import (
    CHINESE_NUMERAL,
    DIGITS_AND_A_HALF,
    ENGLISH_NUMERAL,
    FRACTION,
    parse_number,
)
from desktop_app.knowledge.numerals import DIGITS as DIGITS
from desktop_app.knowledge.prompt_text import Span
from desktop_app.knowledge.units_table import UNITS, Unit
from desktop_app.knowledge.units_table import Dimension as Dimension


@dataclass(frozen=True)
class Quantity:
    """A number with its unit.

    Attributes:
        value: SI (m, K, s, W/(m·K), kg/m³, J/(kg·K), m²/s, W/(m²·K), W/m², W, m²·K/W, J/kg, W/m³); the
            middle of a range.
        span: where it stands in the normalised prompt.
        written: as the prompt has it.
        low, high: of a range, SI; None for a single value.
    """

    dimension: Dimension
    value: float
    span: Span
    written: str
    low: float | None = None
    high: float | None = None


_InUnit = tuple[Quantity, Unit]

_NEGATIVE = r"零下|负(?![荷责])|minus\s+|negative\s+"
_NUMBER = rf"{FRACTION}|{DIGITS_AND_A_HALF}|{DIGITS}"
_START = r"(?<![A-Za-z0-9_.])"
_QUANTITY = re.compile(
    rf"(?:{_START}(?P<low>[-+]?(?:{_NUMBER}))(?P<to>\s?[-~]\s?|\s+(?:to|and)\s+|\s?[到至和与]\s?))?"
    rf"(?P<negative>{_NEGATIVE})?"
    rf"(?P<number>{_START}[-+]?(?:{_NUMBER})|(?<=[~到至-])(?:{_NUMBER})|{CHINESE_NUMERAL}"
    rf"|\b{ENGLISH_NUMERAL}(?=[\s-]))"
    rf"(?:\s?(?:±|\+/-)\s?{DIGITS})?\s?-?\s?(?:"
    + "|".join(f"(?P<u{i}>{unit.pattern})" for i, unit in enumerate(UNITS))
    + r")(?!(?<=[A-Za-z0-9°])[A-Za-z0-9^])",
    re.IGNORECASE | re.ASCII,
)
_FROM = re.compile(r"(?:from|cools?|heats?|heated|rises?|[从由自])\s*$", re.IGNORECASE)
_BETWEEN = re.compile(r"between\s*$", re.IGNORECASE)
_TOLERANCE = re.compile(r"(?:±|\+/-)\s*$")
_JOINS = re.compile(r"\s*(?:and\s+|零|又)?$", re.ASCII)
_RANGE_GAP = re.compile(r"\s*[-~]\s*$")
_BELOW_ZERO = re.compile(r"\s*(?:below\s+(?:zero|0)|subzero)", re.IGNORECASE)


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Every number with a unit in a normalised prompt, in order.

    `20-25 °C` is one quantity, its value the middle; `from 20 to 80 °C` are two; `1 h 30 min` is one.
    """
    found: list[_InUnit] = []
    for match in _QUANTITY.finditer(text):
        unit = UNITS[int((match.lastgroup or "u0")[1:])]
        found.extend((quantity, unit) for quantity in _of_match(text, match, unit))
    return tuple(quantity for quantity, _ in _joined(text, found))


def range_notes(quantities: Iterable[Quantity]) -> tuple[Text, ...]:
    """What was made of each range."""
    return tuple(
        say("“{words}” is a range: its middle is used.", words=quantity.written)
        for quantity in quantities
        if quantity.low is not None and quantity.value != quantity.high
    )


def _of_match(text: str, match: re.Match[str], unit: Unit) -> list[Quantity]:
    value = _value(match, unit, text)
    own = (match.start("negative" if match["negative"] else "number"), match.end())
    single = Quantity(unit.dimension, value, own, text[slice(*own)].strip())
    if _TOLERANCE.search(text, max(0, match.start() - 4), match.start()):
        return []
    if match["low"] is None:
        return [single]
    low_span = match.span("low")
    before = text[max(0, low_span[0] - 12) : low_span[0]]
    low = parse_number(match["low"]) * unit.factor + unit.offset
    if match["to"].strip() in ("and", "和", "与") and not _BETWEEN.search(before):
        shared = [Quantity(unit.dimension, low, low_span, match["low"])]
        return [*shared, single] if unit.dimension in _SHARE_A_UNIT else [single]
    if _FROM.search(before) and match["to"].strip() not in "-~":
        return [Quantity(unit.dimension, low, low_span, match["low"]), single]
    if match["low"].startswith("-") or low > value or match["negative"]:
        return [single]
    middle = value if parse_number(match["low"]) == 0 else (low + value) / 2
    return [Quantity(unit.dimension, middle, match.span(), match[0].strip(), low, value)]


def _value(match: re.Match[str], unit: Unit, text: str) -> float:
    below_zero = unit.dimension == "temperature" and _BELOW_ZERO.match(text, match.end())
    sign = -1.0 if match["negative"] or below_zero else 1.0
    return sign * parse_number(match["number"]) * unit.factor + unit.offset


def _joined(text: str, found: list[_InUnit]) -> list[_InUnit]:
    """Ranges with a unit at both ends made one, and times or lengths in two units (`1 h 30 min`) added."""
    joined: list[_InUnit] = []
    for quantity, unit in found:
        last, last_unit = joined[-1] if joined else (None, None)
        gap = text[last.span[1] : quantity.span[0]] if last is not None else ""
        if last is None or last_unit is None or last.dimension != quantity.dimension or len(gap) > 5:
            joined.append((quantity, unit))
        elif gap and _RANGE_GAP.match(gap) and last.low is None and last.value < quantity.value:
            middle = _over(text, last, quantity, (last.value + quantity.value) / 2)
            joined[-1] = (replace(middle, low=last.value, high=quantity.value), unit)
        elif unit.dimension in _ADDED and _JOINS.match(gap) and quantity.value < last_unit.factor:
            joined[-1] = (_over(text, last, quantity, last.value + quantity.value), unit)
        else:
            joined.append((quantity, unit))
    return joined


def _over(text: str, first: Quantity, last: Quantity, value: float) -> Quantity:
    span = (first.span[0], last.span[1])
    return Quantity(first.dimension, value, span, text[slice(*span)])


_SHARE_A_UNIT: frozenset[Dimension] = frozenset({"temperature", "heat_transfer_coefficient", "power"})
"""Of which two numbers may share a unit: `at 20 and 150 °C`."""
_ADDED: frozenset[Dimension] = frozenset({"time", "length"})
