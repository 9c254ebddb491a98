"""Neumann's solution for a semi-infinite solid that melts from a surface held hot.

Sources: H. S. Carslaw, J. C. Jaeger, Conduction of Heat in Solids, 2nd ed. (1959), section 11.2; J. Crank,
Free and Moving Boundary Problems (1984), equations 3.11 to 3.13. The front is at
x = 2λ√(αt), α of the liquid.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.optimize import brentq
from scipy.special import erf, erfc


@dataclass(frozen=True)
class MeltingBody:
    """A solid, its liquid, and three temperatures.

    Attributes:
        surface, melting_point, start: K, in falling order; `start` may be the melting point.
        liquid_conductivity, solid_conductivity: W/(m·K).
        liquid_heat_capacity, solid_heat_capacity: ρc with the same density, J/(m³·K).
        latent_heat: J/m³.
    """

    surface: float
    melting_point: float
    start: float
    liquid_conductivity: float
    solid_conductivity: float
    liquid_heat_capacity: float
    solid_heat_capacity: float
    latent_heat: float

    @property
    def liquid_diffusivity(self) -> float:
        """α of the liquid, m²/s."""
        return self.liquid_conductivity / self.liquid_heat_capacity

    @property
    def solid_diffusivity(self) -> float:
        """α of the solid, m²/s."""
        return self.solid_conductivity / self.solid_heat_capacity


def melting_front_constant(body: MeltingBody) -> float:
    """λ: what the liquid conducts to the front melts it, less what the solid conducts away."""
    liquid, solid = body.liquid_diffusivity, body.solid_diffusivity

    def surplus(guess: float) -> float:
        arriving = body.liquid_conductivity * (body.surface - body.melting_point) / np.sqrt(np.pi * liquid)
        leaving = body.solid_conductivity * (body.melting_point - body.start) / np.sqrt(np.pi * solid)
        ratio = guess**2 * liquid / solid
        return float(
            arriving * np.exp(-(guess**2)) / erf(guess)
            - leaving * np.exp(-ratio) / erfc(np.sqrt(ratio))
            - body.latent_heat * guess * np.sqrt(liquid)
        )

    return float(brentq(surplus, 1e-9, 3.0, xtol=1e-14))


def melting_temperature(x: ArrayLike, time: float, body: MeltingBody) -> NDArray[np.float64]:
    """T(x), K, at x in m and a time in s, > 0."""
    x = np.asarray(x, dtype=np.float64)
    front = melting_front_constant(body)
    ratio = np.sqrt(body.liquid_diffusivity / body.solid_diffusivity)
    depth = x / (2 * np.sqrt(body.liquid_diffusivity * time))
    liquid = body.surface - (body.surface - body.melting_point) * erf(depth) / erf(front)
    fall = (body.melting_point - body.start) * erfc(depth * ratio) / erfc(front * ratio)
    return np.asarray(np.where(depth < front, liquid, body.start + fall))
