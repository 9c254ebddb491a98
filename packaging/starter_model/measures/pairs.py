"""Pairs of prompts that differ in the material only: the faster one must have the faster front."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from desktop_app.domain.errors import HeatSketchError
from desktop_app.workflow.context import Context
from starter_model.measures.asked import Asked, ask
from starter_model.measures.profile import true_reach
from starter_model.wording import sentences

LEAST_RATIO, NEAR_RATIO = 2.0, 10.0
"""Of the diffusivities; every second pair is nearer than the latter."""
LEAST_APART = 0.1
"""Of the probe's length, by which the true fronts (half of the scale) are apart at mid-clip: to be seen."""
SENTENCES = {
    "en": (
        "A {material} rod, {size} cm long, heated at its left end, over {seconds} s",
        "A {material} rod, {size} cm long, heated at its right end, over {seconds} s, iron look",
        "A {material} plate, {size} cm x 10 cm, heated at the left edge, over {seconds} s",
        "A {material} plate, {size} cm x 12 cm, heated at the right edge, over {seconds} s, glow look",
    ),
    "zh": (
        "一根{size}厘米长的{material}棒，左端加热，持续{seconds}秒",
        "一根{size}厘米长的{material}棒，右端加热，持续{seconds}秒，铁红色调",
        "一块{size}厘米x10厘米的{material}板，左边加热，持续{seconds}秒",
        "一块{size}厘米x12厘米的{material}板，右边加热，持续{seconds}秒，炽热色调",
    ),
}
SIZES_CM = (12, 16, 20, 25, 30)
SECONDS = (10, 20, 30, 60, 90, 120, 300, 600, 1200, 1800, 3600)


@dataclass(frozen=True, eq=False)
class Pair:
    """Two prompts; the first one's material is the faster."""

    key: str
    faster: Asked
    slower: Asked
    ratio: float
    reaches: tuple[float, float]


def pairs(context: Context, count: int, seed: int) -> Iterator[Pair]:
    """Draw pairs; English and Chinese, and each sentence, in turn."""
    materials = sentences("materials")["materials"]
    random = np.random.default_rng(seed)
    found = 0
    while found < count:
        language = ("en", "zh")[found % 2]
        templates = SENTENCES[language]
        template = templates[found // 2 % len(templates)]
        size, seconds = int(random.choice(SIZES_CM)), int(random.choice(SECONDS))
        names = [
            str(random.choice(materials[material][language]))
            for material in random.choice(sorted(materials), 2, replace=False)
        ]
        prompts = [template.format(material=name, size=size, seconds=seconds) for name in names]
        pair = _pair(context, f"pair-{seed}-{found}", prompts)
        wants_near = found // 2 % 2 == 0
        if pair is not None and (pair.ratio < NEAR_RATIO or not wants_near):
            found += 1
            yield pair


def _pair(context: Context, key: str, prompts: list[str]) -> Pair | None:
    """The pair of two prompts; None where they differ in more, or too little."""
    try:
        both = [ask(context, prompt, key=f"{key}-{number}") for number, prompt in enumerate(prompts)]
    except HeatSketchError:
        return None
    if not _differ_in_material_only(*both):
        return None
    slower, faster = sorted(both, key=_diffusivity)
    ratio = _diffusivity(faster) / _diffusivity(slower)
    reaches = true_reach(faster), true_reach(slower)
    if ratio < LEAST_RATIO or reaches[0] - reaches[1] < LEAST_APART:
        return None
    return Pair(key, faster, slower, ratio, reaches)


def _differ_in_material_only(one: Asked, other: Asked) -> bool:
    first, second = one.concept, other.concept
    return (
        first.supported
        and second.supported
        and first.shape == second.shape
        and first.size == second.size
        and first.heating == second.heating
        and first.initial_temperature_K == second.initial_temperature_K
        and first.duration_s == second.duration_s
        and first.look == second.look
        and len(first.materials) == len(second.materials) == 1
    )


def _diffusivity(asked: Asked) -> float:
    return asked.concept.materials[0].thermal_diffusivity
