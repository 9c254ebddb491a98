"""The implicit part of a time step: H₁ − H₀ = τ F(T₁, t₁), plus τ F(T₀, t₀) where the start counts.

H is the enthalpy, F the heat that enters. τ is a whole backward-Euler step or half of a Crank-Nicolson one:
both have the same matrix. They are solved for the increment, so that rounding stays small beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol

import numpy as np
import scipy.sparse as sp
from scipy.sparse.linalg import SuperLU, splu

from desktop_app.physics.heat_problem import FloatArray
from desktop_app.physics.heat_system import HeatSystem


@dataclass(frozen=True, eq=False)
class State:
    """Of the n free unknowns at a time.

    Attributes:
        time: s.
        temperature: (n,), K.
        enthalpy: (n,), J per metre of depth or per radian, above that at 0 K.
        entering: (n,) heat that enters each, W.
    """

    time: float
    temperature: FloatArray
    enthalpy: FloatArray
    entering: FloatArray

    @cached_property
    def coldest(self) -> float:
        """Lowest temperature, K; infinite where nothing is free."""
        return float(self.temperature.min(initial=np.inf))

    @cached_property
    def hottest(self) -> float:
        """Highest temperature, K; negatively infinite where nothing is free."""
        return float(self.temperature.max(initial=-np.inf))


class ImplicitPart(Protocol):
    """Solves for the end of a time step.

    Attributes:
        length: τ, s.
    """

    length: float

    def solve(self, system: HeatSystem, before: State, end: float, *, start_counts: bool) -> State:
        """The state at `end` [s].

        Args:
            system: the equations.
            before: the state at the start.
            end: τ after it, or 2τ where the start counts.
            start_counts: whether τ times the heat that enters at the start is added: Crank-Nicolson.
        """


class LinearPart:
    """F = b − K T: one factorisation for every time step of a length."""

    def __init__(self, system: HeatSystem, length: float) -> None:
        self.length = length
        self._factors = factorise(sp.diags_array(system.capacity) + length * system.stiffness)

    def solve(self, system: HeatSystem, before: State, end: float, *, start_counts: bool) -> State:
        """See `ImplicitPart`; the system is the one that was factored."""
        moved = before.entering * (2 * self.length if start_counts else self.length)
        if system.varies:
            moved += self.length * (system.inflow(end) - system.inflow(before.time))
        warming = self._factors.solve(moved)
        stored = system.capacity * warming
        entering = stored / self.length
        if start_counts:
            entering -= before.entering
        return State(end, before.temperature + warming, before.enthalpy + stored, entering)


def factorise(matrix: Any) -> SuperLU:
    """A sparse symmetric matrix with a heavy diagonal, ordered for little fill, without pivoting."""
    return splu(
        sp.csc_matrix(matrix),
        permc_spec="MMD_AT_PLUS_A",
        diag_pivot_thresh=0.0,
        options={"SymmetricMode": True},
    )
