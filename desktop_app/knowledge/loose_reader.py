"""What a prompt says is done with no place named: it fills what is open, or acts where such things do."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from desktop_app.domain.concept import Where
from desktop_app.knowledge.agents import Agent
from desktop_app.knowledge.baths import bath_around
from desktop_app.knowledge.binding import Action
from desktop_app.knowledge.boundary_reader import CONVECTIVE, RADIATIVE
from desktop_app.knowledge.default_place import default_place, place_of_fluid
from desktop_app.knowledge.draft_book import DraftBook
from desktop_app.knowledge.drafts import Draft
from desktop_app.knowledge.fluids import OUTDOOR_AIR, SOME_FLUID, STILL_AIR, STILL_LIQUID
from desktop_app.knowledge.heating_notes import place_assumed
from desktop_app.knowledge.only_cooling import only_cools
from desktop_app.knowledge.phases import is_next_phase
from desktop_app.knowledge.prompt_text import Span

_NEAR = 30
"""Characters over which a temperature is still about the fluid before it."""


def read_loose(book: DraftBook, loose: Sequence[Action], of_the_body: frozenset[Span]) -> None:
    """Add what is said of no place to the drafts.

    Args:
        book: the drafts of what is done at places.
        loose: in the order of the prompt.
        of_the_body: spans of temperatures that may be the body's own.
    """
    for action in loose:
        _convective(book, action.agents)
    for action in loose:
        _unplaced(book, action.agents, of_the_body)


def _convective(book: DraftBook, agents: Sequence[Agent]) -> None:
    """Air, water, coefficients and ambient temperatures."""
    fluids = [agent for agent in agents if agent.kind == "convection"]
    given = [agent for agent in agents if agent.kind in ("coefficient", "ambient")]
    own_air = book.shape == "room" and not given and fluids and fluids[0].fluid is not OUTDOOR_AIR
    if fluids and not own_air and _is_only_told(book, fluids, given):
        fluids = []
    nameless = _nameless(book, agents)
    if fluids and nameless is not None:
        book.add_convection(nameless.where, [*fluids, *given], fluids[0].span[0])
        return
    if not fluids and not given and len(agents) == 1 and agents[0].kind == "temperature":
        _give_right_after(book, agents[0])
        return
    if fluids and not own_air:
        where = _where_of_fluid(book, fluids[0])
        acting = [*fluids, *given, *_fluid_temperatures(agents)]
        book.add_convection(where, acting, fluids[0].span[0])
        return
    coefficients = [agent for agent in given if agent.kind == "coefficient"]
    lacking = sorted((d for d in book.convections if d.value is None), key=lambda draft: draft.at)
    if len(coefficients) > 1 and len(coefficients) == len(lacking):
        for draft, agent in zip(lacking, coefficients, strict=True):
            draft.value = agent.value
        given = [agent for agent in given if agent not in coefficients]
    for agent in given:
        _give(book, agent)


def _nameless(book: DraftBook, agents: Sequence[Agent]) -> Draft | None:
    """A place told to be cooled right after the fluid that cools it: `coolant 60 °C, h = 8000 on top`."""
    if not agents or any(agent.kind == "coefficient" for agent in agents):
        return None
    for draft in book.convections:
        first = min((span[0] for span in draft.spans), default=0)
        told_before = draft.fluid is None and draft.ambient_K is None and first > agents[-1].span[1]
        if told_before and not book.sentence_ends(agents[-1].span[1], first):
            return draft
    return None


def _give_right_after(book: DraftBook, temperature: Agent) -> None:
    """A bare temperature right after a fluid is that of the fluid: `fan on top, 25 °C`."""
    for draft in book.convections:
        last = max((span[1] for span in draft.spans), default=0)
        between = book.text[last : temperature.span[0]]
        near = 0 <= temperature.span[0] - last < _NEAR and "。" not in between
        if near and draft.ambient_K is None and not _SAID_OF_ANOTHER.search(between):
            draft.ambient_K = temperature.value
            draft.spans.append(temperature.span)
            return


_SAID_OF_ANOTHER = re.compile(
    r"start|initial|begin|from|left|right|top\b.*,.*\w{4}|bottom|base|end|rod|bar|plate|block|\.\s|初|起|从"
    r"|左|右|底|棒|板|块",
    re.IGNORECASE,
)


def _is_only_told(book: DraftBook, fluids: Sequence[Agent], given: Sequence[Agent]) -> bool:
    """Whether words about a fluid only give the temperature of one that acts already: `水温20℃`."""
    fluid = fluids[0].fluid
    if fluid not in (STILL_AIR, STILL_LIQUID, SOME_FLUID) or not any(
        agent.kind == "ambient" for agent in given
    ):
        return False
    return any(
        draft.ambient_K is None
        and (draft.fluid is None or fluid is SOME_FLUID or draft.fluid.liquid == fluid.liquid)
        for draft in book.convections
    )


def _where_of_fluid(book: DraftBook, agent: Agent) -> Where:
    """Where something `is cooled, by a fan`: there; else where such a fluid is on such a body."""
    before = [d for d in book.drafts if d.at <= agent.span[0] and d.kind == "cold" and d.value is None]
    if before and not (agent.fluid and agent.fluid.around):
        book.drafts.remove(before[-1])
        return before[-1].where
    return place_of_fluid(book.shape, book.text, agent)


def _fluid_temperatures(agents: Sequence[Agent]) -> list[Agent]:
    """Held temperatures that stand right after a fluid: `fan …, 25 °C`."""
    found: list[Agent] = []
    for first, second in itertools.pairwise(agents):
        near = second.span[0] - first.span[1] < _NEAR
        if first.kind in CONVECTIVE and second.kind == "temperature" and near:
            found.append(second)
    return found


def _give(book: DraftBook, agent: Agent) -> None:
    """A coefficient or an ambient temperature to the convection it is about, else to all that lack one."""
    ambient = agent.kind == "ambient"

    def lacks(draft: Draft) -> bool:
        return (draft.ambient_K if ambient else draft.value) is None

    before = [d for d in book.convections if max(d.spans)[0] < agent.span[0]]
    if before and lacks(before[-1]) and not book.sentence_ends(max(before[-1].spans)[1], agent.span[0]):
        if ambient:
            before[-1].ambient_K = agent.value
        else:
            before[-1].value = agent.value
        before[-1].spans.append(agent.span)
    elif agent.value is not None:
        (book.open_ambient if ambient else book.open_h).append(agent.value)


def _unplaced(book: DraftBook, agents: Sequence[Agent], of_the_body: frozenset[Span]) -> None:
    """What heats or cools."""
    agents = [agent for agent in agents if not is_next_phase(book, agent)]
    used = _fluid_temperatures(agents)
    used += [agent for agent in agents if any(agent.span in d.spans for d in book.convections)]
    radiative = [agent for agent in agents if agent.kind in RADIATIVE]
    if radiative:
        book.add_radiation("all_around", radiative, radiative[0].span[0])
    sources = [agent for agent in agents if agent.kind in ("power", "flux")]
    held = [agent for agent in agents if agent.kind == "temperature" and agent not in used]
    hot = [agent for agent in agents if agent.kind in ("hot", "flame")]
    around = () if sources or hot else bath_around(book.text, book.shape, held)
    if around:
        book.add_convection("all_around", around, around[0].span[0])
        held.remove(around[0])
    if sources:
        book.add_source(_open_place(book) or _default(book, agents), sources, sources[0].span[0])
        book.spare(held)
        return
    if any(agent.kind == "cold" for agent in agents) and not hot:
        book.cools = True
    if not hot and not held:
        return
    if only_cools(book, agents, hot):
        book.spare(held)
    elif book.heats:
        _qualify(book, hot, held)
    elif book.drafts and not hot and all(agent.span in of_the_body for agent in held):
        book.spare(held)
    else:
        book.hold(_default(book, agents), [*hot, *held], agents[0].span[0])


def _open_place(book: DraftBook) -> Where | None:
    """Where something is `hot` with no temperature named yet."""
    return next((draft.where for draft in book.drafts if draft.kind == "hot" and draft.value is None), None)


def _default(book: DraftBook, agents: Sequence[Agent]) -> Where:
    if book.bare_places:
        return book.bare_places[0]
    where = default_place(book.shape, book.upright, agents, book.text)
    if where == "bottom" and book.from_above:
        where = "top"
    book.notes.append(place_assumed(where))
    return where


def _qualify(book: DraftBook, hot: Sequence[Agent], held: Sequence[Agent]) -> None:
    """Words about a place that was named elsewhere: its temperature, or that it is a flame."""
    for agent in hot:
        draft = next((draft for draft in book.drafts if draft.kind == "hot"), None)
        if agent.kind == "flame" and draft is not None:
            draft.kind = "flame"
            draft.spans.append(agent.span)
    for agent in held:
        lacking = [draft for draft in book.drafts if draft.lacks_temperature]
        before = [draft for draft in lacking if draft.at <= agent.span[0]]
        if lacking and agent.value is not None:
            book.name_temperature(before[-1] if before else lacking[0], agent.value)
        else:
            book.spare([agent])
