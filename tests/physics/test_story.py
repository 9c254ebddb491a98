"""A story told from a coarse solution is that of the whole one."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from support import concepts
from support.concepts import HOT_LEFT, STILL_AIR

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.concept import Heating
from desktop_app.domain.errors import OutsideConduction
from desktop_app.domain.units import ZERO_CELSIUS_K
from desktop_app.physics.closed_forms import slab_hot_and_insulated
from desktop_app.physics.solution import solve_concept
from desktop_app.physics.story import look_ahead
from desktop_app.physics.way import way_of


def told(concept):
    return look_ahead(concept, CancelToken()).story


SHAPES = [
    concepts.rod(),
    concepts.round_rod(Heating("left", "power", 20.0, "W"), STILL_AIR),
    concepts.plate(Heating("spot", "power", 20.0, "W", extent_m=0.03), STILL_AIR),
    concepts.fin(),
    concepts.heat_sink(),
    concepts.heat_sink(fins=20, duration_s=300.0),
    concepts.ring(),
    concepts.ring(Heating("inside", "flux", 2e4, "W/m²"), STILL_AIR),
    concepts.l_bracket(Heating("right", "power", 15.0, "W")),
    concepts.stack(),
    concepts.stack(contact_resistance=1e-5),
    concepts.contact(),
    concepts.room(),
]


@pytest.mark.parametrize("concept", SHAPES, ids=lambda c: f"{c.shape} {c.heating[0].kind}")
def test_the_range_holds_the_whole_solution_and_little_more(concept):
    low, high = told(concept).temperature_range_K
    field = solve_concept(concept, 13, CancelToken()).temperature_K
    least, most = float(np.nanmin(field)), float(np.nanmax(field))
    assert low <= least + 1e-3
    assert high >= most - 1e-3
    assert (high - low) <= 1.2 * (most - least) + 1e-3 * (most - least) + 5.0


def test_a_range_that_is_found_is_rounded_and_one_that_is_given_is_kept():
    low, high = told(concepts.heat_sink()).temperature_range_K
    assert low == 293.15
    assert (high - ZERO_CELSIUS_K) % 5 == pytest.approx(0.0, abs=1e-9)
    assert told(concepts.rod(replace(HOT_LEFT, value=371.23))).temperature_range_K == (293.15, 371.23)


def test_cooling_goes_no_lower_than_what_cools():
    hot = concepts.plate(STILL_AIR, initial_temperature_K=373.15, duration_s=3600.0)
    assert told(hot).temperature_range_K == (293.15, 373.15)


def test_fourier_number_is_over_the_way_the_heat_takes():
    assert told(concepts.rod(fourier_number=0.3)).fourier_number == pytest.approx(0.3)
    both = Heating("both_ends", "temperature", 373.15, "K")
    assert told(concepts.rod(both, fourier_number=0.3)).fourier_number == pytest.approx(4 * 0.3)
    ring = concepts.ring(inner=0.02, outer=0.04)
    alpha = ring.materials[0].thermal_diffusivity
    assert told(ring).fourier_number == pytest.approx(alpha * ring.duration_s / 0.02**2)
    cooling = concepts.plate(STILL_AIR, initial_temperature_K=373.15)
    alpha = cooling.materials[0].thermal_diffusivity
    assert told(cooling).fourier_number == pytest.approx(alpha * cooling.duration_s / 0.0015**2)


def test_fourier_number_across_layers_is_time_over_resistance_and_capacity():
    contact = concepts.contact()
    resistance = 0.05 / 401 + 0.05 / 15
    capacity = 0.05 * (8933 * 385 + 7900 * 500)
    assert told(contact).fourier_number == pytest.approx(600 / (resistance * capacity))


def test_reach_is_where_the_series_has_gone_a_tenth_of_the_way():
    places = np.linspace(0, 1, 2001)
    series = slab_hot_and_insulated(places, 0.03)
    expected = np.mean(series >= 0.1)
    assert told(concepts.rod(fourier_number=0.06)).reach_at_mid_clip == pytest.approx(expected, abs=0.02)


def test_steadiness_tells_a_clip_that_comes_to_rest_from_one_that_does_not():
    assert told(concepts.rod(fourier_number=5.0)).steadiness > 0.999
    assert told(concepts.rod(fourier_number=0.05)).steadiness < 0.96


def test_a_way_through_an_l_bracket_turns_its_corner():
    way = way_of(concepts.l_bracket())
    assert way.points == ((0.08, 0.004), (0.004, 0.004), (0.004, 0.06))
    x, y = way.places(132)
    assert np.hypot(np.diff(x), np.diff(y)).sum() == pytest.approx(0.132, rel=0.02)


def test_what_is_not_covered_has_no_story():
    with pytest.raises(OutsideConduction):
        told(concepts.rod(supported=False))
