"""Problems that use one ability of the solver each."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from benchmarks.solver_cases.case import side_of, uniform
from desktop_app.domain.boundary import Dirichlet, Neumann, Robin
from desktop_app.physics.grid import Grid
from desktop_app.physics.heat_problem import FaceLoss, HeatProblem, Hold, Melting, Source, Surface

K, CAPACITY, START = 50.0, 3.5e6, 300.0
PLATE = Grid.uniform(0.1, 0.06, 20, 12)
DISC = Grid(np.linspace(0, 0.1, 21), np.linspace(0, 0.03, 11), "axisymmetric")
RING = Grid(np.linspace(0, 2 * np.pi, 25), np.linspace(0.02, 0.05, 11), "polar")


def of_cells(grid: Grid, value: float = 1.0) -> np.ndarray:
    return np.full((grid.ny, grid.nx), value)


def mixed_boundaries(grid: Grid = PLATE, k: float = K) -> HeatProblem:
    """Held, flux, convection and a source."""
    heat = np.where(np.arange(grid.nx) < grid.nx // 3, 1e6, 0.0) * of_cells(grid)
    sides = [side_of(grid, "top", Robin(200.0, 280.0)), side_of(grid, "bottom", Neumann(2e4))]
    if grid is DISC:
        sides.pop()
    if not grid.closed:
        sides += [side_of(grid, "left", Dirichlet(400.0)), side_of(grid, "right", Neumann(-1e4))]
    return uniform(grid, k, CAPACITY, START, *sides, sources=(Source(heat),))


def radiating() -> HeatProblem:
    hot = side_of(PLATE, "left", Neumann(3e5))
    around = side_of(PLATE, "right", Robin(10.0, 290.0, 0.9))
    loss = FaceLoss(of_cells(PLATE, 2e3), of_cells(PLATE, 180.0), 290.0)
    return uniform(PLATE, K, CAPACITY, START, hot, around, face_losses=(loss,))


def melting() -> HeatProblem:
    full = of_cells(PLATE)
    ice = Melting(273.15 * full, 3.06e8 * full, 0.6 * full, 4.18e6 * full)
    warm = side_of(PLATE, "left", Dirichlet(350.0))
    air = side_of(PLATE, "top", Robin(500.0, 330.0))
    return uniform(PLATE, 2.2, 1.93e6, 265.0, warm, air, melting=ice)


def time_windows() -> HeatProblem:
    """What begins and ends between saved times, and a boundary value that swings."""
    cells = np.zeros((PLATE.ny, PLATE.nx), dtype=np.bool_)
    cells[:, 0] = True
    corner = np.full((PLATE.ny, PLATE.nx), np.nan)
    corner[-3:, -3:] = 250.0
    flash = Surface("left", cells, Dirichlet(500.0), 3.3, 21.7)
    swinging = side_of(PLATE, "right", Robin(800.0, 300.0), factor=lambda t: 1 + 0.2 * float(np.sin(t)))
    source = Source(of_cells(PLATE, 2e6), 12.1, 55.5)
    return uniform(PLATE, K, CAPACITY, START, flash, swinging, sources=(source,), holds=(Hold(corner, 40.0),))


def mixed_volume() -> HeatProblem:
    inside = np.zeros((PLATE.ny, PLATE.nx), dtype=np.bool_)
    inside[3:-3, 4:-4] = True
    air = np.where(inside, 1.2e3, 1e6)
    full = of_cells(PLATE)
    walls = side_of(PLATE, "top", Robin(10.0, 270.0))
    heater = Source(np.where(inside, 5e3, 0.0))
    return HeatProblem(
        PLATE, full > 0, 0.8 * full, 0.8 * full, air, START * full, (walls,), (heater,), mixed=inside
    )


def anisotropic() -> HeatProblem:
    full = of_cells(PLATE)
    surfaces = (side_of(PLATE, "left", Dirichlet(400.0)), side_of(PLATE, "top", Robin(100.0, 280.0)))
    return HeatProblem(PLATE, full > 0, 1500 * full, 5 * full, CAPACITY * full, START * full, surfaces)


def contact_resistance() -> HeatProblem:
    between = np.zeros((PLATE.ny, PLATE.nx - 1))
    between[:, 9] = 1e-3
    surfaces = (side_of(PLATE, "left", Dirichlet(400.0)), side_of(PLATE, "right", Robin(100.0, 280.0)))
    return uniform(PLATE, K, CAPACITY, START, *surfaces, resistance_x=between)


PROBLEMS: dict[str, Callable[[], HeatProblem]] = {
    "mixed boundaries": mixed_boundaries,
    "radiation": radiating,
    "melting": melting,
    "time windows": time_windows,
    "mixed volume": mixed_volume,
    "axisymmetric": lambda: mixed_boundaries(DISC),
    "polar": lambda: mixed_boundaries(RING),
    "anisotropic": anisotropic,
    "contact resistance": contact_resistance,
}
