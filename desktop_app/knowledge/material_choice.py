"""From the materials a prompt names to the one each piece of its body is made of."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.concept import Language, Shape
from desktop_app.domain.geometry import Role
from desktop_app.domain.material import Material
from desktop_app.domain.text import Text, say
from desktop_app.knowledge.body import Body
from desktop_app.knowledge.body_parts import piece_roles
from desktop_app.knowledge.generic_names import grade_meant
from desktop_app.knowledge.layers import DEFAULT_MATERIAL
from desktop_app.knowledge.material_names import called
from desktop_app.knowledge.materials import MaterialTable
from desktop_app.knowledge.overriding import of_the_prompt, overridden
from desktop_app.knowledge.properties import UNITS
from desktop_app.knowledge.recognising import Reading

DEFAULT_OF_PROPERTIES = "copper"
"""What has the properties a prompt does not give, where it gives some and names no material."""
_DEFAULTS: dict[Shape, str] = {"ice_block": "ice", "room": "brick"}


@dataclass(frozen=True)
class MaterialChoice:
    """The material of each piece of a body, none where none is known; and what was assumed or not used."""

    pieces: tuple[Material, ...]
    notes: tuple[Text, ...]


def choose_materials(body: Body, reading: Reading, table: MaterialTable) -> MaterialChoice:
    """Decide what each piece of the body is made of.

    A name the table does not have gives no material, unless the prompt gives all three properties itself.
    Properties the prompt gives replace those of the first material.

    Args:
        body: the pieces.
        reading: what the prompt says.
        table: for defaults, and for names like an unknown one.
    """
    roles = piece_roles(body)
    language = reading.language
    if body.shape == "stack" and reading.layers:
        chosen, notes = _of_layers(reading, table)
    elif body.shape == "room":
        chosen, notes = _of_room(reading, table)
    else:
        chosen, notes = _of_pieces(body, roles, reading, table)
    if not chosen:
        return MaterialChoice((), notes)
    if reading.properties and chosen[0].id != "custom":
        changed, more = overridden(chosen[0], reading.properties, language)
        chosen, notes = [changed if m == chosen[0] else m for m in chosen], (*notes, *more)
    unknown = reading.mentions.unknown
    unfound = [_not_found(unknown, table, language)] if unknown and chosen[0].id != "custom" else []
    meant = _meant(chosen, reading)
    return MaterialChoice(tuple(chosen), (*notes, *unfound, *meant, *_unused(chosen, reading)))


def _of_layers(reading: Reading, table: MaterialTable) -> tuple[list[Material], tuple[Text, ...]]:
    chosen: list[Material] = []
    notes: list[Text] = []
    for layer in reading.layers:
        material = layer.material
        if material is None and layer.role in DEFAULT_MATERIAL:
            material = table.find(DEFAULT_MATERIAL[layer.role])
            if material is not None:
                notes.append(_assumed(material, reading.language))
        if material is None:
            return [], ()
        chosen.append(material)
    return chosen, tuple(notes)


def _of_room(reading: Reading, table: MaterialTable) -> tuple[list[Material], tuple[Text, ...]]:
    named = next(iter(reading.mentions.materials), None)
    wall, air = named or table.find(_DEFAULTS["room"]), table.find("air")
    if wall is None or air is None:
        return [], ()
    notes = (
        ()
        if named
        else (say("The walls are taken to be of {material}.", material=called(wall, reading.language)),)
    )
    return [wall, air], notes


def _of_pieces(
    body: Body, roles: tuple[Role, ...], reading: Reading, table: MaterialTable
) -> tuple[list[Material], tuple[Text, ...]]:
    named = list(reading.mentions.materials)
    several = body.shape == "contact" or bool(body.lengths) or reading.base_and_fins
    if named:
        used = named[: len(roles)] if several else named[:1]
        return used + used[-1:] * (len(roles) - len(used)), ()
    material, notes = _unnamed(body.shape, reading, table)
    return [material] * len(roles) if material is not None else [], notes


def _unnamed(
    shape: Shape, reading: Reading, table: MaterialTable
) -> tuple[Material | None, tuple[Text, ...]]:
    given, unknown = reading.properties, reading.mentions.unknown
    if len(given) == len(UNITS):
        return of_the_prompt(unknown, given), ()
    if unknown is not None:
        return None, (_not_found(unknown, table, reading.language),)
    default = _DEFAULTS.get(shape) or (DEFAULT_OF_PROPERTIES if given else None)
    material = table.find(default) if default else None
    if material is not None:
        return material, (_assumed(material, reading.language),)
    if reading.mentions.surroundings and reading.shape is None:
        return reading.mentions.surroundings[0], ()
    return None, (say("No material was named."),)


def _meant(chosen: list[Material], reading: Reading) -> list[Text]:
    """Which grade is taken, once for each material whose name in the prompt leaves it open."""
    if len(reading.properties) == len(UNITS):
        return []
    ids = {material.id for material in chosen}
    notes: dict[str, Text] = {}
    for mention in reading.mentions.solids:
        written = reading.text[slice(*mention.span)]
        meant = grade_meant(written, mention.material, reading.language)
        if meant is None or mention.material.id not in ids:
            continue
        note = say("“{name}” is taken to be {material}.", name=written, material=meant)
        notes.setdefault(mention.material.id, note)
    return list(notes.values())


def _unused(chosen: list[Material], reading: Reading) -> list[Text]:
    ids = {material.id for material in chosen}
    return [
        say("“{words}” was not used.", words=called(material, reading.language))
        for material in reading.mentions.materials
        if material.id not in ids and "custom" not in ids
    ]


def _assumed(material: Material, language: Language) -> Text:
    return say("No material was named: {material} is assumed.", material=called(material, language))


def _not_found(name: str, table: MaterialTable, language: Language) -> Text:
    near = table.suggestions(name)
    if near:
        return say(
            "The material “{name}” is not in the table. Similar names: {suggestions}.",
            name=name,
            suggestions=", ".join(called(material, language) for material in near),
        )
    return say("The material “{name}” is not in the table.", name=name)
