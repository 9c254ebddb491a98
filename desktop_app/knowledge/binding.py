"""Which thing acts at which place: the clauses of a prompt, read one after the other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop_app.knowledge.agents import Agent, AgentKind
from desktop_app.knowledge.places import Place, PlaceMention

_CLAUSE_END = re.compile(
    r"[,;。!?\n]|\.(?![0-9])|(?<![A-Za-z])(?:while|whereas|but|then)(?![A-Za-z])|同时|然后"
    r"|并且|而且|但是?|并(?=[在以使用保])|而(?=[左右上下另])"
)


@dataclass(frozen=True)
class Action:
    """One thing done at one place.

    Attributes:
        place: None where the prompt does not say.
        agents: what is done there, in the prompt's order.
    """

    place: Place | None
    agents: tuple[Agent, ...]


_Item = Agent | PlaceMention


def bind(text: str, places: Sequence[PlaceMention], agents: Sequence[Agent]) -> tuple[Action, ...]:
    """Pair what acts with where it acts, clause by clause of a normalised prompt.

    A clause that names only places is read with the next one, or the one before at the end of the prompt.
    """
    items: list[_Item] = sorted([*places, *agents], key=lambda item: item.span)
    actions: list[Action] = []
    for clause in _clauses(text, items):
        actions.extend(_actions(clause))
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
    if pending and clauses:
        clauses[-1] += pending
    elif pending:
        clauses.append(pending)
    return clauses


def _actions(clause: Sequence[_Item]) -> list[Action]:
    """One clause: places own what follows them, or what stands before where the clause ends in a place."""
    if not any(isinstance(item, PlaceMention) for item in clause):
        return [Action(None, tuple(item for item in clause if isinstance(item, Agent)))]
    backwards = isinstance(clause[-1], PlaceMention) and isinstance(clause[0], Agent)
    ordered = list(reversed(clause)) if backwards else list(clause)
    groups: list[tuple[list[Place], list[Agent]]] = []
    leading: list[Agent] = []
    for item in ordered:
        if isinstance(item, Agent):
            (groups[-1][1] if groups else leading).append(item)
        elif groups and not groups[-1][1]:
            groups[-1][0].append(item.place)
        else:
            groups.append(([item.place], []))
    loose: list[Agent] = []
    if any(agent.kind == "temperature" for agent in groups[0][1]):
        loose = [agent for agent in leading if agent.kind == "temperature"]
    groups[0][1][:0] = [agent for agent in leading if agent not in loose]
    if len(groups) > 1 and not groups[-1][1]:
        groups[-2][0].extend(groups.pop()[0])
    if backwards:
        groups = [(places[::-1], found[::-1]) for places, found in reversed(groups)]
    unplaced = [Action(None, tuple(loose))] if loose else []
    return unplaced + [Action(place, tuple(found)) for places, found in groups for place in places]


_OPPOSITE: dict[Place, Place] = {
    "left": "right",
    "right": "left",
    "top": "bottom",
    "bottom": "top",
    "one_end": "right",
}


def _opposites_resolved(actions: Sequence[Action]) -> list[Action]:
    resolved: list[Action] = []
    named = [action.place for action in actions if action.place in _OPPOSITE]
    first_end: Action | None = None
    for action in actions:
        if action.place == "other":
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
