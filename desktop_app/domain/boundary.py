"""The three kinds of thermal boundary condition (Incropera & DeWitt, section 2.4)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Dirichlet:
    """Surface held at `temperature` [K]."""

    temperature: float


@dataclass(frozen=True)
class Neumann:
    """`heat_flux` [W/m²] into the body; 0 is an insulated surface."""

    heat_flux: float


@dataclass(frozen=True)
class Robin:
    """Convection: `heat_transfer_coefficient` [W/(m²·K)] to surroundings at `ambient_temperature` [K].

    A surface of `emissivity` > 0 also radiates to them as to large black surroundings:
    q = h·(T∞ − T) + ε·σ·(T∞⁴ − T⁴) into the body (Incropera & DeWitt, section 1.2.3).
    """

    heat_transfer_coefficient: float
    ambient_temperature: float
    emissivity: float = 0.0


BoundaryCondition = Dirichlet | Neumann | Robin

INSULATED = Neumann(0.0)
