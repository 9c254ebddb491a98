"""A transient conduction problem on a uniform 2-D grid."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.boundary import INSULATED, BoundaryCondition


@dataclass(frozen=True)
class Grid:
    """`nx` × `ny` equal cells over a rectangle; x to the right, y upward, metres."""

    length: float
    height: float
    nx: int
    ny: int

    @property
    def dx(self) -> float:
        """Cell width, m."""
        return self.length / self.nx

    @property
    def dy(self) -> float:
        """Cell height, m."""
        return self.height / self.ny

    @property
    def x(self) -> NDArray[np.float64]:
        """(nx,) cell centres, m from the left edge."""
        return np.asarray((np.arange(self.nx) + 0.5) * self.dx)

    @property
    def y(self) -> NDArray[np.float64]:
        """(ny,) cell centres, m from the lower edge."""
        return np.asarray((np.arange(self.ny) + 0.5) * self.dy)


@dataclass(frozen=True, eq=False)
class HeatProblem:
    """ρc ∂T/∂t = ∇·(k∇T) in a rectangle with one boundary condition a face.

    Attributes:
        thermal_conductivity: (ny, nx), W/(m·K), > 0.
        heat_capacity: (ny, nx), ρc in J/(m³·K), > 0.
        initial_temperature: (ny, nx), K.
        held: (ny, nx), K where a cell is held at a temperature, NaN elsewhere.
        left, right, bottom, top: boundary conditions of the faces; a Neumann flux is positive into the body.
    """

    grid: Grid
    thermal_conductivity: NDArray[np.float64]
    heat_capacity: NDArray[np.float64]
    initial_temperature: NDArray[np.float64]
    held: NDArray[np.float64]
    left: BoundaryCondition = INSULATED
    right: BoundaryCondition = INSULATED
    bottom: BoundaryCondition = INSULATED
    top: BoundaryCondition = INSULATED
