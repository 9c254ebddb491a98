"""One rule for all laws: an interval against a tolerance, and no law condemned by chance among seven."""

from __future__ import annotations

import numpy as np
import pytest

from desktop_app.domain.laws import LAWS
from desktop_app.domain.text import say
from desktop_app.thermography.laws.deciding import Abstention, Measurement, chance_inside, conclude

HOLDS, BROKEN, UNDECIDED = say("holds"), say("broken"), say("cannot be told")


def measured(law, centre, spread, tolerance=(0.4, 0.6), draws=400):
    plausible = np.random.default_rng(1).normal(centre, spread, draws)
    return Measurement(law, centre, plausible, tolerance, HOLDS, BROKEN, UNDECIDED)


@pytest.mark.parametrize(
    ("centre", "spread", "tolerance", "verdict"),
    [
        (0.5, 0.02, (0.4, 0.6), "holds"),
        (0.5, 0.08, (0.4, 0.6), "undecided"),
        (0.9, 0.05, (0.4, 0.6), "broken"),
        (0.1, 0.05, (0.4, 0.6), "broken"),
        (0.1, 0.05, (None, 0.6), "holds"),
        (3.0, 0.5, (0.0, None), "holds"),
        (-3.0, 0.5, (0.0, None), "broken"),
        (0.66, 0.04, (0.4, 0.6), "undecided"),
    ],
)
def test_an_interval_against_a_tolerance(centre, spread, tolerance, verdict):
    (found,) = conclude([measured("front_advance", centre, spread, tolerance)])
    assert found.verdict == verdict
    low, high = found.interval
    assert low <= found.statistic <= high
    assert found.why == {"holds": HOLDS, "broken": BROKEN, "undecided": UNDECIDED}[verdict]


def test_what_one_law_may_say_seven_together_may_not():
    alone = conclude([measured("energy", 0.69, 0.04)])
    together = conclude([measured(law, 0.69 if law == "energy" else 0.5, 0.04) for law in LAWS])
    assert alone[0].verdict == "broken"
    assert next(each for each in together if each.law == "energy").verdict == "undecided"


def test_several_that_are_surely_broken_stay_so():
    found = conclude([measured(law, 2.0, 0.1) for law in LAWS])
    assert {each.verdict for each in found} == {"broken"}


def test_an_abstention_is_undecided_and_says_why():
    (found,) = conclude([Abstention("symmetry", say("It is not mirrored."), (None, 0.04))])
    assert (found.verdict, found.statistic, found.interval) == ("undecided", None, None)
    assert str(found.why) == "It is not mirrored."


def test_a_chance_is_not_nothing_because_no_draw_fell_inside():
    plausible = np.random.default_rng(2).normal(1.0, 0.1, 100)
    inside = chance_inside(plausible, (None, 0.6))
    assert 1e-6 < inside < 1e-3
    assert chance_inside(np.full(50, 2.0), (None, 0.6)) == 0.0
