"""How large the body is: the lengths of a prompt, and which extent each is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from desktop_app.knowledge.extents import LabelledLength, labelled, of_the_part
from desktop_app.knowledge.numerals import parse_number
from desktop_app.knowledge.prompt_text import Span, without
from desktop_app.knowledge.quantities import DIGITS, Quantity

_UNIT = r"\s*(?:mm|cm|m|in|inch(?:es)?|毫米|厘米|米|\")?"
_TIMES = r"\s*(?:[x×*X]|by|乘以?)\s*"
_SIGNED = rf"(?<![A-Za-z0-9_.])-?{DIGITS}"
_FACTORS = re.compile(
    rf"(?:(?P<a>{_SIGNED}){_UNIT}{_TIMES})?(?:(?P<b>{_SIGNED}){_UNIT}{_TIMES})$", re.ASCII | re.IGNORECASE
)
_REACH = 40

_DISTANCE_AFTER = re.compile(
    r"\s*(?:from|away|left\s+of|right\s+of|off|apart|below|above)(?![A-Za-z])|\s*(?:处|远)",
    re.IGNORECASE | re.ASCII,
)
_DISTANCE_BEFORE = re.compile(
    r"(?:距离?|离|相距|distance\s+of|at\s+x\s*=|x\s*=)\s*(?:about\s+)?$", re.IGNORECASE | re.ASCII
)
_SOURCE = (
    r"(?:chips?|dies?|heaters?|lasers?|beams?\s+spot|spots?|LEDs?|resistors?|transistors?|flames?|torch(?:es)?"
    r"|hot\s*spots?|patch(?:es)?|MOSFETs?|light|pixels?)"
)
_SOURCE_CHINESE = r"(?:芯片|热源|光斑|激光(?:束|点)?|加热片|热点|斑点|火焰|圆点|发热)"
_OF_A_SOURCE_BEFORE = re.compile(
    rf"(?:(?<![A-Za-z]){_SOURCE}|{_SOURCE_CHINESE})\s*(?:of|is|size|sized|measuring|with|has|,|\(|:|尺寸|大小|为|的)*"
    r"\s*(?:an?\s+)?(?:spot\s*)?(?:size|diameter|radius|width|直径|半径|宽度?)?\s*(?:of|is|=|:|为|约)*\s*$",
    re.IGNORECASE | re.ASCII,
)
_OF_A_SOURCE_AFTER = re.compile(
    rf"\s*-?\s*(?:(?:diameter|wide|square|round|circular|in\s+diameter)\s+)?(?:laser\s+)?{_SOURCE}(?![A-Za-z])"
    rf"|\s*(?:宽|直径)?的?(?:圆形|方形)?{_SOURCE_CHINESE}",
    re.IGNORECASE | re.ASCII,
)

_MEASURED_PLACE = re.compile(
    r"(?:(?<![A-Za-z])(?:base(?:\s*plate)?|foot|(?:left|right|top|bottom)\s+(?:leg|arm))|底板|底座|基板|[左右上下底竖横]边)"
    rf"(?:\s*(?:of|is|=|:|为|厚|长|宽|高))*\s*(?={DIGITS}\s*(?:[x×*]\s*{DIGITS}\s*){{0,2}}(?:mm|cm|m|in|毫米|厘米|米)(?![A-Za-z°/]))",
    re.IGNORECASE | re.ASCII,
)
_EACH = re.compile(
    r"(?<![A-Za-z])each(?![A-Za-z])|各(?:自)?(?:长)?(?=\s*[0-9])|均长", re.IGNORECASE | re.ASCII
)
_FLOOR_AREA = re.compile(
    rf"(?P<value>{DIGITS})\s*(?:m\s?\^?\s?2(?![·\s]?[K/])|平方米|平米|平(?![板均方面])|square\s+met(?:er|re)s?|sq\.?\s*m)(?![A-Za-z])",
    re.IGNORECASE | re.ASCII,
)
_BASE_BEFORE = re.compile(
    r"(?:(?<![A-Za-z])base\s*(?:plate)?|底板|底座|基板|基座)(?:尺寸)?\s*(?:of|is|size|[:=,]|为|是)*\s*$",
    re.IGNORECASE | re.ASCII,
)
_FINS_AFTER = re.compile(r"\s*-?\s*fins?(?![A-Za-z])|\s*的?(?:翅片|鳍片|肋片)", re.IGNORECASE | re.ASCII)
_BASE_AFTER = re.compile(r"\s*-?\s*base|\s*的?(?:底板|底座|基板|基座)", re.IGNORECASE | re.ASCII)


@dataclass(frozen=True)
class NamedSizes:
    """The lengths a prompt gives its body.

    Attributes:
        lengths: in order, with what each measures.
        product: the sides of the first `a × b (× c)`, m.
        product_written: how the prompt has it.
        of_the_base: whether it measures a heat sink's base.
        each: whether what is given is that of each of several bodies.
        left_out: sizes of what is not the body, and of bodies beside the first, as the prompt has them.
    """

    lengths: tuple[LabelledLength, ...]
    product: tuple[float, ...] = ()
    product_written: str = ""
    of_the_base: bool = False
    each: bool = False
    left_out: tuple[str, ...] = ()

    @property
    def nothing_in_its_plane(self) -> bool:
        """Whether nothing is said of how far a plate goes but its thickness, if that."""
        extents = {length.extent for length in self.lengths}
        return not self.product and extents <= {"thickness", "wall_thickness", None}


def find_sizes(text: str, lengths: Iterable[Quantity], thicknesses: Sequence[Quantity] = ()) -> NamedSizes:
    """Which extent of the body each length of a normalised prompt is.

    Distances are passed over; how large a chip or a spot on the body is is kept apart.

    Args:
        text: the prompt.
        lengths: its quantities of dimension `length` that measure nothing else.
        thicknesses: those of layers; two sides before one are a layer's width and depth.
    """
    product: tuple[float, ...] = ()
    written, base = "", False
    found: list[LabelledLength] = []
    left_out: list[str] = []
    taken: tuple[Span, ...] = ()
    remaining = list(lengths)
    for last in reversed(thicknesses):
        span, sides = _product(text, last, remaining)
        if len(sides) == 3:
            left_out += [written] if written and sides[:2] != product else []
            product, written = sides[:2], text[slice(*span)].strip()
            remaining = [q for q in remaining if not (span[0] <= q.span[0] < span[1])]
    for last in reversed(list(remaining)):
        span, sides = _product(text, last, remaining)
        if not sides or last not in remaining:
            continue
        remaining = [q for q in remaining if not (span[0] <= q.span[0] < span[1])]
        if len(sides) == 2 and _FINS_AFTER.match(text, span[1]):
            found += [
                LabelledLength("fin_height", sides[0], last),
                LabelledLength("fin_thickness", sides[1], last),
            ]
        elif _of_a_source(text, span):
            left_out.append(text[slice(*span)].strip())
        else:
            left_out += [written] if written else []
            product, written = sides, text[slice(*span)].strip()
            base = bool(_BASE_BEFORE.search(text, 0, span[0]) or _BASE_AFTER.match(text, span[1]))
    for quantity in remaining:
        if _is_distance(text, quantity.span):
            continue
        if _of_a_source(text, quantity.span):
            left_out.append(quantity.written)
            continue
        length = of_the_part(text, labelled(text, quantity, taken))
        if length.label is not None:
            taken = (*taken, length.label)
        if length.extent is None and found and found[-1].extent == "legs":
            length = replace(length, extent="legs")
        found.append(length)
    return NamedSizes(tuple(found), product, written, base, bool(_EACH.search(text)), tuple(left_out))


def _product(text: str, last: Quantity, lengths: Sequence[Quantity]) -> tuple[Span, tuple[float, ...]]:
    """The span and the sides, m, of a product that ends in `last`; no sides where there is none."""
    match = _FACTORS.search(text, max(0, last.span[0] - _REACH), last.span[0])
    if match is None:
        return last.span, ()
    unit = re.match(rf"\s*-?{DIGITS}", last.written)
    per_number = last.value / float(parse_number(unit[0].strip())) if unit and last.value else 0.0
    sides = []
    for name in ("a", "b"):
        if match[name] is None:
            continue
        own = next((q for q in lengths if q.span[0] == match.start(name)), None)
        sides.append(own.value if own is not None else parse_number(match[name]) * per_number)
    return (match.start(), last.span[1]), (*sides, last.value)


def _is_distance(text: str, span: Span) -> bool:
    start, end = span
    return bool(_DISTANCE_AFTER.match(text, end) or _DISTANCE_BEFORE.search(text, max(0, start - 16), start))


def _of_a_source(text: str, span: Span) -> bool:
    start, end = span
    before = _OF_A_SOURCE_BEFORE.search(text, max(0, start - 48), start)
    return before is not None or _OF_A_SOURCE_AFTER.match(text, end) is not None


def without_measured_places(text: str) -> str:
    """The prompt without words for places of which only the size is given: `base 80 × 80 × 6 mm`."""
    return without(text, _MEASURED_PLACE)


def find_floor_area(text: str) -> float | None:
    """The first area a normalised prompt gives, m²."""
    match = _FLOOR_AREA.search(text)
    return parse_number(match["value"]) if match is not None else None
