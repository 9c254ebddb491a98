"""Boundary values place by place: the first word about a place wins, and every assumption is noted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from desktop_app.domain.concept import Heating, HeatingKind, Where
from desktop_app.domain.text import Text, say
from desktop_app.domain.units import ZERO_CELSIUS_K
from desktop_app.knowledge.agents import Agent, AgentKind
from desktop_app.knowledge.binding import Action
from desktop_app.knowledge.places import Place
from desktop_app.knowledge.prompt_text import number
from desktop_app.knowledge.temperatures import ROOM_K, Temperatures

HOT_K = 100.0 + ZERO_CELSIUS_K
FLAME_K = 500.0 + ZERO_CELSIUS_K
COLD_K = ZERO_CELSIUS_K

_UNITS: dict[HeatingKind, str] = {
    "temperature": "K",
    "flame": "K",
    "flux": "W/m²",
    "power": "W",
    "convection": "W/(m²·K)",
}


@dataclass
class BoundaryReader:
    """Collects heating, one place at a time; the first word about a place wins."""

    temperatures: Temperatures
    default_place: Where
    by_place: dict[Where, Heating] = field(default_factory=dict)
    needs_value: dict[Where, AgentKind] = field(default_factory=dict)
    spare_kelvin: list[float] = field(default_factory=list)
    loose_convection: list[Agent] = field(default_factory=list)
    notes: list[Text] = field(default_factory=list)

    def read(self, actions: Sequence[Action]) -> None:
        """Fill `by_place` from what a prompt says is done, and `notes` from what it leaves open."""
        placed = [action for action in actions if action.place is not None]
        loose = [action for action in actions if action.place is None]
        self.loose_convection = [a for action in loose for a in action.agents if a.kind == "convection"]
        for action in sorted(placed, key=lambda action: not action.agents):
            self._placed(action.place, action.agents)
        if self.loose_convection and not any(h.kind == "convection" for h in self.by_place.values()):
            self._act("all_around", self.loose_convection)
        for action in loose:
            self._unplaced(action.agents)
        if not (self.by_place or self.needs_value):
            self.needs_value[self.default_place] = "hot"
            self.notes.append(
                say(
                    "Nothing was said about heating: heat at {place} is assumed.",
                    place=_PLACE_WORDS[self.default_place],
                )
            )
        self._give_spare_temperatures()
        self._assume_missing_values()

    def _placed(self, place: Place | None, agents: Sequence[Agent]) -> None:
        kinds = {agent.kind for agent in agents}
        if place is None or (not agents and (self.by_place or self.needs_value)):
            return
        if kinds == {"insulated"}:
            return
        if place == "rest" and not kinds & {"convection", "temperature", "flux"}:
            return
        acting = [agent for agent in agents if agent.kind != "insulated"]
        held = [agent for agent in acting if agent.kind == "temperature"]
        if place == "both_ends" and len(held) == 2:
            self._act("left", held[:1])
            self._act("right", held[1:])
        else:
            self._act(self._where(place), acting)

    def _where(self, place: Place) -> Where:
        if place == "one_end":
            self.notes.append(
                say("One end is the left one, and its far end is insulated unless said otherwise.")
            )
            return "left"
        if place == "rest" or place == "other":
            return "all_around"
        return place

    def _act(self, where: Where, agents: Sequence[Agent]) -> None:
        chosen = _strongest(agents)
        if where in self.by_place or where in self.needs_value:
            return
        if chosen is None:
            if not agents:
                self.needs_value[where] = "hot"
            return
        if chosen.kind in ("hot", "cold"):
            self.needs_value[where] = chosen.kind
        elif chosen.kind == "flame":
            kelvin = next((a.value for a in agents if a.kind == "temperature"), None)
            if kelvin is None:
                self.needs_value[where] = "flame"
            else:
                self.by_place[where] = _heating(where, "flame", kelvin)
        elif chosen.kind == "convection":
            self._convection(where, agents)
        elif chosen.kind in ("temperature", "flux", "power") and chosen.value is not None:
            self.by_place[where] = _heating(where, _KINDS[chosen.kind], chosen.value)

    def _convection(self, where: Where, agents: Sequence[Agent]) -> None:
        given = [a for a in agents if a.kind == "convection"]
        best = next((a for a in given + self.loose_convection if not a.assumed), given[0])
        ambient = self.temperatures.ambient
        if ambient is None:
            ambient = next((a.value for a in agents if a.kind == "temperature"), None)
        if ambient is None:
            ambient = ROOM_K
            self.notes.append(
                say(
                    "The surroundings are taken to be at {celsius} °C.",
                    celsius=number(ambient - ZERO_CELSIUS_K),
                )
            )
        value = best.value if best.value is not None else 0.0
        if best.assumed:
            self.notes.append(
                say("A heat transfer coefficient of {value} W/(m²·K) is assumed.", value=number(value))
            )
        self.by_place[where] = Heating(where, "convection", value, _UNITS["convection"], ambient)

    def _unplaced(self, agents: Sequence[Agent]) -> None:
        cooled = any(a.kind == "convection" for a in agents)
        rest = [a for a in agents if a.kind not in ("convection", "insulated")]
        if cooled and not any(a.kind == "flame" or a.word.lower() in _MADE_HOT for a in rest):
            rest = [a for a in rest if a.kind == "temperature"]
            self.spare_kelvin += [a.value for a in rest if a.value is not None]
        elif rest and (self.by_place or self.needs_value) and not self._only_convection():
            self._qualify(rest)
        elif rest:
            self._first_heating(rest)

    def _only_convection(self) -> bool:
        return not self.needs_value and all(h.kind == "convection" for h in self.by_place.values())

    def _qualify(self, agents: Sequence[Agent]) -> None:
        """Words about a place that was named elsewhere: its temperature, or that it is a flame."""
        self.spare_kelvin += [a.value for a in agents if a.kind == "temperature" and a.value is not None]
        if any(a.kind == "flame" for a in agents):
            for where, kind in self.needs_value.items():
                if kind == "hot":
                    self.needs_value[where] = "flame"
                    break

    def _first_heating(self, agents: Sequence[Agent]) -> None:
        alone = {a.kind for a in agents} <= {"temperature"}
        if alone and self.by_place:
            self.spare_kelvin += [a.value for a in agents if a.value is not None]
            return
        if (
            all(a.kind == "temperature" and a.span in self.temperatures.of_the_body for a in agents)
            and self.by_place
        ):
            return
        self.notes.append(
            say(
                "Where it is heated was not said: {place} is assumed.", place=_PLACE_WORDS[self.default_place]
            )
        )
        self._act(self.default_place, agents)

    def _give_spare_temperatures(self) -> None:
        for where in list(self.needs_value):
            if self.spare_kelvin:
                kind: HeatingKind = "flame" if self.needs_value.pop(where) == "flame" else "temperature"
                self.by_place[where] = _heating(where, kind, self.spare_kelvin.pop(0))

    def _assume_missing_values(self) -> None:
        for where, kind in self.needs_value.items():
            if kind == "flame":
                self.by_place[where] = _heating(where, "flame", FLAME_K)
                self.notes.append(
                    say(
                        "The flame is taken to hold the place at {celsius} °C; a real flame's effect depends "
                        "on the burner.",
                        celsius=number(FLAME_K - ZERO_CELSIUS_K),
                    )
                )
            else:
                kelvin = COLD_K if kind == "cold" else HOT_K
                self.by_place[where] = _heating(where, "temperature", kelvin)
                self.notes.append(
                    say(
                        "No temperature was given for {place}: {celsius} °C is assumed.",
                        place=_PLACE_WORDS[where],
                        celsius=number(kelvin - ZERO_CELSIUS_K),
                    )
                )
        self.needs_value.clear()


def _strongest(agents: Sequence[Agent]) -> Agent | None:
    for kind in _PRECEDENCE:
        for agent in agents:
            if agent.kind == kind:
                return agent
    return None


def _heating(where: Where, kind: HeatingKind, value: float) -> Heating:
    return Heating(where, kind, value, _UNITS[kind])


_MADE_HOT = frozenset({"heat", "heated", "heating", "heater", "warmed", "加热", "受热", "升温"})
_PRECEDENCE: tuple[AgentKind, ...] = ("flux", "power", "convection", "flame", "temperature", "hot", "cold")
_KINDS: dict[AgentKind, HeatingKind] = {"temperature": "temperature", "flux": "flux", "power": "power"}
_PLACE_WORDS: dict[Where, Text] = {
    "left": say("the left end"),
    "right": say("the right end"),
    "top": say("the top"),
    "bottom": say("the bottom"),
    "both_ends": say("both ends"),
    "centre": say("the centre"),
    "spot": say("a spot in the middle"),
    "all_around": say("every side"),
    "inside": say("the inside"),
    "base": say("the base"),
}
