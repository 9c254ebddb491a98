"""The implicit half of a time step: C T − τ F(T, t) = what is given, F being the heat that enters."""

from __future__ import annotations

from dataclasses import dataclass

import scipy.sparse as sp
from scipy.sparse.linalg import splu

from desktop_app.physics.heat_problem import FloatArray
from desktop_app.physics.heat_system import HeatSystem


@dataclass(frozen=True, eq=False)
class State:
    """Of the n free unknowns.

    Attributes:
        temperature: (n,), K.
        enthalpy: (n,), J per metre of depth or per radian, above that at 0 K.
    """

    temperature: FloatArray
    enthalpy: FloatArray


class LinearHalf:
    """One factorisation for every time step of a length; symmetric, so ordered for little fill.

    Attributes:
        length: τ, half of the time step, s.
    """

    def __init__(self, system: HeatSystem, length: float) -> None:
        self._system = system
        self.length = length
        matrix = sp.csc_matrix(sp.diags_array(system.capacity) + length * system.stiffness)
        self._factors = splu(
            matrix,
            permc_spec="MMD_AT_PLUS_A",
            diag_pivot_thresh=0.0,
            options={"SymmetricMode": True},
        )

    def solve(self, given: FloatArray, time: float) -> State:
        """The state at the end, at `time` [s], for the enthalpy (n,) given."""
        temperature = self._factors.solve(given + self.length * self._system.inflow(time))
        return State(temperature, self._system.capacity * temperature)
