"""How large the body is: lengths in a prompt, and which extent each is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from desktop_app.domain.concept import Shape, Size
from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.text import Text, say
from desktop_app.knowledge.numerals import parse_number
from desktop_app.knowledge.prompt_text import Span, number
from desktop_app.knowledge.quantities import DIGITS, Quantity

Extent = Literal["length", "width", "height", "thickness", "diameter", "radius", "side"]

SMALLEST_M, LARGEST_M = 1e-6, 100.0
DEFAULT_ROD = Size(0.2, 0.01, 0.01)
DEFAULT_PLATE = Size(0.2, 0.15, 0.003)
DEFAULT_BLOCK = Size(0.1, 0.1, 0.1)

_UNIT_M = {"mm": 1e-3, "毫米": 1e-3, "cm": 1e-2, "厘米": 1e-2, "m": 1.0, "米": 1.0}
_UNIT = r"\s?(?P<{name}>mm|cm|m|毫米|厘米|米)?(?![A-WYZa-wyz])"
_PRODUCT = re.compile(
    rf"(?<![A-Za-z0-9_.])(?P<a>{DIGITS}){_UNIT.format(name='ua')}\s*(?:[x×*X]"
    rf"|by)\s*(?P<b>{DIGITS}){_UNIT.format(name='ub')}"
    rf"(?:\s*(?:[x×*X]|by)\s*(?P<c>{DIGITS}){_UNIT.format(name='uc')})?",
    re.ASCII,
)

_AFTER: tuple[tuple[Extent, str], ...] = (
    ("diameter", r"(?:in\s+|outer\s+)?diameter|dia\b|across|(?:的)?直径|粗"),
    ("radius", r"(?:in\s+)?radius|(?:的)?半径"),
    ("thickness", r"thick(?:ness)?\b|(?:的)?厚"),
    ("width", r"wide\b|(?:in\s+)?width|(?:的)?宽"),
    ("height", r"tall\b|high\b|(?:in\s+)?height|(?:的)?高(?!温)"),
    ("side", r"square\b|见方"),
    ("length", r"long\b|(?:in\s+)?length|(?:的)?长"),
)
_LINK = r"(?:\s+(?:of|is|=|about|around)|\s*(?:[=::]|为|是|约|有|等于|大约))?\s*(?:about\s+|约)?$"
_BEFORE: tuple[tuple[Extent, str], ...] = (
    ("diameter", r"diameter|dia\.?|[ØøΦφϕ⌀]|直径|(?<![A-Za-z])[dD]\s*(?==)"),
    ("radius", r"radius|半径|(?<![A-Za-z])[rR]\s*(?==)"),
    ("thickness", r"thickness|thick|厚度?|(?<![A-Za-z])t\s*(?==)"),
    ("width", r"width|宽度?"),
    ("height", r"height|高度?|(?<![A-Za-z])H\s*(?==)"),
    ("side", r"side(?:\s+length)?|边长"),
    ("length", r"length|(?<!边)长度?|(?<![A-Za-z])L\s*(?==)"),
)
_DISTANCE_AFTER = re.compile(r"\s*(?:from|away|left\s+of|right\s+of|off)\b|\s*处", re.IGNORECASE | re.ASCII)
_DISTANCE_BEFORE = re.compile(r"(?:距离?|离|distance\s+of|spot\s+(?:of\s+)?)\s*(?:about\s+)?$", re.IGNORECASE)


@dataclass(frozen=True)
class NamedSizes:
    """The extents a prompt gives, m, and what of it could not be used."""

    extents: Mapping[Extent, float]
    unused: tuple[Text, ...]


def find_sizes(text: str, lengths: Iterable[Quantity]) -> NamedSizes:
    """Which extent each length of a normalised prompt is.

    Args:
        text: the prompt.
        lengths: its quantities of dimension `length`.
    """
    extents: dict[Extent, float] = {}
    unused: list[Text] = []
    product = _product(text)
    taken: Span | None = None
    if product is not None:
        taken, sides = product
        extents.update(zip(("length", "width", "thickness"), sides, strict=False))
    for length in lengths:
        if taken is not None and taken[0] <= length.span[0] < taken[1]:
            continue
        extent = _extent(text, length.span)
        if extent is None and not _is_distance(text, length.span) and "length" not in extents:
            extent = "length"
        if extent is None or extent in extents:
            unused.append(say("“{words}” was not used.", words=length.written))
        else:
            extents[extent] = length.value
    return NamedSizes(extents, tuple(unused))


def _product(text: str) -> tuple[Span, tuple[float, ...]] | None:
    for match in _PRODUCT.finditer(text):
        last_unit = match["uc"] or match["ub"]
        if last_unit is None:
            continue
        pairs = [(match["a"], match["ua"]), (match["b"], match["ub"]), (match["c"], match["uc"])]
        sides = tuple(parse_number(n) * _UNIT_M[unit or last_unit] for n, unit in pairs if n)
        return match.span(), sides
    return None


def _extent(text: str, span: Span) -> Extent | None:
    before, after = text[max(0, span[0] - 24) : span[0]], text[span[1] : span[1] + 24]
    for extent, pattern in _BEFORE:
        if re.search(rf"(?:{pattern}){_LINK}", before, re.ASCII | re.IGNORECASE):
            return extent
    for extent, pattern in _AFTER:
        if re.match(rf"[\s-]*(?:{pattern})", after, re.ASCII | re.IGNORECASE):
            return extent
    return None


def _is_distance(text: str, span: Span) -> bool:
    before, after = text[max(0, span[0] - 16) : span[0]], text[span[1] : span[1] + 16]
    return bool(_DISTANCE_AFTER.match(after) or _DISTANCE_BEFORE.search(before))


def body_size(
    shape: Shape | None, named: Mapping[Extent, float], upright: bool
) -> tuple[Size, tuple[Text, ...]]:
    """The size of the body, with a note for every extent that was assumed.

    A rod lies along x (along y where it is upright), as high and thick as its diameter. A plate and any other
    shape have length along x, width (or height) along y, and thickness out of the picture.

    Raises:
        InvalidInput: an extent is not positive or beyond any picture, or a rod is thicker than long.
    """
    for extent, metres in named.items():
        _check(extent, metres)
    if shape in ("rod", None):
        size, notes = _rod(named)
        return (Size(size.height, size.length, size.thickness) if upright else size), notes
    return _sheet(DEFAULT_BLOCK if shape in ("block", "ice_block") else DEFAULT_PLATE, named)


def _rod(named: Mapping[Extent, float]) -> tuple[Size, tuple[Text, ...]]:
    across = named.get("diameter") or 2 * named.get("radius", 0.0)
    across = (
        across
        or named.get("thickness")
        or named.get("side")
        or named.get("width")
        or named.get("height", 0.0)
    )
    length = named.get("length", 0.0)
    notes: list[Text] = []
    if not length:
        length = max(DEFAULT_ROD.length, 5 * across)
        notes.append(say("No length was given: {length} m is assumed.", length=number(length)))
    if not across:
        across = min(DEFAULT_ROD.height, length / 5)
        notes.append(say("No diameter was given: {diameter} mm is assumed.", diameter=number(across * 1e3)))
    if across > length:
        raise InvalidInput(
            say(
                "A rod {across} m thick and {length} m long is thicker than it is long.",
                across=number(across),
                length=number(length),
            ),
            say("Give a smaller thickness, or call it a plate or a block."),
        )
    return Size(length, across, across), tuple(notes)


def _sheet(default: Size, named: Mapping[Extent, float]) -> tuple[Size, tuple[Text, ...]]:
    across = named.get("side") or named.get("diameter") or 2 * named.get("radius", 0.0)
    width, height = named.get("width"), named.get("height")
    length = named.get("length") or across or (width if height else None)
    up = (height if not named.get("length") else None) or width or height or across
    thickness = named.get("thickness") or (height if width and named.get("length") else None)
    notes: list[Text] = []
    if not length:
        length = default.length if not up else max(default.length, up)
        notes.append(say("No length was given: {length} m is assumed.", length=number(length)))
    if not up:
        up = length * default.height / default.length
        notes.append(say("No width was given: {width} m is assumed.", width=number(up)))
    if not thickness:
        thickness = min(default.thickness, length, up)
        notes.append(
            say("No thickness was given: {thickness} mm is assumed.", thickness=number(thickness * 1e3))
        )
    return Size(length, up, thickness), tuple(notes)


def _check(extent: Extent, metres: float) -> None:
    if SMALLEST_M <= metres <= LARGEST_M:
        return
    raise InvalidInput(
        say("A {extent} of {value} m makes no body.", extent=_EXTENTS[extent], value=number(metres)),
        say(
            "Give sizes between {smallest} m and {largest} m.", smallest="0.000001", largest=number(LARGEST_M)
        ),
    )


_EXTENTS: dict[Extent, Text] = {
    "length": say("length"),
    "width": say("width"),
    "height": say("height"),
    "thickness": say("thickness"),
    "diameter": say("diameter"),
    "radius": say("radius"),
    "side": say("side"),
}
