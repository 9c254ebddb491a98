"""The solver against closed forms, and what it promises about its output."""

from __future__ import annotations

import numpy as np
import pytest
from support.concepts import HOT_LEFT, plate, rod

from desktop_app.domain.boundary import INSULATED, Dirichlet, Neumann
from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.concept import Heating, Size
from desktop_app.domain.errors import Cancelled, OutsideConduction
from desktop_app.physics import closed_forms
from desktop_app.physics.solution import solve_concept

COLD_RIGHT = Heating("right", "temperature", 293.15, "K")
BOTH = Heating("both_ends", "temperature", 373.15, "K")


def theta(field_K: np.ndarray) -> np.ndarray:
    return (field_K - 293.15) / 80.0


@pytest.mark.parametrize(
    ("heating", "series"),
    [
        ((HOT_LEFT, COLD_RIGHT), closed_forms.slab_hot_and_cold),
        ((BOTH,), closed_forms.slab_hot_both_ends),
        ((HOT_LEFT,), closed_forms.slab_hot_and_insulated),
    ],
    ids=["hot and cold", "hot both ends", "hot and insulated"],
)
def test_rod_follows_its_series_at_every_time_after_the_first_tenth(heating, series):
    field = solve_concept(rod(*heating, fourier_number=0.4), 41, CancelToken())
    X = field.x_m / field.size_m[0]
    for i in range(4, 41):
        computed = theta(field.temperature_K[i].mean(axis=0))
        assert computed == pytest.approx(series(X, 0.4 * i / 40), abs=1e-3)


def test_early_profile_is_that_of_a_semi_infinite_body():
    field = solve_concept(rod(fourier_number=0.02), 41, CancelToken())
    alpha_t = 0.02 * 0.2**2
    assert theta(field.temperature_K[-1, 0]) == pytest.approx(
        closed_forms.semi_infinite(field.x_m, alpha_t), abs=1e-3
    )


def test_series_agree_with_tabulated_values():
    assert closed_forms.slab_hot_and_cold([0.5], 0.1) == pytest.approx([0.26276], abs=1e-5)
    assert closed_forms.slab_hot_and_cold([0.5], 0.05) == pytest.approx([0.11384], abs=1e-5)
    assert closed_forms.wall_with_convection([0.0, 1.0], 0.5, 1.0) == pytest.approx(
        [0.77253, 0.50452], abs=1e-5
    )


def test_space_error_is_second_order():
    errors = []
    for cells in (16, 32, 64):
        field = solve_concept(rod(fourier_number=0.2), 21, CancelToken(), (cells, 2))
        exact = closed_forms.slab_hot_and_insulated(field.x_m / 0.2, 0.2)
        errors.append(np.abs(theta(field.temperature_K[-1, 0].astype(float)) - exact).max())
    assert np.log2(errors[0] / errors[1]) > 1.8
    assert np.log2(errors[1] / errors[2]) > 1.8


def test_no_value_leaves_the_range_of_initial_and_held_temperatures():
    for concept in (rod(), rod(BOTH), plate(Heating("spot", "temperature", 373.15, "K"))):
        values = solve_concept(concept, 25, CancelToken()).temperature_K
        assert values.min() >= 293.15 - 1e-3
        assert values.max() <= 373.15 + 1e-3


def test_mirrored_heating_gives_the_mirrored_field():
    left = solve_concept(rod(HOT_LEFT), 9, CancelToken()).temperature_K
    right = solve_concept(rod(Heating("right", "temperature", 373.15, "K")), 9, CancelToken()).temperature_K
    assert right == pytest.approx(left[:, :, ::-1], abs=1e-3)


def test_top_heats_the_top_since_y_grows_upward():
    field = solve_concept(plate(Heating("top", "temperature", 373.15, "K")), 9, CancelToken())
    last = field.temperature_K[-1]
    assert last[-1].mean() > last[0].mean()
    assert field.y_m[-1] > field.y_m[0]


def test_spot_stays_held_and_warms_its_surroundings():
    field = solve_concept(plate(Heating("spot", "temperature", 373.15, "K")), 9, CancelToken())
    middle = field.temperature_K[:, field.y_m.size // 2, field.x_m.size // 2]
    assert middle == pytest.approx(373.15)
    assert field.temperature_K[-1].mean() > field.temperature_K[0].mean()


def test_a_body_turned_upright_gives_the_turned_field():
    held = Heating("centre", "temperature", 373.15, "K")
    lying = rod(held)
    upright = rod(held, size=Size(0.02, 0.2, 0.02), duration_s=lying.duration_s)
    one = solve_concept(lying, 9, CancelToken()).temperature_K
    other = solve_concept(upright, 9, CancelToken()).temperature_K
    assert other == pytest.approx(one.transpose(0, 2, 1), abs=1e-3)
    assert one[:, :, 64] == pytest.approx(373.15)


def test_equally_spaced_times_include_both_ends():
    concept = rod()
    field = solve_concept(concept, 7, CancelToken())
    assert field.time_s == pytest.approx(np.linspace(0, concept.duration_s, 7))
    assert field.temperature_K.dtype == np.float32


def test_convection_all_around_yields_to_a_held_face():
    cooled = Heating("all_around", "convection", 50.0, "W/(m²·K)", ambient_K=293.15)
    hot = solve_concept(rod(HOT_LEFT, cooled), 9, CancelToken()).temperature_K[-1]
    kept = solve_concept(rod(HOT_LEFT), 9, CancelToken()).temperature_K[-1]
    assert hot[:, 0].mean() > 360
    assert hot[:, -1].mean() < kept[:, -1].mean()


def test_cancel_ends_the_march():
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        solve_concept(rod(), 9, cancel)


def test_what_is_not_covered_is_refused():
    with pytest.raises(OutsideConduction):
        solve_concept(rod(supported=False), 9, CancelToken())
    inner_air = Heating("centre", "convection", 40.0, "W/(m²·K)", ambient_K=293.15)
    with pytest.raises(OutsideConduction):
        solve_concept(rod(inner_air), 9, CancelToken())


def test_insulated_is_a_flux_of_zero():
    assert Neumann(0.0) == INSULATED
    assert Dirichlet(1.0) != INSULATED
