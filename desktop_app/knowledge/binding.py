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
_LIST_GAP = 12
"""Characters between places of one list."""


@dataclass(frozen=True)
class Action:
    """One thing done at one place.

    Attributes:
        place: None where the prompt does not say.
        agents: what is done there, in the prompt's order.
        at: where the prompt begins to speak of it.
    """

    place: Place | None
    agents: tuple[Agent, ...]
    at: int = 0


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
        return [_action(None, [item for item in clause if isinstance(item, Agent)])]
    backwards = isinstance(clause[-1], PlaceMention) and isinstance(clause[0], Agent)
    ordered = list(reversed(clause)) if backwards else list(clause)
    groups: list[tuple[list[Place], list[Agent]]] = []
    leading: list[Agent] = []
    last: PlaceMention | None = None
    for item in ordered:
        if isinstance(item, Agent):
            (groups[-1][1] if groups else leading).append(item)
            continue
        if groups and not groups[-1][1] and last is not None and _go_together(text, last, item):
            groups[-1][0].append(item.place)
        else:
            groups.append(([item.place], []))
        last = item
    loose = [agent for agent in leading if _stands_alone(agent, groups[0][1])]
    groups[0][1][:0] = [agent for agent in leading if agent not in loose]
    if len(groups) > 1 and not groups[-1][1]:
        groups[-2][0].extend(groups.pop()[0])
    if backwards:
        groups = [(places[::-1], found[::-1]) for places, found in reversed(groups)]
    unplaced = [_action(None, loose)] if loose else []
    first = min(item.span[0] for item in clause)
    return unplaced + [
        _action(place, found, first) for places, found in groups for place in dict.fromkeys(places)
    ]


def _go_together(text: str, one: PlaceMention, other: PlaceMention) -> bool:
    """Whether two places with nothing said between them share what is said next (`left, top and …`)."""
    first, second = sorted((one.span, other.span))
    between = text[first[1] : second[0]]
    return len(between) <= _LIST_GAP or _CLAUSE_END.search(between) is None


def _action(place: Place | None, agents: Sequence[Agent], at: int = 0) -> Action:
    return Action(place, tuple(agents), agents[0].span[0] if agents else at)


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
    both_held = "temperature" in kinds & other_kinds
    return (
        both_held
        or bool(kinds & _HEATS and other_kinds & _COOLS)
        or bool(kinds & _COOLS and other_kinds & _HEATS)
    )


_HEATS: frozenset[AgentKind] = frozenset({"hot", "flame", "flux", "power"})
_COOLS: frozenset[AgentKind] = frozenset({"cold", "convection"})
_SOURCES: frozenset[AgentKind] = frozenset({"power", "flux"})
_CONVECTIVE: frozenset[AgentKind] = frozenset({"convection", "coefficient", "ambient"})
