"""When something acts only for a while: `heated for 30 s, then removed`, 20秒后打开风扇."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from desktop_app.knowledge.patterns import FLAGS, words
from desktop_app.knowledge.prompt_text import Span
from desktop_app.knowledge.quantities import Quantity


@dataclass(frozen=True)
class Stage:
    """A time at which what heats stops acting, or something begins to.

    Attributes:
        span: of the time in the normalised prompt.
        acting: of the words that name what acts, where the pattern knows them; else that of the time.
    """

    kind: Literal["end", "start"]
    seconds: float
    span: Span
    acting: Span


_OFF = (
    r"(?:remov\w+|tak(?:e|en|ing)\s+(?:\w+\s+){0,3}?(?:away|off|out)|(?:turn|switch|shut|power)(?:ed|s"
    r"|ing)?\s+"
    r"(?:\w+\s+){0,3}?off|(?:is|goes|go|went|are)\s+off|stop\w*|extinguish\w*|withdr\w+|(?:blow|blown|put"
    r"|goes|burns?)\s+out"
    r"|pull(?:ed)?\s+(?:\w+\s+){0,2}?away|mov(?:e|ed)\s+(?:\w+\s+){0,2}?away|ceas\w+"
    r"|cut\s+(?:\w+\s+){0,2}?off|off(?![\w-])|ends(?![\w-]))"
)
_COOLS = (
    r"(?:(?:let|left|leave|allow\w*)\s+(?:(?:it|the\s+\w+|them)\s+)?(?:to\s+)?(?:cool|stand|rest)|cool(?:s"
    r"|ed|ing)?(?:\s+down)?"
    r"|(?:watch|see|show)\s+(?:it|the\s+\w+)\s+cool)"
)
_OFF_ZH = (
    r"(?:移[开走除去]|撤[去走离掉]?|拿[开走]|关[闭掉断机]?|停[止掉]?|断[开电]|熄[灭火]|取[走下出]|去掉"
    r"|移走|切断|灭)"
)
_ON = (
    r"(?:(?:turn|switch|power)(?:ed|s|ing)?\s+(?:\w+\s+){0,3}?on|(?:is|goes|comes|kicks|turned|are)\s+(?:on"
    r"|in)|start\w*|begin\w*"
    r"|began|activat\w+|blow\w*|sets?\s+in|(?:is|gets)\s+(?:added|applied|cooled))"
)
_ON_ZH = r"(?:打开|开启|启动|开始|接通|开)"
_COOLER = r"(?:fans?|blowers?|water|cooling|coolant|air|wind|pump)"
_COOLER_ZH = r"(?:风扇|风机|水冷|冷却|吹风|风冷|散热|通风|空气)"

_ACTS_FOR = re.compile(
    r"(?:(?<![A-Za-z])(?:for|during|lasting|lasts|over)\s*(?:(?:about|only|just|around|approximately"
    r"|the\s+first|exactly|a\s+total\s+of|some)\s*)*"
    r"|(?:加热|照射|烧|烤|通电|辐照|持续|作用|开启|打开|烘|烫|预热)了?(?:约|大约|仅|只|时间|持续|时长"
    r"|为)*\s*)$",
    FLAGS,
)
_THEN_OFF = re.compile(
    rf"\s*(?:[,.;]?\s*(?:and|then|after\s+(?:that|which)|afterwards?|before|until|when|at\s+which)"
    rf"|[,;])[^.;!?]{{0,40}}?(?<![A-Za-z]){_OFF}"
    rf"|\s*[,.;]?\s*(?:and\s+)?(?:then|after\s+(?:that|which)|afterwards?"
    rf"|before)[^.;!?]{{0,30}}?(?<![A-Za-z]){_COOLS}"
    r"|\s*[,.;]?\s*and\s+(?:let|leave|left|allow\w*)\s"
    r"|\s*[,.;]?\s*(?:and\s+)?(?:then|afterwards?)\s+(?:(?:it|is|being|gets?|becomes?|thermally)\s+)*insulated"
    r"|\s*[,.;]?\s*(?:and\s+)?(?:then|followed\s+by)\s+(?:(?:at|to|by|with|held|kept|is|it|switched|set|changed)\s+)*"
    r"[-+]?\d+(?:\.\d+)?\s*(?:°|degrees?|[mk]?W(?![A-Za-z/])|[KC](?![A-Za-z]))(?![^,.;]{0,12}(?:air|water|oil|fluid))",
    FLAGS,
)
_THEN_OFF_ZH = re.compile(
    rf"\s*(?:钟)?(?:左右)?(?:后|之后|以后|然后|再|就|,)+[^;。!?]{{0,14}}?(?:{_OFF_ZH}|不再加热|自然冷却|冷却|绝热"
    rf"|让其?冷|放凉|散热)"
)
_THEN_AT_ZH = re.compile(
    r"\s*(?:钟)?[,;]?\s*(?:然后|接着|随后|之后|再)(?:换成|改为|改成|变为|变成|降到|降至|升到|升至|保持|为|在|用|以)*\s*"
    r"[-+]?\d+(?:\.\d+)?\s*(?:°|℃|度|[mk]?W(?![A-Za-z/])|千?瓦|K(?![A-Za-z]))(?!C?[^,;。\d]{0,6}(?:空气|水|油|风))",
    FLAGS,
)
_OFF_NEXT = re.compile(rf"[^.;]{{0,40}}[,.;]\s*then\s+(?:nothing|(?:\w+\s+){{0,3}}?{_OFF})", FLAGS)
_AFTER_OFF = re.compile(r"(?:after|at\s+t\s*=|at)\s*(?:about\s+|exactly\s+)?$", FLAGS)
_SOMETHING_OFF = re.compile(rf"\s*(?:of\s+\w+\s*)?,?\s*(?:\w+\s+){{0,5}}?{_OFF}", FLAGS)
_OFF_AFTER = re.compile(
    rf"(?<![A-Za-z]){_OFF}(?:\s+(?:it|again|the\s+\w+|automatically))?\s+(?:after|at|at\s+t\s*=|once"
    rf"|when)\s*(?:about\s+|the\s+first\s+)?$",
    FLAGS,
)
_FIRST_ZH = re.compile(r"(?:前|头|先(?:加热|烧|烤|照射|用[^,。]{0,8}?加热)?|首先加热)\s*$")
_HEATS_ZH = re.compile(r"\s*(?:钟)?(?:内|里)?[^,;。]{0,8}(?:加热|照射|通电|烧|烤)")
_FIRST = re.compile(r"(?:for|during|in|only)\s+the\s+first\s*$", FLAGS)
_HEATS = words(
    r"heat(?:s|ed|ing)?|flames?|torch|burner|lasers?|power(?:ed)?|chip|lit|candle|lighter|on",
    r"加热|照射|通电",
)
_SHOWS = words(
    r"how|what|which|happens|spread\w*|show\w*|plot\w*|simulat\w+|animat\w+|display|see|watch|look|video|clip|draw|course|total|overall"
    r"|altogether|evolution"
    r"|in\s+all|spans?|cover\w*|temperature",
    r"看|显示|模拟|仿真|演示|共|总|画|求|计算|动画|视频|展示|变化|过程",
)
_PULSE_BEFORE = re.compile(
    r"(?:pulses?\s+(?:of|lasting|length|width|duration|that\s+lasts)|脉冲(?:宽度?|时[长间]|持续)?)\s*(?:of|="
    r"|:|为|是)*\s*$",
    FLAGS,
)
_PULSE_AFTER = re.compile(
    r"[\s-]*(?:long\s+)?(?:(?:laser|heat|power|heating|short|single)\s+)*(?:pulse(?![sd\w])|burst"
    r"|flash(?!\w))|\s*(?:的)?(?:单个?)?(?:激光|热|加热)?脉冲",
    FLAGS,
)
_STARTS_AFTER = re.compile(r"(?:after|at\s+t\s*=|from)\s*$", FLAGS)
_COOLER_ON = re.compile(
    rf"\s*(?:of\s+\w+\s*|on\s*)?,?\s*(?:\w+\s+){{0,4}}?(?P<what>{_COOLER})\s*(?:\w+\s+){{0,3}}?{_ON}"
    rf"|\s*(?:of\s+\w+\s*)?,?\s*(?:\w+\s+){{0,3}}?(?:turn|switch)\w*\s+on\s+(?:the\s+"
    rf"|a\s+)?(?P<what2>{_COOLER})|\s+later[^.;]{{0,30}}?(?P<what3>{_COOLER})",
    FLAGS,
)
_ON_AFTER = re.compile(
    rf"(?P<what>{_COOLER})[^,.;]{{0,24}}{_ON}(?:\s+(?:only|again))?\s+(?:after|at|at\s+t\s*="
    rf"|once)\s*(?:about\s+)?$",
    FLAGS,
)
_COOLER_ON_ZH = re.compile(
    rf"\s*(?:钟)?(?:后|之后|以后|时)[^;。]{{0,8}}?(?:{_ON_ZH}[^,;。]{{0,4}}(?P<what>{_COOLER_ZH})"
    rf"|(?P<what2>{_COOLER_ZH})[^,;。]{{0,4}}{_ON_ZH}|用(?P<what3>{_COOLER_ZH})|(?P<what4>风扇|风机|吹风))"
)

_THEN_FOR = re.compile(
    r"[^.;!?]{0,40}?(?:(?<![A-Za-z])(?:then|after\s+(?:that|which)|afterwards?|and|followed\s+by)(?![A-Za-z])"
    r"|然后|接着|随后|之后|再|后)[^.;!?。]{0,50}?(?:(?<![A-Za-z])for\s+(?:(?:about|another|a\s+further|some)\s+)*"
    r"|(?:冷却|散热|放凉|降温|加热|保持)了?(?:约|大约|时间|持续)*\s*)",
    FLAGS,
)


def counted_from_the_start(
    text: str, times: Sequence[Quantity], stages: Sequence[Stage]
) -> tuple[Quantity, ...]:
    """Times with that of the stage before added: `10 W for 5 s, then cooling for 10 s` lasts 15 s.

    Args:
        text: the normalised prompt.
        times: those that are no stages.
        stages: of the prompt.
    """
    return tuple(replace(time, value=time.value + _before(text, time, stages)) for time in times)


def _before(text: str, time: Quantity, stages: Sequence[Stage]) -> float:
    """Seconds at which the stage ends after which a time is counted; 0 where it counts from the start."""
    ends = [stage for stage in stages if stage.kind == "end" and stage.span[1] <= time.span[0]]
    if not ends or _SHOWS.search(_clause(text, time)):
        return 0.0
    last = max(ends, key=lambda stage: stage.span)
    follows = _THEN_FOR.fullmatch(text, last.span[1], time.span[0]) is not None
    return last.seconds if follows else 0.0


def find_stages(text: str, times: Sequence[Quantity]) -> tuple[Stage, ...]:
    """What of a normalised prompt's times tells when something stops or begins.

    `heated for 30 s` alone is how long the clip spans; it is an end where something is taken away then, or
    where another time says how much is to be shown.
    """
    stages: list[Stage] = []
    for time in times:
        acting = _begins(text, time)
        if acting is not None:
            stages.append(Stage("start", time.value, time.span, acting))
        elif _ends(text, time) or _is_shorter_than_shown(text, time, times):
            stages.append(Stage("end", time.value, time.span, time.span))
    return tuple(stages)


def _begins(text: str, time: Quantity) -> Span | None:
    start, end = time.span
    before = text[max(0, start - 60) : start]
    on_before = _ON_AFTER.search(before)
    if on_before is not None:
        offset = max(0, start - 60)
        return on_before.start("what") + offset, on_before.end("what") + offset
    match = _COOLER_ON_ZH.match(text, end)
    if match is None and (_STARTS_AFTER.search(before) or text[end : end + 6].strip().startswith("later")):
        match = _COOLER_ON.match(text, end)
    if match is None:
        return None
    name = next(name for name, value in match.groupdict().items() if value)
    return match.span(name)


def _ends(text: str, time: Quantity) -> bool:
    start, end = time.span
    before = text[max(0, start - 60) : start]
    return bool(
        (_ACTS_FOR.search(before) and (_THEN_OFF.match(text, end) or _THEN_OFF_ZH.match(text, end)))
        or (_AFTER_OFF.search(before) and _SOMETHING_OFF.match(text, end))
        or _OFF_NEXT.match(text, end)
        or _THEN_AT_ZH.match(text, end)
        or _OFF_AFTER.search(before)
        or (_THEN_OFF_ZH.match(text, end) and not _SHOWS.search(before[-6:]))
        or (_FIRST_ZH.search(before) and _HEATS_ZH.match(text, end))
        or (_FIRST_ZH.search(before) and "先" in before[-10:] and re.search("加热|烧|烤|照射", before[-10:]))
        or (
            _FIRST.search(before)
            and _HEATS.search(_clause(text, time))
            and not _SHOWS.search(_clause(text, time))
        )
        or _PULSE_BEFORE.search(before)
        or _PULSE_AFTER.match(text, end)
    )


def _clause(text: str, time: Quantity) -> str:
    start = max(text.rfind(mark, 0, time.span[0]) for mark in ",.;。\n") + 1
    ends = [position for mark in ",;。\n" if (position := text.find(mark, time.span[1])) >= 0]
    return text[start : min(ends, default=len(text))]


def _is_shorter_than_shown(text: str, time: Quantity, times: Sequence[Quantity]) -> bool:
    """Whether this is how long it is heated, and a longer time says how much is to be shown."""
    before = text[max(0, time.span[0] - 60) : time.span[0]]
    if not _ACTS_FOR.search(before) or _SHOWS.search(_clause(text, time)):
        return False
    if not _HEATS.search(_clause(text, time)):
        return False
    return any(t.value > time.value and _SHOWS.search(_clause(text, t)) for t in times if t is not time)
