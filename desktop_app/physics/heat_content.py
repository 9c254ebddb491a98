"""How much heat the unknowns hold at a temperature: the enthalpy method for cells that melt.

Source: V. Alexiades, A. D. Solomon, Mathematical Modeling of Melting and Freezing Processes (1993),
section 4.1: enthalpy is the unknown, and temperature follows from it, flat while a cell melts.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from desktop_app.physics.finite_volumes import IntArray, Unknowns
from desktop_app.physics.heat_problem import FloatArray, HeatProblem

Phases = NDArray[np.int8]
SOLID, MELTING, LIQUID = range(3)
SAME_ENTHALPY = 1e-11
"""Share of the latent heat that makes no difference."""


@dataclass(frozen=True, eq=False)
class HeatContent:
    """Enthalpy H above that of the solid at 0 K against temperature, of n unknowns.

    Attributes:
        capacity: (n,) of the solid, J/K per metre of depth or per radian.
        melting_point: (n,), K, infinite where nothing melts.
        latent: (n,), J.
        liquid_capacity: (n,), J/K.
    """

    capacity: FloatArray
    melting_point: FloatArray
    latent: FloatArray
    liquid_capacity: FloatArray

    @classmethod
    def of(cls, problem: HeatProblem, unknowns: Unknowns) -> HeatContent:
        """That of a problem's unknowns."""
        capacity = unknowns.total(problem.heat_capacity)
        never = np.full(unknowns.count, np.inf)
        if problem.melting is None:
            return cls(capacity, never, np.zeros(unknowns.count), capacity)
        melting = problem.melting
        melts = ~np.isnan(melting.temperature) & problem.body
        point, latent, liquid = never, np.zeros(unknowns.count), capacity.copy()
        cells = unknowns.index[melts]
        point[cells] = melting.temperature[melts]
        volumes = unknowns.volumes[melts]
        latent += np.bincount(cells, melting.latent_heat[melts] * volumes, minlength=unknowns.count)
        gained = (melting.liquid_heat_capacity - problem.heat_capacity)[melts] * volumes
        liquid += np.bincount(cells, gained, minlength=unknowns.count)
        return cls(capacity, point, latent, liquid)

    @cached_property
    def melts(self) -> bool:
        """Whether any of them does."""
        return bool(np.isfinite(self.melting_point).any())

    def part(self, chosen: IntArray) -> HeatContent:
        """That of some of the unknowns."""
        return HeatContent(
            self.capacity[chosen],
            self.melting_point[chosen],
            self.latent[chosen],
            self.liquid_capacity[chosen],
        )

    def enthalpy(self, temperature: FloatArray) -> FloatArray:
        """(n,) J at temperatures [K]; solid at the melting point."""
        solid = self.capacity * temperature
        if not self.melts:
            return solid
        liquid = temperature > self.melting_point
        above = np.where(liquid, temperature - self.melting_point, 0.0)
        return solid + np.where(liquid, self.latent, 0.0) + (self.liquid_capacity - self.capacity) * above

    def temperature(self, enthalpy: FloatArray) -> FloatArray:
        """(n,) K at enthalpies [J]."""
        if not self.melts:
            return enthalpy / self.capacity
        above = enthalpy - self._melting_enthalpy - self.latent
        return np.where(
            above > 0,
            self.melting_point + np.maximum(above, 0.0) / self.liquid_capacity,
            np.minimum(enthalpy / self.capacity, self.melting_point),
        )

    def phases(self, enthalpy: FloatArray) -> Phases:
        """(n,) at enthalpies [J]; a solid at its melting point is melting."""
        solid, liquid = self._melting_enthalpy, self._melting_enthalpy + self.latent
        slack = SAME_ENTHALPY * self.latent
        return np.where(
            enthalpy < solid - slack, SOLID, np.where(enthalpy > liquid + slack, LIQUID, MELTING)
        ).astype(np.int8)

    def next_phases(self, phases: Phases, enthalpy: FloatArray) -> Phases:
        """(n,) that the cells enter which an enthalpy [J] takes out of their phase; others keep theirs."""
        solid, liquid = self._melting_enthalpy, self._melting_enthalpy + self.latent
        slack = SAME_ENTHALPY * self.latent
        changed = phases.copy()
        changed[(phases == SOLID) & (enthalpy > solid + slack)] = MELTING
        changed[(phases == LIQUID) & (enthalpy < liquid - slack)] = MELTING
        changed[(phases == MELTING) & (enthalpy < solid - slack)] = SOLID
        changed[(phases == MELTING) & (enthalpy > liquid + slack)] = LIQUID
        return changed

    def on_entering(self, phases: Phases, entered: Phases, enthalpy: FloatArray) -> FloatArray:
        """(n,) J: the enthalpy of cells that keep their phase, of others that at the edge of the new one."""
        solid, liquid = self._melting_enthalpy, self._melting_enthalpy + self.latent
        edges = np.select(
            [entered == SOLID, entered == LIQUID], [solid, liquid], np.clip(enthalpy, solid, liquid)
        )
        return np.where(entered == phases, enthalpy, edges)

    def temperature_as(self, phases: Phases, enthalpy: FloatArray) -> FloatArray:
        """(n,) K at enthalpies [J], were the cells of the given phases whatever their enthalpy."""
        excess = (enthalpy - self._melting_enthalpy - self.latent) / self.liquid_capacity
        liquid = phases == LIQUID
        temperature = np.where(phases == SOLID, enthalpy / self.capacity, self.melting_point)
        return temperature + np.where(liquid, excess, 0.0)

    def capacity_as(self, phases: Phases) -> FloatArray:
        """(n,) dH/dT of phases, J/K; infinite where a cell is melting."""
        single = np.where(phases == LIQUID, self.liquid_capacity, self.capacity)
        return np.where(phases == MELTING, np.inf, single)

    def liquid_fraction(self, enthalpy: FloatArray) -> FloatArray:
        """(n,) share that has melted, 0 to 1."""
        above = enthalpy - self._melting_enthalpy
        share = np.divide(above, self.latent, out=np.where(above > 0, 1.0, 0.0), where=self.latent > 0)
        return np.clip(share, 0.0, 1.0)

    @property
    def _melting_enthalpy(self) -> FloatArray:
        """(n,) of the solid at its melting point, J."""
        return self.capacity * self.melting_point


def conductivity(problem: HeatProblem, liquid_fraction: FloatArray) -> tuple[FloatArray, FloatArray]:
    """(ny, nx) along x and along y, W/(m·K), where a share (ny, nx) of each cell has melted."""
    along_x, along_y = problem.conductivity_x, problem.conductivity_y
    if problem.melting is None:
        return along_x, along_y
    share = np.where(liquid_fraction > 0, liquid_fraction, 0.0)
    liquid = np.where(share > 0, problem.melting.liquid_conductivity, 0.0)
    return along_x * (1 - share) + liquid * share, along_y * (1 - share) + liquid * share
