"""Lengths of a prompt by what they measure: a diameter, a fin's height, a leg."""

# ruff: noqa: E501  (a table: one label a line)

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from desktop_app.domain.text import Text, say
from desktop_app.knowledge.patterns import FLAGS
from desktop_app.knowledge.prompt_text import Span
from desktop_app.knowledge.quantities import Quantity

Extent = Literal[
    "length", "width", "height", "thickness", "depth", "diameter", "side", "inner_diameter", "outer_diameter",
    "wall_thickness", "base_thickness", "fin_height", "fin_thickness", "fin_gap", "horizontal_leg",
    "vertical_leg", "legs",
]  # fmt: skip

EXTENT_WORDS: dict[Extent, Text] = {
    "length": say("length"),
    "width": say("width"),
    "height": say("height"),
    "thickness": say("thickness"),
    "depth": say("depth"),
    "diameter": say("diameter"),
    "side": say("side"),
    "inner_diameter": say("inner diameter"),
    "outer_diameter": say("outer diameter"),
    "wall_thickness": say("wall thickness"),
    "base_thickness": say("base thickness"),
    "fin_height": say("fin height"),
    "fin_thickness": say("fin thickness"),
    "fin_gap": say("gap between fins"),
    "horizontal_leg": say("horizontal leg"),
    "vertical_leg": say("vertical leg"),
    "legs": say("leg length"),
}


@dataclass(frozen=True)
class _Label:
    """How an extent is written before or after its number; `factor` turns a radius into a diameter."""

    extent: Extent
    before: str
    after: str
    factor: float = 1.0


_LABELS = (
    _Label("inner_diameter", r"(?:inner|inside|internal|bore)\s+radius|内(?:圈|壁)?半径|r_?i|r_?1", r"(?:inner|inside|internal)\s+radius", 2.0),
    _Label("outer_diameter", r"(?:outer|outside|external)\s+radius|外(?:圈|壁)?半径|r_?o|r_?2", r"(?:outer|outside|external)\s+radius", 2.0),
    _Label(
        "inner_diameter",
        r"(?:inner|inside|internal|bore)\s+(?:diameter|dia\.?)|I\.?D\.?|d_?i(?=\s*=)|bore|inner(?=\s*[0-9])|内(?:圈|孔)?(?:直径|径)|孔径",
        r"I\.?D\.?|(?:inner|inside|internal)(?:\s+diameter|\s+dia\.?)?|bore|(?:cent(?:er|re)\s+)?hole|内径",
    ),
    _Label(
        "outer_diameter",
        r"(?:outer|outside|external)\s+(?:diameter|dia\.?)|O\.?D\.?|d_?o(?=\s*=)|outer(?=\s*[0-9])|外(?:圈)?(?:直径|径)",
        r"O\.?D\.?|(?:outer|outside|external)(?:\s+diameter|\s+dia\.?)?|外径",
    ),
    _Label("wall_thickness", r"(?:pipe|tube)?\s*walls?(?:\s+thickness)?|[管墙]?壁厚度?|墙厚度?|墙体厚度?", r"(?:thick\s+)?walls?|(?:的)?壁厚"),
    _Label("base_thickness", r"base\s*(?:plate\s*)?thickness|base\s*(?:plate)?|(?:底板|底座|基板|基座|底)厚度?", r"(?:thick\s+)?base(?:plate)?|厚的?(?:底板|底座|基板)"),
    _Label("fin_height", r"fins?(?:\s+(?:height|length)|\s+are|\s+each)?|(?:翅片|鳍片|肋片|散热片|鳍|肋)(?:的)?高度?", r"(?:(?:tall|high|long)\s+)?fins?|高的?(?:翅片|鳍片|肋片)"),
    _Label("fin_thickness", r"fin\s+thickness|(?:翅片|鳍片|肋片|散热片|鳍|肋)(?:的)?厚度?", r"thick\s+fins?|厚的?(?:翅片|鳍片|肋片)"),
    _Label("fin_gap", r"(?:fin\s+)?(?:gap|spacing|pitch)(?:\s+between\s+fins)?|(?:翅片|鳍片)?间[距隙]", r"(?:fin\s+)?(?:gap|spacing|pitch|apart)|间[距隙]"),
    _Label("horizontal_leg", r"horizontal(?:\s+(?:leg|arm|part|flange|side))?|foot|底边|横边|下边|水平(?:臂|边|段|腿|部分)(?:的)?长?", r"(?:long\s+)?horizontal(?:\s+(?:leg|arm|part|flange))?|foot"),
    _Label("vertical_leg", r"(?:vertical|upright)(?:\s+(?:leg|arm|part|flange|side))?|左边|立边|竖边|(?:竖直|垂直|竖)(?:臂|边|段|腿|部分)(?:的)?[长高]?", r"(?:(?:long|tall|high)\s+)?(?:vertical|upright)(?:\s+(?:leg|arm|part|flange))?"),
    _Label("legs", r"(?:both\s+|two\s+|equal\s+)?(?:legs|arms|flanges)(?:\s+(?:each|are))?(?:\s+length)?|(?:两|双)(?:臂|边|腿)(?:各|均|都)?(?:长)?|臂长|腿长", r"(?:long\s+)?(?:legs|arms|flanges)|leg\s+length"),
    _Label("diameter", r"radius|半径|r(?=\s*=)", r"(?:in\s+)?radius|(?:的)?半径", 2.0),
    _Label("diameter", r"diameter|dia\.?|[ØøΦφϕ⌀∅]|直径|d(?=\s*=)|(?-i:D)(?=\s+$)", r"(?:in\s+)?diameter|dia\b|(?:的)?直径|粗|[Øø⌀]"),
    _Label("thickness", r"thickness|thick|厚度?|t(?=\s*=)", r"thick(?:ness)?\b|(?:in\s+)?thickness|(?:的)?厚|gauge"),
    _Label("width", r"width|宽度?|w(?=\s*=)|(?-i:W)(?=\s+$)", r"wide\b|(?:in\s+)?width|(?:的)?宽"),
    _Label("height", r"height|高度?(?!温)|H(?=\s*=)|(?-i:H)(?=\s+$)", r"tall\b|high\b|(?:in\s+)?height|(?:的)?高(?!温)"),
    _Label("depth", r"depth|深度?|进深", r"deep\b|(?:in\s+)?depth|(?:的)?深"),
    _Label("side", r"sides?(?:\s+length)?|edges?(?:\s+length)?|边长|棱长|见方", r"square\b|cubes?\b|on\s+(?:a|each|every)\s+side|(?:on\s+)?(?:a\s+)?edge\b|sides?\b|(?:的)?见方|(?:的)?立方体|(?:的)?正方|cubic|ice\s+cubes?"),
    _Label("length", r"length|长度?|L(?=\s*=)|肋长|(?-i:L)(?=\s+$)", r"long\b|(?:in\s+)?length|(?:的)?长"),
)  # fmt: skip

