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

    @property
    def closed(self) -> bool:
        """Whether the last column of cells touches the first: a polar grid that goes all the way round."""
        turn = self.x_edges[-1] - self.x_edges[0]
        return self.coordinates == "polar" and bool(np.isclose(turn, 2 * np.pi, rtol=1e-9))

    @property
    def volumes(self) -> FloatArray:
        """(ny, nx), m³ per metre of depth or per radian about the axis."""
        return np.outer(self._across_y, np.diff(self.x_edges))

    @property
    def areas_x(self) -> FloatArray:
        """(ny, nx + 1) of the faces of constant x, m² per metre or per radian."""
        across = np.diff(self.y_edges) if self.coordinates == "polar" else self._across_y
        return np.repeat(across[:, None], self.nx + 1, axis=1)

    @property
    def areas_y(self) -> FloatArray:
        """(ny + 1, nx) of the faces of constant y, m² per metre or per radian; 0 on the axis."""
        radius = np.ones(self.ny + 1) if self.coordinates == "cartesian" else self.y_edges
        return np.outer(radius, np.diff(self.x_edges))

    @property
    def half_x(self) -> FloatArray:
        """(ny, nx) from the middle of a cell to its faces of constant x, m."""
        radius = self.y if self.coordinates == "polar" else np.ones(self.ny)
        return np.outer(radius, np.diff(self.x_edges) / 2)

    @property
    def half_y(self) -> FloatArray:
        """(ny, nx) from the middle of a cell to its faces of constant y, m."""
        return np.repeat(np.diff(self.y_edges)[:, None] / 2, self.nx, axis=1)

    @property
    def _across_y(self) -> FloatArray:
        """(ny,) ∫dy over a cell, or ∫r dr where y is a radius."""
        if self.coordinates == "cartesian":
            return np.asarray(np.diff(self.y_edges))
        return np.asarray(np.diff(self.y_edges**2) / 2)
