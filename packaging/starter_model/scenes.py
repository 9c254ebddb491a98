"""Ideas for the corpus: what is drawn from, and the sentences that say it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import pi
from pathlib import Path
from typing import Any, Literal, TypeVar

import numpy as np

from desktop_app.domain.material import Material
from desktop_app.knowledge.materials import MaterialTable
from starter_model.wording import Wording, sentences, typed_in_chinese, typed_in_english

Language = Literal["en", "zh"]
Kind = Literal["warm", "held", "flame"]
T = TypeVar("T")
RESOURCES = Path(__file__).parents[2] / "resources"

LOOKS = ("iron", "inferno", "glow")
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
FEWEST_FINS, MOST_FINS = 4, 12
KINDS: Mapping[Kind, float] = {"warm": 6, "held": 3, "flame": 1}
HELD_C = (60, 80, 90, 100, 120, 150, 200, 250, 300, 400, 500)
FLAME_C = 500
TELLS_SIZE, TELLS_FINS, TELLS_TIME, NAMES_INFERNO = 0.3, 0.6, 0.35, 0.4
"""Shares of the sentences that say so."""
LEAST_FOURIER, MOST_FOURIER = 0.02, 2.0
"""A duration that is given lies between these: a frozen clip teaches nothing."""


@dataclass(frozen=True)
class Scene:
    """A sentence and what it is meant to say.

    Attributes:
        shape, heated: as in `HEATED`.
        materials: their ids; one, or from the bottom (of what stands side by side, from the left).
        held_C: the temperature that is named, °C; None where it is left to the app.
        num_fins, duration_s: None where they are not said.
        unseen: whether the materials, the shape and the place are kept together from training.
        held_out_wording: whether the sentence's frame is kept from training.
    """

    prompt: str
    language: Language
    shape: str
    heated: str
    look: str
    materials: tuple[str, ...]
    held_C: float | None
    num_fins: int | None
    duration_s: float | None
    unseen: bool
    held_out_wording: bool


@dataclass(frozen=True)
class _Idea:
    shape: str
    heated: str
    materials: tuple[str, ...]


def draw_scene(
    random: np.random.Generator, *, unseen: bool, held_out_wording: bool, unseen_share: float
) -> Scene:
    """An idea and a sentence that says it, in English or in Chinese.

    Args:
        random: what it depends on, besides the other arguments.
        unseen: whether it is to be of the combinations that training never sees, or of the others.
        held_out_wording: whether it is to be in the frames that training never sees, or in the others.
        unseen_share: of all combinations.
    """
    idea = _draw_idea(random)
    while is_reserved(idea.shape, idea.heated, idea.materials, unseen_share) != unseen:
        idea = _draw_idea(random)
    language: Language = "en" if random.random() < 0.5 else "zh"
    hottest_C = min(_known(material)["hottest_C"] for material in idea.materials)
    kind = _draw(random, {one: w for one, w in KINDS.items() if one != "flame" or hottest_C >= FLAME_C})
    held_C = int(random.choice([t for t in HELD_C if t <= hottest_C])) if kind == "held" else None
    size = _draw_size(random, idea.shape)
    tells_size = random.random() < TELLS_SIZE
    look = LOOKS[int(random.integers(len(LOOKS)))]
    fins = int(random.integers(FEWEST_FINS, MOST_FINS + 1)) if idea.shape == "heat_sink" else None
    fins = fins if random.random() < TELLS_FINS else None
    seconds = _draw_duration(random, idea, size if tells_size else USUAL_SIZE[idea.shape])
    said = {
        "size": tells_size,
        "fins": fins is not None,
        "time": seconds is not None,
        "look": look != "inferno" or random.random() < NAMES_INFERNO,
    }
    facets = frozenset(facet for facet, is_said in said.items() if is_said)
    rules = _rules(random, language, idea, kind, look, size)
    rules |= {"t": [str(held_C)], "fins": [str(fins)]}
    rules["duration"] = sentences(language)["durations"].get(str(seconds), [])
    frames = "held_out_frames" if held_out_wording else "frames"
    sentence = Wording(random, rules, facets).say(frames)
    typed = typed_in_english if language == "en" else typed_in_chinese
    return Scene(
        prompt=typed(random, sentence),
        language=language,
        shape=idea.shape,
        heated=idea.heated,
        look=look,
        materials=idea.materials,
        held_C=FLAME_C if kind == "flame" else held_C,
        num_fins=fins,
        duration_s=seconds,
        unseen=unseen,
        held_out_wording=held_out_wording,
    )


def is_reserved(shape: str, heated: str, materials: Sequence[str], share: float) -> bool:
    """Whether training never sees this: of a stack its lowest two materials, else material, shape and place.

    The same on every machine and in every process.
    """
    key = "|".join([shape, *materials[:2]] if shape == "stack" else [shape, heated, *materials])
    return int.from_bytes(hashlib.sha256(key.encode()).digest()[:8]) / 2**64 < share


@cache
def materials_table() -> MaterialTable:
    """The materials that come with the app."""
    return MaterialTable.load(RESOURCES / "materials")


USUAL_SIZE: Mapping[str, tuple[int, int]] = {
    "rod": (20, 1),
    "plate": (20, 15),
    "ring": (6, 6),
    "heat_sink": (8, 3),
    "stack": (5, 5),
}
"""What the app takes where no size is said: cm along x and y; of a stack, each layer's mm."""
BODY_WHERE_HEATED: Mapping[tuple[str, str], str] = {
    ("rod", "top"): "rod_upright",
    ("rod", "bottom"): "rod_upright",
    ("stack", "left"): "stack_sideways",
    ("stack", "right"): "stack_sideways",
}
"""Bodies that are described in words of their own: what is heated at its top stands, and the app shows the
layers of a stack side by side where heat crosses them from left or right."""
RING_BORE = 2 / 3
"""Inner over outer diameter."""


