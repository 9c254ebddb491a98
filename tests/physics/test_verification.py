"""The solver against closed forms and published benchmarks: benchmarks/solver_cases."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.special import erf

from benchmarks.solver_cases import CASES
from desktop_app.physics import closed_forms
from desktop_app.physics.closed_forms.slab import wall_roots


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_quantity_is_within_its_tolerance(case):
    for quantity in case.run():
        assert quantity.computed == pytest.approx(quantity.reference, abs=quantity.tolerance), quantity.name


@pytest.mark.parametrize(
    ("Bi", "root", "coefficient"),
    [(0.1, 0.3111, 1.0161), (1.0, 0.8603, 1.1191), (10.0, 1.4289, 1.2620), (100.0, 1.5552, 1.2731)],
)
def test_roots_and_coefficients_of_a_wall_are_those_tabulated(Bi, root, coefficient):
    """Incropera & DeWitt, 5th ed., table 5.1."""
    zeta, C = wall_roots(Bi, 3)
    assert zeta[0, 0] == pytest.approx(root, abs=1e-4)
    assert C[0, 0] == pytest.approx(coefficient, abs=1e-4)


def test_series_of_nafems_agree_with_its_targets():
    diffusivity = 35 / (7200 * 440.5)
    Fo = diffusivity * 32 / 0.1**2
    t3 = closed_forms.slab_end_oscillating([0.8], Fo, np.pi / 40 * 0.1**2 / diffusivity)
    assert 100 * t3[0] == pytest.approx(36.60, abs=0.005)
    t4 = closed_forms.plate_with_convection(1.0, 0.2 / 0.6, 750 * 0.6 / 52, 1 / 0.6)
    assert 100 * t4 == pytest.approx(18.25, abs=0.005)


def test_a_cylinder_begins_at_its_initial_temperature():
    assert closed_forms.cylinder_with_convection([0.0, 0.5], 1e-3, 1.0) == pytest.approx([1, 1], abs=1e-6)


def test_radiation_to_cold_surroundings_is_that_to_nothing():
    cold = closed_forms.radiating_to_surroundings(1000.0, 10.0, 100.0, 1e-12)
    assert cold == pytest.approx(closed_forms.radiating_to_nothing(1000.0, 100.0, 1e-12), abs=1e-5)


def test_a_front_without_cold_solid_obeys_the_one_phase_equation():
    """λ exp(λ²) erf λ = Ste/√π: Carslaw & Jaeger, 2nd ed., section 11.2."""
    body = closed_forms.MeltingBody(293.15, 273.15, 273.15, 0.6, 2.2, 4.18e6, 1.93e6, 3.06e8)
    front = closed_forms.melting_front_constant(body)
    stefan = 4.18e6 * 20 / 3.06e8
    assert front * np.exp(front**2) * erf(front) == pytest.approx(stefan / np.sqrt(np.pi), rel=1e-9)
