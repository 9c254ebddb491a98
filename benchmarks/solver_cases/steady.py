"""Steady states: fins, layers, a contact, a hollow cylinder."""

from __future__ import annotations

import numpy as np

from benchmarks.solver_cases.case import EXACT, SERIES, Case, Quantity, at_surface, settled, side_of, uniform
from desktop_app.domain.boundary import Dirichlet, Robin
from desktop_app.physics import closed_forms
from desktop_app.physics.grid import Grid
from desktop_app.physics.heat_problem import FaceLoss, HeatProblem

INCROPERA = "Incropera & DeWitt 5th ed."


def fin(convective_tip: bool) -> list[Quantity]:
    """A copper pin, 5 mm thick and 0.1 m long, h = 100 W/(m²·K): what its side loses, lost in its volume."""
    k, h, length, diameter = 401.0, 100.0, 0.1, 0.005
    grid = Grid.uniform(length, 1.0, 128, 1)
    full = np.ones((1, 128))
    surfaces = [side_of(grid, "left", Dirichlet(1.0))]
    if convective_tip:
        surfaces.append(side_of(grid, "right", Robin(h, 0.0)))
    loss = FaceLoss(4 * h / diameter * full, 0 * full, 0.0)
    computed = settled(uniform(grid, k, 3.4e6, 0.0, *surfaces, face_losses=(loss,)), 85.0)[0]
    mL = float(np.sqrt(4 * h / (k * diameter))) * length
    tip = h * length / (mL * k) if convective_tip else 0.0
    reference = closed_forms.fin_with_convective_tip(1.0, mL, tip)
    end = float(at_surface(computed[-1:], grid.x_edges[1] / 2, k, h if convective_tip else 0.0, 0.0)[0])
    return [
        Quantity("tip θ", "", end, float(reference), SERIES),
        Quantity.profile(
            "θ(x)", computed, closed_forms.fin_with_convective_tip(grid.x / length, mL, tip), SERIES
        ),
    ]


def layered_wall() -> list[Quantity]:
    """Copper on foam, 400 K inside, convection outside; then with a contact resistance between them."""
    k, thickness, h = np.array([401.0, 0.03]), np.array([0.01, 0.02]), 25.0
    edges = np.concatenate([np.linspace(0, 0.01, 21), np.linspace(0.01, 0.03, 21)[1:]])
    grid = Grid(edges, np.array([0.0, 1.0]))
    along = np.where(grid.x < 0.01, *k)[None]
    full = np.ones_like(along)
    surfaces = (side_of(grid, "left", Dirichlet(400.0)), side_of(grid, "right", Robin(h, 300.0)))
    found = []
    for name, contact in (("without contact", 0.0), ("with contact", 0.5)):
        between = np.zeros((1, grid.nx - 1))
        between[0, 19] = contact
        problem = HeatProblem(
            grid, full > 0, along, along, 1e5 * full, 300 * full, surfaces, resistance_x=between
        )
        resistances = [thickness[0] / k[0], contact, thickness[1] / k[1], 1 / h]
        knots = closed_forms.layers(resistances, 400.0, 300.0)
        inner = np.interp(grid.x[:20], [0, 0.01], knots[:2])
        outer = np.interp(grid.x[20:], [0.01, 0.03], knots[2:4])
        reference = np.concatenate([inner, outer])
        computed = settled(problem, 2e4)[0]
        found.append(Quantity.profile(f"T(x) {name}", computed, reference, EXACT * 100, "K"))
    return found


def hollow_cylinder() -> list[Quantity]:
    """r from 10 to 40 mm on a polar grid that goes all the way round."""
    grid = Grid(np.linspace(0, 2 * np.pi, 25), np.linspace(0.01, 0.04, 65), "polar")
    problem = uniform(
        grid,
        15.0,
        4e6,
        300.0,
        side_of(grid, "bottom", Dirichlet(400.0)),
        side_of(grid, "top", Dirichlet(300.0)),
    )
    computed = settled(problem, 1e3)
    reference = closed_forms.hollow_cylinder(grid.y, 0.01, 0.04, 400.0, 300.0)
    return [
        Quantity.profile("T(r)", computed[:, 0], reference, SERIES * 100, "K"),
        Quantity("T around, most less least", "K", float(np.ptp(computed, axis=1).max()), 0.0, EXACT * 100),
    ]


CASES = (
    Case("fin, adiabatic tip", f"{INCROPERA}, table 3.4 B", lambda: fin(convective_tip=False)),
    Case("fin, convective tip", f"{INCROPERA}, table 3.4 A", lambda: fin(convective_tip=True)),
    Case("two layers, steady", f"{INCROPERA}, 3.1.2-3.1.4", layered_wall),
    Case("hollow cylinder, steady (polar)", f"{INCROPERA}, 3.3.1", hollow_cylinder),
)
