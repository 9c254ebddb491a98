"""Slabs, walls and semi-infinite bodies in time."""

from __future__ import annotations

import numpy as np

from benchmarks.solver_cases.case import SERIES, Case, Quantity, at_surface, last, side_of, uniform
from desktop_app.domain.boundary import Dirichlet, Robin
from desktop_app.physics import closed_forms
from desktop_app.physics.grid import Grid

CARSLAW = "Carslaw & Jaeger 2nd ed."
INCROPERA = "Incropera & DeWitt 5th ed."
GRID = Grid.uniform(1.0, 1.0, 128, 1)


def semi_infinite() -> list[Quantity]:
    """Before the far end, insulated, is reached: αt = 0.01 L², where erfc leaves 2·10⁻¹² of the rise."""
    problem = uniform(GRID, 1.0, 1.0, 0.0, side_of(GRID, "left", Dirichlet(1.0)))
    computed = last(problem, 0.01, 200)[0]
    half = float(np.interp(0.5, computed[::-1], GRID.x[::-1])) / 0.1
    return [
        Quantity.profile("θ(x)", computed, closed_forms.semi_infinite(GRID.x, 0.01), SERIES),
        Quantity("x/√(αt) where θ = 1/2", "", half, 0.9539, 1e-3),
    ]


def slab(both: bool) -> list[Quantity]:
    """At Fo = 0.1 and 0.4."""
    other = Dirichlet(1.0 if both else 0.0)
    series = closed_forms.slab_hot_both_ends if both else closed_forms.slab_hot_and_cold
    problem = uniform(
        GRID, 1.0, 1.0, 0.0, side_of(GRID, "left", Dirichlet(1.0)), side_of(GRID, "right", other)
    )
    return [
        Quantity.profile(f"θ(x), Fo {Fo}", last(problem, Fo, 400)[0], series(GRID.x, Fo), SERIES)
        for Fo in (0.1, 0.4)
    ]


def wall(Bi: float) -> list[Quantity]:
    """Half a wall at Fo = 0.5: insulated mid-plane on the left, convection on the right."""
    problem = uniform(GRID, 1.0, 1.0, 1.0, side_of(GRID, "right", Robin(Bi, 0.0)))
    computed = last(problem, 0.5, 400)[0]
    centre, surface = closed_forms.wall_with_convection([0.0, 1.0], 0.5, Bi)
    # to second order, and flat on the insulated side
    middle = float(9 * computed[0] - computed[1]) / 8
    edge = float(at_surface(computed[-1:], GRID.x_edges[1] / 2, 1.0, Bi, 0.0)[0])
    return [
        Quantity("centre θ, Fo 0.5", "", middle, float(centre), SERIES),
        Quantity("surface θ, Fo 0.5", "", edge, float(surface), SERIES),
        Quantity.profile(
            "θ(x), Fo 0.5", computed, closed_forms.wall_with_convection(GRID.x, 0.5, Bi), SERIES
        ),
    ]


CASES = (
    Case("semi-infinite body", f"{CARSLAW}, 2.4", semi_infinite),
    Case("slab, one end hot", f"{CARSLAW}, 3.4", lambda: slab(both=False)),
    Case("slab, both ends hot", f"{CARSLAW}, 3.4", lambda: slab(both=True)),
    Case("wall with convection, Bi 0.1", f"{INCROPERA}, 5.5.1", lambda: wall(0.1)),
    Case("wall with convection, Bi 1", f"{INCROPERA}, 5.5.1", lambda: wall(1.0)),
    Case("wall with convection, Bi 10", f"{INCROPERA}, 5.5.1", lambda: wall(10.0)),
    Case("wall with convection, Bi 100", f"{INCROPERA}, 5.5.1", lambda: wall(100.0)),
)