_LINK = r"(?:\s+(?:of|is|are|being|measures|about|around|roughly)|\s*(?:[=:]|为|是|取|约|有|等于|大约|都|均|各))*\s*$"
_START = r"(?:(?<![A-Za-z])|(?=[^\x00-\x7f]))"
_BEFORE = tuple(
    (label, re.compile(rf"(?:{_START}(?:{label.before})){_LINK}", re.ASCII | re.IGNORECASE))
    for label in _LABELS
)
_AFTER = tuple(
    (label, re.compile(rf"[\s-]*(?:{label.after})(?![a-z])", re.ASCII | re.IGNORECASE)) for label in _LABELS
)
_REACH = 32


@dataclass(frozen=True)
class LabelledLength:
    """A length with what it measures, None where no word says so.

    Attributes:
        value: m; of a radius the diameter.
        label: where the word stands.
    """

    extent: Extent | None
    value: float
    quantity: Quantity
    label: Span | None = None


_OF_A_PART: dict[Extent, dict[Extent, Extent]] = {
    "base_thickness": {"thickness": "base_thickness"},
    "fin_height": {"thickness": "fin_thickness", "height": "fin_height", "length": "fin_height"},
    "wall_thickness": {"thickness": "wall_thickness"},
    "legs": {"thickness": "thickness", "length": "legs"},
}
"""What a word after the number makes of one before it that only names a part: `fins 1 mm thick`."""


def labelled(text: str, quantity: Quantity, taken: tuple[Span, ...]) -> LabelledLength:
    """What a length of a normalised prompt measures; `taken` are words that belong to other lengths."""
    before = _label_before(text, quantity, taken)
    after = _label_after(text, quantity)
    if after is not None and after.label is not None and _NUMBER_NEXT.match(text, after.label[1]):
        after = after if _label_follows(text, after.label[1]) else None
    if before is None or after is None:
        return before or after or LabelledLength(None, quantity.value, quantity)
    if before.extent not in _OF_A_PART or after.extent is None:
        return before
    of_the_part = _OF_A_PART[before.extent].get(after.extent)
    return after if of_the_part is None else replace(after, extent=of_the_part)


_PARTS = re.compile(
    r"(?P<fin>(?<![A-Za-z])fins?(?![A-Za-z])|翅片|鳍片|肋片|散热片)|(?P<base>(?<![A-Za-z])base|底板|底座|基板)"
    r"|(?P<whole>heat[\s-]?sink|overall|total|散热器|总)",
    FLAGS,
)


def of_the_part(text: str, length: LabelledLength) -> LabelledLength:
    """A mere thickness in a sentence about fins, or about a base, is theirs: `fins 25 mm tall and 1 mm thick`."""
    if length.extent != "thickness":
        return length
    named = list(_PARTS.finditer(text, 0, length.quantity.span[0]))
    part = named[-1].lastgroup if named else None
    if part == "fin":
        return replace(length, extent="fin_thickness")
    return replace(length, extent="base_thickness") if part == "base" else length


_NUMBER_NEXT = re.compile(
    r"\s*(?:of|is|=|:|为|约)?\s*[0-9][0-9.]*\s*(?P<unit>[A-Za-z\u4e00-\u9fff]{0,2})", FLAGS
)


def _label_follows(text: str, start: int) -> bool:
    """Whether the number at `start` has a word of its own after it, so that the word before it is not its own."""
    match = _NUMBER_NEXT.match(text, start)
    return match is not None and any(pattern.match(text, match.end()) for _, pattern in _AFTER)


def _label_before(text: str, quantity: Quantity, taken: tuple[Span, ...]) -> LabelledLength | None:
    start = quantity.span[0]
    for label, pattern in _BEFORE:
        match = pattern.search(text, max(0, start - _REACH), start)
        if match is not None and not any(s < match.end() and match.start() < e for s, e in taken):
            return LabelledLength(label.extent, quantity.value * label.factor, quantity, match.span())
    return None


def _label_after(text: str, quantity: Quantity) -> LabelledLength | None:
    for label, pattern in _AFTER:
        match = pattern.match(text, quantity.span[1])
        if match is not None:
            return LabelledLength(label.extent, quantity.value * label.factor, quantity, match.span())
    return None
