"""Heat runs from hot to cold: true clips from closed forms, and clips in which it does not."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from support.line_clips import INSULATED, TRUE, as_evidence, cut_off, true_course

from desktop_app.thermography.laws import second_law
from desktop_app.thermography.laws.deciding import Abstention, conclude


def verdict(course, setting, sigma=0.01, seed=0):
    return conclude([second_law.measure(as_evidence(course, setting, sigma=sigma, seed=seed))])[0]


@pytest.mark.parametrize("name", TRUE)
@pytest.mark.parametrize("sigma", [0.01, 0.05])
def test_true_clips_hold(name, sigma):
    assert verdict(*true_course(name, 0.2, 81), sigma=sigma).verdict == "holds"


@pytest.mark.parametrize("name", TRUE)
@pytest.mark.parametrize("sigma", [0.01, 0.05])
def test_clips_shown_backwards_are_broken(name, sigma):
    course, setting = true_course(name, 0.2, 81)
    found = verdict(course[::-1], setting, sigma=sigma)
    assert found.verdict == "broken"
    assert found.statistic < 0
    assert found.mark is not None
    assert found.mark.position is not None


def test_a_bump_that_sharpens_is_broken_where_it_is():
    place, time = np.linspace(0, 1, 128), np.linspace(0, 1, 81)[:, None]
    width = 0.2 - 0.1 * time
    course = 0.1 + 0.08 / width * np.exp(-(((place - 0.5) / width) ** 2) / 2)
    _, setting = true_course("hot_cold", 0.2, 81)
    found = verdict(course, replace(setting, start_level=None, ends=(INSULATED, INSULATED)))
    assert found.verdict == "broken"
    assert found.mark.position[0] < 0.5 < found.mark.position[1]


def test_a_clip_that_turns_back_halfway_is_broken_in_its_second_half():
    course, setting = true_course("hot_cold", 0.2, 61)
    found = verdict(np.concatenate([course, course[::-1]]), setting)
    assert found.verdict == "broken"
    assert found.mark.frames[1] > 61


@pytest.mark.parametrize("change", [{"along_the_heat": False}, {"homogeneous": False}, {"melts": True}])
def test_it_abstains_where_heat_does_not_run_along_the_probe(change):
    course, setting = true_course("hot_cold", 0.2, 33)
    found = second_law.measure(as_evidence(course, replace(setting, **change), sigma=0.01, seed=0))
    assert isinstance(found, Abstention)


def test_a_still_body_tells_no_direction():
    _, setting = true_course("hot_cold", 0.2, 61)
    assert verdict(np.full((61, 128), 0.4), setting, sigma=0.03).verdict == "undecided"


@pytest.mark.parametrize("seed", range(4))
def test_a_body_that_became_hot_all_over_is_not_broken_by_noise_that_the_scale_cuts_off(seed):
    course, setting = true_course("hot_insulated", 5.0, 49)
    evidence = cut_off(as_evidence(course, setting, sigma=0.012, seed=seed, grain=(1.5, 3.2)))
    assert conclude([second_law.measure(evidence)])[0].verdict == "holds"
