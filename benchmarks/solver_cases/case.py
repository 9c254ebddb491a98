"""What a case is, and the short ways to build one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from desktop_app.domain.boundary import BoundaryCondition
from desktop_app.domain.cancel import CancelToken
from desktop_app.physics.finite_volumes import exposed
from desktop_app.physics.grid import Grid
from desktop_app.physics.heat_problem import HeatProblem, Side, Surface
from desktop_app.physics.marching import march

FloatArray = NDArray[np.float64]

SERIES = 1e-3
"""What the app promises of a rod, as a share of the span of temperature: for solutions with truncation."""
EXACT = 1e-8
"""The same where finite volumes have no truncation error: rounding, and what is left of the transient."""


@dataclass(frozen=True)
class Quantity:
    """A computed value beside its reference: of a profile, the value that is furthest off.

    Attributes:
        name: what it is.
        unit: "" for θ, a share of the span of temperature.
        computed, reference: in the unit.
        tolerance: how far apart they may be.
    """

    name: str
    unit: str
    computed: float
    reference: float
    tolerance: float

    @classmethod
    def profile(
        cls, name: str, computed: ArrayLike, reference: ArrayLike, tolerance: float, unit: str = ""
    ) -> Quantity:
        """Two equally long profiles, told by the place where they differ most."""
        ours, theirs = np.ravel(computed), np.ravel(reference)
        worst = int(np.argmax(np.abs(ours - theirs)))
        return cls(name, unit, float(ours[worst]), float(theirs[worst]), tolerance)

    @property
    def difference(self) -> float:
        """Computed less reference."""
        return self.computed - self.reference


@dataclass(frozen=True)
class Case:
    """A problem with a known answer.

    Attributes:
        name: of the case.
        source: of the reference.
        run: solves it.
    """

    name: str
    source: str
    run: Callable[[], list[Quantity]]


def uniform(
    grid: Grid, k: float, heat_capacity: float, start: float, *surfaces: Surface, **more: Any
) -> HeatProblem:
    """A body of one material that fills a grid, `k` in W/(m·K), ρc in J/(m³·K), from `start` in K."""
    full = np.ones((grid.ny, grid.nx))
    return HeatProblem(
        grid, full > 0, k * full, k * full, heat_capacity * full, start * full, surfaces, **more
    )


def side_of(grid: Grid, side: Side, condition: BoundaryCondition, **more: Any) -> Surface:
    """A condition on a whole side of a body that fills a grid."""
    full = np.ones((grid.ny, grid.nx), dtype=np.bool_)
    return Surface(side, exposed(grid, full, side), condition, **more)


def last(problem: HeatProblem, duration: float, time_steps: int) -> FloatArray:
    """(ny, nx) K at the end of a march."""
    *_, end = march(problem, duration, 1, time_steps, CancelToken())
    return end


def settled(problem: HeatProblem, slowest: float) -> FloatArray:
    """(ny, nx) K in steady state: four backward-Euler half steps, each 10⁵ times a `slowest` time in s.

    Each leaves a 10⁵th of the slowest mode and less of every other.
    """
    return last(problem, 4e5 * slowest, 2)


def at_surface(cell: FloatArray, half: float, k: float, h: float, ambient: float) -> FloatArray:
    """K of a surface that convects, `half` m from the middle of a cell: what reaches it leaves it."""
    return np.asarray((k / half * cell + h * ambient) / (k / half + h))
