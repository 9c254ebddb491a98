"""A person's own materials file: read as untrusted, in any units; imported only where there is one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, ValidationError, model_validator

from desktop_app.domain.errors import HeatSketchError
from desktop_app.domain.own_material import OwnMaterial, OwnValue
from desktop_app.domain.text import Text, say
from desktop_app.knowledge.material_properties import RULES, MaterialProperty, within_reason
from desktop_app.knowledge.material_records import (
    MOST_MATERIALS,
    MaterialRecord,
    MaterialsFile,
    PropertyRecord,
)
from desktop_app.knowledge.materials import MaterialRefused, MaterialsUnreadable, NamedMaterial
from desktop_app.knowledge.unit_conversion import to_kept_unit

_OWN_SOURCE = "own value"
_SHORTEST_NAME = 2
_MOST_NAMES = 5000


class _OwnProperty(PropertyRecord):
    source: Annotated[str, Field(min_length=1, max_length=400)] = _OWN_SOURCE
    verified: bool = True


class _OwnRecord(MaterialRecord):
    name_zh: Annotated[str, Field(max_length=80)] = ""
    thermal_conductivity: _OwnProperty
    density: _OwnProperty
    specific_heat_capacity: _OwnProperty
    through_conductivity: _OwnProperty | None = None
    emissivity: _OwnProperty | None = None
    melting_point: _OwnProperty | None = None
    latent_heat: _OwnProperty | None = None
    liquid_conductivity: _OwnProperty | None = None
    liquid_specific_heat_capacity: _OwnProperty | None = None

    def names(self) -> tuple[str, ...]:
        """Everything the material may be looked up by; a Chinese name may be missing."""
        return tuple(name for name in super().names() if name != "")

    @model_validator(mode="after")
    def _names_are_more_than_a_letter(self) -> _OwnRecord:
        for name in self.names():
            if name.isascii() and len(name) < _SHORTEST_NAME:
                raise ValueError(f"{name!r} would be found in every sentence")
        return self


class _OwnFile(MaterialsFile):
    materials: Annotated[tuple[_OwnRecord, ...], Field(max_length=MOST_MATERIALS)]

    @model_validator(mode="after")
    def _names_are_few_enough_to_look_for(self) -> _OwnFile:
        if sum(len(record.names()) for record in self.materials) > _MOST_NAMES:
            raise ValueError(f"there are more than {_MOST_NAMES} names")
        return self


def read_own(file: Path, largest: int) -> tuple[NamedMaterial, ...]:
    """The materials of a person's file, in SI.

    Args:
        file: JSON.
        largest: bytes beyond which it is not read.

    Raises:
        MaterialsUnreadable: it cannot be read, is too large or breaks a rule; says what to do about it.
    """
    try:
        if not file.is_file():
            raise _unusable(file, say("It is not a file of materials."))
        with file.open("rb") as opened:
            content = opened.read(largest + 1)
        if len(content) > largest:
            raise _unusable(file, say("It is larger than {bytes} bytes.", bytes=largest))
        checked = _OwnFile.model_validate(json.loads(content))
        return tuple(_in_si(record).entry() for record in checked.materials)
    except ValidationError as error:
        raise _unusable(file, say("An entry breaks the rules."), str(error)) from error
    except (OSError, ValueError, RecursionError) as error:
        raise _unusable(file, say("It is not a file of materials."), str(error)) from error
    except MaterialsUnreadable:
        raise
    except HeatSketchError as error:
        raise _unusable(file, error.message, error.details) from error


def record_of(entry: OwnMaterial, material_id: str) -> dict[str, Any]:
    """What is written of an entry form, with its values as they were typed."""
    record: dict[str, Any] = {"id": material_id, "name": entry.name.strip()}
    if entry.name_zh.strip():
        record["name_zh"] = entry.name_zh.strip()
    aliases = [alias.strip() for alias in entry.aliases if alias.strip()]
    if aliases:
        record["aliases"] = aliases
    for name in RULES:
        value: OwnValue | None = getattr(entry, name, None)
        if value is not None:
            record[name] = {
                "value": value.value,
                "unit": value.unit.strip(),
                "source": value.source.strip() or _OWN_SOURCE,
            }
    return record


def checked_record(record: dict[str, Any], others: list[dict[str, Any]]) -> None:
    """Return where an entry can be written beside the `others` of the file.

    Raises:
        MaterialRefused: with the reason.
        UnitRefused: a unit is not one of its property.
    """
    try:
        checked = _OwnRecord.model_validate(record)
    except ValidationError as error:
        raise MaterialRefused(
            say("“{name}” cannot be saved: a name or a value is missing or too long.", name=record["name"]),
            say("Give a name, and a number with a unit for each property."),
            str(error),
        ) from error
    _in_si(checked)
    try:
        _OwnFile.model_validate({"materials": [*others, record]})
    except ValidationError as error:
        raise MaterialRefused(
            say("A name of “{name}” is already that of another material of your own.", name=record["name"]),
            say("Choose another name, or remove the other material."),
            str(error),
        ) from error


def _in_si(record: _OwnRecord) -> _OwnRecord:
    changed: dict[str, Any] = {name: _converted(record, name, value) for name, value in record.properties()}
    if not record.name_zh:
        changed["name_zh"] = record.name
    return record.model_copy(update=changed)


def _converted(record: _OwnRecord, name: MaterialProperty, given: PropertyRecord) -> PropertyRecord:
    value = to_kept_unit(given.value, given.unit, name)
    if not within_reason(name, value, gas=record.phase == "gas"):
        raise MaterialRefused(
            say(
                "No material has a {property} of {value} {unit}.",
                property=RULES[name].words,
                value=f"{given.value:g}",
                unit=given.unit,
            ),
            say("Check the number and its unit."),
            f"{record.id}: {name} is {value:g} {RULES[name].unit}",
        )
    return given.model_copy(
        update={
            "value": value,
            "unit": RULES[name].unit,
            "low": None if given.low is None else to_kept_unit(given.low, given.unit, name),
            "high": None if given.high is None else to_kept_unit(given.high, given.unit, name),
        }
    )


def _unusable(file: Path, reason: Text, details: str = "") -> MaterialsUnreadable:
    return MaterialsUnreadable(
        say("Your own materials in {path} are not used: {reason}", path=str(file), reason=reason),
        say("Correct the file, or move it away; until then only the materials of HeatSketch are used."),
        details,
    )
