"""From what a prompt says is done at its places to drafts of heating."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from desktop_app.domain.concept import Where
from desktop_app.domain.text import say
from desktop_app.knowledge.agents import Agent, AgentKind
from desktop_app.knowledge.binding import Action
from desktop_app.knowledge.draft_book import DraftBook
from desktop_app.knowledge.fluids import COLD_WATER, HOT_WATER, OIL, SOME_FLUID, STEAM, STILL_LIQUID
from desktop_app.knowledge.places import Place, where_of

CONVECTIVE: frozenset[AgentKind] = frozenset({"convection", "coefficient", "ambient"})
_HEATERS: frozenset[AgentKind] = frozenset({"hot", "flame", "power", "flux"})
RADIATIVE: frozenset[AgentKind] = frozenset({"emissivity", "radiation"})

_HELD_AT = re.compile(
    r"(?:held|kept|maintained|hold|keep|maintain\w*|fixed|constant|stays?|remains?|clamped)"
    r"(?:\s+(?:constant|fixed|always|steady|\w+))?\s+(?:at|to)?\s*(?:about\s+|a\s+\w+\s+)?$"
    r"|(?:保持|维持|恒温|恒定|固定|控制)(?:为|在|于|温度)*\s*$",
    re.IGNORECASE,
)

_MEANS = re.compile(
    r"(?:with|by|using|via)\s+(?:(?:an?|the|some)\s+)?(?:\w+\s+)?$|[用由靠](?:\w{0,2})$|通过$", re.IGNORECASE
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
    if acting and kinds <= CONVECTIVE and _is_for_the_rest(action):
        (book.insulated if len(acting) < len(action.agents) else book.bare_places).append(where)
        return acting
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
    around = any(agent.fluid is not None and agent.fluid.around for agent in acting)
    if kinds <= CONVECTIVE and where in ("centre", "spot") and around:
        where = "all_around"
    held = [agent for agent in acting if agent.kind == "temperature"]
    if book.shape == "room" and where == "all_around":
        heats = [agent for agent in acting if agent.kind in _HEATERS]
        outdoors = [agent for agent in acting if agent not in heats]
        if outdoors:
            book.add_convection(where, outdoors, action.at)
        return heats
    if where == "both_ends" and len(held) == 2 and not kinds & CONVECTIVE:
        book.hold("left", held[:1], action.at)
        book.hold("right", held[1:], action.at)
        return ()
    return _at(book, where, acting, action.at)


def _is_for_the_rest(action: Action) -> bool:
    """Whether air told of after a place is not about it: `tip insulated, air 25 °C`, `…; in still air`."""
    if any(agent.kind == "insulated" for agent in action.agents):
        return action.agents[0].kind == "insulated"
    around = any(agent.fluid is not None and agent.fluid.around for agent in action.agents)
    return around and not action.same_clause


def _where(book: DraftBook, place: Place) -> Where:
    if place == "one_end":
        book.notes.append(say("One end is the left one, and its far end is insulated unless said otherwise."))
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
        bath = _bath(book, where, convective, held)
        if bath is not None:
            book.hold(where, [bath], at)
        else:
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
        by_it = any(_MEANS.search(book.text, max(0, a.span[0] - 24), a.span[0]) for a in convective)
        return "hot" in kinds and not by_it and not any(agent.kind == "coefficient" for agent in convective)
    if _is_firm(book, held[0]):
        return True
    given = any(agent.kind in ("ambient", "coefficient") for agent in convective)
    around = any(agent.fluid is not None and agent.fluid.around for agent in convective)
    return held[0].span < convective[0].span and (given or around)


def _bath(book: DraftBook, where: Where, convective: Sequence[Agent], held: Sequence[Agent]) -> Agent | None:
    """The temperature that a bath or steam holds an end at: `left end dipped in oil at 180 °C`."""
    if where in ("all_around", "inside") or any(agent.kind == "coefficient" for agent in convective):
        return None
    fluids = [agent for agent in convective if agent.fluid is not None]
    kelvin = next((agent for agent in (*convective, *held) if agent.kind in ("ambient", "temperature")), None)
    if not fluids or kelvin is None:
        return None
    before = book.text[max(0, fluids[0].span[0] - 30) : fluids[0].span[1] + 4]
    if fluids[0].fluid is STEAM or (fluids[0].fluid in _BATHS and _DIPPED.search(before)):
        return replace(kelvin, kind="temperature")
    return None


_BATHS = (STILL_LIQUID, SOME_FLUID, HOT_WATER, COLD_WATER, OIL)
_DIPPED = re.compile(
    r"dip(?:s|ped|ping)?|immers\w+|insert\w+|submerg\w+|plung\w+|(?:bath|bucket|tank|bowl|glass|cup"
    r"|pot)(?:\s+of|$|\s)"
    r"|in\s+(?:\w+\s+){0,2}(?:water|oil|tea|coffee|soup|milk|bath)(?!\s*(?:flow|stream|jet))"
    r"|浸|插|泡|放[在入进]|伸[入进]",
    re.IGNORECASE,
)


def _is_firm(book: DraftBook, held: Agent) -> bool:
    """Whether the prompt says that a temperature is held."""
    return _HELD_AT.search(book.text, max(0, held.span[0] - 32), held.span[0]) is not None
