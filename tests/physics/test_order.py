"""Observed order of convergence in space and in time, where the solution is smooth."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.optimize import brentq
from scipy.special import j0, jn_zeros, jv, yv
from support.heat_problems import DISC, PLATE, RING, of_cells

from benchmarks.solver_cases.case import last, side_of, uniform
from desktop_app.domain.boundary import Dirichlet, Robin
from desktop_app.physics.grid import Grid
from desktop_app.physics.heat_problem import HeatProblem

SECOND = 1.9
FO = 0.1
BESSEL = float(jn_zeros(0, 1)[0])


def cartesian(cells: int) -> tuple[HeatProblem, np.ndarray]:
    """The slowest mode of a square held at 0 all round."""
    grid = Grid.uniform(1.0, 1.0, cells, cells)
    mode = np.outer(np.sin(np.pi * grid.y), np.sin(np.pi * grid.x))
    held = [side_of(grid, side, Dirichlet(0.0)) for side in ("left", "right", "bottom", "top")]
    return uniform(grid, 1.0, 1.0, mode, *held), mode * np.exp(-2 * np.pi**2 * FO)


def axisymmetric(cells: int) -> tuple[HeatProblem, np.ndarray]:
    """That of a cylinder as long as its radius."""
    grid = Grid(np.linspace(0, 1, cells + 1), np.linspace(0, 1, cells + 1), "axisymmetric")
    mode = np.outer(j0(BESSEL * grid.y), np.sin(np.pi * grid.x))
    held = [side_of(grid, side, Dirichlet(0.0)) for side in ("left", "right", "top")]
    return uniform(grid, 1.0, 1.0, mode, *held), mode * np.exp(-(np.pi**2 + BESSEL**2) * FO)


def polar(cells: int) -> tuple[HeatProblem, np.ndarray]:
    """A mode with two waves around of a ring, 1 < r < 2, held at 0 inside and outside."""
    grid = Grid(np.linspace(0, 2 * np.pi, 2 * cells + 1), np.linspace(1, 2, cells + 1), "polar")
    beta = brentq(lambda b: jv(2, b) * yv(2, 2 * b) - yv(2, b) * jv(2, 2 * b), 3.0, 4.0)
    radial = jv(2, beta * grid.y) * yv(2, beta) - yv(2, beta * grid.y) * jv(2, beta)
    mode = np.outer(radial / np.abs(radial).max(), np.cos(2 * grid.x))
    held = [side_of(grid, side, Dirichlet(0.0)) for side in ("bottom", "top")]
    return uniform(grid, 1.0, 1.0, mode, *held), mode * np.exp(-(beta**2) * FO)


@pytest.mark.parametrize("make", [cartesian, axisymmetric, polar], ids=lambda make: make.__name__)
def test_space(make):
    errors = []
    for cells in (12, 24, 48):
        problem, exact = make(cells)
        errors.append(np.abs(last(problem, FO, 400) - exact).max())
    assert np.log2(errors[0] / errors[1]) > SECOND
    assert np.log2(errors[1] / errors[2]) > SECOND


def swinging(grid: Grid, emissivity: float = 0.0) -> HeatProblem:
    """Surroundings that swing, and so smoothly that nothing is felt of the start."""
    around = Robin(500.0, 800.0, emissivity)

    def factor(time: float) -> float:
        return 1 + 0.2 * float(np.sin(time / 40) ** 4)

    return uniform(grid, 50.0, 3.5e6, 800 * of_cells(grid), side_of(grid, "top", around, factor=factor))


@pytest.mark.parametrize(
    "make",
    [lambda: swinging(PLATE), lambda: swinging(DISC), lambda: swinging(RING), lambda: swinging(PLATE, 0.9)],
    ids=["cartesian", "axisymmetric", "polar", "radiating"],
)
def test_time(make):
    problem = make()
    exact = last(problem, 100.0, 1280)
    errors = [np.abs(last(problem, 100.0, steps) - exact).max() for steps in (20, 40, 80)]
    assert np.log2(errors[0] / errors[1]) > SECOND
    assert np.log2(errors[1] / errors[2]) > SECOND
