"""Finite volumes for the heat equation: conductances between cell centres and to the surroundings.

Source: S. V. Patankar, Numerical Heat Transfer and Fluid Flow (1980), sections 4.2-4.3: face
conductivity as the harmonic mean, half a cell between the last centre and the surface.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from desktop_app.domain.boundary import BoundaryCondition, Dirichlet, Neumann, Robin
from desktop_app.physics.problem import HeatProblem


@dataclass(frozen=True, eq=False)
class HeatSystem:
    """C dT/dt = b − K T for one metre of depth; cells in row-major (y, x) order.

    Attributes:
        stiffness: (n, n) sparse K, W/(m·K).
        source: (n,) b, W/m.
        capacity: (n,) C, J/(m·K).
    """

    stiffness: sp.csc_matrix
    source: NDArray[np.float64]
    capacity: NDArray[np.float64]


def assemble(problem: HeatProblem) -> HeatSystem:
    """The semi-discrete system of a problem, second order in space on a uniform grid."""
    grid, k = problem.grid, problem.thermal_conductivity
    cell = np.arange(grid.nx * grid.ny).reshape(grid.ny, grid.nx)
    diagonal = np.zeros(cell.size)
    source = np.zeros(cell.size)
    rows, columns, entries = [], [], []

    across_x = _harmonic(k[:, :-1], k[:, 1:]) * grid.dy / grid.dx
    across_y = _harmonic(k[:-1, :], k[1:, :]) * grid.dx / grid.dy
    for first, second, conductance in (
        (cell[:, :-1], cell[:, 1:], across_x),
        (cell[:-1, :], cell[1:, :], across_y),
    ):
        a, b, g = first.ravel(), second.ravel(), conductance.ravel()
        np.add.at(diagonal, a, g)
        np.add.at(diagonal, b, g)
        rows += [a, b]
        columns += [b, a]
        entries += [-g, -g]

    for condition, cells, k_edge, half, area in (
        (problem.left, cell[:, 0], k[:, 0], grid.dx / 2, grid.dy),
        (problem.right, cell[:, -1], k[:, -1], grid.dx / 2, grid.dy),
        (problem.bottom, cell[0, :], k[0, :], grid.dy / 2, grid.dx),
        (problem.top, cell[-1, :], k[-1, :], grid.dy / 2, grid.dx),
    ):
        conductance, inflow = _surface(condition, k_edge / half, area)
        diagonal[cells] += conductance
        source[cells] += inflow

    rows.append(cell.ravel())
    columns.append(cell.ravel())
    entries.append(diagonal)
    stiffness = sp.csc_matrix(
        (np.concatenate(entries), (np.concatenate(rows), np.concatenate(columns))),
        shape=(cell.size, cell.size),
    )
    capacity = (problem.heat_capacity * grid.dx * grid.dy).ravel()
    return HeatSystem(stiffness, source, capacity)


def _harmonic(a: NDArray[np.float64], b: NDArray[np.float64]) -> NDArray[np.float64]:
    return 2 * a * b / (a + b)


def _surface(
    condition: BoundaryCondition, inner: NDArray[np.float64], area: float
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Conductance outward [W/(m·K)] and heat entering at T = 0 [W/m]; `inner` is k over half a cell."""
    match condition:
        case Dirichlet(temperature):
            conductance = inner * area
            return conductance, conductance * temperature
        case Robin(h, ambient):
            conductance = inner * h / (inner + h) * area
            return conductance, conductance * ambient
        case Neumann(heat_flux):
            return np.zeros_like(inner), np.full_like(inner, heat_flux * area)
