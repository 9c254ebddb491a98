"""From what was recognised to a concept: every assumption is noted."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.concept import Concept, Heating, Shape, Size
from desktop_app.domain.edits import Edits
from desktop_app.domain.enrichment import Enrichment
from desktop_app.domain.text import Text, say
from desktop_app.knowledge.binding import bind
from desktop_app.knowledge.body import Body
from desktop_app.knowledge.body_parts import body_parts
from desktop_app.knowledge.default_place import default_place
from desktop_app.knowledge.durations import WITHOUT_MATERIAL_S, find_duration, telling_duration
from desktop_app.knowledge.enrichment import enrich
from desktop_app.knowledge.heating import HeatingFound, read_heating
from desktop_app.knowledge.looks import DEFAULT_LOOK, checked_look
from desktop_app.knowledge.material_choice import MaterialChoice, choose_material
from desktop_app.knowledge.materials import MaterialTable
from desktop_app.knowledge.outside import outside_conduction
from desktop_app.knowledge.recognising import Reading
from desktop_app.knowledge.sizes import body_size
from desktop_app.knowledge.support import unsupported
from desktop_app.knowledge.temperatures import ROOM_K


def compose(
    reading: Reading, materials: MaterialTable, look: str | None, clip_seconds: float, edits: Edits
) -> Concept:
    """The concept of a prompt.

    Args:
        reading: what the recognisers found.
        materials: for defaults and edits.
        look: name of a look; overrides the one the prompt asks for.
        clip_seconds: how long the clip plays.
        edits: what a person changed of what was understood.

    Raises:
        InvalidInput: there is no such look, or sizes contradict each other.
    """
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
        prompt=reading.prompt,
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


def _shape(reading: Reading) -> Shape | None:
    if reading.shape is not None:
        return reading.shape.shape
    return "rod" if reading.about_heat else None


def _material(reading: Reading, materials: MaterialTable) -> MaterialChoice:
    if not reading.about_heat:
        return MaterialChoice((), ())
    shape = reading.shape.shape if reading.shape else None
    return choose_material(reading.mentions, reading.properties, materials, reading.language, shape)


def _heating(reading: Reading, upright: bool) -> HeatingFound:
    if not reading.about_heat:
        return HeatingFound((), ROOM_K, ())
    shape = reading.shape.shape if reading.shape else None
    default = default_place(shape, upright, reading.agents)
    actions = bind(reading.text, reading.places, reading.agents)
    return read_heating(actions, reading.temperatures, default)


def _duration(
    reading: Reading, size: Size, choice: MaterialChoice, heating: tuple[Heating, ...]
) -> tuple[float, tuple[Text, ...]]:
    named = find_duration(reading.text, [q for q in reading.quantities if q.dimension == "time"])
    if named.seconds is not None:
        return named.seconds, named.unused
    if not choice.materials or not heating:
        return WITHOUT_MATERIAL_S, named.unused
    seconds, note = telling_duration(size, choice.materials[0], heating)
    return seconds, (*named.unused, note)


def _assumptions(reading: Reading, size_notes: tuple[Text, ...], heating: HeatingFound) -> tuple[Text, ...]:
    notes: list[Text] = []
    if reading.shape is None:
        notes.append(say("No shape was named: a rod is assumed."))
    notes.extend(size_notes)
    notes.extend(reading.sizes.unused)
    notes.extend(heating.notes)
    if not any(h.where == "all_around" for h in heating.heating):
        notes.append(say("Surfaces not mentioned are insulated."))
    return tuple(notes)
