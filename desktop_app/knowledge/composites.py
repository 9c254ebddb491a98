"""Bodies of several materials: in halves, or a base of one and fins of another."""

from __future__ import annotations

import re

from desktop_app.knowledge.material_mentions import MaterialMentions
from desktop_app.knowledge.patterns import FLAGS, words
from desktop_app.knowledge.prompt_text import without

_IN_PARTS = words(
    r"half|halves|(?:left|right|first|second)\s+(?:part|section|piece|portion|segment)|composite|bi-?metal(?:lic)?|two[\s-]material|segments?|sections?\s+of|first\s+part|second\s+part"
    r"|followed\s+by|made\s+of\s+two",
    r"一半|左半|右半|半段|半截|复合|双金属|前半|后半|左段|右段|左边是|右边是|两种(?:材料|金属)(?:组成|制成|做成|拼)|[两三]段",
)
_HALVES = words(
    r"(?:left|right|first|second|top|bottom|upper|lower)\s+(?:half|part|section|segment)|half",
    r"[左右前后上下][半段]|左边是|右边是",
)
_BASE_NEXT = re.compile(
    r"\s*-?\s*(?:base|bottom)(?:\s*plate)?|\s*(?:的|制|做的)?(?:底板|底座|基板|基座|底)", FLAGS
)
_FINS_NEXT = re.compile(
    r"\s*-?\s*(?:\w+\s+){0,2}fins?(?![A-Za-z])|\s*(?:的|制|做的)?(?:散热鳍片|翅片|鳍片|肋片|散热片|鳍)", FLAGS
)


def is_composite(text: str, mentions: MaterialMentions) -> bool:
    """Whether a body of one piece is said to be made of several materials, one after the other."""
    return len(mentions.materials) > 1 and bool(_IN_PARTS.search(text))


def without_halves(text: str) -> str:
    """The prompt with the halves of a body blanked out, so that they are no places where it is heated."""
    return without(text, _HALVES)


def fins_and_base(text: str, mentions: MaterialMentions) -> tuple[bool, bool]:
    """Whether a heat sink's base and fins are of two materials, and whether the fins are named first."""
    roles = []
    for mention in mentions.solids:
        end = mention.span[1]
        if _BASE_NEXT.match(text, end):
            roles.append("base")
        elif _FINS_NEXT.match(text, end):
            roles.append("fins")
    both = len(mentions.materials) == 2 and {"base", "fins"} == set(roles)
    return both, both and roles[0] == "fins"
