"""Fronts of diffusion hold, others are found out, and where the law does not apply nothing is said."""

from dataclasses import replace

import numpy as np
import pytest
from support.law_profiles import (
    BAR,
    HEATED_RIGHT,
    HOT_AND_COLD,
    HOT_BOTH,
    RECOLOURINGS,
    conduction,
    evidence_of,
    front_of_power,
    noisy,
)

from desktop_app.domain.setting import ProbeEnd
from desktop_app.thermography.laws.deciding import conclude
from desktop_app.thermography.laws.front_advance import measure


def verdict_on(level, setting=BAR):
    return conclude([measure(evidence_of(level, setting))])[0]


@pytest.mark.parametrize(
    ("level", "setting"),
    [
        (conduction(0.02), BAR),
        (conduction(0.3), BAR),
        (conduction(0.1)[:, ::-1], HEATED_RIGHT),
        (conduction(0.1, "cold"), HOT_AND_COLD),
        (conduction(0.05, "hot"), HOT_BOTH),
        (conduction(0.1, frames=33), BAR),
        (1 - conduction(0.1), replace(BAR, start_level=1.0, ends=(ProbeEnd("held", 0.0), BAR.ends[1]))),
    ],
    ids=["slow", "quick", "right", "cold end", "both ends", "33 frames", "cooled"],
)
def test_diffusion_holds(level, setting):
    found = verdict_on(noisy(level, 0.01 if len(level) < 50 else 0.03, 3), setting)
    assert found.verdict == "holds"
    assert found.statistic == pytest.approx(0.5, abs=0.06)
    assert f"{found.statistic:.2f}" in str(found.why)


@pytest.mark.parametrize("power", [0.2, 1.0, 1.5])
def test_other_fronts_are_broken(power):
    found = verdict_on(noisy(front_of_power(power), 0.03, 4))
    assert found.verdict == "broken"
    assert found.statistic == pytest.approx(power, abs=0.12)


@pytest.mark.parametrize("name", RECOLOURINGS)
def test_no_recolouring_changes_the_verdict(name):
    recolour = RECOLOURINGS[name]
    assert verdict_on(noisy(recolour(conduction(0.15)), 0.02, 5)).verdict == "holds"
    assert verdict_on(noisy(recolour(front_of_power(1.0)), 0.02, 5)).verdict == "broken"


def test_the_mark_is_on_the_heated_side():
    found = verdict_on(noisy(conduction(0.05)[:, ::-1], 0.02, 6), HEATED_RIGHT)
    low, high = found.mark.position
    assert 0.3 <= low < high <= 0.97
    assert 0 <= found.mark.frames[0] < found.mark.frames[1] <= 120


def test_heating_that_is_seen_to_start_later_is_timed_from_then():
    assert verdict_on(noisy(conduction(0.1, start=20), 0.02, 7)).verdict == "holds"


def test_what_happens_after_the_source_is_off_does_not_count():
    level = conduction(0.05)
    level[60:] = level[60:] * np.linspace(1, 0, 61)[:, None]
    assert verdict_on(noisy(level, 0.02, 8), replace(BAR, heated_s=(0.0, 2.5))).verdict == "holds"


def test_losses_on_the_way_excuse_a_front_that_slows_down_more():
    slow = noisy(front_of_power(0.2), 0.02, 9)
    assert verdict_on(slow, replace(BAR, sideways="unknown")).verdict == "undecided"
    assert verdict_on(slow, replace(BAR, sideways="losing", ambient_level=0.0)).verdict == "holds"
    steady = noisy(front_of_power(1.0), 0.02, 9)
    assert verdict_on(steady, replace(BAR, sideways="losing", ambient_level=0.0)).verdict == "broken"


def warmed_slowly():
    """An end whose temperature rises all the time: steps one after the other (Duhamel)."""
    level = conduction(0.1)
    return sum(np.vstack([np.zeros((late, 128)), level[: 121 - late]]) for late in range(0, 120, 4)) / 30


@pytest.mark.parametrize(
    ("setting", "level", "why"),
    [
        (replace(BAR, along_the_heat=False), None, "does not follow the heat"),
        (replace(BAR, homogeneous=False), None, "one material ends"),
        (replace(BAR, start_level=None), None, "start at one temperature"),
        (replace(BAR, ends=(ProbeEnd("exchanging", 1.0), BAR.ends[1])), None, "No end of the body is held"),
        (replace(BAR, sideways="losing", ambient_level=0.5), None, "through the sides"),
        (replace(BAR, heated_s=(0.0, 0.1)), None, "Too few frames"),
        (BAR, conduction(10.0), "within too few frames"),
        (BAR, np.zeros((121, 128)), "differs too little"),
        (BAR, warmed_slowly(), "warms up slowly"),
        (BAR, conduction(0.3) * 0.7 + 0.3 * np.linspace(1, 0, 128), "start at one temperature"),
        (BAR, conduction(0.02)[60:], "already"),
    ],
)
def test_where_the_law_does_not_apply_nothing_is_said(setting, level, why):
    found = verdict_on(noisy(conduction(0.1) if level is None else level, 0.01, 10), setting)
    assert found.verdict == "undecided"
    assert found.statistic is None
    assert why in str(found.why)


def test_noise_that_hides_the_front_is_undecided():
    assert verdict_on(noisy(conduction(0.1), 0.25, 11)).verdict == "undecided"
