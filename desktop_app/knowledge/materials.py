"""The table of materials: values with units and sources, looked up by exact name only."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from desktop_app.domain.errors import HeatSketchError
from desktop_app.domain.material import Material, PropertyValue
from desktop_app.domain.text import say

Phase = Literal["solid", "liquid", "gas"]
_Name = Annotated[str, Field(min_length=1, max_length=80)]


class MaterialsUnreadable(HeatSketchError):
    """The materials file is missing or breaks its rules."""


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class _Property(_Record):
    value: Annotated[float, Field(gt=0, allow_inf_nan=False)]
    source: Annotated[str, Field(min_length=1, max_length=300)]
    verified: bool


class _Conductivity(_Property):
    unit: Literal["W/(m·K)"]


class _Density(_Property):
    unit: Literal["kg/m³"]


class _SpecificHeat(_Property):
    unit: Literal["J/(kg·K)"]


class _MaterialRecord(_Record):
    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(_[a-z0-9]+)*$")]
    name: _Name
    name_zh: _Name
    aliases: tuple[_Name, ...] = ()
    symbols: tuple[Annotated[str, Field(pattern=r"^[A-Z][a-z]?$")], ...] = ()
    phase: Phase
    thermal_conductivity: _Conductivity
    density: _Density
    specific_heat_capacity: _SpecificHeat

    def names(self) -> tuple[str, ...]:
        return (self.id, self.name, self.name_zh, *self.aliases, *self.symbols)


class _MaterialsFile(_Record):
    materials: Annotated[tuple[_MaterialRecord, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _names_belong_to_one_material(self) -> _MaterialsFile:
        owner: dict[str, str] = {}
        for record in self.materials:
            if record.id in owner.values():
                raise ValueError(f"the id {record.id!r} is used twice")
            for key in {normalised_name(name) for name in record.names()}:
                if key in owner:
                    raise ValueError(f"{key!r} names both {owner[key]!r} and {record.id!r}")
                owner[key] = record.id
        return self


@dataclass(frozen=True)
class NamedMaterial:
    """A material with the words a prompt may use for it.

    Attributes:
        material: the entry.
        words: names and aliases, matched without regard to case.
        symbols: chemical symbols, matched as written.
        phase: only solids are bodies of a concept; liquids and gases surround them.
    """

    material: Material
    words: tuple[str, ...]
    symbols: tuple[str, ...]
    phase: Phase


class MaterialTable:
    """Materials by exact name, alias, symbol or id, in English and Chinese."""

    def __init__(self, entries: tuple[NamedMaterial, ...]) -> None:
        self._entries = entries
        self._by_name = {
            normalised_name(name): entry.material
            for entry in entries
            for name in (entry.material.id, *entry.words, *entry.symbols)
        }

    @classmethod
    def load(cls, path: Path) -> MaterialTable:
        """Read and check a materials file.

        Args:
            path: a JSON file; `resources/materials/materials.json` is the one shipped.

        Raises:
            MaterialsUnreadable: the file is missing, or a unit, a value, an id or a name breaks the rules.
        """
        try:
            checked = _MaterialsFile.model_validate_json(path.read_bytes())
        except (OSError, ValidationError) as error:
            raise MaterialsUnreadable(
                say("The materials table {path} cannot be used.", path=str(path)),
                say("Restore the file that came with HeatSketch."),
                details=str(error),
            ) from error
        return cls(tuple(_entry(record) for record in checked.materials))

    def find(self, name: str) -> Material | None:
        """The material of exactly this name (case, spaces and hyphens aside), or None: never a near one."""
        return self._by_name.get(normalised_name(name))

    def suggestions(self, name: str, limit: int = 3) -> tuple[Material, ...]:
        """Materials with names like `name`, best first; for a message, never to be used in its place."""
        close = difflib.get_close_matches(
            normalised_name(name), self._by_name, n=max(limit * 4, 1), cutoff=0.6
        )
        found = dict.fromkeys(self._by_name[key] for key in close)
        return tuple(found)[:limit]

    def named(self) -> tuple[NamedMaterial, ...]:
        """Every entry with the words for it, in the file's order."""
        return self._entries

    def __iter__(self) -> Iterator[Material]:
        return (entry.material for entry in self._entries)

    def __len__(self) -> int:
        return len(self._entries)


def normalised_name(name: str) -> str:
    """`name` without differences of case, width, spaces, hyphens and underscores.

    >>> normalised_name("6061-t6") == normalised_name(" 6061 T6 ")
    True
    """
    folded = unicodedata.normalize("NFKC", name).casefold()
    return re.sub(r"[\s_\-\u2010-\u2015]+", " ", folded).strip()


def _entry(record: _MaterialRecord) -> NamedMaterial:
    material = Material(
        id=record.id,
        name=record.name,
        name_zh=record.name_zh,
        thermal_conductivity=_value(record.thermal_conductivity, record.thermal_conductivity.unit),
        density=_value(record.density, record.density.unit),
        specific_heat_capacity=_value(record.specific_heat_capacity, record.specific_heat_capacity.unit),
    )
    words = (record.name, record.name_zh, *record.aliases)
    return NamedMaterial(material, words, record.symbols, record.phase)


def _value(checked: _Property, unit: str) -> PropertyValue:
    return PropertyValue(checked.value, unit, checked.source, checked.verified)
