"""Surfaces that radiate: heat that is no linear function of temperature.

Source: F. P. Incropera, D. P. DeWitt, Fundamentals of Heat and Mass Transfer, 5th ed., section 1.2.3:
a small grey surface in large surroundings, q = h(T∞ − T) + εσ(T∞⁴ − T⁴).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from scipy.constants import Stefan_Boltzmann

from desktop_app.physics.finite_volumes import IntArray
from desktop_app.physics.heat_problem import FloatArray

BALANCED = 1e-14
"""Change of a surface's temperature, over itself, below which its balance is found."""
MOST_ITERATIONS = 60


@dataclass(frozen=True, eq=False)
class Radiator:
    """Faces between unknowns and surroundings they radiate to.

    Attributes:
        unknown: (m,) that each face belongs to.
        inner: (m,) conductance from the unknown to the face, W/K; may be infinite.
        convection: (m,) h·A, W/K.
        emittance: (m,) ε·A, m².
        ambient_temperature: K, times `factor` of the time where there is one.
    """

    unknown: IntArray
    inner: FloatArray
    convection: FloatArray
    emittance: FloatArray
    ambient_temperature: float
    factor: Callable[[float], float] | None

    def heat(self, temperature: FloatArray, time: float) -> tuple[FloatArray, FloatArray]:
        """(m,) heat that enters each face's unknown, W, and its derivative to that unknown's temperature.

        The surface takes the temperature at which what reaches it from outside is what it passes on;
        Newton's method finds it from above, where the balance is convex, so that it cannot overshoot twice.
        """
        cell = temperature[self.unknown]
        ambient = self.ambient_temperature * (1.0 if self.factor is None else self.factor(time))
        surface = np.maximum(cell, ambient)
        at_cell = np.isinf(self.inner)
        for _ in range(0 if at_cell.all() else MOST_ITERATIONS):
            entering, slope = self._from_outside(surface, ambient)
            with np.errstate(invalid="ignore"):
                change = (entering - self.inner * (surface - cell)) / (self.inner - slope)
            surface = np.where(at_cell, cell, surface + change)
            if np.max(np.abs(np.where(at_cell, 0.0, change)) / np.abs(surface), initial=0.0) < BALANCED:
                break
        surface = np.where(at_cell, cell, surface)
        entering, slope = self._from_outside(surface, ambient)
        return entering, slope / (1 - slope / self.inner)

    def renumbered(self, number: IntArray) -> Radiator:
        """The same with unknowns numbered anew, less those whose new number is −1."""
        kept = number[self.unknown] >= 0
        return replace(
            self,
            unknown=number[self.unknown][kept],
            inner=self.inner[kept],
            convection=self.convection[kept],
            emittance=self.emittance[kept],
        )

    def _from_outside(self, surface: FloatArray, ambient: float) -> tuple[FloatArray, FloatArray]:
        """Heat that reaches the surface, and its derivative to the surface's temperature.

        Below 0 K, where only an iteration may stray, T⁴ counts as negative, so that it leads back.
        """
        radiation, cube = self.emittance * Stefan_Boltzmann, np.abs(surface) ** 3
        entering = self.convection * (ambient - surface) + radiation * (ambient**4 - cube * surface)
        return entering, -self.convection - 4 * radiation * cube
