"""The equations of a problem while the same conditions act."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import scipy.sparse as sp
from scipy.sparse import csr_array

from desktop_app.physics.exchange import (
    Exchange,
    from_sources,
    through_surfaces,
    through_the_two_faces,
)
from desktop_app.physics.finite_volumes import Conduction, IntArray, Links, Unknowns
from desktop_app.physics.heat_problem import FloatArray, HeatProblem


@dataclass(frozen=True, eq=False)
class HeatSystem:
    """dH/dt = b(t) − K T + radiation in the n free unknowns, W per metre of depth or per radian.

    Attributes:
        free: (n,) numbers of the free unknowns among all.
        held: (all,) temperatures of the held unknowns, NaN where free.
        capacity: (n,) dH/dT where nothing melts, J/K.
        stiffness: (n, n) K, W/K, with what leaks to the surroundings.
        exchanges: what enters from outside, by kind: surfaces, sources, faces, holds.
    """

    free: IntArray
    held: FloatArray
    capacity: FloatArray
    stiffness: csr_array
    exchanges: dict[str, Exchange] = field(repr=False)

    def inflow(self, time: float) -> FloatArray:
        """(n,) b, W at a time in s."""
        if self._steady is not None:
            return self._steady
        return np.asarray(sum(exchange.b(time) for exchange in self.exchanges.values()))

    def entering(self, temperature: FloatArray, time: float) -> tuple[FloatArray, FloatArray]:
        """(n,) heat that enters at temperatures [K] and a time [s], W; (n,) what radiation adds per K.

        What is conducted is taken from differences to a common level, so that rounding stays small beside it.
        """
        level = float(temperature.mean()) if temperature.size else 0.0
        entering = self.inflow(time) - self._leak * level - self.stiffness @ (temperature - level)
        slope = np.zeros_like(temperature)
        for exchange in self.exchanges.values():
            for radiator in exchange.radiators:
                heat, change = radiator.heat(temperature, time)
                entering += np.bincount(radiator.unknown, heat, minlength=temperature.size)
                slope += np.bincount(radiator.unknown, change, minlength=temperature.size)
        return entering, slope

    @property
    def varies(self) -> bool:
        """Whether b depends on time."""
        return self._steady is None

    @property
    def linear(self) -> bool:
        """Whether nothing radiates."""
        return not any(exchange.radiators for exchange in self.exchanges.values())

    def bounds(self, time: float) -> tuple[float, float]:
        """Lowest and highest temperature [K] that surroundings and held cells have at a time in s.

        Infinite where heat is taken out or put in whatever the temperature.
        """
        return self._bounds(time) if self._steady_bounds is None else self._steady_bounds

    def _bounds(self, time: float) -> tuple[float, float]:
        low, high = np.inf, -np.inf
        for exchange in self.exchanges.values():
            for value, factor in exchange.temperatures:
                outside = value if factor is None else value * factor(time)
                low, high = min(low, outside), max(high, outside)
        if any(exchange.cools for exchange in self.exchanges.values()):
            low = -np.inf
        if any(exchange.warms for exchange in self.exchanges.values()):
            high = np.inf
        return low, high

    def everywhere(self, temperature: FloatArray) -> FloatArray:
        """(all,) temperatures from those of the free unknowns."""
        values = self.held.copy()
        values[self.free] = temperature
        return values

    @cached_property
    def _steady_bounds(self) -> tuple[float, float] | None:
        temperatures = [pair for exchange in self.exchanges.values() for pair in exchange.temperatures]
        return None if any(factor is not None for _, factor in temperatures) else self._bounds(0.0)

    @cached_property
    def _leak(self) -> FloatArray:
        return np.asarray(sum(exchange.leak for exchange in self.exchanges.values()))

    @cached_property
    def _steady(self) -> FloatArray | None:
        if any(exchange.varying for exchange in self.exchanges.values()):
            return None
        return np.asarray(sum(exchange.steady for exchange in self.exchanges.values()))


def assemble(
    problem: HeatProblem,
    unknowns: Unknowns,
    time: float,
    conductivity: tuple[FloatArray, FloatArray] | None = None,
) -> HeatSystem:
    """The system of what acts at a time [s] that is no beginning or end of anything.

    Args:
        problem: the problem.
        unknowns: its unknowns.
        time: s.
        conductivity: along x and y, (ny, nx) each, in the place of the problem's own.
    """
    along_x, along_y = conductivity or (problem.conductivity_x, problem.conductivity_y)
    conduction = Conduction(problem, unknowns, along_x, along_y)
    links = conduction.links()
    held = _held(problem, unknowns, time)
    free = np.flatnonzero(np.isnan(held))
    number = np.full(unknowns.count, -1, dtype=np.intp)
    number[free] = np.arange(free.size)

    acting = [s for s in problem.surfaces if s.start <= time < s.end]
    outside = {
        "surfaces": through_surfaces(acting, conduction, unknowns.count),
        "sources": from_sources([s for s in problem.sources if s.start <= time < s.end], unknowns),
        "faces": through_the_two_faces(
            [f for f in problem.face_losses if f.start <= time < f.end], unknowns
        ),
        "holds": _from_held(links, held),
    }  # fmt: skip
    exchanges = {name: exchange.without(free, number) for name, exchange in outside.items()}
    leak = np.sum([exchange.leak for exchange in exchanges.values()], axis=0)
    capacity = unknowns.total(problem.heat_capacity)[free]
    return HeatSystem(free, held, capacity, _stiffness(links, number, leak), exchanges)


def _held(problem: HeatProblem, unknowns: Unknowns, time: float) -> FloatArray:
    """(all,) temperatures of unknowns with a held cell, NaN elsewhere; the last hold named wins."""
    held = np.full(unknowns.count, np.nan)
    for hold in problem.holds:
        if hold.start <= time < hold.end:
            cells = ~np.isnan(hold.temperature) & problem.body
            held[unknowns.index[cells]] = hold.temperature[cells]
    return held


def _from_held(links: Links, held: FloatArray) -> Exchange:
    """What the held unknowns give their free neighbours."""
    leak, steady = np.zeros(held.size), np.zeros(held.size)
    for one, other in ((links.first, links.second), (links.second, links.first)):
        joined = np.isnan(held[one]) & ~np.isnan(held[other])
        conductance = links.conductance[joined]
        leak += np.bincount(one[joined], conductance, minlength=held.size)
        steady += np.bincount(one[joined], conductance * held[other[joined]], minlength=held.size)
    values = held[~np.isnan(held)]
    extremes = ((float(values.min()), None), (float(values.max()), None)) if values.size else ()
    return Exchange(leak, steady, temperatures=extremes)


def _stiffness(links: Links, number: IntArray, leak: FloatArray) -> csr_array:
    first, second = number[links.first], number[links.second]
    inside = (first >= 0) & (second >= 0)
    first, second, conductance = first[inside], second[inside], links.conductance[inside]
    diagonal = leak.copy()
    diagonal += np.bincount(first, conductance, minlength=leak.size)
    diagonal += np.bincount(second, conductance, minlength=leak.size)
    cells = np.arange(leak.size)
    entries = np.concatenate([-conductance, -conductance, diagonal])
    rows, columns = np.concatenate([first, second, cells]), np.concatenate([second, first, cells])
    return sp.csr_array((entries, (rows, columns)), shape=(leak.size, leak.size))
