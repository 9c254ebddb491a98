"""The units a person may write, and the one each number is shown in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from desktop_app.domain.text import Text, say
from desktop_app.domain.units import ZERO_CELSIUS_K

Dimension = Literal[
    "length", "temperature", "time", "power", "heat_flux", "heat_transfer_coefficient",
    "thermal_conductivity", "density", "specific_heat_capacity", "contact_resistance", "ratio", "count",
]  # fmt: skip


@dataclass(frozen=True)
class Unit:
    """A unit: SI value = number · factor + offset.

    Attributes:
        symbol: as it is shown.
        shown_from: least magnitude, SI, of what is shown in it; None where it is only read.
        spellings: other ways to write it.
    """

    symbol: str
    factor: float = 1.0
    offset: float = 0.0
    shown_from: float | None = None
    spellings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Measure:
    """A dimension as a person meets it.

    Attributes:
        name: what is expected, with its article, for a sentence.
        example: of what can be written.
        units: those shown first, the largest of them first; the last shown one serves whatever is smaller.
        least: smallest SI value that makes sense; `above` excludes it.
        most: largest SI value that makes sense.
    """

    name: Text
    example: str
    units: tuple[Unit, ...]
    least: float = 0.0
    above: bool = False
    most: float = float("inf")


_CELSIUS = Unit("°C", 1.0, ZERO_CELSIUS_K, 0.0, ("C", "°", "degC", "celsius", "摄氏度", "度"))

MEASURES: Mapping[Dimension, Measure] = {
    "length": Measure(
        say("a length above zero"),
        "20 cm",
        (
            Unit("m", 1.0, 0.0, 1.0, ("metre", "meter", "metres", "meters", "米")),
            Unit("cm", 1e-2, 0.0, 1e-2, ("centimetre", "centimeter", "厘米", "公分")),
            Unit("mm", 1e-3, 0.0, 1e-4, ("millimetre", "millimeter", "毫米")),
            Unit("µm", 1e-6, 0.0, 0.0, ("um", "micron", "microns", "微米")),
            Unit("nm", 1e-9, spellings=("纳米",)),
            Unit("dm", 0.1, spellings=("分米",)),
            Unit("km", 1e3, spellings=("千米", "公里")),
            Unit("in", 0.0254, spellings=("inch", "inches", '"', "”", "英寸", "吋")),
            Unit("ft", 0.3048, spellings=("foot", "feet", "'", "英尺")),
            Unit("mil", 2.54e-5, spellings=("mils", "thou")),
        ),
        above=True,
    ),
    "temperature": Measure(
        say("a temperature"),
        "300 °C",
        (
            _CELSIUS,
            Unit("K", spellings=("°K", "kelvin", "开", "开尔文")),
            Unit("°F", 5 / 9, ZERO_CELSIUS_K - 160 / 9, spellings=("F", "degF", "fahrenheit", "华氏度")),
        ),
        above=True,
    ),
    "time": Measure(
        say("a time"),
        "2 min 30 s",
        (
            Unit("s", 1.0, 0.0, 0.0, ("sec", "secs", "second", "seconds", "秒", "秒钟")),
            Unit("ms", 1e-3, spellings=("毫秒",)),
            Unit("µs", 1e-6, spellings=("us", "微秒")),
            Unit("min", 60.0, spellings=("mins", "minute", "minutes", "分", "分钟")),
            Unit("h", 3600.0, spellings=("hr", "hrs", "hour", "hours", "小时", "个小时", "时")),
            Unit("d", 86_400.0, spellings=("day", "days", "天")),
        ),
    ),
    "power": Measure(
        say("a power"),
        "40 W",
        (
            Unit("kW", 1e3, 0.0, 1e4, ("千瓦",)),
            Unit("W", 1.0, 0.0, 0.1, ("watt", "watts", "瓦", "瓦特")),
            Unit("mW", 1e-3, 0.0, 0.0, ("毫瓦",)),
            Unit("MW", 1e6, spellings=("兆瓦",)),
        ),
        least=float("-inf"),
    ),
    "heat_flux": Measure(
        say("a heat flux"),
        "5 kW/m²",
        (
            Unit("kW/m²", 1e3, 0.0, 1e4),
            Unit("W/m²", 1.0, 0.0, 0.0, ("瓦/平方米",)),
            Unit("W/cm²", 1e4),
            Unit("W/mm²", 1e6),
            Unit("MW/m²", 1e6),
        ),
        least=float("-inf"),
    ),
    "heat_transfer_coefficient": Measure(
        say("a heat transfer coefficient"),
        "25 W/(m²·K)",
        (Unit("W/(m²·K)", 1.0, 0.0, 0.0, ("W/m²/K", "W/m²°C", "W/(m²·℃)")), Unit("kW/(m²·K)", 1e3)),
    ),
    "thermal_conductivity": Measure(
        say("a thermal conductivity above zero"),
        "401 W/(m·K)",
        (Unit("W/(m·K)", 1.0, 0.0, 0.0, ("W/m/K", "W/m°C")), Unit("mW/(m·K)", 1e-3), Unit("W/(cm·K)", 100.0)),
        above=True,
    ),
    "density": Measure(
        say("a density above zero"),
        "8933 kg/m³",
        (Unit("kg/m³", 1.0, 0.0, 0.0, ("千克/立方米",)), Unit("g/cm³", 1e3, spellings=("g/cc", "g/ml"))),
        above=True,
    ),
    "specific_heat_capacity": Measure(
        say("a specific heat capacity above zero"),
        "385 J/(kg·K)",
        (
            Unit("J/(kg·K)", 1.0, 0.0, 0.0, ("J/kg/K", "J/kg°C")),
            Unit("kJ/(kg·K)", 1e3, spellings=("kJ/kg/K", "kJ/kg°C")),
            Unit("J/(g·K)", 1e3, spellings=("J/g/K", "J/g°C")),
        ),
        above=True,
    ),
    "contact_resistance": Measure(
        say("a contact resistance"),
        "20 mm²·K/W",
        (Unit("mm²·K/W", 1e-6, 0.0, 0.0), Unit("cm²·K/W", 1e-4), Unit("m²·K/W", 1.0)),
    ),
    "ratio": Measure(
        say("a number from 0 to 1"), "0.9", (Unit("", 1.0, 0.0, 0.0), Unit("%", 0.01)), most=1.0
    ),
    "count": Measure(say("a whole number from 1"), "8", (Unit("", 1.0, 0.0, 0.0),), least=1.0, most=1000.0),
}
