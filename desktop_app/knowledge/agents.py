"""What acts on the body: a held temperature, a flame, air, a chip of so many watts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.knowledge.agent_words import (
    AGENTS,
    BARE_H,
    BARE_H_PAIR,
    EMISSIVITY,
    NOT_HEATING,
    NOT_THERE,
    RADIATED_ON,
    RADIATES,
)
from desktop_app.knowledge.agent_words import AgentKind as AgentKind
from desktop_app.knowledge.fluids import FLUIDS, NOT_FLUIDS, Fluid
from desktop_app.knowledge.numerals import parse_number
from desktop_app.knowledge.powers import counted, of_a_contact
from desktop_app.knowledge.prompt_text import Span, blanked, without
from desktop_app.knowledge.quantities import Quantity
from desktop_app.knowledge.temperatures import Temperatures


@dataclass(frozen=True)
class Agent:
    """Something that acts on the body.

    Attributes:
        kind: `hot` and `cold` are verbs whose temperature, if any, is another agent; so are the `ambient`
            temperature and the `coefficient` of a convection.
        value: K, W/m², W, W/(m²·K) or an emissivity; None where the prompt gives none.
        span: where the prompt names it.
        word: how the prompt names it.
        fluid: of a convection.
        count: how many alike a power is the total of.
    """

    kind: AgentKind
    value: float | None
    span: Span
    word: str
    fluid: Fluid | None = None
    count: int = 1


def find_agents(text: str, quantities: Sequence[Quantity], temperatures: Temperatures) -> tuple[Agent, ...]:
    """Everything in a normalised prompt that acts on the body, in order.

    Args:
        text: the prompt.
        quantities: its quantities; fluxes, powers and heat transfer coefficients are agents.
        temperatures: those held and those of surroundings are agents too.
    """
    agents = [Agent("temperature", kelvin, span, text[slice(*span)]) for kelvin, span in temperatures.held]
    agents += [Agent("ambient", kelvin, span, text[slice(*span)]) for kelvin, span in temperatures.ambients]
    agents += _quantified(text, quantities)
    remaining = without(without(text, NOT_THERE), NOT_FLUIDS)
    agents += _emissivities(remaining)
    for span in [quantity.span for quantity in quantities] + [agent.span for agent in agents]:
        remaining = blanked(remaining, span)
    agents += _named(remaining)
    return tuple(_without_verbs_of_fluids(text, sorted(agents, key=lambda agent: agent.span)))


def _without_verbs_of_fluids(text: str, agents: list[Agent]) -> list[Agent]:
    """`heated by hot air` and 热风加热 are one thing done and not two."""
    kept: list[Agent] = []
    for agent in agents:
        last = kept[-1] if kept else None
        between = text[last.span[1] : agent.span[0]] if last is not None else ""
        before = last.kind if last is not None else None
        if before in _VERBS and agent.kind == "convection" and _BY.match(between):
            kept.pop()
        elif before == "convection" and agent.kind in _VERBS and _DONE_BY.match(between):
            continue
        kept.append(agent)
    return kept


_VERBS: frozenset[AgentKind] = frozenset({"hot", "cold"})
_BY = re.compile(
    r"\s+(?:up\s+|down\s+)?(?:by|with|in|into|using|via|through|under)\s+(?:(?:a|an|the|some|its|flowing"
    r"|small|stream|of|\w+ing)\s+)*$"
    r"|\s*(?:by|with)?\s*$"
)
_DONE_BY = re.compile(r"\s*(?:来|进行|去|对其)?\s*$|\s+(?:cools?|cooling|heats?|heating)\s*$")


def _quantified(text: str, quantities: Sequence[Quantity]) -> list[Agent]:
    agents: list[Agent] = []
    for quantity in quantities:
        kind = _BY_DIMENSION.get(quantity.dimension)
        if kind is None or of_a_contact(text, quantity):
            continue
        count = counted(text, quantity) if kind == "power" else 1
        agents.append(Agent(kind, quantity.value * count, quantity.span, quantity.written, count=count))
    for pair in BARE_H_PAIR.finditer(text):
        for name in ("first", "second"):
            agents.append(Agent("coefficient", parse_number(pair[name]), pair.span(name), pair[name]))
    for bare in BARE_H.finditer(text):
        if not any(a.kind == "coefficient" and _overlap(a.span, bare.span()) for a in agents):
            agents.append(Agent("coefficient", parse_number(bare["value"]), bare.span(), bare[0]))
    return agents


def _emissivities(text: str) -> list[Agent]:
    found: list[Agent] = []
    for match in EMISSIVITY.finditer(text):
        value = float(match["value"] or match["after"]) / (100.0 if match["percent"] else 1.0)
        found.append(Agent("emissivity", value, match.span(), match[0]))
    return found


def _named(text: str) -> list[Agent]:
    remaining = without(text, RADIATED_ON)
    agents = [Agent("radiation", None, match.span(), match[0]) for match in RADIATES.finditer(remaining)]
    for agent in agents:
        remaining = blanked(remaining, agent.span)
    for fluid, pattern in FLUIDS:
        for match in pattern.finditer(remaining):
            agents.append(Agent("convection", None, match.span(), match[0], fluid))
            remaining = blanked(remaining, match.span())
    remaining = without(remaining, NOT_HEATING)
    for kind, pattern in AGENTS:
        for match in pattern.finditer(remaining):
            agents.append(Agent(kind, None, match.span(), match[0]))
            remaining = blanked(remaining, match.span())
    return agents


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


_BY_DIMENSION: dict[str, AgentKind] = {
    "heat_flux": "flux",
    "power": "power",
    "heat_transfer_coefficient": "coefficient",
}
