"""Numbers with units in a prompt, turned into SI."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from desktop_app.domain.units import ZERO_CELSIUS_K
from desktop_app.knowledge.numerals import CHINESE_NUMERAL, ENGLISH_NUMERAL, parse_number
from desktop_app.knowledge.prompt_text import Span

Dimension = Literal[
    "length", "temperature", "time", "thermal_conductivity", "density", "specific_heat_capacity",
    "thermal_diffusivity", "heat_transfer_coefficient", "heat_flux", "power", "other",
]  # fmt: skip

DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|0,\d+|\d+(?:\.\d+)?|\.\d+)(?:[eE][-+]?\d{1,4})?"


@dataclass(frozen=True)
class Quantity:
    """A number with its unit.

    Attributes:
        value: SI (m, K, s, W/(m·K), kg/m³, J/(kg·K), m²/s, W/(m²·K), W/m², W).
        span: where it stands in the normalised prompt.
        written: as the prompt has it.
    """

    dimension: Dimension
    value: float
    span: Span
    written: str


@dataclass(frozen=True)
class _Unit:
    dimension: Dimension
    pattern: str
    factor: float = 1.0
    offset: float = 0.0


_TIMES = r"[\s·.*×]*"
_KELVIN = r"(?:K|°\s*[CK]|C|开尔文|开|摄氏度|度)"
_MINUS = r"\s*\^?\s*\(?-"
_METRE = r"(?:m|米)"

_UNITS = (
    _Unit(
        "heat_transfer_coefficient",
        rf"W\s*/\s*\(?\s*(?:m\s*\^?\s*2|㎡|平方米){_TIMES}/?{_TIMES}{_KELVIN}\s*\)?",
    ),
    _Unit("heat_transfer_coefficient", rf"W{_TIMES}m{_MINUS}2\)?{_TIMES}K{_MINUS}1\)?"),
    _Unit("thermal_conductivity", rf"mW\s*/\s*\(?\s*m{_TIMES}/?{_TIMES}K\s*\)?", 1e-3),
    _Unit(
        "thermal_conductivity",
        rf"(?:W|瓦特?)\s*[/每]\s*\(?\s*{_METRE}{_TIMES}[-/每]?{_TIMES}{_KELVIN}\s*\)?",
    ),
    _Unit("thermal_conductivity", rf"W{_TIMES}m{_MINUS}1\)?{_TIMES}K{_MINUS}1\)?"),
    _Unit("thermal_conductivity", r"watts?\s+per\s+met(?:er|re)[\s-]+(?:per\s+)?kelvin"),
    _Unit("heat_flux", r"kW\s*/\s*\(?\s*m\s*\^?\s*2\)?", 1e3),
    _Unit("heat_flux", r"MW\s*/\s*\(?\s*m\s*\^?\s*2\)?", 1e6),
    _Unit("heat_flux", r"W\s*/\s*\(?\s*cm\s*\^?\s*2\)?", 1e4),
    _Unit("heat_flux", r"(?:W|瓦特?)\s*[/每]\s*\(?\s*(?:m\s*\^?\s*2|平方米)\)?"),
    _Unit("specific_heat_capacity", rf"kJ\s*/\s*\(?\s*kg{_TIMES}/?{_TIMES}{_KELVIN}\s*\)?", 1e3),
    _Unit("specific_heat_capacity", rf"J\s*/\s*\(?\s*g{_TIMES}/?{_TIMES}{_KELVIN}\s*\)?", 1e3),
    _Unit(
        "specific_heat_capacity",
        rf"(?:J|焦耳?)\s*[/每]\s*\(?\s*(?:kg|千克|公斤){_TIMES}[/每]?{_TIMES}{_KELVIN}\s*\)?",
    ),
    _Unit("specific_heat_capacity", rf"J{_TIMES}kg{_MINUS}1\)?{_TIMES}K{_MINUS}1\)?"),
    _Unit("density", r"(?:kg|千克|公斤)\s*[/每]\s*(?:m\s*\^?\s*3|立方米)"),
    _Unit("density", rf"kg{_TIMES}m{_MINUS}3\)?"),
    _Unit("density", r"(?:g|克)\s*[/每]\s*(?:cm\s*\^?\s*3|cc|立方厘米)", 1e3),
    _Unit("thermal_diffusivity", r"mm\s*\^?\s*2\s*/\s*s", 1e-6),
    _Unit("thermal_diffusivity", r"m\s*\^?\s*2\s*/\s*s"),
    _Unit("other", r"(?:[kcmμ]?m|千米|公里|厘米|毫米|米)\s*[/每]\s*(?:s|h|hr|min|秒|小时|分钟?)"),
    _Unit("other", r"(?:°\s*[CF]|K|度)\s*[/每]\s*(?:s|h|min|秒|小时|分钟?|c?m|米|厘米)"),
    _Unit("other", r"(?:[cm]?m\s*\^?\s*[23]|平方(?:厘|毫)?米|立方(?:厘|毫)?米)"),
    _Unit(
        "temperature",
        r"(?:°\s*F|华氏度|degrees?\s+fahrenheit|deg\.?\s*F|fahrenheit)", 5 / 9, ZERO_CELSIUS_K - 160 / 9,
    ),
    _Unit("temperature", r"(?:°\s*K|kelvins?|开尔文|开氏度|(?-i:K))"),
    _Unit(
        "temperature",
        r"(?:°\s*C|摄氏度|degrees?\s+(?:celsius|centigrade|C)|deg\.?\s*C|celsius|(?-i:C))",
        1.0,
        ZERO_CELSIUS_K,
    ),
    _Unit(
        "temperature",
        r"(?:°|degrees?|deg)(?!\s*(?:angle|bend|corner|turn|arc|弯|角))", 1.0, ZERO_CELSIUS_K,
    ),
    _Unit("temperature", r"度(?!\s*(?:角|弯|的?(?:拐|折)角))", 1.0, ZERO_CELSIUS_K),
    _Unit("power", r"(?:kW|kilowatts?|千瓦)", 1e3),
    _Unit("power", r"(?:mW|milliwatts?|毫瓦)", 1e-3),
    _Unit("power", r"(?:W|watts?|瓦特?)"),
    _Unit("length", r"(?:km|kilomet(?:er|re)s?|千米|公里)", 1e3),
    _Unit("length", r"(?:cm|centimet(?:er|re)s?|厘米|公分)", 1e-2),
    _Unit("length", r"(?:mm|millimet(?:er|re)s?|毫米)", 1e-3),
    _Unit("length", r"(?:dm|decimet(?:er|re)s?|分米)", 1e-1),
    _Unit("length", r"(?:[μu]m|microns?|micromet(?:er|re)s?|微米)", 1e-6),
    _Unit("length", r"(?:inch(?:es)?|英寸|\")", 0.0254),
    _Unit("length", r"(?:ft|feet|foot|英尺)", 0.3048),
    _Unit("length", r"(?:met(?:er|re)s?|米|公尺|(?-i:m))"),
    _Unit("time", r"(?:ms|milliseconds?|毫秒)", 1e-3),
    _Unit("time", r"(?:minutes?|mins?|分钟)", 60.0),
    _Unit("time", r"(?:hours?|hrs?|小时|个小时|钟头|h)", 3600.0),
    _Unit("time", r"(?:seconds?|secs?|秒钟?|s)"),
)  # fmt: skip

_NEGATIVE = r"零下|负|minus\s+|negative\s+"
_QUANTITY = re.compile(
    rf"(?P<negative>{_NEGATIVE})?"
    rf"(?P<number>(?<![A-Za-z0-9_.])[-+]?{DIGITS}|{CHINESE_NUMERAL}|\b{ENGLISH_NUMERAL}(?=[\s-]))"
    r"\s?-?\s?(?:"
    + "|".join(f"(?P<u{i}>{unit.pattern})" for i, unit in enumerate(_UNITS))
    + r")(?![A-Za-z0-9^])",
    re.IGNORECASE | re.ASCII,
)


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Every number with a unit in a normalised prompt, in order."""
    return tuple(_quantity(match) for match in _QUANTITY.finditer(text))


def _quantity(match: re.Match[str]) -> Quantity:
    unit = _UNITS[int((match.lastgroup or "u0")[1:])]
    sign = -1.0 if match["negative"] else 1.0
    value = sign * parse_number(match["number"]) * unit.factor + unit.offset
    return Quantity(unit.dimension, value, match.span(), match[0].strip())