def _draw_idea(random: np.random.Generator) -> _Idea:
    shape = _draw(random, SHAPES)
    heated = _draw(random, HEATED[shape])
    fits = FITS[shape]
    weights = {
        name: one["weight"] * fits.get(one["group"], 1.0)
        for name, one in sentences("materials")["materials"].items()
    }
    count = _draw(random, NUM_LAYERS) if shape == "stack" else 1
    materials: list[str] = []
    for _ in range(count):
        materials.append(_draw(random, weights))
        weights.pop(materials[-1])
    return _Idea(shape, heated, tuple(materials))


def _draw_size(random: np.random.Generator, shape: str) -> tuple[int, int]:
    if shape == "plate":
        width = int(random.integers(8, 41))
        height = int(random.integers(max(6, round(width / 2.5)), round(1.6 * width) + 1))
        return width, height
    low, high = {"rod": (5, 80), "ring": (3, 20), "heat_sink": (5, 15), "stack": (2, 10)}[shape]
    width = int(random.integers(low, high + 1))
    return width, {"rod": 1, "ring": width, "heat_sink": 3, "stack": width}[shape]


def _draw_duration(random: np.random.Generator, idea: _Idea, size: tuple[int, int]) -> int | None:
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


def _seconds_to_fourier_number_one(idea: _Idea, size: tuple[int, int]) -> float:
    """L²/α over the way the heat takes; through a stack, the product of its resistance and capacity."""
    table = materials_table()
    found = [material for name in idea.materials if (material := table.find(name)) is not None]
    if idea.shape == "stack":
        thickness = size[0] * 1e-3
        resistance = sum(thickness / _through(material) for material in found)
        return resistance * sum(thickness * material.volumetric_heat_capacity for material in found)
    width, height = size[0] * 1e-2, size[1] * 1e-2
    way = height if idea.heated in ("top", "bottom") and idea.shape != "rod" else width
    if idea.heated in ("both_ends", "centre", "spot"):
        way = max(width, height) / 2 if idea.heated == "spot" else width / 2
    if idea.shape == "ring":
        half_turn = pi * width / 4 * (1 + RING_BORE)
        ways = {"centre": width / 2 * (1 - RING_BORE), "both_ends": half_turn / 2}
        way = ways.get(idea.heated, half_turn)
    return way**2 / found[0].thermal_diffusivity


def _through(material: Material) -> float:
    return (material.through_conductivity or material.thermal_conductivity).value


def _rules(
    random: np.random.Generator, language: Language, idea: _Idea, kind: Kind, look: str, size: tuple[int, int]
) -> dict[str, Sequence[str]]:
    """The templates that fit an idea."""
    said = sentences(language)
    names = [str(random.choice(_known(material)[language])) for material in idea.materials]
    body = BODY_WHERE_HEATED.get((idea.shape, idea.heated), idea.shape)
    nouns = said["nouns"][idea.shape]
    rules: dict[str, Sequence[str]] = {name: list_ for name, list_ in said.items() if isinstance(list_, list)}
    rules |= said["clauses"][kind]
    rules |= {"is": ["is"]} | said["places"][idea.shape][idea.heated]
    rules |= said["looks"][look]
    rules |= {
        "bare" if "measures" in said else "body": said["bodies"][body],
        "mw": said.get("measures", {}).get(body, []),
        "m": names,
        "n": nouns.get(_known(idea.materials[0])["group"], nouns[""]),
        "size": said["sizes"][idea.shape],
        "w": [str(size[0])],
        "h": [str(size[1])],
        "count": said["counts"].get(str(len(names)), []),
        "layers": said["joined"],
        "rest": [said["comma"].join(names[:-1])],
        "last": names[-1:],
    }
    return rules


def _known(material: str) -> Mapping[str, Any]:
    known: Mapping[str, Any] = sentences("materials")["materials"][material]
    return known


def _draw(random: np.random.Generator, weights: Mapping[T, float]) -> T:
    """One of the keys, as often as their weights say."""
    share = np.cumsum(list(weights.values()))
    return list(weights)[int(np.searchsorted(share, random.random() * share[-1], side="right"))]
