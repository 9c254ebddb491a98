"""The implicit part of a time step where heat is no linear function of temperature.

Newton's method in the enthalpy; a cell that is melting keeps its temperature, so the linear equations are
those of the others alone. Cells change phase all at once while that leaves fewer and fewer of them in a phase
they cannot be in, else one by one, which comes to an end as the matrices are M-matrices.
Sources: V. Alexiades, A. D. Solomon, Mathematical Modeling of Melting and Freezing Processes (1993), section
4.3; L. F. Portugal, J. J. Júdice, L. N. Vicente, Mathematics of Computation 63 (1994) 625-643 (block
principal pivoting).
"""

from __future__ import annotations

import numpy as np

from desktop_app.physics.heat_content import HeatContent, Phases
from desktop_app.physics.heat_system import HeatSystem
from desktop_app.physics.implicit import State
from desktop_app.physics.lagged import LaggedFactors

RESIDUAL = 1e-9
"""Heat that is left over, over the heat that moves, at which the equations are solved."""
NEARLY = 1e-5
"""The same, from which on it is clear which cells change phase."""
ROUNDING = 1e-15
"""Heat that is left over, over the heat that passes, that rounding alone leaves."""
PATIENCE = 8
"""Changes of phase all at once that need not leave fewer cells to change."""
MOST_ITERATIONS = 400


class NotSolved(ArithmeticError):
    """Newton's method did not come to an end."""


class NewtonPart:
    """F with radiation, or H with a step where a cell melts.

    Attributes:
        length: τ, s.
    """

    def __init__(self, content: HeatContent, length: float) -> None:
        self._content = content
        self.length = length
        self._factors = LaggedFactors()

    def solve(self, system: HeatSystem, before: State, end: float, *, start_counts: bool) -> State:
        """See `ImplicitPart`; what is stored is what enters, to rounding, and not only to the residual.

        Raises:
            NotSolved: no state was found.
        """
        from_start = self.length * before.entering if start_counts else np.zeros_like(before.entering)
        stored = 2 * from_start
        phases = self._content.phases(before.enthalpy + stored)
        changes = _PhaseChanges()
        matrix = system.stiffness * self.length
        for _ in range(MOST_ITERATIONS):
            enthalpy = before.enthalpy + stored
            temperature = self._content.temperature_as(phases, enthalpy)
            entering, slope = system.entering(temperature, end)
            residual = stored - self.length * entering - from_start
            left, moved = np.abs(residual).sum(), self.length * np.abs(entering).sum()
            rounding = ROUNDING * ((system.capacity + matrix.diagonal()) * np.abs(temperature)).sum()
            if left <= NEARLY * moved + rounding:
                wanted = self._content.next_phases(phases, enthalpy)
                if not np.array_equal(wanted, phases):
                    entered = changes.choose(phases, wanted)
                    stored = self._content.on_entering(phases, entered, enthalpy) - before.enthalpy
                    phases = entered
                    continue
                if left <= RESIDUAL * moved + rounding:
                    enthalpy = before.enthalpy + from_start + self.length * entering
                    return State(end, temperature, enthalpy, entering)
            capacity = self._content.capacity_as(phases)
            warms = np.isfinite(capacity)
            diagonal = np.where(warms, capacity, 0.0) - self.length * slope
            excess = self._factors.solve(diagonal, matrix, warms, residual)
            stored = stored - residual + matrix @ excess - self.length * slope * excess
        raise NotSolved


class _PhaseChanges:
    """Which of the cells that are to change phase do so."""

    def __init__(self) -> None:
        self._fewest = np.inf
        self._patience = PATIENCE

    def choose(self, phases: Phases, wanted: Phases) -> Phases:
        """(n,) phases to go on with."""
        differing = np.flatnonzero(phases != wanted)
        if differing.size < self._fewest:
            self._fewest, self._patience = differing.size, PATIENCE
        elif self._patience > 0:
            self._patience -= 1
        else:
            chosen = phases.copy()
            chosen[differing[-1]] = wanted[differing[-1]]
            return chosen
        return wanted
