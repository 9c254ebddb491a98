"""Bodies of one temperature, two bodies in contact, and a cylinder that convects."""

from __future__ import annotations

import numpy as np

from benchmarks.solver_cases.case import SERIES, Case, Quantity, at_surface, last, side_of, uniform
from desktop_app.domain.boundary import Robin
from desktop_app.physics import closed_forms
from desktop_app.physics.grid import Grid
from desktop_app.physics.heat_problem import HeatProblem, Source

INCROPERA = "Incropera & DeWitt 5th ed."
WITHIN = 1e-4
"""Bi of a body that is to have one temperature: what it differs within itself is of this order."""


def lumped() -> list[Quantity]:
    """Bi 10⁻⁴, at hAt/ρcV = 1."""
    grid = Grid.uniform(1.0, 1.0, 8, 1)
    problem = uniform(grid, 1.0, 1.0, 1.0, side_of(grid, "right", Robin(WITHIN, 0.0)))
    computed = float(last(problem, 1 / WITHIN, 400).mean())
    return [Quantity("mean θ, Bi·Fo 1", "", computed, closed_forms.lumped(1.0), SERIES)]


def radiating(surroundings: float) -> list[Quantity]:
    """A thin layer of steel from 1200 K, radiating from one face for 600 s."""
    thickness, capacity, emissivity = 0.01, 3.9e6, 0.8
    grid = Grid.uniform(thickness, 1.0, 2, 1)
    problem = uniform(
        grid, 1e5, capacity, 1200.0, side_of(grid, "right", Robin(0.0, surroundings, emissivity))
    )
    rate = closed_forms.radiation_rate(emissivity, capacity, thickness)
    if surroundings > 0:
        reference = closed_forms.radiating_to_surroundings(1200.0, surroundings, 600.0, rate)
    else:
        reference = closed_forms.radiating_to_nothing(1200.0, 600.0, rate)
    computed = float(last(problem, 600.0, 400).mean())
    return [Quantity("T, 600 s", "K", computed, reference, SERIES * (1200.0 - surroundings))]


def mixed_volume() -> list[Quantity]:
    """A room of air behind a wall of foam that holds next to no heat, warmed by 100 W."""
    edges = np.concatenate([np.linspace(0, 2.0, 9), np.linspace(2.0, 2.1, 11)[1:]])
    grid = Grid(edges, np.array([0.0, 1.0]))
    air = (grid.x < 2.0)[None]
    full = np.ones((1, grid.nx))
    power = Source(np.where(air, 50.0, 0.0))
    outside = side_of(grid, "right", Robin(10.0, 0.0))
    capacity = np.where(air, 1200.0, 1e-3)
    problem = HeatProblem(
        grid, full > 0, 0.03 * full, 0.03 * full, capacity, 0 * full, (outside,), (power,), mixed=air
    )
    resistance = 0.1 / 0.03 + 1 / 10.0
    computed = float(last(problem, 8000.0, 400)[0, 0])
    reference = closed_forms.mixed_volume(8000.0, 2400.0, resistance, 100.0)
    return [Quantity("T − T outside, 8000 s", "K", computed, reference, SERIES * reference)]


def contact() -> list[Quantity]:
    """Copper at 400 K against glass at 300 K, for so long that neither's far end is reached."""
    k, capacity, time = (401.0, 1.4), (3.4e6, 1.9e6), 0.5
    depth = [8 * float(np.sqrt(a / b * time)) for a, b in zip(k, capacity, strict=True)]
    copper, glass = np.linspace(-depth[0], 0, 129), np.linspace(0, depth[1], 129)
    grid = Grid(np.concatenate([copper, glass[1:]]), np.array([0.0, 1.0]))

    def of(first: float, second: float) -> np.ndarray:
        return np.where(grid.x < 0, first, second)[None]

    problem = HeatProblem(grid, of(1, 1) > 0, of(*k), of(*k), of(*capacity), of(400.0, 300.0))
    computed = last(problem, time, 400)[0]
    inner = [k[0] / (copper[1] - copper[0]), k[1] / (glass[1] - glass[0])]
    interface = (inner[0] * computed[127] + inner[1] * computed[128]) / sum(inner)
    reference = closed_forms.contact_of_two_bodies(np.append(grid.x, 0.0), time, (400.0, 300.0), k, capacity)
    return [
        Quantity("T of the interface", "K", float(interface), float(reference[-1]), SERIES * 100),
        Quantity.profile("T(x)", computed, reference[:-1], SERIES * 100, "K"),
    ]


def cylinder(Bi: float) -> list[Quantity]:
    """A long cylinder at Fo = 0.3, on an axisymmetric grid."""
    grid = Grid(np.array([0.0, 1.0]), np.linspace(0, 1.0, 129), "axisymmetric")
    problem = uniform(grid, 1.0, 1.0, 1.0, side_of(grid, "top", Robin(Bi, 0.0)))
    computed = last(problem, 0.3, 400)[:, 0]
    edge = float(at_surface(computed[-1:], 0.5 / 128, 1.0, Bi, 0.0)[0])
    reference = closed_forms.cylinder_with_convection(np.append(grid.y, 1.0), 0.3, Bi)
    return [
        Quantity(f"surface θ, Bi {Bi:g}", "", edge, float(reference[-1]), SERIES),
        Quantity.profile(f"θ(r), Bi {Bi:g}", computed, reference[:-1], SERIES),
    ]


CASES = (
    Case("lumped body", f"{INCROPERA}, 5.1", lumped),
    Case("radiating to 0 K", f"{INCROPERA}, 5.3", lambda: radiating(0.0)),
    Case("radiating to 300 K", "Heat Transfer Handbook (2003), 3.283", lambda: radiating(300.0)),
    Case("mixed volume", f"{INCROPERA}, 5.3", mixed_volume),
    Case("contact of two bodies", f"{INCROPERA}, 5.7", contact),
    Case("cylinder with convection", f"{INCROPERA}, 5.6.1", lambda: [*cylinder(1.0), *cylinder(10.0)]),
)
