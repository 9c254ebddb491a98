"""The materials there are, and a person's own among them."""

from __future__ import annotations

import math
import unicodedata
from dataclasses import dataclass

from desktop_app.domain.errors import HeatSketchError, InvalidInput
from desktop_app.domain.material import Material
from desktop_app.domain.own_material import OwnMaterial
from desktop_app.domain.text import say
from desktop_app.knowledge.material_properties import MaterialProperty
from desktop_app.knowledge.unit_conversion import to_kept_unit
from desktop_app.workflow.context import Context

_LONGEST_NUMBER = 40


@dataclass(frozen=True)
class MaterialList:
    """What a list of materials shows.

    Attributes:
        materials: all of them, the shipped ones first.
        own_ids: of those that are the person's own.
        problem: why the person's file is not used, or None.
    """

    materials: tuple[Material, ...]
    own_ids: tuple[str, ...]
    problem: HeatSketchError | None


def materials(context: Context) -> MaterialList:
    """Every material there is now."""
    store = context.materials
    return MaterialList(tuple(store.table), store.own_ids, store.problem)


def save_material(context: Context, entry: OwnMaterial, instead_of: str | None = None) -> Material:
    """Add a material of one's own, or put it in the place of the one of that name.

    `instead_of` is the id of an own material that goes when this one comes.

    Raises:
        InvalidInput: a name, a value or a unit cannot be taken.
        ExportFailed: the file could not be written.
    """
    return context.materials.save(entry, instead_of)


def remove_material(context: Context, material_id: str) -> None:
    """Take out a material of one's own; a shipped one it replaced is itself again.

    Raises:
        InvalidInput: no own material has that id.
        ExportFailed: the file could not be written.
    """
    context.materials.remove(material_id)


def convert(value_text: str, unit_text: str, name: MaterialProperty) -> float:
    """A value as typed, in the unit the property is kept in.

    Raises:
        InvalidInput: it is no number, or its unit is not one of the property.
    """
    return to_kept_unit(_number(value_text), unit_text, name)


def _number(text: str) -> float:
    plain = unicodedata.normalize("NFKC", text).replace("−", "-").strip()
    try:
        value = float(plain) if len(plain) <= _LONGEST_NUMBER and "_" not in plain else math.nan
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise InvalidInput(
            say("“{text}” is not a number.", text=text[:_LONGEST_NUMBER]),
            say("Write it with a decimal point, such as 0.25 or 1.2e3."),
        )
    return value
