"""The words a concept is made of: shapes, places, and what is done to a body."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Shape = Literal[
    "rod", "plate", "fin", "heat_sink", "block", "ring", "l_bracket", "stack", "contact", "room", "ice_block"
]
Where = Literal[
    "left", "right", "top", "bottom", "both_ends", "centre", "spot", "all_around", "inside", "base"
]
HeatingKind = Literal["temperature", "flux", "power", "convection", "flame"]
Language = Literal["en", "zh"]
Face = Literal["left", "right", "top", "bottom"]
LONGEST_PROMPT = 2_000
"""Characters that are read at most."""


@dataclass(frozen=True)
class Size:
    """Extent of the body in metres, as a person names it; `Concept.extent` is what the picture shows.

    Attributes:
        length: of a rod, along it; of a plate or fin in its plane; of a ring its diameter; else the width.
        height: of a rod its diameter; of a plate or fin in its plane, across `length`; else upward.
        thickness: of a flat body, of an L-bracket's legs; of any other body its depth.
    """

    length: float
    height: float
    thickness: float


@dataclass(frozen=True)
class Heating:
    """One thing done to the body.

    Attributes:
        where: which part of it.
        kind: `temperature` and `flame` hold a temperature; `convection` carries h and `ambient_K`.
        value: in `unit`.
        unit: `K`, `W/m²`, `W` or `W/(m²·K)`.
        ambient_K: temperature of the surroundings for `convection`, else None.
        emissivity: of surfaces that also radiate to those surroundings; 0 where radiation is neglected.
        extent_m: diameter of a spot or width of a chip; None where it is not said.
        start_s, end_s: when it acts; an end of None is the end of the clip.
    """

    where: Where
    kind: HeatingKind
    value: float
    unit: str
    ambient_K: float | None = None
    emissivity: float = 0.0
    extent_m: float | None = None
    start_s: float = 0.0
    end_s: float | None = None
