"""Unknowns, conductances and exposed faces of masked bodies."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from support.heat_problems import RING, of_cells

from benchmarks.solver_cases.case import side_of, uniform
from desktop_app.domain.boundary import Dirichlet, Robin
from desktop_app.physics.finite_volumes import Conduction, Unknowns, exposed
from desktop_app.physics.grid import Grid
from desktop_app.physics.heat_problem import HeatProblem, Hold
from desktop_app.physics.heat_system import assemble

PAIR = Grid(np.array([0.0, 1.0, 4.0]), np.array([0.0, 2.0]))


def links(problem: HeatProblem) -> dict[tuple[int, int], float]:
    found = Conduction(problem, Unknowns.of(problem), problem.conductivity_x, problem.conductivity_y).links()
    pairs = zip(found.first.tolist(), found.second.tolist(), strict=True)
    return dict(zip(pairs, found.conductance.tolist(), strict=True))


def test_half_cells_and_a_contact_conduct_in_series():
    """Halves of 0.5 m at 1 W/(m·K) and 1.5 m at 3, and 0.25 m²·K/W between them, over 2 m²."""
    problem = dataclasses.replace(
        uniform(PAIR, 1.0, 1.0, 300.0),
        conductivity_x=np.array([[1.0, 3.0]]),
        resistance_x=np.array([[0.25]]),
    )
    assert links(problem)[0, 1] == pytest.approx(2 / (0.5 + 0.5 + 0.25))


def test_a_closed_ring_joins_its_last_column_to_its_first():
    there = links(uniform(RING, 1.0, 1.0, 300.0))
    assert there[RING.nx - 1, 0] == pytest.approx(there[0, 1])
    half = Grid(RING.x_edges / 2, RING.y_edges, "polar")
    assert (half.nx - 1, 0) not in links(uniform(half, 1.0, 1.0, 300.0))
    assert not exposed(RING, of_cells(RING) > 0, "left").any()
    assert exposed(half, of_cells(half) > 0, "left")[:, 0].all()


def test_the_axis_is_no_surface():
    grid = Grid(np.linspace(0, 1, 4), np.linspace(0, 1, 4), "axisymmetric")
    assert not exposed(grid, of_cells(grid) > 0, "bottom").any()
    with pytest.raises(ValueError, match="not exposed"):
        assemble(
            uniform(
                grid, 1.0, 1.0, 300.0, dataclasses.replace(side_of(grid, "top", Robin(1, 300)), side="bottom")
            ),
            Unknowns.of(uniform(grid, 1.0, 1.0, 300.0)),
            0.5,
        )


@pytest.mark.parametrize("coordinates", ["cartesian", "axisymmetric", "polar"])
def test_volumes_add_up_and_faces_enclose(coordinates):
    """Of a metre by a radian: r from 1 to 2 is 3/2 m² a radian; round faces differ by what bounds them."""
    grid = Grid(np.array([0.0, 0.1, 0.4, 1.0]), np.array([1.0, 1.5, 2.0]), coordinates)
    assert grid.volumes.sum() == pytest.approx(1.0 if coordinates == "cartesian" else 1.5)
    assert grid.areas_y[-1].sum() == pytest.approx(1.0 if coordinates == "cartesian" else 2.0)
    across = 1.5 if coordinates == "axisymmetric" else 1.0
    assert grid.areas_x[:, 0].sum() == pytest.approx(across)


def test_a_mixed_volume_is_one_unknown_of_the_mean_temperature():
    grid = Grid.uniform(4.0, 1.0, 4, 1)
    mixed = np.array([[False, True, True, False]])
    capacity = np.array([[1.0, 1.0, 3.0, 1.0]])
    problem = dataclasses.replace(
        uniform(grid, 2.0, 1.0, 300.0),
        mixed=mixed,
        heat_capacity=capacity,
        initial_temperature=np.array([[300.0, 300.0, 340.0, 300.0]]),
    )
    unknowns = Unknowns.of(problem)
    assert unknowns.count == 3
    assert unknowns.mean(problem.initial_temperature, capacity)[-1] == pytest.approx(330.0)
    assert links(problem)[0, 2] == pytest.approx(2.0 / 0.5)


def test_a_mixed_volume_has_no_surface_to_hold():
    grid = Grid.uniform(1.0, 1.0, 2, 1)
    problem = dataclasses.replace(
        uniform(grid, 1.0, 1.0, 300.0, side_of(grid, "left", Dirichlet(400.0))), mixed=of_cells(grid) > 0
    )
    with pytest.raises(ValueError, match="mixed"):
        assemble(problem, Unknowns.of(problem), 0.0)


def test_held_cells_leave_the_equations_and_heat_their_neighbours():
    grid = Grid.uniform(3.0, 1.0, 3, 1)
    held = np.array([[np.nan, 500.0, np.nan]])
    problem = uniform(grid, 2.0, 1.0, 300.0, holds=(Hold(held),))
    system = assemble(problem, Unknowns.of(problem), 0.0)
    assert system.free.tolist() == [0, 2]
    assert system.stiffness.toarray() == pytest.approx(np.diag([2.0, 2.0]))
    assert system.inflow(0.0) == pytest.approx([1000.0, 1000.0])
    assert system.bounds(0.0) == (500.0, 500.0)
