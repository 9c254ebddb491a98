"""Where on the body something happens: left end, 两端, the centre."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from desktop_app.domain.concept import Where
from desktop_app.knowledge.patterns import FLAGS, words
from desktop_app.knowledge.prompt_text import Span, blanked, without

Place = Where | Literal["one_end", "other", "rest"]

_PART = (
    r"(?:[\s-]+(?:hand\s+)?(?:ends?|sides?|edges?|faces?|surfaces?|boundar(?:y|ies)|half"
    r"|parts?|tips?|walls?|extremit(?:y|ies)))?"
)

_NO_PLACE = words(
    r"(?:is|are|was|be|been|being|then|and)\s+left(?=\s)|left\s+(?:alone|out|over|behind"
    r"|standing|to\s+(?:cool|stand|warm|sit)|for\s+\d)"
    r"|right\s+(?:angles?|now|away|after|before|amount)|all\s+right|(?:toward|towards"
    r"|flow\w*\s+to|spread\w*\s+to|travel\w*\s+to|mov\w+\s+to|conduct\w*\s+to"
    r"|reach\w*|diffus\w+\s+to|propagat\w+\s+to"
    r"|progress\w+\s+to)\s+the\s+(?:\w+\s+)?(?:left|right|top|bottom|cent(?:er|re)|middle"
    r"|(?:far|other|opposite)\s+end|end)"
    r"(?:\s+(?:end|side))?|to\s+the\s+(?:left|right)\s*(?=[,.;]|$)|end\s+of\s+(?=\d)"
    r"|in\s+the\s+end|end\s+(?:temperature|result|time|state|view)s?|point\s+of\s+view"
    r"|boiling\s+point"
    r"|melting\s+point|from\s+(?:the\s+)?(?:side|front|above)\s+view|side\s+view"
    r"|top\s+view|(?:seen|viewed|shot|filmed)\s+from\s+(?:the\s+)?\w+|back\s*grounds?"
    r"|base\s+temperatures?"
    r"|based|inside\s+(?:a|the)\s+(?:room|oven|box)|all\s+the\s+way|at\s+every\s+point"
    r"|(?:data|set)\s*points?|end[\s-]to[\s-]end",
    r"(?<=[度C秒米K\d])\s*左右(?![两二端侧边])|上下文|向[左右](?:端|侧"
    r"|边)?(?=[传扩蔓流移推延散逐])|往[左右](?:端|侧|边)?(?=[传扩蔓流移推延散逐])|从侧面看"
    r"|侧视|俯视|中心视角|传[到至向]?(?:另一[端头侧边]|[左右](?:端|侧|边))"
    r"|观点|要点|特点|沸点|熔点|顶视|一点点|上面(?:的)?(?:文字|描述)|最终|终端|端到端|极端",
)
_FROM_TO = re.compile(
    r"(?P<keep>from\s+(?:the\s+)?(?:left|right|top|bottom|cent(?:er|re)|middle"
    r"|one\s+end)(?:\s+(?:end|side))?)\s+"
    r"(?P<drop>(?:to|toward|towards)\s+(?:the\s+)?(?:left|right|top|bottom|cent(?:er|re)"
    r"|middle|(?:far|other|opposite)(?:\s+(?:end|side))?|both\s+ends|edges?"
    r"|ends?)(?:\s+(?:end|side))?)"
    r"|(?P<keep2>[从由自](?:左|右|上|下|一)(?:端|侧|边|面|头)?)\s*(?P<drop2>(?:到|向|往"
    r"|至)(?:另一|右|左|下|上)(?:端|侧|边|面|头)?)",
    FLAGS,
)

_PLACES: tuple[tuple[Place, re.Pattern[str]], ...] = (
    (
        "both_ends",
        words(
            r"(?:both|two|each|either|opposite)(?:\s+of)?(?:\s+(?:the|its))?\s+(?:hot\s+)?(?:ends|tips"
            r"|sides|end|side|edges|faces)"
            r"|(?:left\s+(?:and|&)\s+(?:the\s+)?right|right\s+(?:and|&)\s+(?:the\s+)?left)" + _PART,
            r"两端|两头|两侧|两边|二端|左右(?:两|二)?(?:端|侧|边|面|头)?|双端|双侧",
        ),
    ),
    (
        "rest",
        words(
            r"(?:all\s+)?(?:the\s+)?(?:other|remaining|lateral|rest)(?:\s+of\s+(?:the"
            r"|its))?\s+(?:\w+\s+)?(?:surfaces?|sides|faces|edges|boundaries|ends|walls|rod|bar"
            r"|plate|body|parts?)"
            r"|(?:the\s+)?(?:rest|others|sides)|lateral\s+side|everything\s+else",
            r"(?:其[余他它]|剩余)(?:的)?(?:各|所有)?(?:面|边|表面|侧面|部分|三边|边界|两边|两面)?"
            r"|侧面|侧壁|侧表面",
        ),
    ),
    (
        "all_around",
        words(
            r"(?:on\s+|from\s+)?all\s+(?:around|over|sides|surfaces|faces|edges|four\s+(?:sides"
            r"|edges))|every\s+(?:side|surface|face)|everywhere|all\s+its\s+(?:surfaces|sides"
            r"|faces)|(?:the\s+)?(?:outer|whole)\s+surface",
            r"四周|周围表面|各面|所有表面|全部表面|整个表面|外表面|四面|四边|各个面|所有面",
        ),
    ),
    (
        "other",
        words(
            r"(?:the\s+|its\s+)?(?:other|far|opposite|another)"
            + r"(?:\s+(?:end|side|edge|face|one))|(?:the\s+)other(?!\s+\w+s\b)",
            r"另(?:外)?一?(?:端|头|侧|边|面)|远端|对侧|对面|对端|另外一[端头侧边面]",
        ),
    ),
    ("left", words(r"left" + _PART, r"左(?:边界|端面|端|侧面|侧|边缘|边|面|头|半边|壁)?")),
    ("right", words(r"right" + _PART, r"右(?:边界|端面|端|侧面|侧|边缘|边|面|头|半边|壁)?")),
    (
        "top",
        words(
            r"(?:top|upper)" + _PART + r"|from\s+above",
            r"顶(?:端|部|面|边|上|侧)?|上(?:表面|端面|端|侧|边界|边缘|边|方|面|部)",
        ),
    ),
    (
        "bottom",
        words(
            r"(?:bottom|lower|under\s*side|underneath|beneath)" + _PART + r"|from\s+(?:below|underneath)"
            r"|under\s+(?:it|the\s+(?:rod|bar|plate|block|sheet|slab|body))|below\s+it",
            r"底(?:端|部|面|边|下|侧)|下(?:表面|端面|端|侧|边界|边缘|边|方|面|部)",
        ),
    ),
    ("inside", words(r"inside|inner\s+(?:wall|surface|side|face)|interior", r"内部|内壁|内侧|内表面|里面")),
    ("base", words(r"base", r"底座|基座|基板|根部")),
    (
        "centre",
        words(
            r"(?:cent(?:er|re)|middle|mid[\s-]?points?|midsection|mid[\s-]span"
            r"|centrally)(?:\s+(?:part|point|section|region))?",
            r"正?中(?:心|央|间|部|点)(?:位置|处|点|区域)?|正中",
        ),
    ),
    (
        "spot",
        words(
            r"(?:hot\s*)?spots?|(?:a\s+|one\s+|single\s+)points?|dots?|locally|local(?:ised|ized)?",
            r"局部|某一?点|一个?点|光斑|光点|斑点|热点|点热源|点状",
        ),
    ),
    (
        "one_end",
        words(
            r"(?:one|an|a|single|its|the|hot|heated|cold|cooled)?\s*(?:ends?|extremity)"
            r"|one\s+(?:side|edge|face)|(?:the\s+)?tip",
            r"(?:其中)?[一单](?:端|头|侧|边|面)(?!热源)|端部|末端|端头|端面|端(?=[加受被])|单侧"
            r"|某端",
        ),
    ),
)


@dataclass(frozen=True)
class PlaceMention:
    """A place and where the prompt names it."""

    place: Place
    span: Span


def find_places(text: str) -> tuple[PlaceMention, ...]:
    """Places a normalised prompt names, in order.

    `other` is the opposite of the place before it; `rest` is every surface not named; directions the heat
    takes (`from left to right`) leave only where it starts; a spot in the centre is a spot.
    """
    remaining = without(text, _NO_PLACE)
    for match in _FROM_TO.finditer(remaining):
        remaining = blanked(remaining, match.span("drop" if match["drop"] else "drop2"))
    found: list[PlaceMention] = []
    for place, pattern in _PLACES:
        for match in pattern.finditer(remaining):
            found.append(PlaceMention(_plural(place, match[0]), match.span()))
            remaining = blanked(remaining, match.span())
    if any(mention.place == "spot" for mention in found):
        found = [mention for mention in found if mention.place != "centre"]
    return tuple(sorted(found, key=lambda mention: mention.span))


def _plural(place: Place, word: str) -> Place:
    return "both_ends" if place == "one_end" and word.lower().endswith("ends") else place
