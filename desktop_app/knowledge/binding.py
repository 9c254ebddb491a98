"""Which thing acts at which place: the clauses of a prompt, read one after the other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop_app.knowledge.agents import Agent, AgentKind
from desktop_app.knowledge.places import Place, PlaceMention

_CLAUSE_END = re.compile(
    r"[,;。!?？！；\n]|\.(?![0-9])|(?<![A-Za-z])(?:while|whereas|but|then|except(?:\s+for)?)(?![A-Za-z])"
    r"|同时|然后"
    r"|并且|而且|但是?|并(?=[在以使用保])|而(?=[左右上下另])"
)
_LIST = re.compile(
    r"[\s,&/+()]*(?:of\s+(?:(?:an?|the|its)\s+)?(?:\w+\s+){0,2}(?!whose|which|where|with|that|has|is"
    r"|are)\w+)?[\s,&/+()]*(?:and|or|as\s+well\s+as|plus)?\s*(?:at\s+|on\s+|of\s+)?(?:the|its)?\s*"
    r"|[\s,()]*的?[\u4e00-\u9fff]{0,3}(?:和|与|及|以及|或)?[\s,()]*的?",
    re.IGNORECASE,
)
"""What may stand between places of one list."""


@dataclass(frozen=True)
class Action:
    """One thing done at one place.

    Attributes:
        place: None where the prompt does not say.
        agents: what is done there, in the prompt's order.
        at: where the prompt begins to speak of it.
        same_clause: whether the place is named in the clause that says what is done.
    """

    place: Place | None
    agents: tuple[Agent, ...]
    at: int = 0
    same_clause: bool = True


_Item = Agent | PlaceMention


def bind(text: str, places: Sequence[PlaceMention], agents: Sequence[Agent]) -> tuple[Action, ...]:
    """Pair what acts with where it acts, clause by clause of a normalised prompt.

    A clause that names only places is read with the next one, or the one before at the end of the prompt.
    """
    items: list[_Item] = sorted([*places, *agents], key=lambda item: item.span)
    actions: list[Action] = []
    for clause in _clauses(text, items):
        actions.extend(_actions(text, clause))
    return tuple(_opposites_resolved(actions))


def _clauses(text: str, items: Sequence[_Item]) -> list[list[_Item]]:
    ends = [match.start() for match in _CLAUSE_END.finditer(text)] + [len(text) + 1]
    clauses: list[list[_Item]] = []
    pending: list[_Item] = []
    start = 0
    for end in ends:
        clause = pending + [item for item in items if start <= item.span[0] < end]
        start, pending = end, []
        if clause and not any(isinstance(item, Agent) for item in clause):
            pending = clause
        elif clause:
            clauses.append(clause)
    if pending and clauses and not any(isinstance(item, PlaceMention) for item in clauses[-1]):
        clauses[-1] += pending
    elif pending:
        clauses.append(pending)
    return clauses


def _actions(text: str, clause: Sequence[_Item]) -> list[Action]:
    """One clause: places own what follows them, or what stands before where the clause ends in a place."""
    if not any(isinstance(item, PlaceMention) for item in clause):
        return [_action(text, None, [item for item in clause if isinstance(item, Agent)])]
    backwards = isinstance(clause[-1], PlaceMention) and isinstance(clause[0], Agent)
    leading, groups = _groups(text, list(reversed(clause)) if backwards else list(clause))
    loose = [agent for agent in leading if _stands_alone(agent, groups[0].agents)]
    groups[0].agents[:0] = [agent for agent in leading if agent not in loose]
    if len(groups) > 1 and not groups[-1].agents:
        groups[-2].places.extend(groups.pop().places)
    if backwards:
        groups = [_Group(group.places[::-1], group.agents[::-1]) for group in reversed(groups)]
    unplaced = [_action(text, None, loose)] if loose else []
    placed = [_action(text, mention, group.agents) for group in groups for mention in group.places]
    return unplaced + list({(action.place, action.agents): action for action in placed}.values())


@dataclass
class _Group:
    """Places that share what is done."""

    places: list[PlaceMention]
    agents: list[Agent]


def _groups(text: str, ordered: Sequence[_Item]) -> tuple[list[Agent], list[_Group]]:
    """What stands before the first place, and each place with what follows it."""
    leading: list[Agent] = []
    groups: list[_Group] = []
    for item in ordered:
        if isinstance(item, Agent):
            (groups[-1].agents if groups else leading).append(item)
        elif groups and not groups[-1].agents and _go_together(text, groups[-1].places[-1], item):
            groups[-1].places.append(item)
        else:
            groups.append(_Group([item], []))
    return leading, groups


def _go_together(text: str, one: PlaceMention, other: PlaceMention) -> bool:
    """Whether two places with nothing said between them share what is said next (`left, top and …`)."""
    first, second = sorted((one.span, other.span))
    return _LIST.fullmatch(text[first[1] : second[0]]) is not None


def _action(text: str, mention: PlaceMention | None, agents: Sequence[Agent]) -> Action:
    if mention is None:
        return Action(None, tuple(agents), agents[0].span[0] if agents else 0)
    if not agents:
        return Action(mention.place, (), mention.span[0])
    nearest = min(agents, key=lambda agent: abs(agent.span[0] - mention.span[0]))
    first, second = sorted((mention.span, nearest.span))
    apart = _CLAUSE_END.search(text, first[1], max(first[1], second[0])) is not None
    return Action(mention.place, tuple(agents), min(mention.span[0], agents[0].span[0]), not apart)


def _stands_alone(agent: Agent, others: Sequence[Agent]) -> bool:
    """Whether an agent before the first place of a clause is not about that place."""
    kinds = {other.kind for other in others}
    return (
        (agent.kind == "temperature" and "temperature" in kinds)
        or (agent.kind in _SOURCES and bool(kinds & _SOURCES))
        or (agent.kind in _SOURCES and bool(kinds & _CONVECTIVE) and not kinds & _SOURCES)
    )


_OPPOSITE: dict[Place, Place] = {
    "left": "right",
    "right": "left",
    "top": "bottom",
    "bottom": "top",
    "one_end": "right",
    "base": "right",
}


def _opposites_resolved(actions: Sequence[Action]) -> list[Action]:
    resolved: list[Action] = []
    named = [action.place for action in actions if action.place in _OPPOSITE]
    first_end: Action | None = None
    for action in actions:
        if action.place == "tip" and "base" in named:
            action = replace(action, place="right")
        elif action.place == "other":
            opposite = _OPPOSITE[named[0]] if named and named[0] is not None else "right"
            action = replace(action, place=opposite)
        elif action.place == "one_end" and first_end is not None and _contrast(first_end, action):
            action = replace(action, place="right")
        elif action.place == "one_end" and first_end is None:
            first_end = action
        resolved.append(action)
    return resolved


def _contrast(one: Action, other: Action) -> bool:
    """Whether `one end …, one end …` speaks of two ends: two temperatures, or heat and cold."""
    kinds, other_kinds = ({agent.kind for agent in action.agents} for action in (one, other))
    both_held = bool(kinds & _AT) and bool(other_kinds & _AT)
    return (
        both_held
        or bool(kinds & _HEATS and other_kinds & _COOLS)
        or bool(kinds & _COOLS and other_kinds & _HEATS)
    )


_AT: frozenset[AgentKind] = frozenset({"temperature", "ambient"})
_HEATS: frozenset[AgentKind] = frozenset({"hot", "flame", "flux", "power"})
_COOLS: frozenset[AgentKind] = frozenset({"cold", "convection"})
_SOURCES: frozenset[AgentKind] = frozenset({"power", "flux"})
_CONVECTIVE: frozenset[AgentKind] = frozenset({"convection", "coefficient", "ambient"})
