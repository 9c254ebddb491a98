"""From the materials a prompt names to the ones its concept is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from desktop_app.domain.concept import Language, Shape
from desktop_app.domain.material import FROM_PROMPT, Material, PropertyValue
from desktop_app.domain.text import Text, say
from desktop_app.knowledge.material_mentions import MaterialMentions
from desktop_app.knowledge.materials import MaterialTable
from desktop_app.knowledge.properties import UNITS, PropertyName

DEFAULT_MATERIAL = "copper"
_DEFAULT_OF: dict[Shape | None, str] = {"room": "air", "ice_block": "ice"}


@dataclass(frozen=True)
class MaterialChoice:
    """The bodies' materials, and what was assumed or not found."""

    materials: tuple[Material, ...]
    notes: tuple[Text, ...]


def choose_material(
    mentions: MaterialMentions,
    given: Mapping[PropertyName, float],
    table: MaterialTable,
    language: Language,
    shape: Shape | None,
) -> MaterialChoice:
    """Decide what the body is made of.

    A name the table does not have gives no material, unless the prompt gives all three properties itself;
    no name at all gives copper. Properties the prompt gives replace those of the first material.

    Args:
        mentions: the materials the prompt names.
        given: the properties it gives itself, SI.
        table: for the default, and for names like an unknown one.
        language: of the notes.
        shape: what the prompt calls the body, None where it does not; water or air only surround a solid.
    """
    if mentions.bodies:
        first, *others = mentions.bodies
        changed, notes = _overridden(first, given, language)
        if mentions.compared:
            notes = (*notes, _comparison_note(mentions.compared, first, language))
        return MaterialChoice((changed, *others), notes)
    if len(given) == len(UNITS):
        return MaterialChoice((_of_the_prompt(mentions.unknown, given),), ())
    if mentions.unknown is not None:
        return MaterialChoice((), (_not_found(mentions.unknown, table, language),))
    if mentions.surroundings and shape in (None, "room"):
        return MaterialChoice(mentions.surroundings[:1], ())
    return _default(_DEFAULT_OF.get(shape, DEFAULT_MATERIAL), given, table, language)


def _default(
    name: str, given: Mapping[PropertyName, float], table: MaterialTable, language: Language
) -> MaterialChoice:
    material = table.find(name)
    if material is None:
        return MaterialChoice((), ())
    changed, notes = _overridden(material, given, language)
    assumed = say("No material was named: {material} is assumed.", material=_name(material, language))
    return MaterialChoice((changed,), (assumed, *notes))


def _overridden(
    material: Material, given: Mapping[PropertyName, float], language: Language
) -> tuple[Material, tuple[Text, ...]]:
    changed = replace(
        material,
        overridden=tuple(given),
        thermal_conductivity=_given_or(material.thermal_conductivity, given.get("thermal_conductivity")),
        density=_given_or(material.density, given.get("density")),
        specific_heat_capacity=_given_or(
            material.specific_heat_capacity, given.get("specific_heat_capacity")
        ),
    )
    if not given or len(given) == len(UNITS):
        return changed, ()
    note = say(
        "The properties the prompt does not give are those of {material}.", material=_name(material, language)
    )
    return changed, (note,)


def _given_or(value: PropertyValue, given: float | None) -> PropertyValue:
    return value if given is None else _from_prompt(given, value.unit)


def _from_prompt(value: float, unit: str) -> PropertyValue:
    return PropertyValue(value, unit, source=FROM_PROMPT, verified=False)


def _of_the_prompt(name: str | None, given: Mapping[PropertyName, float]) -> Material:
    values = {key: _from_prompt(given[key], unit) for key, unit in UNITS.items()}
    return Material(
        id="custom",
        name=name or "custom material",
        name_zh=name or "自定义材料",
        thermal_conductivity=values["thermal_conductivity"],
        density=values["density"],
        specific_heat_capacity=values["specific_heat_capacity"],
        overridden=tuple(UNITS),
    )


def _not_found(name: str, table: MaterialTable, language: Language) -> Text:
    near = table.suggestions(name)
    if near:
        return say(
            "The material “{name}” is not in the table. Similar names: {suggestions}.",
            name=name,
            suggestions=", ".join(_name(material, language) for material in near),
        )
    return say("The material “{name}” is not in the table.", name=name)


def _comparison_note(compared: tuple[Material, ...], first: Material, language: Language) -> Text:
    return say(
        "A comparison with {others} is not drawn yet: only {material} is shown.",
        others=", ".join(_name(material, language) for material in compared),
        material=_name(first, language),
    )


def _name(material: Material, language: Language) -> str:
    return material.name_zh if language == "zh" else material.name
