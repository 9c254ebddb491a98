"""A material as a person enters it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class OwnValue:
    """A number as it was typed.

    Attributes:
        value: in `unit`.
        unit: any unit of the property, e.g. `BTU/(hr·ft·°F)` for a thermal conductivity.
        source: where it comes from; may be empty.
    """

    value: float
    unit: str
    source: str = ""


@dataclass(frozen=True)
class OwnMaterial:
    """A material to add to the table, or to put in the place of the one of that name.

    Attributes:
        name: English or Chinese; the id is derived from it.
        thermal_conductivity, density, specific_heat_capacity: what conduction needs.
        name_zh: Chinese name, where it has one.
        aliases: further names a prompt may use.
        emissivity, melting_point: None where they are not known.
    """

    name: str
    thermal_conductivity: OwnValue
    density: OwnValue
    specific_heat_capacity: OwnValue
    name_zh: str = ""
    aliases: tuple[str, ...] = ()
    emissivity: OwnValue | None = None
    melting_point: OwnValue | None = None
