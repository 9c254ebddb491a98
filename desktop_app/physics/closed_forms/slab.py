"""Slabs and walls, dimensionless: θ = (T − T_initial) / (T_hot − T_initial), X = x/L, Fo = αt/L².

Sources: H. S. Carslaw, J. C. Jaeger, Conduction of Heat in Solids, 2nd ed. (1959), sections 2.4, 3.3 and 3.4;
F. P. Incropera, D. P. DeWitt, Fundamentals of Heat and Mass Transfer, 5th ed., sections 5.5 and 5.7.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.optimize import brentq
from scipy.special import erfc

TERMS = 200


def semi_infinite(x: ArrayLike, diffusivity_time: float) -> NDArray[np.float64]:
    """θ(x) = erfc(x / 2√(αt)): surface at x = 0 held hot; `diffusivity_time` is αt in m², x in m."""
    return np.asarray(erfc(np.asarray(x) / (2 * np.sqrt(diffusivity_time))))


def slab_hot_and_cold(X: ArrayLike, Fo: float) -> NDArray[np.float64]:
    """θ(X): X = 0 held hot, X = 1 held at the initial temperature; Fo > 0."""
    X = np.asarray(X, dtype=np.float64)
    n = np.arange(1, TERMS)[:, None]
    series = np.sin(n * np.pi * X) / n * np.exp(-((n * np.pi) ** 2) * Fo)
    return np.asarray(1 - X - 2 / np.pi * series.sum(axis=0))


def slab_hot_both_ends(X: ArrayLike, Fo: float) -> NDArray[np.float64]:
    """θ(X): both ends held hot, the superposition of two `slab_hot_and_cold`; Fo > 0."""
    X = np.asarray(X, dtype=np.float64)
    return slab_hot_and_cold(X, Fo) + slab_hot_and_cold(1 - X, Fo)


def slab_hot_and_insulated(X: ArrayLike, Fo: float) -> NDArray[np.float64]:
    """θ(X): X = 0 held hot, X = 1 insulated: half of a slab twice as long, hot at both ends; Fo > 0."""
    return slab_hot_both_ends(np.asarray(X, dtype=np.float64) / 2, Fo / 4)


def slab_end_oscillating(X: ArrayLike, Fo: float, cycle: float) -> NDArray[np.float64]:
    """θ(X): from 0, X = 0 held at 0 and X = 1 at sin(`cycle`·Fo); `cycle` is ωL²/α.

    By Duhamel's theorem (Carslaw & Jaeger, section 3.5): the linear profile at every moment, and a series for
    what lags behind it.
    """
    X = np.asarray(X, dtype=np.float64)
    n = np.arange(1, TERMS)[:, None]
    decay = (n * np.pi) ** 2
    weight = 2 * (-1.0) ** n / (n * np.pi) * cycle / (decay**2 + cycle**2)
    lag = decay * (np.cos(cycle * Fo) - np.exp(-decay * Fo)) + cycle * np.sin(cycle * Fo)
    return np.asarray(X * np.sin(cycle * Fo) + (weight * lag * np.sin(n * np.pi * X)).sum(axis=0))


def wall_with_convection(X: ArrayLike, Fo: float, Bi: float, terms: int = 40) -> NDArray[np.float64]:
    """(T − T∞)/(T_initial − T∞) in a wall: X = 0 insulated mid-plane, X = 1 convecting with Bi = hL/k.

    Incropera & DeWitt, 5th ed., section 5.5.1.
    """
    X = np.asarray(X, dtype=np.float64)
    zeta, C = wall_roots(Bi, terms)
    return np.asarray((C * np.exp(-(zeta**2) * Fo) * np.cos(zeta * X)).sum(axis=0))


def wall_roots(Bi: float, terms: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """(terms, 1) positive roots of ζ tan ζ = Bi, and C of the series 1 = Σ C cos ζX between 0 and 1."""
    roots = [
        brentq(lambda z: z * np.sin(z) - Bi * np.cos(z), n * np.pi, (n + 0.5) * np.pi, xtol=1e-14)
        for n in range(terms)
    ]
    zeta = np.array(roots)[:, None]
    return zeta, 4 * np.sin(zeta) / (2 * zeta + np.sin(2 * zeta))
