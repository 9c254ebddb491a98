"""Steady temperatures: fins, layers, and a plate that convects.

Sources: F. P. Incropera, D. P. DeWitt, Fundamentals of Heat and Mass Transfer, 5th ed., sections 3.1 and 3.6;
H. S. Carslaw, J. C. Jaeger, Conduction of Heat in Solids, 2nd ed. (1959), chapter V.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from desktop_app.physics.closed_forms.slab import wall_roots


def fin_with_adiabatic_tip(X: ArrayLike, mL: float) -> NDArray[np.float64]:
    """(T − T∞)/(T_base − T∞) at X = x/L, m² = hP/kA (Incropera & DeWitt, 5th ed., table 3.4, case B)."""
    return fin_with_convective_tip(X, mL, 0.0)


def fin_with_convective_tip(X: ArrayLike, mL: float, tip: float) -> NDArray[np.float64]:
    """(T − T∞)/(T_base − T∞) at X = x/L; `tip` is h/mk of the tip.

    Incropera & DeWitt, 5th ed., table 3.4, case A.
    """
    left = mL * (1 - np.asarray(X, dtype=np.float64))
    return np.asarray((np.cosh(left) + tip * np.sinh(left)) / (np.cosh(mL) + tip * np.sinh(mL)))


def layers(resistances: Sequence[float], hot: float, cold: float) -> NDArray[np.float64]:
    """(n + 1,) K between and outside of n resistances in series [m²·K/W], from the hot side on.

    Layers (thickness over conductivity), contacts and convection (1/h) alike: Incropera & DeWitt, 5th ed.,
    sections 3.1.2 to 3.1.4.
    """
    passed = np.concatenate([[0.0], np.cumsum(resistances)])
    return np.asarray(hot + (cold - hot) * passed / passed[-1])


def plate_with_convection(X: float, Y: float, Bi: float, aspect: float, terms: int = 200) -> float:
    """(T − T∞)/(T_base − T∞) in a plate: base Y = 0 held, X = 0 insulated, X = 1 and the top convecting.

    X = x/W, Y = y/W with W the width; the top is at Y = `aspect`, Bi = hW/k. By separation of variables as in
    Carslaw & Jaeger, chapter V: every mode across the plate falls off along it as a fin's temperature does.
    """
    zeta, C = wall_roots(Bi, terms)
    tip = Bi / zeta
    along, whole = np.exp(-zeta * Y), np.exp(-2 * zeta * aspect)
    back = np.exp(-2 * zeta * (aspect - Y))
    fin = along * ((1 + tip) + (1 - tip) * back) / ((1 + tip) + (1 - tip) * whole)
    return float((C * np.cos(zeta * X) * fin).sum())
