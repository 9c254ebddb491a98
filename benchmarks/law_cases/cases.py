"""The clips of a half: true ones, the same recoloured, broken ones, pairs of materials."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from benchmarks.law_cases import development_scenes, held_out_scenes
from benchmarks.law_cases.conditions import LENGTHS, Conditions, drawn
from benchmarks.law_cases.controls import CONTROLS, Control
from benchmarks.law_cases.scene import Scene
from benchmarks.law_cases.truth import solved
from desktop_app.domain.laws import LawId
from desktop_app.physics.body_grid import picture_cells
from desktop_app.workflow.context import Context
from desktop_app.workflow.understanding import understand

Half = Literal["development", "held_out"]
HALVES: tuple[Half, ...] = ("development", "held_out")
SEEDS: dict[Half, int] = {"development": 11, "held_out": 2_026}
TRUE_CLIPS, CLIPS_A_CONTROL, PAIR_CLIPS = 100, 16, 9
QUICK_TRUE, QUICK_A_CONTROL, QUICK_PAIRS = 25, 3, 3
RECOLOUR_EVERY = 5
CELLS_ALONG = 32

Kind = Literal["true", "recoloured", "control", "true pair", "wrong pair"]


@dataclass(frozen=True)
class Case:
    """One clip to judge, or a pair.

    Attributes:
        number: of the case among its kind.
        scene: what it shows.
        control: how it is broken; None where it is not.
        other: the material of a pair's second clip.
    """

    kind: Kind
    number: int
    scene: Scene
    conditions: Conditions
    control: Control | None = None
    other: str = ""

    @property
    def id(self) -> str:
        """Unique within a half."""
        broken = f" {self.control.name}" if self.control is not None else ""
        return f"{self.kind}{broken} {self.number}"


def cases_of(context: Context, half: Half, *, quick: bool) -> list[Case]:
    """All cases of a half, kinds mixed, so that the first few already say something."""
    module = development_scenes if half == "development" else held_out_scenes
    seed = SEEDS[half]
    found = _true(module.SCENES, seed, quick=quick)
    found += _broken(context, module.SCENES, seed, quick=quick)
    found += _pairs(module.PAIRS, seed, quick=quick)
    order = np.random.default_rng(seed).permutation(len(found))
    return [found[at] for at in order]


def _true(scenes: tuple[Scene, ...], seed: int, *, quick: bool) -> list[Case]:
    found: list[Case] = []
    for number in range(QUICK_TRUE if quick else TRUE_CLIPS):
        scene, conditions = scenes[number % len(scenes)], _turned(number, len(scenes), seed, quick)
        found.append(Case("true", number, scene, conditions))
        if number % RECOLOUR_EVERY == 0:
            found.append(Case("recoloured", number, scene, conditions))
    return found


def _turned(number: int, scenes: int, seed: int, quick: bool) -> Conditions:
    """Conditions such that a scene meets another look each time it comes."""
    return drawn(number + number // scenes, seed, quick=quick)


def _broken(context: Context, scenes: tuple[Scene, ...], seed: int, *, quick: bool) -> list[Case]:
    """Each control on scenes that it can break, drawn by chance."""
    applying = {scene.name: _applies(context, scene) for scene in scenes}
    found: list[Case] = []
    for kind, control in enumerate(CONTROLS):
        random = np.random.default_rng((seed, 7, kind))
        fitting = [scene for scene in scenes if control.needs <= applying[scene.name]]
        for number in range(QUICK_A_CONTROL if quick else CLIPS_A_CONTROL):
            scene = fitting[random.integers(len(fitting))]
            conditions = drawn(number, seed + 100 + kind, quick=quick)
            found.append(Case("control", number, scene, conditions, control))
    return found


def _applies(context: Context, scene: Scene) -> frozenset[LawId]:
    """Laws that apply to the shortest clip of a scene, from a coarse solution."""
    concept = understand(context, scene.prompt)
    return solved(scene, concept, min(LENGTHS), cells=picture_cells(concept, CELLS_ALONG)).applies


def _pairs(pairs: tuple[tuple[str, str], ...], seed: int, *, quick: bool) -> list[Case]:
    found: list[Case] = []
    for number in range(QUICK_PAIRS if quick else PAIR_CLIPS):
        prompt, other = pairs[number % len(pairs)]
        scene = Scene(f"{prompt.split(',')[0]} and {other}", f"{prompt}, compare with {other}")
        conditions = drawn(number + number // len(pairs), seed + 900, quick=quick)
        found += [
            Case("true pair", number, scene, conditions, other=other),
            Case("wrong pair", number, scene, conditions, other=other),
        ]
    return found
