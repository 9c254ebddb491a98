"""Ideas for the corpus: a body, what it is made of, where it is heated, how big it is and for how long."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import pi
from pathlib import Path
from typing import Any, TypeVar

import numpy as np

from desktop_app.domain.material import Material
from desktop_app.knowledge.materials import MaterialTable
from starter_model.wording import sentences

T = TypeVar("T")
RESOURCES = Path(__file__).parents[2] / "resources"

HEATED: Mapping[str, Mapping[str, float]] = {
    "rod": {"left": 3, "right": 3, "both_ends": 2, "centre": 2, "top": 1, "bottom": 1},
    "plate": {"left": 2, "right": 2, "top": 2, "bottom": 2, "both_ends": 1.5, "spot": 3},
    "ring": {"left": 2, "right": 2, "top": 2, "bottom": 2, "both_ends": 1, "centre": 2},
    "heat_sink": {"bottom": 4, "left": 1.5, "right": 1.5, "top": 1, "both_ends": 1},
    "stack": {"bottom": 3, "top": 3, "left": 1.5, "right": 1.5},
}
"""Where each shape is heated, and how often. The middle of a plate is a spot, that of a ring its inside."""
SHAPES: Mapping[str, float] = {"rod": 5, "plate": 5, "ring": 4, "heat_sink": 3.5, "stack": 3.5}
FITS: Mapping[str, Mapping[str, float]] = {
    "rod": {"board": 0, "filling": 0},
    "plate": {"filling": 0},
    "ring": {"board": 0, "filling": 0},
    "heat_sink": {
        "ceramic": 0.6, "glass": 0.3, "stone": 0.2, "wood": 0.3, "plastic": 0.3,
        "foam": 0, "board": 0, "filling": 0,
    },
    "stack": {},
}  # fmt: skip
"""How often a group of materials is made into a shape, where that is not as often as any."""
NUM_LAYERS: Mapping[int, float] = {2: 5, 3: 4, 4: 1.5}
USUAL_SIZE: Mapping[str, tuple[int, int]] = {
    "rod": (20, 1),
    "plate": (20, 15),
    "ring": (6, 6),
    "heat_sink": (8, 3),
    "stack": (5, 5),
}
"""What the app takes where no size is said: cm along x and y; of a stack, each layer's mm."""
RING_BORE = 2 / 3
"""Inner over outer diameter."""
LEAST_FOURIER, MOST_FOURIER = 0.02, 2.0
"""A duration that is given lies between these: a frozen clip teaches nothing."""
TELLS_TIME = 0.35
"""Share of the sentences with a duration."""


@dataclass(frozen=True)
class Idea:
    """What is heated where; the fields are those of `scenes.Scene`."""

    shape: str
    heated: str
    materials: tuple[str, ...]


def draw_idea(random: np.random.Generator) -> Idea:
    """A shape, a place that makes sense with it, and materials, no two of a stack the same."""
    shape = draw(random, SHAPES)
    heated = draw(random, HEATED[shape])
    fits = FITS[shape]
    weights = {
        name: one["weight"] * fits.get(one["group"], 1.0)
        for name, one in sentences("materials")["materials"].items()
    }
    count = draw(random, NUM_LAYERS) if shape == "stack" else 1
    materials: list[str] = []
    for _ in range(count):
        materials.append(draw(random, weights))
        weights.pop(materials[-1])
    return Idea(shape, heated, tuple(materials))


def is_reserved(shape: str, heated: str, materials: Sequence[str], share: float) -> bool:
    """Whether training never sees this: of a stack its first two materials, else material, shape and place.

    The same on every machine and in every process.
    """
    key = "|".join([shape, *materials[:2]] if shape == "stack" else [shape, heated, *materials])
    return int.from_bytes(hashlib.sha256(key.encode()).digest()[:8]) / 2**64 < share


def draw_size(random: np.random.Generator, shape: str) -> tuple[int, int]:
    """Along x and y, in the units of `USUAL_SIZE`."""
    if shape == "plate":
        width = int(random.integers(8, 41))
        height = int(random.integers(max(6, round(width / 2.5)), round(1.6 * width) + 1))
        return width, height
    low, high = {"rod": (5, 80), "ring": (3, 20), "heat_sink": (5, 15), "stack": (2, 10)}[shape]
    width = int(random.integers(low, high + 1))
    return width, {"rod": 1, "ring": width, "heat_sink": 3, "stack": width}[shape]


def draw_duration(random: np.random.Generator, idea: Idea, size: tuple[int, int]) -> int | None:
    """A duration that is worth watching, s; None where none is said.

    Rings that are heated from one side are told one more often: the app shows them only briefly.
    """
    tells = 2 * TELLS_TIME if idea.shape == "ring" and idea.heated != "centre" else TELLS_TIME
    one = _seconds_to_fourier_number_one(idea, size)
    fitting = [
        seconds
        for seconds in map(int, sentences("en")["durations"])
        if LEAST_FOURIER <= seconds / one <= MOST_FOURIER
    ]
    return int(random.choice(fitting)) if random.random() < tells and fitting else None


def draw(random: np.random.Generator, weights: Mapping[T, float]) -> T:
    """One of the keys, as often as their weights say."""
    share = np.cumsum(list(weights.values()))
    return list(weights)[int(np.searchsorted(share, random.random() * share[-1], side="right"))]


def known(material: str) -> Mapping[str, Any]:
    """What `sentences/materials.json` says of a material."""
    entry: Mapping[str, Any] = sentences("materials")["materials"][material]
    return entry


@cache
def materials_table() -> MaterialTable:
    """The materials that come with the app."""
    return MaterialTable.load(RESOURCES / "materials")


def _seconds_to_fourier_number_one(idea: Idea, size: tuple[int, int]) -> float:
    """L²/α over the way the heat takes; through a stack, the product of its resistance and capacity."""
    table = materials_table()
    found = [material for name in idea.materials if (material := table.find(name)) is not None]
    if idea.shape == "stack":
        thickness = size[0] * 1e-3
        resistance = sum(thickness / _through(material) for material in found)
        return resistance * sum(thickness * material.volumetric_heat_capacity for material in found)
    return _way_m(idea, size) ** 2 / found[0].thermal_diffusivity


def _way_m(idea: Idea, size: tuple[int, int]) -> float:
    """As `physics.way` has it."""
    width, height = size[0] * 1e-2, size[1] * 1e-2
    if idea.shape == "ring":
        half_turn = pi * width / 4 * (1 + RING_BORE)
        ways = {"centre": width / 2 * (1 - RING_BORE), "both_ends": half_turn / 2}
        return ways.get(idea.heated, half_turn)
    if idea.heated == "spot":
        return max(width, height) / 2
    if idea.heated in ("both_ends", "centre"):
        return width / 2
    return height if idea.heated in ("top", "bottom") and idea.shape != "rod" else width


def _through(material: Material) -> float:
    return (material.through_conductivity or material.thermal_conductivity).value
