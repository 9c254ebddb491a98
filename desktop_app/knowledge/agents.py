"""What acts on the body: a held temperature, a flame, air, a chip of so many watts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from desktop_app.knowledge.numerals import parse_number
from desktop_app.knowledge.patterns import FLAGS, words
from desktop_app.knowledge.prompt_text import Span, blanked, without
from desktop_app.knowledge.quantities import DIGITS, Quantity

AgentKind = Literal["temperature", "flame", "hot", "cold", "insulated", "convection", "flux", "power"]

STILL_AIR_H, FAN_H, WATER_H = 10.0, 50.0, 500.0

_BARE_H = re.compile(
    rf"(?:(?<![A-Za-z0-9])h\s*=|heat[\s-]transfer\s+coefficient(?:\s+(?:h|of|is|=|:))*"
    rf"|(?:对流)?(?:换热|传热)系数(?:为|是|:|=|h)*)"
    rf"\s*(?P<value>{DIGITS})(?!\s*(?:h|hours?)\b)",
    FLAGS,
)
_NOT_HEATING = words(
    r"heat[\s-]?(?:sinks?|conduct\w*|flow\w*|flux|transfer|equation|map|spread\w*"
    r"|travel\w*|diffus\w*|distribution|dissipat\w*|capacity|moves?|moving|propagat\w*"
    r"|front|wave|pipes?|pulses?|shield|loss)"
    r"|specific\s+heat|(?:white|red)[\s-]hot|hot\s+to\s+cold|cold\s+to\s+hot"
    r"|fire[\s-]?(?:brick|proof|place)s?|fans?\s+of|laws?\s+of\s+cooling|(?:does|do|is"
    r"|are)\s+not\s+(?:heat|cool)\w*",
    r"白热|红热|热传导|导热|传热|散热|热量|热成像|热像|热流|热力学|灭火|耐火|冷热",
)

_AGENTS: tuple[tuple[AgentKind, re.Pattern[str], float | None], ...] = (
    (
        "insulated",
        words(
            r"(?:well[\s-])?(?:thermally\s+)?insulat\w+|adiabatic|no\s+heat\s+loss(?:es)?",
            r"绝热|隔热|保温材料|不散热",
        ),
        None,
    ),
    (
        "convection",
        words(
            r"(?:water|liquid)[\s-]?cool(?:ed|ing)|cool(?:ed|s|ing)?\s+(?:by|with|in"
            r"|using)\s+(?:flowing\s+|running\s+|cold\s+|tap\s+)?water",
            r"水冷",
        ),
        WATER_H,
    ),
    (
        "convection",
        words(
            r"fans?|forced\s+(?:air|convection)|(?:blown|blowing|moving)\s+air|air\s+blow\w*"
            r"|blower",
            r"风扇|风冷|强制对流|强迫对流|强制风",
        ),
        FAN_H,
    ),
    (
        "convection",
        words(
            r"(?:still|ambient|open|surrounding|room|cool|cold)\s+air|(?:natural"
            r"|free)\s+convection|(?:cool(?:ed|s|ing)?|los\w+\s+heat)\s+(?:\w+\s+)?(?:by|in|to"
            r"|with|into)\s+(?:the\s+)?(?:\w+\s+)?(?:air|surroundings|ambient|environment)"
            r"|air[\s-]cool(?:ed|ing)|exposed\s+to\s+(?:the\s+)?air|convecti\w+|in\s+(?:the\s+)?air",
            r"自然对流|静止空气|空气冷却|空气中|自然冷却|暴露在空气|对流(?:换热|散热|冷却)?"
            r"|自然散热|与空气换热|向环境散热|向周围散热",
        ),
        STILL_AIR_H,
    ),
    (
        "flame",
        words(
            r"flames?|(?:blow)?torch(?:es)?|(?:bunsen\s+)?burners?|candles?"
            r"|(?:cigarette\s+)?lighters?|fires?|camp\s*fires?|gas\s+jets?|match(?:es"
            r"|stick)?(?=\s+flame)",
            r"火焰|火烧|火烤|喷灯|喷枪|蜡烛|烛火|酒精灯|本生灯|打火机|明火|炉火|火苗|火",
        ),
        None,
    ),
    (
        "cold",
        words(
            r"cool(?:ed|s|ing|er)?|chill(?:ed|s|ing)?|cold(?:er)?|refrigerat\w+|quench(?:ed|ing)?",
            r"冷却|降温|制冷|低温|冷端|冷源|冷水|冷",
        ),
        None,
    ),
    (
        "hot",
        words(
            r"hot[\s-]?plates?|heat(?:ed|s|ing)?|heaters?|hot(?:ter)?|warm(?:ed|s|ing)?|lasers?"
            r"|stoves?|oven|soldering\s+irons?|high\s+temperatures?|heat[\s-]sources?",
            r"加热(?:板|器|片)?|受热|供热|升温|高温|热源|烘烤|灼烧|烤|烧|热端|恒温|热板|激光"
            r"|电烙铁|烙铁|发热|炉",
        ),
        None,
    ),
)


@dataclass(frozen=True)
class Agent:
    """Something that acts on the body.

    Attributes:
        kind: `hot` and `cold` are verbs whose temperature, if any, is another agent.
        value: K, W/m², W or W/(m²·K); None where the prompt gives none.
        assumed: whether the value is a default (still air, fan, water).
        span: where the prompt names it.
        word: how the prompt names it.
    """

    kind: AgentKind
    value: float | None
    assumed: bool
    span: Span
    word: str


def find_agents(
    text: str, quantities: Sequence[Quantity], held: Sequence[tuple[float, Span]]
) -> tuple[Agent, ...]:
    """Everything in a normalised prompt that acts on the body, in order.

    Args:
        text: the prompt.
        quantities: its quantities; fluxes, powers and heat transfer coefficients are agents.
        held: temperatures that something is held at, K, with their spans.
    """
    agents = [Agent("temperature", kelvin, False, span, text[slice(*span)]) for kelvin, span in held]
    for quantity in quantities:
        kind = _BY_DIMENSION.get(quantity.dimension)
        if kind is not None:
            agents.append(Agent(kind, quantity.value, False, quantity.span, quantity.written))
    for bare in _BARE_H.finditer(text):
        if not any(a.kind == "convection" and _overlap(a.span, bare.span()) for a in agents):
            agents.append(Agent("convection", parse_number(bare["value"]), False, bare.span(), bare[0]))
    remaining = without(text, _NOT_HEATING)
    for span in [quantity.span for quantity in quantities] + [span for _, span in held]:
        remaining = blanked(remaining, span)
    for agent_kind, pattern, default in _AGENTS:
        for match in pattern.finditer(remaining):
            agents.append(Agent(agent_kind, default, default is not None, match.span(), match[0]))
            remaining = blanked(remaining, match.span())
    return tuple(sorted(agents, key=lambda agent: agent.span))


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


_BY_DIMENSION: dict[str, AgentKind] = {
    "heat_flux": "flux",
    "power": "power",
    "heat_transfer_coefficient": "convection",
}
