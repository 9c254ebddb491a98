"""Properties of a material that the prompt or a person gives in the place of the table's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from desktop_app.domain.concept import Language
from desktop_app.domain.edits import Edits
from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.material import FROM_EDIT, FROM_PROMPT, Material, PropertyValue
from desktop_app.domain.text import Text, say
from desktop_app.knowledge.material_names import called
from desktop_app.knowledge.material_properties import RULES, MaterialProperty, within_reason
from desktop_app.knowledge.materials import MaterialTable
from desktop_app.knowledge.prompt_text import number
from desktop_app.knowledge.properties import UNITS, PropertyName


def overridden(
    material: Material, given: Mapping[PropertyName, float], language: Language
) -> tuple[Material, tuple[Text, ...]]:
    """The material with what the prompt gives of it, and whose the rest is."""
    values = {
        name: PropertyValue(value, UNITS[name], FROM_PROMPT, verified=False) for name, value in given.items()
    }
    changed = replace(material, overridden=tuple(given), **values)  # type: ignore[arg-type]
    if len(given) == len(UNITS):
        return changed, ()
    rest = say(
        "The properties the prompt does not give are those of {material}.",
        material=called(material, language),
    )
    return changed, (rest,)


def of_the_prompt(
    name: str | None, given: Mapping[PropertyName, float], source: str = FROM_PROMPT
) -> Material:
    """A material of which only the three properties given are known."""
    values = {key: PropertyValue(given[key], unit, source, verified=False) for key, unit in UNITS.items()}
    return Material(
        id="custom",
        name=name or "custom material",
        name_zh=name or "自定义材料",
        thermal_conductivity=values["thermal_conductivity"],
        density=values["density"],
        specific_heat_capacity=values["specific_heat_capacity"],
        overridden=tuple(UNITS),
    )


def with_edits(
    pieces: Sequence[Material], count: int, edits: Edits, table: MaterialTable
) -> tuple[Material, ...]:
    """The material of each piece once a person's edits are in.

    Args:
        pieces: the materials before; empty where none is known.
        count: of the pieces.
        edits: materials and properties by the number of the piece.
        table: where materials are looked up by id.

    Raises:
        InvalidInput: there is no such material or property, or a value no solid has.
    """
    chosen: list[Material | None] = list(pieces) or [None] * count
    for i, name in enumerate(edits.materials[:count]):
        if name is not None:
            chosen[i] = _found(name, table)
    known = next((material for material in chosen if material is not None), None)
    chosen = [material or known for material in chosen]
    for i in range(count):
        values = {name: value for number, name, value in edits.properties if number == i}
        if values:
            chosen[i] = _edited(chosen[i], values)
    return tuple(material for material in chosen if material is not None) if all(chosen) else ()


def _found(name: str, table: MaterialTable) -> Material:
    material = table.find(name)
    if material is None:
        raise InvalidInput(
            say("There is no material called “{name}”.", name=name[:60]), say("Choose one of the table.")
        )
    return material


def _edited(material: Material | None, values: Mapping[str, float]) -> Material | None:
    changed = {name: _checked(name, value) for name, value in values.items()}
    if material is None:
        if not set(UNITS) <= set(values):
            return None
        material = of_the_prompt(None, {name: values[name] for name in UNITS}, FROM_EDIT)
    names = dict.fromkeys((*material.overridden, *values))
    return replace(material, overridden=tuple(names), **changed)  # type: ignore[arg-type]


def _checked(name: str, value: float) -> PropertyValue:
    known: MaterialProperty | None = next((key for key in RULES if key == name), None)
    if known is None:
        raise InvalidInput(
            say("There is no property called “{name}”.", name=name[:60]),
            say("Choose one of: {names}.", names=", ".join(RULES)),
        )
    rule = RULES[known]
    if not within_reason(known, value):
        raise InvalidInput(
            say(
                "No solid has a {property} of {value} {unit}.",
                property=rule.words,
                value=number(value),
                unit=rule.unit,
            ),
            say("Give a value from {low} to {high}.", low=number(rule.low), high=number(rule.high)),
        )
    return PropertyValue(value, rule.unit, FROM_EDIT, verified=False)
