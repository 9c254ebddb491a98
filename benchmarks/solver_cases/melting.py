"""Ice that melts from a surface held warm: Neumann's solution."""

from __future__ import annotations

import numpy as np

from benchmarks.solver_cases.case import Case, FloatArray, Quantity, side_of, uniform
from desktop_app.domain.boundary import Dirichlet
from desktop_app.domain.cancel import CancelToken
from desktop_app.physics import closed_forms
from desktop_app.physics.grid import Grid
from desktop_app.physics.heat_problem import Melting
from desktop_app.physics.marching import march

CELL = 0.02 / 60
"""m, as far as the front comes; beyond, cells grow by a tenth each until nothing is felt of the surface."""
ICE, WATER = (2.2, 1.93e6), (0.6, 4.18e6)
LATENT = 3.06e8
ROUNDING = 1e-6
"""K; ice at its melting point is no liquid."""


def front(start: float) -> list[Quantity]:
    """Ice from `start` in K, its surface at 20 °C: the front at nine times of an hour.

    The enthalpy method tells which cell is melting: a cell is allowed for the front, and for temperatures
    what the profile in the liquid, the steeper one, changes over a cell.
    """
    body = closed_forms.MeltingBody(293.15, 273.15, start, WATER[0], ICE[0], WATER[1], ICE[1], LATENT)
    cells = CELL * np.concatenate([np.ones(60), 1.1 ** np.arange(1, 51)])
    grid = Grid(np.concatenate([[0.0], np.cumsum(cells)]), np.array([0.0, 1.0]))
    full = np.ones((1, grid.nx))
    melting = Melting(273.15 * full, LATENT * full, WATER[0] * full, WATER[1] * full)
    problem = uniform(grid, *ICE, start, side_of(grid, "left", Dirichlet(293.15)), melting=melting)
    duration = 3600.0
    states = list(march(problem, duration, 10, 40, CancelToken()))
    times = np.linspace(0, duration, 11)
    exact = 2 * closed_forms.melting_front_constant(body) * np.sqrt(body.liquid_diffusivity * times)
    found = np.array([_front(grid, state[0]) for state in states])
    reference = closed_forms.melting_temperature(grid.x, duration, body)
    return [
        Quantity.profile("front", found[2:] * 1e3, exact[2:] * 1e3, CELL * 1e3, "mm"),
        Quantity.profile("T(x), 1 h", states[-1][0], reference, 20.0 * CELL / exact[-1], "K"),
    ]


def _front(grid: Grid, temperature: FloatArray) -> float:
    """Where the liquid's profile, drawn on from its last two whole cells, comes to the melting point."""
    liquid = np.flatnonzero(temperature > 273.15 + ROUNDING)
    if liquid.size < 2:
        return 0.0
    one, two = liquid[-2:]
    slope = (temperature[two] - temperature[one]) / (grid.x[two] - grid.x[one])
    return float(grid.x[two] + (273.15 - temperature[two]) / slope)


SOURCE = "Carslaw & Jaeger 2nd ed., 11.2; Crank (1984), 3.11"
CASES = (
    Case("melting front, ice at 0 °C", SOURCE, lambda: front(273.15)),
    Case("melting front, ice at −10 °C", SOURCE, lambda: front(263.15)),
)
