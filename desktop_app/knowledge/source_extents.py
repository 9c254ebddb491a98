"""How large what heats is: a 10 mm chip, a laser spot of 2 mm."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.knowledge.numerals import DIGITS, parse_number
from desktop_app.knowledge.patterns import FLAGS
from desktop_app.knowledge.prompt_text import Span
from desktop_app.knowledge.quantities import Quantity

_SOURCE = (
    r"(?:(?:power|CPU|GPU|silicon|LED|laser|light|hot|heat(?:ing|ed)?|IGBT|COB|film|square|round|circular"
    r"|flame)[\s-]+)*"
    r"(?:chips?|dies?|spots?|(?:laser|electron|light)\s+beams?|heaters?|LEDs?|MOSFETs?|transistors?|IGBTs?|sources?|patch(?:es)?"
    r"|footprints?|resistors?|lasers?)"
)
_SOURCE_ZH = (
    r"(?:芯片|光斑|激光(?:束|光斑|斑点)?|热源|加热(?:片|区域?|斑|面)|LED|灯珠|斑点|热斑|发热(?:区"
    r"|片|元件)|器件)"
)
_AFTER = re.compile(
    rf"[\s-]*(?:wide|(?:in\s+)?diameter|dia\.?|square|across|round"
    rf"|spot\s+size)?[\s-]*{_SOURCE}(?![A-Za-z])(?!\s+(?:layer|stack))"
    rf"|\s*(?:宽|直径|见方|大小)?的?{_SOURCE_ZH}",
    FLAGS,
)
_BEFORE = re.compile(
    rf"(?<![A-Za-z]){_SOURCE}\s*(?:\(|,|:|size|area|dimensions?|footprint|measur\w+|width|wide|edge|beam"
    rf"|spot|diameter|dia\.?|radius|is|has|with"
    rf"|an?|the|of|about|=|\s)*$"
    rf"|(?:{_SOURCE_ZH}|chip|LED|die|laser)\s*(?:的|本身)?(?:\(|,|:|尺寸|大小|面积|宽度?|边长|直径|半径|规格"
    rf"|为|是|约|有|=|\s)*$",
    FLAGS,
)
_POWERED = re.compile(
    rf"(?:(?<![A-Za-z]){_SOURCE}|{_SOURCE_ZH})\s*(?:of|at|with|is|=|:|功率)?\s*{DIGITS}\s*(?:[kmμ]?W|瓦|watts?)\s*"
    r"(?:,\s*(?=\S)|\(|and|of|is|measur\w+|\s)*$",
    FLAGS,
)
"""A source with its power, which its size follows: `chip 20 W 10x10 mm`."""
_BODY_NEXT = re.compile(
    r"\s*-?\s*(?:thick\s+|long\s+|wide\s+|of\s+)?(?:[A-Za-z]+\s+){0,2}?"
    r"(?:plates?|sheets?|rods?|bars?|blocks?|slabs?|walls?|boards?|PCBs?|dis[ck]s?)(?![A-Za-z])|\s*的?[^,;。\d]{0,4}?[板片块棒]",
    FLAGS,
)
_SIZE_NEXT = re.compile(rf"\s*{DIGITS}\s*(?:mm|cm|m|毫米|厘米)(?![A-Za-z])", FLAGS)
_RADIUS = re.compile(r"(?:radius|半径)[^,;]{0,6}$", FLAGS)
_RADIUS_AFTER = re.compile(r"\s*(?:in\s+)?(?:radius|半径)", FLAGS)
_FACTORS = re.compile(
    rf"(?P<first>{DIGITS})\s*(?:mm|cm|μm|um|毫米|厘米|微米)?\s*(?:[x×*X]|by)\s*(?:{DIGITS}\s*(?:mm|cm"
    rf"|毫米)?\s*[x×*X]\s*)?$",
    re.ASCII,
)
_NOT_ACROSS = re.compile(
    r"[\s-]*(?:thick|tall|high|deep|long(?=\s+\w*\s*(?:rod|bar|plate))|厚|高)|\s*(?:from|away|apart|below"
    r"|above|off)",
    FLAGS,
)
_SIDES = re.compile(r"[x×*X]|by")
_REACH = 64


@dataclass(frozen=True)
class SourceExtent:
    """Diameter of a spot or width of a chip, m.

    Attributes:
        span: where the prompt gives it.
        words: the same with the source's name, where that stands before it.
    """

    metres: float
    span: Span
    words: Span


def find_source_extent(text: str, lengths: Sequence[Quantity]) -> SourceExtent | None:
    """The extent of what heats, or None; `15x15 mm` counts by its first side.

    Args:
        text: the normalised prompt.
        lengths: its quantities of dimension `length`.
    """
    for length in lengths:
        start, end = length.span
        factors = _FACTORS.search(text, max(0, start - 24), start)
        begin = factors.start() if factors else start
        before = text[max(0, begin - 32) : begin]
        if _NOT_ACROSS.match(text, end):
            continue
        named = _BEFORE.search(before)
        if not (_before_its_source(text, end) or named or _after_its_power(text, begin, end)):
            continue
        metres = length.value
        if factors is not None:
            metres *= parse_number(factors["first"]) / _number_of(length)
        if _RADIUS.search(before) or _RADIUS_AFTER.match(text, end):
            metres *= 2
        if metres > 0:
            first = begin - len(before) + named.start() if named is not None else begin
            return SourceExtent(metres, (begin, end), (first, end))
    return None


def _before_its_source(text: str, end: int) -> bool:
    """Whether the length ending there is that of the source named next, which has none of its own."""
    match = _AFTER.match(text, end)
    own = _SIZE_NEXT.match(text, match.end()) if match is not None else None
    return match is not None and (own is None or _BODY_NEXT.match(text, own.end()) is not None)


def _after_its_power(text: str, begin: int, end: int) -> bool:
    """Whether the length follows a source and its power, and no body is named right after it.

    After a comma three sides are the body's.
    """
    match = _POWERED.search(text, max(0, begin - _REACH), begin)
    if match is None or _BODY_NEXT.match(text, end):
        return False
    return "," not in match[0] or len(_SIDES.findall(text[begin:end])) == 1


def _number_of(length: Quantity) -> float:
    match = re.match(rf"[-+]?{DIGITS}", length.written, re.ASCII)
    value = parse_number(match[0]) if match else 1.0
    return value or 1.0
