"""Marching the heat equation in time: factored once, a generator of saved times.

Crank-Nicolson after four backward-Euler half steps, which remove the ringing that plain
Crank-Nicolson shows after a jump of a boundary value and keep second order.
Source: R. Rannacher, Numerische Mathematik 43 (1984) 309-327.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from scipy.sparse.linalg import splu

from desktop_app.domain.cancel import CancelToken
from desktop_app.physics.assembly import HeatSystem, assemble
from desktop_app.physics.problem import HeatProblem

STARTUP_HALF_STEPS = 4


def march(
    problem: HeatProblem, duration: float, intervals: int, time_steps_per_interval: int, cancel: CancelToken
) -> Iterator[NDArray[np.float64]]:
    """Yield T of shape (ny, nx) [K] at `intervals` + 1 equally spaced times from 0 to `duration` [s].

    Raises:
        Cancelled: between two time steps.
    """
    shape = problem.initial_temperature.shape
    held = problem.held.ravel()
    free = np.isnan(held)
    temperature = np.where(free, problem.initial_temperature.ravel(), held)
    yield temperature.reshape(shape).copy()

    reduced = _without_held(assemble(problem), held, free)
    time_step = duration / (intervals * time_steps_per_interval)
    scheme = _Scheme(reduced, time_step)
    state = temperature[free]
    for number in range(1, intervals * time_steps_per_interval + 1):
        cancel.check()
        state = scheme.advance(state, starting=2 * (number - 1) < STARTUP_HALF_STEPS)
        if number % time_steps_per_interval == 0:
            temperature[free] = state
            yield temperature.reshape(shape).copy()


def _without_held(system: HeatSystem, held: NDArray[np.float64], free: NDArray[np.bool_]) -> HeatSystem:
    """The system of the free cells alone; held cells become a source."""
    rows = system.stiffness[free]
    source = system.source[free] - rows[:, ~free] @ held[~free]
    return HeatSystem(sp.csc_matrix(rows[:, free]), source, system.capacity[free])


class _Scheme:
    """Both schemes share the matrix C/Δt + K/2, the Euler step being half as long: factored once."""

    def __init__(self, system: HeatSystem, time_step: float) -> None:
        self._inertia = system.capacity / time_step
        self._half_stiffness = sp.csr_matrix(system.stiffness / 2)
        self._source = system.source
        self._factors = splu(sp.csc_matrix(sp.diags(self._inertia) + system.stiffness / 2))

    def advance(self, temperature: NDArray[np.float64], *, starting: bool) -> NDArray[np.float64]:
        """One time step: two backward-Euler half steps while starting, else Crank-Nicolson."""
        if starting:
            for _ in range(2):
                temperature = self._factors.solve(self._inertia * temperature + self._source / 2)
            return temperature
        explicit = self._inertia * temperature - self._half_stiffness @ temperature
        return np.asarray(self._factors.solve(explicit + self._source))
