"""Where fronts are, against the closed form."""

import numpy as np
import pytest
from scipy.special import erfcinv
from support.law_profiles import RECOLOURINGS, conduction, noisy

from desktop_app.thermography.laws.fronts import front_positions

LEVELS = (0.2, 0.4, 0.6)


def expected(fourier, levels=LEVELS, frames=121):
    """θ = erfc(x / 2√(αt)): Carslaw & Jaeger, 2nd ed., section 2.4."""
    root = np.sqrt(fourier * np.linspace(0, 1, frames))
    return 2 * root[:, None] * erfcinv(np.array(levels))


def test_fronts_are_where_the_closed_form_has_them():
    way, wanted = front_positions(conduction(0.04), LEVELS), expected(0.04)
    late = slice(20, None)
    assert np.abs(way - wanted)[late].max() < 0.1 / 128


def test_noise_moves_fronts_a_little_and_not_to_one_side():
    apart = (front_positions(noisy(conduction(0.04), 0.03, 1), LEVELS) - expected(0.04))[20:]
    assert np.abs(apart).max() < 0.06
    assert abs(apart.mean()) < 0.005


@pytest.mark.parametrize("name", RECOLOURINGS)
def test_a_recoloured_level_is_the_same_front(name):
    recolour = RECOLOURINGS[name]
    level = conduction(0.04)
    way = front_positions(recolour(level), recolour(np.array(LEVELS)))
    assert np.abs(way - front_positions(level, LEVELS))[5:].max() < 0.5 / 128


def test_a_level_that_is_nowhere_has_no_front():
    level = np.stack([np.full(10, 0.1), np.linspace(0.9, 0.0, 10), np.full(10, 0.9)])
    way = front_positions(level, (0.45,))[:, 0]
    assert np.isnan(way[[0, 2]]).all()
    assert way[1] == pytest.approx(0.5)
