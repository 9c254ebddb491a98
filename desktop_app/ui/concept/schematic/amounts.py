"""Numbers as they stand in a drawing: short, with their unit."""

from __future__ import annotations

from desktop_app.domain.concept import Heating
from desktop_app.domain.scales import time_unit
from desktop_app.ui.concept import words

_LENGTH_UNITS = ((1.0, 1.0, "m"), (1e-4, 1e-3, "mm"), (0.0, 1e-6, "µm"))
"""(shortest length, m, that is told in the unit; the unit, m; its symbol)."""


def length_text(metres: float) -> str:
    """A length as drawings give it: metres, millimetres, or micrometres for films."""
    _, unit, symbol = next(row for row in _LENGTH_UNITS if metres >= row[0] * (1 - 1e-9))
    return f"{words.number(metres / unit)} {symbol}"


def amount_text(value: float, unit: str) -> str:
    """A power or a flux, in thousands where it has many digits: `40 W`, `50 kW/m²`."""
    if abs(value) < 1e4:
        return f"{words.number(value)} {unit}".replace("-", "−")
    prefix, factor = ("M", 1e6) if abs(value) >= 1e6 else ("k", 1e3)
    return f"{words.number(value / factor)} {prefix}{unit}".replace("-", "−")


def heating_lines(heating: Heating) -> tuple[str, ...]:
    """What is done to a body, in a few short lines without a word of any language."""
    if heating.unit == "K":
        lines = [words.celsius(heating.value)]
    elif heating.kind == "convection":
        lines = [f"h {words.number(heating.value)} {heating.unit}"] if heating.value > 0 else []
        lines += [words.celsius(heating.ambient_K)] if heating.ambient_K is not None else []
        lines += [f"ε {words.number(heating.emissivity)}"] if heating.emissivity > 0 else []
    else:
        lines = [amount_text(heating.value, heating.unit)]
    return (*lines, *_when(heating))


def _when(heating: Heating) -> tuple[str, ...]:
    if heating.end_s is not None:
        unit = time_unit(heating.end_s)
        start = words.number(heating.start_s / unit.seconds)
        return (f"{start}–{words.number(heating.end_s / unit.seconds)} {unit.symbol}",)
    if heating.start_s > 0:
        unit = time_unit(heating.start_s)
        return (f"≥ {words.number(heating.start_s / unit.seconds)} {unit.symbol}",)
    return ()
