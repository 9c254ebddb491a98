"""Cylinders.

Source: F. P. Incropera, D. P. DeWitt, Fundamentals of Heat and Mass Transfer, 5th ed., sections 3.3 and 5.6.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.optimize import brentq
from scipy.special import j0, j1, jn_zeros


def hollow_cylinder(r: ArrayLike, inner: float, outer: float, hot: float, cold: float) -> NDArray[np.float64]:
    """Steady T(r), K: `hot` at the radius `inner`, `cold` at `outer` (section 3.3.1)."""
    share = np.log(np.asarray(r, dtype=np.float64) / outer) / np.log(inner / outer)
    return np.asarray(cold + (hot - cold) * share)


def cylinder_with_convection(R: ArrayLike, Fo: float, Bi: float, terms: int = 40) -> NDArray[np.float64]:
    """(T − T∞)/(T_initial − T∞) at R = r/r₀ in a long cylinder, Fo = αt/r₀², Bi = hr₀/k (section 5.6.1)."""
    R = np.asarray(R, dtype=np.float64)
    ends = np.concatenate([[0.0], jn_zeros(0, terms)])
    between = np.concatenate([[0.0], jn_zeros(1, terms)])
    roots = [
        brentq(lambda z: z * j1(z) - Bi * j0(z), between[n], ends[n + 1], xtol=1e-14) for n in range(terms)
    ]
    zeta = np.array(roots)[:, None]
    C = 2 / zeta * j1(zeta) / (j0(zeta) ** 2 + j1(zeta) ** 2)
    return np.asarray((C * np.exp(-(zeta**2) * Fo) * j0(zeta * R)).sum(axis=0))
