"""The implicit part of a time step: H₁ − H₀ = τ F(T₁, t₁), plus τ F(T₀, t₀) where the start counts.

H is the enthalpy, F the heat that enters. τ is a whole backward-Euler step or half of a Crank-Nicolson one:
both have the same matrix. They are solved for the increment, so that rounding stays small beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
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
        from_start = self.length * before.entering if start_counts else np.zeros_like(before.entering)
        change = system.inflow(end) - system.inflow(before.time) if system.varies else 0.0
        warming = self._factors.solve(from_start + self.length * (before.entering + change))
        stored = system.capacity * warming
        return State(
            end,
            before.temperature + warming,
            before.enthalpy + stored,
            (stored - from_start) / self.length,
        )


def factorise(matrix: Any) -> SuperLU:
    """A sparse symmetric matrix with a heavy diagonal, ordered for little fill, without pivoting."""
    return splu(
        sp.csc_matrix(matrix),
        permc_spec="MMD_AT_PLUS_A",
        diag_pivot_thresh=0.0,
        options={"SymmetricMode": True},
    )
