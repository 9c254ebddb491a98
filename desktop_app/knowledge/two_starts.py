"""Two bodies that touch and start at different temperatures, which no single start describes."""

from __future__ import annotations

import re

from desktop_app.knowledge.patterns import FLAGS

_DEGREES = (
    r"[-+]?\d+(?:\.\d+)?\s*(?:°\s*[CF]|℃|℉|K(?![A-Za-z])|C(?![A-Za-z])|degrees?(?:\s+[CF](?![A-Za-z]))?|度)"
)
_BODY = (
    r"(?:rod|bar|plate|block|sheet|slab|ball|sphere|cube|ingot|cylinder|billet|disc|disk|brick|piece|part)"
)
_AT = r"\s*[,(]?\s*(?:(?:is|was|that\s+is|which\s+is|initially|first|starts?|starting)\s+)*(?:at|of)\s+"
_TOUCHES = (
    r"(?:(?:is|are|was|it|then|being|suddenly|firmly|brought|put|placed|set|laid|comes?|rests?|sits?|lies|both)"
    r"\s+|,\s*)*(?:(?:in|into|with)\s+(?:\w+\s+)?(?:contact|touch)\s+with|touch(?:es|ing)?"
    r"|pressed\s+(?:against|on|onto|to)|pushed\s+against|against|joined\s+(?:to|with)|bonded\s+to|on(?:to|\s+top\s+of)?)"
)
_OTHER = (
    r"\s+(?:an?|the|another|one)\s+(?!(?:hot|heated|heating|warm|cold)[\s-]?plates?(?![A-Za-z]))"
    rf"(?!heat)(?:[\w-]+\s+){{1,4}}?{_BODY}"
)
_PAIR = re.compile(
    rf"(?<![A-Za-z]){_BODY}{_AT}(?P<one>{_DEGREES})\)?,?\s+{_TOUCHES}{_OTHER}{_AT}(?P<other>{_DEGREES})",
    FLAGS,
)
_TWO = re.compile(
    rf"(?<![A-Za-z])(?:two|2)\s+(?:[\w-]+\s+){{0,4}}?{_BODY}s(?![A-Za-z])[^.;]*?(?<![A-Za-z])one"
    rf"\s+(?:(?:is|was|initially|starts?|first)\s+)*(?:at\s+)?(?P<one>{_DEGREES})[^.;]*?(?<![A-Za-z])other"
    rf"\s+(?:(?:one|is|was|initially|starts?)\s+)*(?:at\s+)?(?P<other>{_DEGREES})",
    FLAGS,
)
_SOLID_ZH = r"[\u4e00-\u9fff]{0,3}[铜铁钢铝银金铅锡石瓷][\u4e00-\u9fff]{0,2}?[块板棒球片锭]"
_PAIR_ZH = re.compile(
    rf"(?P<one>{_DEGREES})的{_SOLID_ZH}[^,;。端侧面边]{{0,8}}?(?:和|与|跟|放[在到]|压[在到]|贴[在到着]|接触)"
    rf"[^,;。端侧面边]{{0,6}}?(?P<other>{_DEGREES})的{_SOLID_ZH}[^,;。]{{0,4}}?(?:接触|相接|贴|紧|压|上)"
)
_NAMED_ZH = re.compile(
    rf"{_SOLID_ZH}(?:温度|初温)?(?:为|是|在)?\s*[(（]?\s*(?P<one>{_DEGREES})\s*[)）]?\s*,?\s*(?:和|与|跟|及)"
    rf"[^,;。端侧面边]{{0,3}}{_SOLID_ZH}(?:温度|初温)?(?:为|是|在)?\s*[(（]?\s*(?P<other>{_DEGREES})\s*[)）]?"
    r"[^;。]{0,6}?(?:接触|相接|贴|紧|压)"
)
_TWO_ZH = re.compile(
    rf"[两二2]\s*[个块根片][^,;。]{{0,6}}[块板棒球片锭][^;。]{{0,6}}?一[个块根片]?(?:是|为|在|温度)*\s*(?P<one>{_DEGREES})"
    rf"[^;。]{{0,6}}?(?:另|一)(?:外)?一?[个块根片]?(?:是|为|在|温度)*\s*(?P<other>{_DEGREES})"
)


def start_apart(text: str) -> bool:
    """Whether a normalised prompt joins two bodies, each with a temperature of its own that nothing holds.

    >>> start_apart("copper block at 100 °C in contact with a steel block at 20 °C")
    True
    >>> start_apart("a copper rod, one end at 100 °C and the other at 0 °C")
    False
    """
    found = (
        match for pattern in (_PAIR, _TWO, _PAIR_ZH, _NAMED_ZH, _TWO_ZH) for match in pattern.finditer(text)
    )
    return any(_written(match["one"]) != _written(match["other"]) for match in found)


def _written(temperature: str) -> str:
    return re.sub(r"\s", "", temperature).lower()
