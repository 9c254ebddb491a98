"""What a march yields, and what it does where a time step is not solved."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from scipy.constants import Stefan_Boltzmann
from support.heat_problems import PLATE, PROBLEMS, of_cells

from benchmarks.solver_cases.case import side_of, uniform
from desktop_app.domain.boundary import Dirichlet
from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.errors import Cancelled
from desktop_app.physics import newton
from desktop_app.physics.energy import heat_account
from desktop_app.physics.finite_volumes import Unknowns
from desktop_app.physics.heat_problem import Hold, Source
from desktop_app.physics.heat_system import assemble
from desktop_app.physics.lagged import LaggedFactors
from desktop_app.physics.marching import march, time_steps
from desktop_app.physics.radiation import Radiator


def states(problem, duration=10.0, intervals=4, steps=5) -> np.ndarray:
    return np.array(list(march(problem, duration, intervals, steps, CancelToken())))


def test_outside_of_the_body_is_nan_and_inside_is_not():
    body = of_cells(PLATE) > 0
    body[5:, 4:9] = False
    problem = dataclasses.replace(uniform(PLATE, 50.0, 3.5e6, 300.0), body=body)
    assert np.array_equal(np.isfinite(states(problem)), np.broadcast_to(body, (5, *body.shape)))


def test_a_body_left_alone_stays_as_it_is():
    assert states(uniform(PLATE, 50.0, 3.5e6, 300.0)) == pytest.approx(300.0, abs=1e-10)


@pytest.mark.parametrize("start", [0.0, 5.0])
def test_a_hold_is_in_force_from_its_start_on_and_free_after_its_end(start):
    held = of_cells(PLATE, np.nan)
    held[3, 3] = 500.0
    seen = states(uniform(PLATE, 50.0, 3.5e6, 300.0, holds=(Hold(held, start, 7.5),)))[:, 3, 3]
    begins = round(start / 2.5)
    assert seen[:begins] == pytest.approx(300.0)
    assert seen[begins:4] == pytest.approx(500.0)
    assert 300.0 < seen[4] < 500.0


def test_a_source_gives_its_power_while_it_acts_and_no_longer():
    problem = uniform(PLATE, 50.0, 3.5e6, 300.0, sources=(Source(of_cells(PLATE, 7e6), 1.3, 6.1),))
    seen = states(problem).mean(axis=(1, 2))
    assert seen - 300.0 == pytest.approx([0.0, 2 * 1.2, 2 * 3.7, 2 * 4.8, 2 * 4.8])


def test_cancel_ends_a_march():
    cancel = CancelToken()
    course = march(PROBLEMS["mixed boundaries"](), 1.0, 2, 3, cancel)
    next(course)
    cancel.cancel()
    with pytest.raises(Cancelled):
        next(course)


def test_a_time_step_that_is_not_solved_is_taken_in_shorter_ones(monkeypatch):
    problem = PROBLEMS["melting"]()
    whole = list(time_steps(problem, 2e4, 2, 3))
    monkeypatch.setattr(newton, "MOST_ITERATIONS", 8)
    parts = list(time_steps(problem, 2e4, 2, 3))
    assert len(parts) > len(whole)
    assert parts[-1].after.time == whole[-1].after.time
    assert max(heat_account(step).imbalance for step in parts) < 1e-8
    gained = [steps[-1].after.enthalpy.sum() - steps[0].before.enthalpy.sum() for steps in (parts, whole)]
    assert gained[0] == pytest.approx(gained[1], rel=0.05)


def test_what_is_never_solved_is_said_to_be(monkeypatch):
    monkeypatch.setattr(newton, "MOST_ITERATIONS", 0)
    with pytest.raises(newton.NotSolved):
        states(PROBLEMS["melting"]())


def test_the_heat_of_melting_is_there_again_after_a_jump():
    """Ice at its melting point takes up the same heat in one go or with jumps in between."""
    ice = dataclasses.replace(PROBLEMS["melting"](), initial_temperature=of_cells(PLATE, 273.15), surfaces=())
    power = of_cells(PLATE, 1e7)
    once = dataclasses.replace(ice, sources=(Source(power),))
    twice = dataclasses.replace(ice, sources=(Source(power, 0.0, 11.0), Source(power, 11.0)))
    assert states(twice, 40.0)[-1] == pytest.approx(states(once, 40.0)[-1], abs=1e-6)
    melted = 3.06e8 / 1e7
    assert states(once, 40.0)[-1] == pytest.approx(273.15 + (40.0 - melted) * 1e7 / 4.18e6, abs=1e-6)
    assert states(once, 30.0)[-1] == pytest.approx(273.15, abs=1e-6)


def test_a_radiating_surface_passes_on_what_reaches_it():
    """Behind half a cell of 40 W/K: the balance is that of an independent root of a quartic."""
    unknown = np.array([0])
    radiator = Radiator(unknown, np.array([40.0]), np.array([3.0]), np.array([0.5]), 300.0, None)
    heat, slope = radiator.heat(np.array([900.0]), 0.0)
    roots = np.roots(
        [0.5 * Stefan_Boltzmann, 0, 0, 43.0, -(40 * 900 + 3 * 300 + 0.5 * Stefan_Boltzmann * 300**4)]
    )
    surface = float(roots[(np.abs(roots.imag) < 1e-6) & (roots.real > 0)].real[0])
    assert heat[0] == pytest.approx(40 * (surface - 900), rel=1e-10)
    above, below = (radiator.heat(np.array([900 + d]), 0.0)[0][0] for d in (0.01, -0.01))
    assert slope[0] == pytest.approx((above - below) / 0.02, rel=1e-6)


def test_kept_factors_serve_a_changed_matrix_and_go_when_they_do_not():
    problem = uniform(PLATE, 50.0, 3.5e6, 300.0, side_of(PLATE, "left", Dirichlet(1.0)))
    system = assemble(problem, Unknowns.of(problem), 0.0)
    right = np.random.default_rng(0).normal(size=PLATE.nx * PLATE.ny)
    everywhere = np.ones(right.size, dtype=np.bool_)
    some = everywhere.copy()
    some[::7] = False
    factors = LaggedFactors()
    for scale, chosen in (
        (1.0, everywhere),
        (1.01, everywhere),
        (1.0, some),
        (1e4, some),
        (1e-4, everywhere),
    ):
        diagonal = scale * system.capacity / 10.0
        x = factors.solve(diagonal, system.stiffness, chosen, right)
        left = diagonal * x + system.stiffness @ x - right
        assert np.linalg.norm(left[chosen]) < 1e-5 * np.linalg.norm(right)
        assert not x[~chosen].any()


def test_a_jump_within_the_range_does_not_ring():
    """Where the check of the range does not help: 400 K, then 350 K, on a body that began at 300 K."""
    held = [
        side_of(PLATE, "left", Dirichlet(400.0), end=500.0),
        side_of(PLATE, "left", Dirichlet(350.0), start=500.0),
    ]
    beside = states(uniform(PLATE, 50.0, 3.5e6, 300.0, *held), 1000.0, 40, 1)[21:, 5, 0]
    change = np.diff(beside)
    assert ((change[1:] * change[:-1]) > 0).all()
