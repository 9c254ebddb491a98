"""NAFEMS benchmarks T3 and T4, with the targets that NAFEMS gives."""

from __future__ import annotations

import numpy as np

from benchmarks.solver_cases.case import Case, Quantity, at_surface, last, settled, side_of, uniform
from desktop_app.domain.boundary import Dirichlet, Robin
from desktop_app.physics import closed_forms
from desktop_app.physics.grid import Grid

TARGET_WITHIN = 0.05
ZERO_CELSIUS = 273.15


def t3() -> list[Quantity]:
    """A bar of 0.1 m from 0 °C, one end kept there, the other at 100 sin(πt/40) °C: 0.08 m along, at 32 s."""
    k, capacity = 35.0, 7200.0 * 440.5
    grid = Grid.uniform(0.1, 1.0, 100, 1)

    def over_start(time: float) -> float:
        return 1 + 100 / ZERO_CELSIUS * float(np.sin(np.pi * time / 40))

    cold = side_of(grid, "left", Dirichlet(ZERO_CELSIUS))
    hot = side_of(grid, "right", Dirichlet(ZERO_CELSIUS), factor=over_start)
    computed = last(uniform(grid, k, capacity, ZERO_CELSIUS, cold, hot), 32.0, 320)[0] - ZERO_CELSIUS
    there = float(np.interp(0.08, grid.x, computed))
    Fo = k / capacity * 32.0 / 0.1**2
    series = 100 * float(closed_forms.slab_end_oscillating([0.8], Fo, np.pi / 40 * 32.0 / Fo)[0])
    return [
        Quantity("T(0.08 m, 32 s)", "°C", there, 36.60, TARGET_WITHIN),
        Quantity("the same, series", "°C", there, series, TARGET_WITHIN),
    ]


def t4() -> list[Quantity]:
    """A plate of 0.6 × 1.0 m: base at 100 °C, left side insulated, the others convecting to 0 °C.

    The base meets the convecting side in a corner where the flux is singular, so the cells shrink towards it.
    """
    k, h = 52.0, 750.0
    x = 0.6 * (1 - np.linspace(1, 0, 61) ** 2)
    y = np.concatenate([0.2 * np.linspace(0, 1, 41) ** 2, np.linspace(0.2, 1.0, 41)[1:]])
    grid = Grid(x, y)
    problem = uniform(
        grid,
        k,
        3.5e6,
        0.0,
        side_of(grid, "bottom", Dirichlet(100.0)),
        side_of(grid, "right", Robin(h, 0.0)),
        side_of(grid, "top", Robin(h, 0.0)),
    )
    column = settled(problem, 7e4)[:, -1]
    edge = at_surface(column, (x[-1] - x[-2]) / 2, k, h, 0.0)
    there = float(np.interp(0.2, grid.y, edge))
    series = 100 * closed_forms.plate_with_convection(1.0, 0.2 / 0.6, h * 0.6 / k, 1 / 0.6)
    return [
        Quantity("T(0.6, 0.2 m)", "°C", there, 18.25, TARGET_WITHIN),
        Quantity("the same, series", "°C", there, series, TARGET_WITHIN),
    ]


SOURCE = "NAFEMS, The Standard NAFEMS Benchmarks (1990)"
CASES = (Case("NAFEMS T3", f"{SOURCE}, T3", t3), Case("NAFEMS T4", f"{SOURCE}, T4", t4))
