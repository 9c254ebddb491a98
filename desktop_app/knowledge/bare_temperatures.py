"""Temperatures of terse notes that leave a unit out: `left 300, right 20 °C`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop_app.knowledge.numerals import DIGITS
from desktop_app.knowledge.patterns import FLAGS
from desktop_app.knowledge.quantities import Quantity, find_quantities

_BARE = re.compile(
    r"(?<!h )(?<!W )(?:(?<![A-Za-z])(?:left|right|top|bottom|base|tip|inside|outside|cent(?:er|re)|middle"
    r"|one\s+end"
    r"|other\s+end)"
    r"(?:\s+(?:end|side|edge|face|surface))?\s*(?:is|at|=|:)?|[左右上下内外顶底](?:[端侧面边部壁])?\s*(?:为"
    r"|是|=|:)?|一端|另一端)"
    rf"\s*(?P<number>[-+]?{DIGITS})(?=\s*(?:[,;]|\.(?!\d)|$|and\b|[右左另上下]))",
    FLAGS,
)
_UNIT = re.compile(r"[^\d.\s+-][^\d]*$")


def bare_temperatures(text: str, temperatures: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """Numbers right after a place, in the unit of the prompt's other temperatures; none where it has none."""
    if not temperatures:
        return ()
    found: list[Quantity] = []
    for match in _BARE.finditer(text):
        span = match.span("number")
        unit = _UNIT.search(min(temperatures, key=lambda t: abs(t.span[0] - span[0])).written)
        read = find_quantities(f"{match['number']} {unit[0]}") if unit is not None else ()
        if len(read) == 1 and read[0].dimension == "temperature":
            found.append(Quantity("temperature", read[0].value, span, match["number"]))
    return tuple(found)
