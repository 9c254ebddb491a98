"""Temperatures in a prompt: which is held, which is the start, which is that of the surroundings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.text import say
from desktop_app.domain.units import ZERO_CELSIUS_K
from desktop_app.knowledge.patterns import FLAGS, words
from desktop_app.knowledge.prompt_text import Span, number
from desktop_app.knowledge.quantities import Quantity

HOTTEST_K = 10_000.0
ROOM_K = 20.0 + ZERO_CELSIUS_K

_NAMED_K: tuple[tuple[re.Pattern[str], float], ...] = (
    (words(r"liquid\s+nitrogen", r"液氮"), 77.0),
    (words(r"dry\s+ice", r"干冰"), 194.7),
    (
        words(
            r"(?:held|kept|maintained|stays?|remains?|fixed|left|right|other|ends?|sides?|edges?)"
            r"\s+(?:is\s+|are\s+)?(?:at\s+)?room[\s-]temperature",
            r"(?:保持|维持|处于)在?(?:室温|常温)",
        ),
        ROOM_K,
    ),
    (
        words(
            r"ice[\s-]?(?:cold\s+)?(?:water|bath)|ice[\s-]cold|(?:melting|crushed)\s+ice"
            r"|ice(?=\s*(?:[,.;]|$))|(?:with|by|in|of|on)\s+ice(?!\s*(?:block|cube))",
            r"冰水(?:混合物)?|冰浴|用冰(?!水)|冰冷|冰冻水|冰敷",
        ),
        ZERO_CELSIUS_K,
    ),
    (words(r"boiling(?:\s+hot)?\s+water", r"沸水|开水|滚水"), 373.15),
    (words(r"soldering[\s-]irons?", r"电?烙铁"), 623.15),
)

_LINK = r"(?:\s*(?:temperatures?|temp\.?))?\s*(?:of|is|are|was|at|=|:|to\s+be|about|around|\s)*$"
_CHINESE_LINK = r"(?:温度|温|状态)?\s*(?:均|都)?(?:为|是|在|处于|约|有|:|=|保持|,)*\s*(?:均匀)?\s*$"
_INITIAL_BEFORE = re.compile(
    r"(?:(?<![A-Za-z])(?:initial(?:ly)?|starts?(?:ing)?(?:\s+out)?(?:\s+(?:from|at))?"
    r"|originally|begin(?:s|ning)?(?:\s+(?:from|at))?|uniform(?:ly)?(?:\s+(?:at|initial))?"
    r"|(?:entire|whole)\s+\w+|from)" + _LINK + r"|(?<![A-Za-z])T_?[0oi]\s*=\s*$"
    r"|(?:初始|起始|开始|最初|原本|原来|起初|初温|整体|整根|整块|整个[\u4e00-\u9fff]{0,3}"
    r"|原始|均匀|从|由)[^,.;。]{0,4}?" + _CHINESE_LINK + ")",
    FLAGS,
)
_INITIAL_AFTER = re.compile(
    r"\s*(?:initially|at\s+(?:first|the\s+start|t\s*=\s*0)|throughout|to\s+start"
    r"|(?:initial|starting)\s+temp)|\s*(?:的)?(?:初始温度|初温|起始温度)|\s*开始",
    FLAGS,
)
_AMBIENT_BEFORE = re.compile(
    r"(?:(?<![A-Za-z])(?:ambient|surround(?:ing|ings)|environment(?:al)?|room|outside"
    r"|still\s+air|air|fluid|coolant|cooling\s+water|water|T_?(?:inf|∞|amb|a))(?:\s+air)?"
    + _LINK
    + r"|T\s*∞\s*=\s*$"
    r"|(?:环境|周围|外界|室内|空气|室|流体|冷却水|水|气)" + _CHINESE_LINK + ")",
    FLAGS,
)
_AMBIENT_AFTER = re.compile(
    r"\s*(?:still\s+|moving\s+|ambient\s+|room\s+)?(?:air|ambient|surroundings?"
    r"|environment|room|water|coolant)(?![A-Za-z])|\s*的?(?:静止)?(?:空气|环境|室温|房间"
    r"|气流|水)",
    FLAGS,
)
_ROOM = words(
    r"(?:at|from|of|initially)\s+room[\s-]?temp(?:erature)?|room[\s-]temperature(?=\s+\w+)",
    r"(?:初始|从|由|开始|处于|在)?[^,;]{0,4}(?:室温|常温)",
)
_BODY_NEXT = re.compile(
    r"\s+(?:hot\s+|cold\s+)?(?:[a-z]+\s+){0,2}?(?:rod|bar|plate|wire|block|sheet|slab"
    r"|body)(?![A-Za-z])|\s*的(?!加?热板)[\u4e00-\u9fff]{0,4}(?:棒|杆|板|块|片|丝)",
    FLAGS,
)
_PLACE_JUST_BEFORE = re.compile(
    r"[端侧边面头心间部](?:温度)?\s*(?:加热|保持|维持|恒温|为|是|在|到|至)*\s*$"
    r"|(?:end|side|edge|face|at|to)\s*$|[CKF度]\s*(?:和|与|及|and)\s*$",
    FLAGS,
)


@dataclass(frozen=True)
class Temperatures:
    """Temperatures of a prompt by what they are, K.

    Attributes:
        initial, ambient: None where not given.
        held: value and span of the others, named ones (`ice water`) among them.
        of_the_body: spans of held ones that stand as an adjective of the body (`a 300 °C rod`).
    """

    initial: float | None
    ambient: float | None
    held: tuple[tuple[float, Span], ...]
    of_the_body: frozenset[Span]


def find_temperatures(text: str, quantities: Iterable[Quantity]) -> Temperatures:
    """Sort the temperatures of a normalised prompt by what they are.

    Raises:
        InvalidInput: one is at or below absolute zero, or hotter than any solid.
    """
    initial: float | None = None
    ambient: float | None = None
    held: list[tuple[float, Span]] = []
    of_the_body: set[Span] = set()
    for quantity in quantities:
        checked_kelvin(quantity.value, quantity.written)
        before, after = text[max(0, quantity.span[0] - 40) : quantity.span[0]], text[quantity.span[1] :]
        if ambient is None and (_AMBIENT_BEFORE.search(before) or _AMBIENT_AFTER.match(after)):
            ambient = quantity.value
        elif initial is None and (_INITIAL_BEFORE.search(before) or _INITIAL_AFTER.match(after)):
            initial = quantity.value
        else:
            held.append((quantity.value, quantity.span))
            if _BODY_NEXT.match(after) and not _PLACE_JUST_BEFORE.search(before):
                of_the_body.add(quantity.span)
    for pattern, kelvin in _NAMED_K:
        held.extend((kelvin, match.span()) for match in pattern.finditer(text))
    if initial is None and ambient is None and _ROOM.search(text):
        initial = ROOM_K
    return Temperatures(initial, ambient, tuple(sorted(held, key=lambda h: h[1])), frozenset(of_the_body))


def checked_kelvin(kelvin: float, written: str) -> float:
    """`kelvin` if a solid can be so warm; `written` is how a person has it.

    Raises:
        InvalidInput: it cannot.
    """
    if kelvin <= 0:
        raise InvalidInput(
            say("{written} is not above absolute zero (−273.15 °C).", written=written),
            say("Give a temperature above −273.15 °C."),
        )
    if not kelvin <= HOTTEST_K:
        raise InvalidInput(
            say("{written} is hotter than any solid can be.", written=written),
            say("Give a temperature below {limit} K.", limit=number(HOTTEST_K)),
        )
    return kelvin
