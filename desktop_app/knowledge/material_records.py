"""The rules of a materials file; imported only to read one, since pydantic is slow to load."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, model_validator

from desktop_app.domain.material import Material, PropertyValue
from desktop_app.knowledge.material_properties import RULES, MaterialProperty, within_reason
from desktop_app.knowledge.materials import NamedMaterial, Phase, normalised_name

MOST_MATERIALS = 1000

_Name = Annotated[str, Field(min_length=1, max_length=80)]
_Number = Annotated[float, Field(allow_inf_nan=False)]
_Temperature = Annotated[float, Field(gt=0, le=1e4)]
_MELTING: tuple[MaterialProperty, ...] = (
    "latent_heat",
    "liquid_conductivity",
    "liquid_specific_heat_capacity",
)


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class PropertyRecord(_Record):
    """A value with its unit, and where it comes from."""

    value: _Number
    unit: Annotated[str, Field(max_length=60)]
    source: Annotated[str, Field(min_length=1, max_length=400)]
    verified: bool
    temperature_K: _Temperature | None = None
    low: _Number | None = None
    high: _Number | None = None

    @model_validator(mode="after")
    def _value_lies_in_its_range(self) -> PropertyRecord:
        if not (self.low is None or self.low <= self.value) or not (
            self.high is None or self.value <= self.high
        ):
            raise ValueError("the value is outside its own range")
        return self

    def kept(self) -> PropertyValue:
        """As the rest of the app knows it."""
        return PropertyValue(
            self.value, self.unit, self.source, self.verified, self.temperature_K, self.low, self.high
        )


def _kept(record: PropertyRecord | None) -> PropertyValue | None:
    return None if record is None else record.kept()


class MaterialRecord(_Record):
    """One material of a file.

    Attributes:
        aliases: further names, looked for in prompts too.
        symbols: chemical symbols, looked for in prompts as written.
        lookup: names that mean the material only where they stand alone: `W` is a watt in a sentence.
    """

    id: Annotated[str, Field(max_length=80, pattern=r"^[a-z][a-z0-9]*(_[a-z0-9]+)*$")]
    name: _Name
    name_zh: _Name
    aliases: Annotated[tuple[_Name, ...], Field(max_length=60)] = ()
    symbols: Annotated[tuple[Annotated[str, Field(pattern=r"^[A-Z][a-z]?$")], ...], Field(max_length=4)] = ()
    lookup: Annotated[tuple[_Name, ...], Field(max_length=20)] = ()
    phase: Phase = "solid"
    thermal_conductivity: PropertyRecord
    density: PropertyRecord
    specific_heat_capacity: PropertyRecord
    through_conductivity: PropertyRecord | None = None
    emissivity: PropertyRecord | None = None
    melting_point: PropertyRecord | None = None
    latent_heat: PropertyRecord | None = None
    liquid_conductivity: PropertyRecord | None = None
    liquid_specific_heat_capacity: PropertyRecord | None = None

    @model_validator(mode="after")
    def _names_can_be_read(self) -> MaterialRecord:
        for name in self.names():
            if not normalised_name(name) or any(unicodedata.category(c).startswith("C") for c in name):
                raise ValueError(f"{name!r} is not a name")
        return self

    @model_validator(mode="after")
    def _melting_is_known_whole(self) -> MaterialRecord:
        known = [getattr(self, name) is not None for name in _MELTING]
        if any(known) and not (all(known) and self.melting_point is not None):
            raise ValueError(f"{self.id}: a latent heat needs a melting point and both values of the liquid")
        return self

    def names(self) -> tuple[str, ...]:
        """Everything the material may be looked up by."""
        return (self.id, self.name, self.name_zh, *self.aliases, *self.symbols, *self.lookup)

    def properties(self) -> Iterator[tuple[MaterialProperty, PropertyRecord]]:
        """Its properties that are known."""
        for name in RULES:
            record = getattr(self, name)
            if record is not None:
                yield name, record

    def entry(self) -> NamedMaterial:
        """As the table knows it; the values must be in SI."""
        material = Material(
            id=self.id,
            name=self.name,
            name_zh=self.name_zh,
            thermal_conductivity=self.thermal_conductivity.kept(),
            density=self.density.kept(),
            specific_heat_capacity=self.specific_heat_capacity.kept(),
            through_conductivity=_kept(self.through_conductivity),
            emissivity=_kept(self.emissivity),
            melting_point=_kept(self.melting_point),
            latent_heat=_kept(self.latent_heat),
            liquid_conductivity=_kept(self.liquid_conductivity),
            liquid_specific_heat_capacity=_kept(self.liquid_specific_heat_capacity),
        )
        words = tuple(dict.fromkeys((self.name, self.name_zh, *self.aliases)))
        return NamedMaterial(material, words, self.symbols, self.phase, self.lookup)


class MaterialsFile(_Record):
    """A file of materials whose names are each used once."""

    materials: Annotated[tuple[MaterialRecord, ...], Field(max_length=MOST_MATERIALS)]

    @model_validator(mode="after")
    def _names_belong_to_one_material(self) -> MaterialsFile:
        owner: dict[str, str] = {}
        for record in self.materials:
            if record.id in owner.values():
                raise ValueError(f"the id {record.id!r} is used twice")
            for key in {normalised_name(name) for name in record.names()}:
                if key in owner:
                    raise ValueError(f"{key!r} names both {owner[key]!r} and {record.id!r}")
                owner[key] = record.id
        return self


class ShippedFile(MaterialsFile):
    """The materials that come with the app: there are some, in SI, within reason."""

    materials: Annotated[tuple[MaterialRecord, ...], Field(min_length=1, max_length=MOST_MATERIALS)]

    @model_validator(mode="after")
    def _values_are_si_and_within_reason(self) -> ShippedFile:
        for record in self.materials:
            for name, value in record.properties():
                if value.unit != RULES[name].unit:
                    raise ValueError(f"{record.id}: {name} is in {value.unit}, not in {RULES[name].unit}")
                if not within_reason(name, value.value, gas=record.phase == "gas"):
                    raise ValueError(f"{record.id}: {name} of {value.value} {value.unit}")
        return self
