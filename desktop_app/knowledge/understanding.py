"""From a sentence to a concept: deterministic, offline, English and Chinese."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from desktop_app.domain.concept import Concept, Heating, Language, Shape, Size, Where
from desktop_app.domain.edits import NO_EDITS, Edits
from desktop_app.domain.enrichment import Enrichment
from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.material import Material
from desktop_app.domain.text import Text, say
from desktop_app.knowledge.agents import Agent, find_agents
from desktop_app.knowledge.binding import bind
from desktop_app.knowledge.body import Body
from desktop_app.knowledge.body_parts import body_parts
from desktop_app.knowledge.durations import WITHOUT_MATERIAL_S, find_duration, telling_duration
from desktop_app.knowledge.enrichment import enrich
from desktop_app.knowledge.heating import HeatingFound, read_heating
from desktop_app.knowledge.looks import DEFAULT_LOOK, checked_look, find_look, without_look
from desktop_app.knowledge.material_choice import MaterialChoice, choose_material
from desktop_app.knowledge.material_mentions import MaterialMentions, find_materials
from desktop_app.knowledge.materials import MaterialTable
from desktop_app.knowledge.outside import outside_conduction
from desktop_app.knowledge.places import PlaceMention, find_places
from desktop_app.knowledge.prompt_text import language_of, normalised
from desktop_app.knowledge.properties import PropertyName, find_properties
from desktop_app.knowledge.quantities import Quantity, find_quantities
from desktop_app.knowledge.shapes import NamedShape, find_shape
from desktop_app.knowledge.sizes import NamedSizes, body_size, find_sizes
from desktop_app.knowledge.support import unsupported
from desktop_app.knowledge.temperatures import ROOM_K, Temperatures, find_temperatures

LONGEST_PROMPT = 2_000
CLIP_SECONDS = 5.0


@dataclass(frozen=True)
class _Reading:
    """Everything the recognisers found in one prompt."""

    text: str
    language: Language
    quantities: tuple[Quantity, ...]
    shape: NamedShape | None
    sizes: NamedSizes
    mentions: MaterialMentions
    properties: Mapping[PropertyName, float]
    temperatures: Temperatures
    places: tuple[PlaceMention, ...]
    agents: tuple[Agent, ...]
    look: str | None

    @property
    def about_heat(self) -> bool:
        """Whether the prompt names a body, what it is made of, or a place on it; a fire alone is no body."""
        mentions = self.mentions
        return bool(self.shape or mentions.bodies or mentions.surroundings or self.places or self.properties)


def understand(
    prompt: str,
    materials: MaterialTable,
    look: str | None = None,
    clip_seconds: float = CLIP_SECONDS,
    edits: Edits = NO_EDITS,
) -> Concept:
    """What a prompt means; every assumption is in `notes`, last of them why it is not supported.

    Args:
        prompt: a sentence or two, English, Chinese or mixed, at most 2,000 characters.
        materials: the table names are looked up in.
        look: name of a look; overrides the one the prompt asks for.
        clip_seconds: how long the clip plays.
        edits: what a person changed of what was understood.

    Raises:
        InvalidInput: the prompt is empty or too long, the look is unknown, or a number in it contradicts
            physics (−400 °C, a length of zero, a conductivity below zero).
    """
    _check_length(prompt)
    reading = _read(prompt, materials)
    shape = _shape(reading)
    upright = reading.shape is not None and reading.shape.upright
    size, size_notes = body_size(shape, reading.sizes.extents, upright)
    body = Body(shape if shape in ("plate", "fin", "block") else "rod", size)
    choice = _material(reading, materials)
    heating = _heating(reading, upright)
    duration, duration_notes = _duration(reading, size, choice, heating.heating)
    chosen_look = checked_look(look) if look else reading.look or DEFAULT_LOOK
    reasons = outside_conduction(reading.text) + unsupported(
        shape, choice.materials, heating.heating, heating.initial_temperature_K
    )
    if choice.materials[:1] == reading.mentions.surroundings[:1] != ():
        reasons += (say("Liquids and gases carry heat by moving, which conduction does not cover."),)
    assumed = _assumptions(reading, size_notes, heating) if reading.about_heat else ()
    look_notes = () if look or reading.look else (say("No look was named: inferno is used."),)
    concept = Concept(
        prompt=prompt,
        language=reading.language,
        shape=shape,
        size=size,
        parts=body_parts(body, choice.materials),
        section=body.section,
        depth_m=body.depth,
        heating=heating.heating,
        initial_temperature_K=heating.initial_temperature_K,
        duration_s=duration,
        clip_seconds=clip_seconds,
        look=chosen_look,
        enrichment=Enrichment("", (), ""),
        notes=(*choice.notes, *assumed, *duration_notes, *look_notes, *reasons),
        supported=not reasons,
        edits=edits,
    )
    return replace(concept, enrichment=enrich(concept))


def _check_length(prompt: str) -> None:
    if not prompt.strip():
        raise InvalidInput(
            say("The prompt is empty."), say("Describe a body and how it is heated, in a sentence.")
        )
    if len(prompt) > LONGEST_PROMPT:
        raise InvalidInput(
            say(
                "The prompt has {length} characters; {limit} is the most.",
                length=len(prompt),
                limit=LONGEST_PROMPT,
            ),
            say("Say it in a sentence or two."),
        )


def _read(prompt: str, materials: MaterialTable) -> _Reading:
    text = normalised(prompt)
    look = find_look(text)
    plain = without_look(text)
    quantities = find_quantities(plain)
    temperatures = find_temperatures(plain, [q for q in quantities if q.dimension == "temperature"])
    return _Reading(
        text=text,
        language=language_of(prompt),
        quantities=quantities,
        shape=find_shape(plain),
        sizes=find_sizes(plain, [q for q in quantities if q.dimension == "length"]),
        mentions=find_materials(plain, materials),
        properties=find_properties(plain, quantities),
        temperatures=temperatures,
        places=find_places(plain),
        agents=find_agents(plain, quantities, temperatures.held),
        look=look[0] if look else None,
    )


def _shape(reading: _Reading) -> Shape | None:
    if reading.shape is not None:
        return reading.shape.shape
    return "rod" if reading.about_heat else None


def _material(reading: _Reading, materials: MaterialTable) -> MaterialChoice:
    if not reading.about_heat:
        return MaterialChoice((), ())
    shape = reading.shape.shape if reading.shape else None
    return choose_material(reading.mentions, reading.properties, materials, reading.language, shape)


def _heating(reading: _Reading, upright: bool) -> HeatingFound:
    if not reading.about_heat:
        return HeatingFound((), ROOM_K, ())
    default = _default_place(reading, upright)
    actions = bind(reading.text, reading.places, reading.agents)
    return read_heating(actions, reading.temperatures, default)


def _default_place(reading: _Reading, upright: bool) -> Where:
    words = {agent.word.lower() for agent in reading.agents}
    if words & _AT_A_SPOT:
        return "spot"
    if words & _FROM_BELOW:
        return "bottom"
    if reading.shape is not None and reading.shape.shape in _HEATED_AT:
        return _HEATED_AT[reading.shape.shape]
    return "bottom" if upright else "left"


def _duration(
    reading: _Reading, size: Size, choice: MaterialChoice, heating: tuple[Heating, ...]
) -> tuple[float, tuple[Text, ...]]:
    named = find_duration(reading.text, [q for q in reading.quantities if q.dimension == "time"])
    if named.seconds is not None:
        return named.seconds, named.unused
    if not choice.materials or not heating:
        return WITHOUT_MATERIAL_S, named.unused
    seconds, note = telling_duration(size, _first(choice), heating)
    return seconds, (*named.unused, note)


def _first(choice: MaterialChoice) -> Material:
    return choice.materials[0]


def _assumptions(reading: _Reading, size_notes: tuple[Text, ...], heating: HeatingFound) -> tuple[Text, ...]:
    notes: list[Text] = []
    if reading.shape is None:
        notes.append(say("No shape was named: a rod is assumed."))
    notes.extend(size_notes)
    notes.extend(reading.sizes.unused)
    notes.extend(heating.notes)
    if not any(h.where == "all_around" for h in heating.heating):
        notes.append(say("Surfaces not mentioned are insulated."))
    return tuple(notes)


_AT_A_SPOT = frozenset({"laser", "lasers", "激光"})
_FROM_BELOW = frozenset(
    {"hot plate", "hot plates", "hotplate", "hot-plate", "stove", "stoves", "热板", "加热板", "炉"}
)
_HEATED_AT: dict[Shape, Where] = {
    "fin": "base",
    "heat_sink": "base",
    "room": "inside",
    "ring": "inside",
    "stack": "bottom",
    "ice_block": "all_around",
}
