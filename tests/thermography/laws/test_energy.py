"""Heat does not come from nowhere: true clips from closed forms, and clips in which it does."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from support.line_clips import HELD_HOT, INSULATED, TRUE, as_evidence, cut_off, true_course

from desktop_app.thermography.laws import energy
from desktop_app.thermography.laws.deciding import Abstention, conclude

PLACE, TIME = np.linspace(0, 1, 128), np.linspace(0, 1, 81)[:, None]


def verdict(course, setting, sigma=0.01, seed=0):
    return conclude([energy.measure(as_evidence(course, setting, sigma=sigma, seed=seed))])[0]


@pytest.mark.parametrize("name", TRUE)
@pytest.mark.parametrize("sigma", [0.01, 0.05])
def test_true_clips_are_not_broken(name, sigma):
    assert verdict(*true_course(name, 0.2, 81), sigma=sigma).verdict != "broken"


@pytest.mark.parametrize("name", ["hot_cold", "hot_insulated", "evening_out"])
def test_quiet_true_clips_hold(name):
    assert verdict(*true_course(name, 0.2, 81)).verdict == "holds"


@pytest.mark.parametrize("name", ["hot_cold", "hot_insulated"])
def test_a_bar_that_warms_by_itself_is_broken(name):
    course, setting = true_course(name, 0.1, 81)
    found = verdict(0.75 * course + 0.25 * TIME, setting)
    assert found.verdict == "broken"
    assert found.statistic == pytest.approx(0.25, abs=0.12)


@pytest.mark.parametrize("amount", [0.1, 0.2])
@pytest.mark.parametrize("sigma", [0.01, 0.03])
def test_a_still_slope_that_warms_is_broken_by_as_much(amount, sigma):
    _, setting = true_course("hot_cold", 0.1, 81)
    setting = replace(setting, start_level=None, ends=(INSULATED, INSULATED))
    found = verdict(0.6 - 0.3 * PLACE + amount * TIME, setting, sigma=sigma)
    assert found.verdict == "broken"
    assert found.statistic == pytest.approx(amount, abs=0.04)


def test_heat_through_an_insulated_end_is_from_nowhere():
    course, setting = true_course("hot_both", 0.2, 81)
    found = verdict(course, replace(setting, ends=(HELD_HOT, INSULATED)))
    assert found.verdict == "broken"


@pytest.mark.parametrize("name", TRUE)
def test_a_clip_that_becomes_steady_is_not_broken(name):
    assert verdict(*true_course(name, 3.0, 81)).verdict != "broken"


@pytest.mark.parametrize("name", ["hot_cold", "hot_insulated", "hot_both"])
def test_a_quiet_clip_that_becomes_steady_holds(name):
    assert verdict(*true_course(name, 3.0, 81), sigma=0.005).verdict == "holds"


@pytest.mark.parametrize("seed", range(4))
def test_a_body_that_became_hot_all_over_is_not_broken_by_noise_that_the_scale_cuts_off(seed):
    course, setting = true_course("hot_insulated", 5.0, 49)
    evidence = cut_off(as_evidence(course, setting, sigma=0.012, seed=seed, grain=(1.5, 3.2)))
    assert conclude([energy.measure(evidence)])[0].verdict != "broken"


def test_heat_that_vanishes_is_not_from_nowhere():
    _, setting = true_course("hot_cold", 0.1, 81)
    setting = replace(setting, start_level=None, ends=(INSULATED, INSULATED))
    assert verdict(0.6 - 0.3 * PLACE - 0.2 * TIME, setting).verdict == "holds"


@pytest.mark.parametrize("change", [{"along_the_heat": False}, {"homogeneous": False}, {"melts": True}])
def test_it_abstains_where_heat_does_not_run_along_the_probe(change):
    course, setting = true_course("hot_cold", 0.2, 33)
    found = energy.measure(as_evidence(course, replace(setting, **change), sigma=0.01, seed=0))
    assert isinstance(found, Abstention)
