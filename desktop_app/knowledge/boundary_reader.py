"""From what a prompt says is done at its places to drafts of heating."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop_app.domain.concept import Where
from desktop_app.domain.text import say
from desktop_app.knowledge.agents import Agent, AgentKind
from desktop_app.knowledge.binding import Action
from desktop_app.knowledge.draft_book import DraftBook
from desktop_app.knowledge.places import Place, where_of

CONVECTIVE: frozenset[AgentKind] = frozenset({"convection", "coefficient", "ambient"})
RADIATIVE: frozenset[AgentKind] = frozenset({"emissivity", "radiation"})

_HELD_AT = re.compile(
    r"(?:held|kept|maintained|hold|keep|maintain\w*|fixed|constant|stays?|remains?|clamped)"
    r"(?:\s+(?:constant|fixed|always|steady|\w+))?\s+(?:at|to)?\s*(?:about\s+|a\s+\w+\s+)?$"
    r"|(?:保持|维持|恒温|恒定|固定|控制)(?:为|在|于|温度)*\s*$",
    re.IGNORECASE,
)


def read_placed(book: DraftBook, actions: Sequence[Action]) -> list[Action]:
    """Draft what is done at the places a prompt names; what it says of no place is returned, in order."""
    loose = [action for action in actions if action.place is None and action.agents]
    for action in actions:
        if action.place is not None:
            left_over = _placed(book, action.place, action)
            if left_over:
                loose.append(Action(None, tuple(left_over), left_over[0].span[0]))
    return sorted(loose, key=lambda action: action.at)


def _placed(book: DraftBook, place: Place, action: Action) -> Sequence[Agent]:
    """Draft what is done at a place; what of it is not about the place is returned."""
    where = _where(book, place)
    acting = [agent for agent in action.agents if agent.kind != "insulated"]
    kinds = {agent.kind for agent in acting}
    if not acting:
        (book.insulated if action.agents else book.bare_places).append(where)
        return ()
    if len(acting) < len(action.agents) and kinds <= {"hot", "cold"}:
        book.insulated.append(where)
        return ()
    if place == "rest" and not kinds & (CONVECTIVE | RADIATIVE | {"temperature", "flux"}):
        return ()
    if kinds <= CONVECTIVE and where == "inside" and book.shape not in ("ring", "block"):
        if book.shape == "room":
            return ()
        where = "all_around"
    held = [agent for agent in acting if agent.kind == "temperature"]
    if where == "both_ends" and len(held) == 2 and not kinds & CONVECTIVE:
        book.hold("left", held[:1], action.at)
        book.hold("right", held[1:], action.at)
        return ()
    return _at(book, where, acting, action.at)


def _where(book: DraftBook, place: Place) -> Where:
    if place == "one_end":
        book.notes.append(
            say("One end is the left one, and its far end is insulated unless said otherwise.")
        )
    if place == "corner":
        book.notes.append(say("Corners cannot be heated by themselves: a spot in the middle is taken."))
    return where_of(place, book.shape, upright=book.upright)


def _at(book: DraftBook, where: Where, agents: Sequence[Agent], at: int) -> Sequence[Agent]:
    kinds = {agent.kind for agent in agents}
    convective = [agent for agent in agents if agent.kind in CONVECTIVE]
    held = [agent for agent in agents if agent.kind == "temperature"]
    if kinds & {"power", "flux"}:
        book.add_source(where, [agent for agent in agents if agent.kind in ("power", "flux")], at)
        return [*convective, *held]
    if "flame" in kinds:
        book.hold(where, [agent for agent in agents if agent.kind in ("flame", "temperature")], at)
        return convective
    if convective and not _is_held_beside(book, held, convective, kinds):
        book.add_convection(where, [*convective, *held], at)
        return ()
    if held:
        book.hold(where, held, at)
        by_the_fluid = {agent.kind for agent in convective} == {"convection"} and _is_firm(book, held[0])
        return () if by_the_fluid else convective
    if kinds & {"hot", "cold"}:
        book.hold(where, [agent for agent in agents if agent.kind in ("hot", "cold")], at)
        return convective
    book.add_radiation(where, agents, at)
    return ()


def _is_held_beside(
    book: DraftBook, held: Sequence[Agent], convective: Sequence[Agent], kinds: set[AgentKind]
) -> bool:
    """Whether a place with a fluid is held at a temperature (`base at 85 °C in air`), or hot by itself."""
    if not held:
        return "hot" in kinds and not any(agent.kind == "coefficient" for agent in convective)
    if _is_firm(book, held[0]):
        return True
    given = any(agent.kind in ("ambient", "coefficient") for agent in convective)
    around = any(agent.fluid is not None and agent.fluid.around for agent in convective)
    return held[0].span < convective[0].span and (given or around)


def _is_firm(book: DraftBook, held: Agent) -> bool:
    """Whether the prompt says that a temperature is held."""
    return _HELD_AT.search(book.text, max(0, held.span[0] - 32), held.span[0]) is not None
