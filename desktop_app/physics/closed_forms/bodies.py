"""Bodies of one temperature each, and two bodies pressed together.

Sources: F. P. Incropera, D. P. DeWitt, Fundamentals of Heat and Mass Transfer, 5th ed., sections 5.1, 5.3 and
5.7; A. Bejan, A. D. Kraus (eds.), Heat Transfer Handbook (2003), section 3.8.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.constants import Stefan_Boltzmann
from scipy.optimize import brentq
from scipy.special import erf


def lumped(Bi_Fo: float) -> float:
    """(T − T∞)/(T_initial − T∞) of a body of one temperature; `Bi_Fo` is hAt/ρcV (section 5.1)."""
    return float(np.exp(-Bi_Fo))


def mixed_volume(time: float, heat_capacity: float, resistance: float, power: float) -> float:
    """T − T_outside of a stirred volume, K, from 0: `power` W in, lost through a `resistance` in K/W.

    Args:
        time: s.
        heat_capacity: J/K.
        resistance: K/W, of walls that hold no heat.
        power: W.

    Incropera & DeWitt, 5th ed., section 5.3: the general lumped capacitance analysis.
    """
    return power * resistance * (1 - float(np.exp(-time / (resistance * heat_capacity))))


def radiating_to_nothing(start: float, time: float, rate: float) -> float:
    """T of a lumped body that radiates to 0 K, K: 1/T³ grows by 3·`rate`·t, `rate` = εσA/ρcV in 1/(K³·s).

    Incropera & DeWitt, 5th ed., section 5.3.
    """
    return float((start**-3 + 3 * rate * time) ** (-1 / 3))


def radiating_to_surroundings(start: float, surroundings: float, time: float, rate: float) -> float:
    """T of a lumped body that radiates to surroundings cooler than it, K; `rate` as above.

    Heat Transfer Handbook, equation 3.283, solved for T.
    """

    def until(T: float) -> float:
        ratio = (T - surroundings) / (start - surroundings)
        logarithm = np.log((T + surroundings) / (start + surroundings) / ratio)
        turned = np.arctan(T / surroundings) - np.arctan(start / surroundings)
        return float((logarithm + 2 * turned) / (4 * rate * surroundings**3) - time)

    return float(brentq(until, surroundings * (1 + 1e-12), start, xtol=1e-10))


def radiation_rate(emissivity: float, heat_capacity: float, thickness: float) -> float:
    """εσA/ρcV in 1/(K³·s) of a layer: `heat_capacity` in J/(m³·K), `thickness` in m."""
    return float(emissivity * Stefan_Boltzmann / (heat_capacity * thickness))


def contact_of_two_bodies(
    x: ArrayLike,
    time: float,
    temperatures: tuple[float, float],
    conductivities: tuple[float, float],
    heat_capacities: tuple[float, float],
) -> NDArray[np.float64]:
    """T(x), K, of two semi-infinite bodies brought together at x = 0; the first fills x < 0 (section 5.7).

    Args:
        x: m.
        time: s, > 0.
        temperatures: at the start, K.
        conductivities: W/(m·K).
        heat_capacities: ρc, J/(m³·K).
    """
    x = np.asarray(x, dtype=np.float64)
    k, capacity = np.array(conductivities), np.array(heat_capacities)
    effusivity, diffusivity = np.sqrt(k * capacity), k / capacity
    interface = float((effusivity * temperatures).sum() / effusivity.sum())
    start = np.where(x < 0, *temperatures)
    depth = np.abs(x) / (2 * np.sqrt(np.where(x < 0, *diffusivity) * time))
    return np.asarray(interface + (start - interface) * erf(depth))
