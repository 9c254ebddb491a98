"""Orthogonal grids of finite volumes: Cartesian, cylindrical about an axis, and polar."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]
Coordinates = Literal["cartesian", "axisymmetric", "polar"]


@dataclass(frozen=True, eq=False)
class Grid:
    """Cells between lines of constant coordinate; lengths in m, cells indexed (y, x).

    Attributes:
        x_edges: (nx + 1,) growing. Cartesian x, axial z, or the polar angle in rad.
        y_edges: (ny + 1,) growing. Cartesian y, or the radius r ≥ 0.
        coordinates: `axisymmetric` has z along x and r along y; `polar` has the angle along x, closed where
            it spans 2π, and r along y. Volumes and areas are per metre of depth, or per radian about the
            axis where axisymmetric.
    """

    x_edges: FloatArray
    y_edges: FloatArray
    coordinates: Coordinates = "cartesian"

    @classmethod
    def uniform(cls, length: float, height: float, nx: int, ny: int) -> Grid:
        """`nx` × `ny` equal Cartesian cells over a rectangle."""
        return cls(np.linspace(0.0, length, nx + 1), np.linspace(0.0, height, ny + 1))

    @property
    def nx(self) -> int:
        """Cells along x."""
        return self.x_edges.size - 1

    @property
    def ny(self) -> int:
        """Cells along y."""
        return self.y_edges.size - 1

    @property
    def x(self) -> FloatArray:
        """(nx,) middles of the cells."""
        return np.asarray((self.x_edges[1:] + self.x_edges[:-1]) / 2)

    @property
    def y(self) -> FloatArray:
        """(ny,) middles of the cells."""
        return np.asarray((self.y_edges[1:] + self.y_edges[:-1]) / 2)
