"""Marching the heat equation in time: a generator of saved times.

Crank-Nicolson, with two backward-Euler half steps in the place of each of the first two time steps after a
jump, which remove the ringing that Crank-Nicolson shows there and keep second order.
Source: R. Rannacher, Numerische Mathematik 43 (1984) 309-327.

A time step that would leave the range of its initial and surrounding temperatures is taken again as two
half steps, which cannot (docs/adr/0009-solver.md).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from desktop_app.domain.cancel import CancelToken
from desktop_app.physics.finite_volumes import Unknowns
from desktop_app.physics.heat_content import HeatContent, conductivity
from desktop_app.physics.heat_problem import FloatArray, HeatProblem
from desktop_app.physics.heat_system import HeatSystem, assemble
from desktop_app.physics.implicit import ImplicitPart, LinearPart, State
from desktop_app.physics.newton import NewtonPart, NotSolved
from desktop_app.physics.timetable import Stretch, timetable

STARTING_TIME_STEPS = 2
"""Time steps after a jump that are taken as backward-Euler half steps."""
STARTING_PASSES = 4
"""Passes over each of them where cells melt, since many may melt at once."""
MOST_HALVINGS = 10
"""Of a time step that is not solved."""
ROUNDING = 1e-12
"""Share of the largest temperature by which a value may leave its range and still be within it."""


@dataclass(frozen=True, eq=False)
class TimeStep:
    """One solved time step.

    Attributes:
        system: the equations that held.
        before, after: the states at its start and end.
        start_counts: whether half of the heat enters as at the start: Crank-Nicolson, not backward Euler.
    """

    system: HeatSystem
    before: State
    after: State
    start_counts: bool


def march(
    problem: HeatProblem, duration: float, intervals: int, time_steps_per_interval: int, cancel: CancelToken
) -> Iterator[FloatArray]:
    """Yield T of shape (ny, nx) [K] at `intervals` + 1 equally spaced times from 0 to `duration` [s].

    NaN outside the body. A hold that begins at a saved time is in force in what is yielded there.

    Raises:
        Cancelled: between two time steps.
    """
    course = _Course(problem)
    for stretch in timetable(problem, duration, intervals, time_steps_per_interval):
        course.begin(stretch)
        if stretch.saved:
            yield course.temperature
        for _ in course.time_steps(stretch):
            cancel.check()
    yield course.temperature


def time_steps(
    problem: HeatProblem, duration: float, intervals: int, time_steps_per_interval: int
) -> Iterator[TimeStep]:
    """Every time step that `march` takes, half steps each for itself, for an account of its heat."""
    course = _Course(problem)
    for stretch in timetable(problem, duration, intervals, time_steps_per_interval):
        course.begin(stretch)
        yield from course.time_steps(stretch)


class _Course:
    """Where a march has come to."""

    def __init__(self, problem: HeatProblem) -> None:
        self._problem = problem
        self._unknowns = Unknowns.of(problem)
        self._content = HeatContent.of(problem, self._unknowns)
        mean = self._unknowns.mean(problem.initial_temperature, problem.heat_capacity)
        self._enthalpy = self._content.enthalpy(mean)
        self._melted = np.zeros(self._unknowns.count)

    @property
    def temperature(self) -> FloatArray:
        """(ny, nx), K."""
        return self._unknowns.spread(self._content.temperature(self._enthalpy))

    def begin(self, stretch: Stretch) -> None:
        """Let what begins at the start of a stretch act."""
        if not stretch.jump:
            return
        self._assemble((stretch.start + stretch.end) / 2)
        held = ~np.isnan(self._system.held)
        self._enthalpy[held] = self._content.enthalpy(self._system.held)[held]
        self._free_content = self._content.part(self._system.free)
        self._state = self._state_of(self._enthalpy[self._system.free], stretch.start)
        self._starting = STARTING_TIME_STEPS
        self._parts: dict[str, ImplicitPart] = {}

    def time_steps(self, stretch: Stretch) -> Iterator[TimeStep]:
        """Go to the end of a stretch."""
        times = np.linspace(stretch.start, stretch.end, 2 * stretch.time_steps + 1).tolist()
        for number in range(stretch.time_steps):
            yield from self._time_step(stretch.time_step, *times[2 * number + 1 : 2 * number + 3])
        self._enthalpy[self._system.free] = self._state.enthalpy

    def _time_step(self, length: float, middle: float, end: float) -> Iterator[TimeStep]:
        """A time step, or the two half steps it is made of."""
        if self._starting:
            self._starting -= 1
            passes = STARTING_PASSES if self._content.melts else 1
            yield from self._backward_euler(length / 2, middle, passes)
            yield from self._backward_euler(length / 2, end, passes)
        elif self._content.melts:
            yield from self._backward_euler(length, end)
        elif (step := self._crank_nicolson(length, end)) is not None:
            yield step
        else:
            yield from self._backward_euler(length / 2, middle)
            yield from self._backward_euler(length / 2, end)

    def _state_of(self, enthalpy: FloatArray, time: float) -> State:
        temperature = self._free_content.temperature(enthalpy)
        return State(time, temperature, enthalpy, self._system.entering(temperature, time)[0])

    def _assemble(self, time: float) -> None:
        """The equations of what acts at a time [s], with the conductivities of what has melted."""
        melted = self._unknowns.spread(self._melted)
        self._system = assemble(self._problem, self._unknowns, time, conductivity(self._problem, melted))

    def _part(self, length: float) -> ImplicitPart:
        name = f"{length:.9e}"
        if name not in self._parts:
            if self._system.linear and not self._content.melts:
                self._parts[name] = LinearPart(self._system, length)
            else:
                self._parts[name] = NewtonPart(self._free_content, length)
        return self._parts[name]

    def _crank_nicolson(self, length: float, end: float) -> TimeStep | None:
        """A time step, or None where it would leave its range or is not solved."""
        before = self._state
        try:
            after = self._part(length / 2).solve(self._system, before, end, start_counts=True)
        except NotSolved:
            return None
        if not self._within_range(before, after):
            return None
        self._state = after
        return TimeStep(self._system, before, after, start_counts=True)

    def _backward_euler(
        self, length: float, end: float, passes: int = 1, halvings: int = MOST_HALVINGS
    ) -> Iterator[TimeStep]:
        """A time step, or shorter ones where it is not solved.

        Each pass but the first lets cells conduct as what the one before made of them.
        """
        before = self._state
        after = before
        try:
            for _ in range(passes):
                self._follow_melting(after, (before.time + end) / 2)
                after = self._part(length).solve(self._system, before, end, start_counts=False)
        except NotSolved:
            if halvings == 0:
                raise
            yield from self._backward_euler(length / 2, (before.time + end) / 2, passes, halvings - 1)
            yield from self._backward_euler(length / 2, end, passes, halvings - 1)
        else:
            self._state = after
            yield TimeStep(self._system, before, after, start_counts=False)

    def _follow_melting(self, state: State, time: float) -> None:
        """Let cells conduct as what they are in a state."""
        if not self._content.melts:
            return
        melted = self._melted.copy()
        melted[self._system.free] = self._free_content.liquid_fraction(state.enthalpy)
        if not np.array_equal(melted, self._melted):
            self._melted = melted
            self._assemble(time)

    def _within_range(self, before: State, after: State) -> bool:
        """Whether no temperature is beyond those before and those of the surroundings."""
        low, high = before.coldest, before.hottest
        for time in (before.time, after.time):
            lowest, highest = self._system.bounds(time)
            low, high = min(low, lowest), max(high, highest)
        slack = ROUNDING * max(abs(before.coldest), abs(before.hottest))
        return low - slack <= after.coldest and after.hottest <= high + slack
