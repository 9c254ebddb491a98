"""What is done to the body, collected one place at a time: the first word about a place wins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from desktop_app.domain.concept import Shape, Where
from desktop_app.domain.text import Text
from desktop_app.knowledge.agents import Agent
from desktop_app.knowledge.drafts import Draft, DraftKind
from desktop_app.knowledge.fluids import SOME_FLUID, STILL_AIR, STILL_LIQUID, VACUUM
from desktop_app.knowledge.heating_notes import temperature_unused, total_power


@dataclass
class DraftBook:
    """Drafts of heating, and what is left open.

    Attributes:
        text: the normalised prompt.
        shape, upright: of the body.
        from_above: whether a stack is heated on its upper side where no side is said.
        drafts: what is done, in the order of its description.
        insulated: places said to be insulated.
        spare_kelvin: temperatures nothing is held at.
        open_ambient, open_h: of surroundings and surfaces in general.
        bare_places: named without a word on what happens there.
        cools: whether the body is said to cool, with no word on how.
        notes: what was assumed.
    """

    text: str
    shape: Shape | None
    upright: bool = False
    from_above: bool = False
    drafts: list[Draft] = field(default_factory=list)
    insulated: list[Where] = field(default_factory=list)
    spare_kelvin: list[float] = field(default_factory=list)
    open_ambient: list[float] = field(default_factory=list)
    open_h: list[float] = field(default_factory=list)
    bare_places: list[Where] = field(default_factory=list)
    cools: bool = False
    notes: list[Text] = field(default_factory=list)

    @property
    def convections(self) -> list[Draft]:
        """The drafts of convection."""
        return [draft for draft in self.drafts if draft.kind == "convection"]

    @property
    def heats(self) -> bool:
        """Whether anything holds a temperature or is a source."""
        return any(draft.holds or draft.is_source for draft in self.drafts)

    def of(self, where: Where) -> list[Draft]:
        """The drafts at a place."""
        return [draft for draft in self.drafts if draft.where == where]

    def spare(self, agents: Sequence[Agent]) -> None:
        """Keep temperatures that nothing is held at."""
        self.spare_kelvin += [agent.value for agent in agents if agent.value is not None]

    def sentence_ends(self, start: int, end: int) -> bool:
        """Whether a sentence ends between two positions of the prompt."""
        return re.search(r"[;。!?\n]|\.(?!\d)", self.text[start:end]) is not None

    def add_source(self, where: Where, agents: Sequence[Agent], at: int) -> None:
        """Draft a power or a flux; several at one place add, the same one told twice does not."""
        kind: DraftKind = "flux" if any(agent.kind == "flux" for agent in agents) else "power"
        values = {agent.value: agent for agent in agents if agent.kind == kind and agent.value is not None}
        for draft in self.of(where):
            if draft.kind == kind and draft.value in values:
                return
            if draft.kind in ("hot", "cold"):
                self.drafts.remove(draft)
        for agent in values.values():
            if agent.count > 1 and agent.value is not None:
                self.notes.append(total_power(agent.count, agent.value / agent.count))
        total = sum(value for value in values if value is not None)
        spans = [agent.span for agent in agents]
        there = next((draft for draft in self.of(where) if draft.kind == kind), None)
        if there is None:
            self.drafts.append(Draft(where, kind, at, total, spans=spans))
        else:
            there.value = (there.value or 0.0) + total
            there.spans += spans

    def hold(self, where: Where, agents: Sequence[Agent], at: int) -> None:
        """Draft a held temperature, a flame, or heat of a temperature nobody has named yet."""
        kelvin = [agent.value for agent in agents if agent.kind == "temperature" and agent.value is not None]
        kinds = {agent.kind for agent in agents}
        kind: DraftKind = "cold" if kinds == {"cold"} else "hot"
        if kelvin or "flame" in kinds:
            kind = "flame" if "flame" in kinds else "temperature"
        there = next((draft for draft in self.of(where) if draft.holds), None)
        if there is None:
            if kind == "hot" and any(draft.is_source for draft in self.of(where)):
                return
            there = Draft(where, kind, at)
            self.drafts.append(there)
        there.spans += [agent.span for agent in agents]
        if "flame" in kinds:
            there.kind = "flame"
        if there.value is not None and kelvin:
            self.notes += [temperature_unused(other) for other in kelvin if other != there.value]
            return
        if kelvin:
            self.name_temperature(there, kelvin.pop(0))
        self.spare_kelvin += kelvin

    def name_temperature(self, draft: Draft, kelvin: float) -> None:
        """Say what a draft holds its place at."""
        draft.value = kelvin
        draft.kind = "flame" if draft.kind == "flame" else "temperature"

    def add_convection(self, where: Where, agents: Sequence[Agent], at: int) -> None:
        """Draft a convection, or add to the one there what it lacks."""
        draft = next((draft for draft in self.of(where) if draft.kind == "convection"), None)
        if draft is None:
            draft = Draft(where, "convection", at)
            self.drafts.append(draft)
        draft.spans += [agent.span for agent in agents]
        for agent in agents:
            if agent.kind == "coefficient" and draft.value is None:
                draft.value = agent.value
            elif agent.kind in ("ambient", "temperature") and draft.ambient_K is None:
                draft.ambient_K = agent.value
            elif agent.kind == "convection" and draft.fluid in (None, SOME_FLUID, STILL_AIR, STILL_LIQUID):
                draft.fluid = agent.fluid
            if agent.fluid is VACUUM:
                draft.radiates = True

    def add_radiation(self, where: Where, agents: Sequence[Agent], at: int) -> None:
        """Let what is cooled at a place radiate too; all that is cooled, where every side is meant."""
        there = [draft for draft in self.of(where) if draft.kind == "convection"]
        drafts = there or (self.convections if where == "all_around" else [])
        if not drafts:
            drafts = [Draft(where, "convection", at, 0.0, VACUUM, spans=[agent.span for agent in agents])]
            self.drafts += drafts
        for draft in drafts:
            draft.radiates = True
            for agent in agents:
                if agent.kind == "emissivity":
                    draft.emissivity = agent.value
