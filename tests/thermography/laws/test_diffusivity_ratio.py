"""Copper or iron: two clips whose ratio of diffusivities is known."""

from __future__ import annotations

import numpy as np
import pytest
from support.line_clips import as_evidence, true_course

from desktop_app.thermography.laws.diffusivity_ratio import diffusivity_ratio

COPPER_TO_IRON = 117 / 23.1
"""Of their diffusivities in mm²/s."""


def pair(ratio: float, seed: int, sigma: float = 0.03):
    bends = np.random.default_rng(seed).normal(0, 0.01, 3) / np.arange(1, 4)
    fast, setting = true_course("hot_insulated", 0.1 * ratio, 61)
    slow, _ = true_course("hot_insulated", 0.1, 61)
    return (
        as_evidence(fast, setting, sigma=sigma, seed=2 * seed, bends=bends),
        as_evidence(slow, setting, sigma=sigma, seed=2 * seed + 1, bends=bends),
    )


@pytest.mark.parametrize("seed", range(3))
def test_copper_conducts_five_times_as_fast_as_iron(seed):
    found = diffusivity_ratio(*pair(COPPER_TO_IRON, seed))
    assert found is not None
    assert found.value == pytest.approx(COPPER_TO_IRON, rel=0.2)
    assert found.interval[0] < COPPER_TO_IRON < found.interval[1]


@pytest.mark.parametrize("seed", range(3))
def test_equal_materials_are_not_told_apart_and_wrong_ones_are(seed):
    found = diffusivity_ratio(*pair(1.0, seed))
    assert found is not None
    assert found.interval[0] < 1 < found.interval[1]
    assert not found.interval[0] < COPPER_TO_IRON < found.interval[1]


def test_a_palette_that_both_share_moves_their_ratio_less():
    both = diffusivity_ratio(*pair(1.0, 5, sigma=0.003))
    assert both is not None
    assert both.interval[1] - both.interval[0] < 0.06
