"""The units a prompt may use: how each is written, and what it is in SI."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from desktop_app.domain.units import ZERO_CELSIUS_K

Dimension = Literal[
    "length", "temperature", "time", "thermal_conductivity", "density", "specific_heat_capacity",
    "thermal_diffusivity", "heat_transfer_coefficient", "heat_flux", "power", "contact_resistance",
    "latent_heat", "volumetric_heat_source", "other",
]  # fmt: skip


@dataclass(frozen=True)
class Unit:
    """A way to write a unit.

    Attributes:
        pattern: regular expression, matched without regard to case.
        factor, offset: SI value = written value · factor + offset.
    """

    dimension: Dimension
    pattern: str
    factor: float = 1.0
    offset: float = 0.0


BTU_J, FOOT_M, INCH_M, POUND_KG = 1055.05585, 0.3048, 0.0254, 0.45359237
FAHRENHEIT_K = 5 / 9
"""Exact but for the British thermal unit (international table): NIST SP 811, appendix B.8."""

_X = r"[\s·.*×-]{0,4}"
"""Between the factors of a unit."""
_OVER = rf"{_X}(?:/|每)?{_X}"
_PER = r"\s*(?:/|每|per\s+)\s*\(?\s*"
_END = r"(?:\s*\))?"
_K = r"(?:K(?:elvin)?|[°˚]\s*[CK]|deg\.?\s*[CK]|C|开尔文|开氏度|开|摄氏度|度)"
_F = r"[°˚]?\s*F"
_MINUS = r"\s*\^?\s*\(?-"
_W = r"(?:W|watts?|瓦特?)"
_KW = r"(?:kW|千瓦)"
_J = r"(?:J|焦耳?)"
_KJ = r"(?:kJ|千焦)"
_KG = r"(?:kg|千克|公斤)"
_M = r"(?:met(?:er|re)s?|m|米)"
_M2 = r"(?:m\s*\^?\s*2|square\s+met(?:er|re)s?|平方米|平米)"
_CM2 = r"(?:cm\s*\^?\s*2|square\s+centimet(?:er|re)s?|平方厘米)"
_MM2 = r"(?:mm\s*\^?\s*2|平方毫米)"
_M3 = r"(?:m\s*\^?\s*3|cubic\s+met(?:er|re)s?|立方米)"
_CM3 = r"(?:cm\s*\^?\s*3|cc|立方厘米|ml)"
_CELSIUS = (
    r"(?:°\s*C|摄氏度|degrees?\s+(?:celsius|centigrade|C)|deg\.?\s*C|celsius|centigrade|摄氏"
    r"|(?-i:C)(?![\s-]*rate))"
)
_FAHRENHEIT = r"(?:°\s*F|华氏度|degrees?\s+(?:fahrenheit|F)|deg\.?\s*F|fahrenheit|华氏|(?-i:F))"

UNITS = (
    Unit("heat_transfer_coefficient", rf"{_W}{_PER}{_M2}{_OVER}{_K}{_END}"),
    Unit("heat_transfer_coefficient", rf"{_W}\s+per\s+{_M2}[\s,-]+(?:per\s+)?{_K}"),
    Unit("heat_transfer_coefficient", rf"{_KW}{_PER}{_M2}{_OVER}{_K}{_END}", 1e3),
    Unit("heat_transfer_coefficient", rf"{_W}{_PER}{_CM2}{_OVER}{_K}{_END}", 1e4),
    Unit("heat_transfer_coefficient", rf"W{_X}m{_MINUS}2\)?{_X}K{_MINUS}1\)?"),
    Unit(
        "heat_transfer_coefficient",
        rf"BTU\s*/\s*\(?\s*(?:h|hr){_X}(?:ft\s*\^?\s*2|sq\.?\s*ft){_OVER}{_F}{_END}",
        BTU_J / (3600 * FOOT_M**2 * FAHRENHEIT_K),
    ),
    Unit("contact_resistance", rf"{_M2}{_X}{_K}\s*/\s*{_W}"),
    Unit("contact_resistance", rf"{_K}{_X}{_M2}\s*/\s*{_W}"),
    Unit("contact_resistance", rf"{_CM2}{_X}{_K}\s*/\s*{_W}", 1e-4),
    Unit("contact_resistance", rf"{_K}{_X}{_CM2}\s*/\s*{_W}", 1e-4),
    Unit("contact_resistance", rf"{_MM2}{_X}{_K}\s*/\s*{_W}", 1e-6),
    Unit("contact_resistance", rf"{_K}{_X}{_MM2}\s*/\s*{_W}", 1e-6),
    Unit("contact_resistance", rf"m\s*\^?\s*2{_X}K{_X}W{_MINUS}1\)?"),
    Unit("thermal_conductivity", rf"(?-i:mW)\s*/\s*\(?\s*m{_OVER}{_K}{_END}", 1e-3),
    Unit("thermal_conductivity", rf"{_KW}{_PER}{_M}{_OVER}{_K}{_END}", 1e3),
    Unit("thermal_conductivity", rf"{_W}{_PER}(?:cm|厘米){_OVER}{_K}{_END}", 1e2),
    Unit("thermal_conductivity", rf"{_W}{_PER}{_M}{_OVER}{_K}{_END}"),
    Unit("thermal_conductivity", rf"W{_X}m{_MINUS}1\)?{_X}K{_MINUS}1\)?"),
    Unit("thermal_conductivity", rf"watts?\s+per\s+met(?:er|re)[\s-]+(?:per\s+)?{_K}"),
    Unit(
        "thermal_conductivity",
        rf"BTU\s*/\s*\(?\s*(?:h|hr){_X}ft{_OVER}{_F}{_END}",
        BTU_J / (3600 * FOOT_M * FAHRENHEIT_K),
    ),
    Unit("volumetric_heat_source", rf"(?-i:MW){_PER}{_M3}{_END}", 1e6),
    Unit("volumetric_heat_source", rf"{_KW}{_PER}{_M3}{_END}", 1e3),
    Unit("volumetric_heat_source", rf"{_W}{_PER}{_CM3}{_END}", 1e6),
    Unit("volumetric_heat_source", rf"{_W}{_PER}{_M3}{_END}"),
    Unit("heat_flux", rf"(?-i:MW){_PER}{_M2}{_END}", 1e6),
    Unit("heat_flux", rf"{_KW}{_PER}{_M2}{_END}", 1e3),
    Unit("heat_flux", rf"{_KW}{_PER}{_CM2}{_END}", 1e7),
    Unit("heat_flux", rf"(?-i:mW){_PER}{_CM2}{_END}", 10.0),
    Unit("heat_flux", rf"{_W}{_PER}{_CM2}{_END}", 1e4),
    Unit("heat_flux", rf"{_W}{_PER}{_MM2}{_END}", 1e6),
    Unit("heat_flux", rf"{_W}{_PER}{_M2}{_END}"),
    Unit("heat_flux", rf"W{_X}m{_MINUS}2\)?"),
    Unit("heat_flux", rf"W{_X}cm{_MINUS}2\)?", 1e4),
    Unit("heat_flux", r"W\s*/\s*(?:in\s*\^?\s*2|sq\.?\s*in)", 1 / INCH_M**2),
    Unit("other", rf"{_W}{_PER}(?:cm|mm|厘米|{_M}){_END}"),
    Unit("other", rf"{_K}\s*/\s*{_W}"),
    Unit("specific_heat_capacity", rf"{_KJ}{_PER}{_KG}{_OVER}{_K}{_END}", 1e3),
    Unit("specific_heat_capacity", rf"{_J}{_PER}(?:g|克){_OVER}{_K}{_END}", 1e3),
    Unit("specific_heat_capacity", rf"{_J}{_PER}{_KG}{_OVER}{_K}{_END}"),
    Unit("specific_heat_capacity", rf"kJ{_X}kg{_MINUS}1\)?{_X}K{_MINUS}1\)?", 1e3),
    Unit("specific_heat_capacity", rf"J{_X}kg{_MINUS}1\)?{_X}K{_MINUS}1\)?"),
    Unit(
        "specific_heat_capacity",
        rf"BTU\s*/\s*\(?\s*lbm?{_OVER}{_F}{_END}",
        BTU_J / (POUND_KG * FAHRENHEIT_K),
    ),
    Unit("latent_heat", rf"{_KJ}{_PER}{_KG}{_END}", 1e3),
    Unit("latent_heat", rf"{_J}{_PER}(?:g|克){_END}", 1e3),
    Unit("density", rf"{_KG}{_PER}{_M3}"),
    Unit("density", rf"kg{_X}m{_MINUS}3\)?"),
    Unit("density", rf"(?:g|克){_PER}{_CM3}", 1e3),
    Unit("density", rf"g{_X}cm{_MINUS}3\)?", 1e3),
    Unit("density", rf"(?:kg|千克|公斤){_PER}(?:dm\s*\^?\s*3|L|lit(?:er|re)|升)", 1e3),
    Unit("density", rf"(?:t|tons?|tonnes?|吨){_PER}{_M3}", 1e3),
    Unit("density", r"lbm?\s*/\s*(?:ft\s*\^?\s*3|cu\.?\s*ft)", POUND_KG / FOOT_M**3),
    Unit("density", r"lbm?\s*/\s*(?:in\s*\^?\s*3|cu\.?\s*in)", POUND_KG / INCH_M**3),
    Unit("thermal_diffusivity", r"mm\s*\^?\s*2\s*/\s*s", 1e-6),
    Unit("thermal_diffusivity", r"cm\s*\^?\s*2\s*/\s*s", 1e-4),
    Unit("thermal_diffusivity", r"(?:m\s*\^?\s*2|平方米)\s*[/每]\s*(?:s|秒)"),
    Unit("other", r"(?:[kcmμ]?m|千米|公里|厘米|毫米|米)\s*[/每]\s*(?:s|h|hr|min|秒|小时|分钟?)"),
    Unit("other", r"(?:°\s*[CF]|K|度)\s*[/每]\s*(?:s|h|min|秒|小时|分钟?|c?m|米|厘米)"),
    Unit("other", r"(?:[cm]?m\s*\^?\s*[23](?![0-9])|平方(?:厘|毫)?米|立方(?:厘|毫)?米)"),
    Unit("temperature", _FAHRENHEIT, FAHRENHEIT_K, ZERO_CELSIUS_K - 32 * FAHRENHEIT_K),
    Unit(
        "temperature",
        r"(?:°\s*K|kelvins?|degrees?\s+K(?:elvin)?|开尔文|开氏度|(?-i:K)|开(?![始关启机口放]))",
    ),
    Unit("temperature", _CELSIUS, 1.0, ZERO_CELSIUS_K),
    Unit(
        "temperature",
        r"(?:°|degrees?|deg)(?!\s*(?:angles?|bend|bent|corner|turn|arc|弯|角))", 1.0, ZERO_CELSIUS_K,
    ),
    Unit("temperature", r"度(?!\s*(?:角|弯|的?(?:拐|折)角))", 1.0, ZERO_CELSIUS_K),
    Unit("power", r"(?:kW|kilo\s?watts?|千瓦)(?!\s*h\b(?!\s*[=:≈]))", 1e3),
    Unit("power", r"(?:(?-i:MW)|megawatts?|兆瓦)", 1e6),
    Unit("power", r"(?:mW|milliwatts?|毫瓦)", 1e-3),
    Unit("power", r"(?:μW|microwatts?|微瓦)", 1e-6),
    Unit("power", r"BTU\s*/\s*(?:h|hr)", BTU_J / 3600),
    Unit("power", r"(?:W|watts?|瓦特?)(?!\s*h\b(?!\s*[=:≈]))"),
    Unit("length", r"(?:km|kilomet(?:er|re)s?|千米|公里)", 1e3),
    Unit("length", r"(?:cm|centimet(?:er|re)s?|厘米|公分)", 1e-2),
    Unit("length", r"(?:mm|millimet(?:er|re)s?|毫米)", 1e-3),
    Unit("length", r"(?:dm|decimet(?:er|re)s?|分米)", 1e-1),
    Unit("length", r"(?:[μu]m|microns?|micromet(?:er|re)s?|微米)", 1e-6),
    Unit("length", r"(?:nm|nanomet(?:er|re)s?|纳米)", 1e-9),
    Unit("length", r"(?:mils?|thou)", INCH_M / 1e3),
    Unit(
        "length",
        r"(?:inch(?:es)?|英寸|吋|\"|in\.?(?=[\s-]*(?:long|wide|thick|tall|high|deep|dia|across|square|radius"
        r"|length|OD|ID|[x×*)]|[,;.]?\s*$|[,;]|(?:inner|outer|in|and)\s)))",
        INCH_M,
    ),
    Unit("length", r"(?:ft|feet|foot|英尺)", FOOT_M),
    Unit("length", r"(?:met(?:er|re)s?|米|公尺|(?-i:m))"),
    Unit("time", r"(?:ms|milliseconds?|毫秒)", 1e-3),
    Unit("time", r"(?:[μu]s|microseconds?|微秒)", 1e-6),
    Unit("time", r"(?:minutes?|mins?|分钟|分(?=\s*[0-9零一二两三四五六七八九十]+\s*秒))", 60.0),
    Unit("time", r"(?:hours?|hrs?|个?多?小时|个?钟头|h(?!\s*=))", 3600.0),
    Unit("time", r"(?:days?|天|昼夜)", 86_400.0),
    Unit("time", r"(?:weeks?|个?星期)", 604_800.0),
    Unit("time", r"(?:seconds?|secs?|秒钟?|s)"),
)  # fmt: skip
"""In the order they are tried: longer ways to write something before what they begin with."""
