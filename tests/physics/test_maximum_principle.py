"""No temperature leaves the range of the initial and surrounding ones, at the time steps the app chooses."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from support import concepts
from support.heat_problems import PROBLEMS

from desktop_app.domain.boundary import Dirichlet, Robin
from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.concept import Concept, Heating
from desktop_app.physics.course import course
from desktop_app.physics.finite_volumes import exposed
from desktop_app.physics.grid import Grid
from desktop_app.physics.heat_problem import HeatProblem, Surface
from desktop_app.physics.marching import march, time_steps
from desktop_app.physics.solution import solve_concept

ROUNDING = 1e-6
"""Share of the span of temperature; a field is float32, which alone leaves a tenth of that."""

SHAPES = [
    concepts.rod,
    concepts.round_rod,
    concepts.plate,
    concepts.fin,
    concepts.heat_sink,
    concepts.ring,
    concepts.l_bracket,
    concepts.stack,
    concepts.contact,
]


def temperatures(concept: Concept) -> list[float]:
    """The initial temperature and those of everything around, K."""
    held = [h.value for h in concept.heating if h.kind in ("temperature", "flame")]
    ambient = [h.ambient_K for h in concept.heating if h.ambient_K is not None]
    return [concept.initial_temperature_K, *held, *ambient]


def excess(field: np.ndarray, given_K: list[float]) -> float:
    """How far a field leaves the range of given temperatures, over their span."""
    low, high = min(given_K), max(given_K)
    return max(low - np.nanmin(field), np.nanmax(field) - high) / (high - low)


@pytest.mark.parametrize("make", SHAPES, ids=lambda make: make.__name__)
@pytest.mark.parametrize("num_times", [2, 25])
@pytest.mark.parametrize("duration_s", [1e-3, 1.0, 1e5])
def test_of_concepts(make, num_times, duration_s):
    hot = Heating("left", "temperature", 373.15, "K")
    air = Heating("all_around", "convection", 30.0, "W/(m²·K)", ambient_K=253.15)
    concept = make(hot, air, duration_s=duration_s)
    field = solve_concept(concept, num_times, CancelToken(), (48, 32)).temperature_K
    assert excess(field, temperatures(concept)) < ROUNDING


@pytest.mark.parametrize("num_times", [2, 3])
def test_of_a_fine_grid_with_few_saved_times(num_times):
    concept = concepts.rod(fourier_number=50.0)
    field = solve_concept(concept, num_times, CancelToken(), (800, 4)).temperature_K
    assert excess(field, temperatures(concept)) < ROUNDING


@st.composite
def layered(draw: st.DrawFn) -> tuple[HeatProblem, float]:
    """Layers of any thickness and stuff between two surroundings, and how long they are watched, s."""
    number = draw(st.integers(1, 4))

    def each(low: float, high: float) -> np.ndarray:
        powers = st.floats(np.log10(low), np.log10(high))
        return 10.0 ** np.array(draw(st.lists(powers, min_size=number, max_size=number)))

    cells = draw(st.integers(2, 30))
    widths = np.repeat(each(1e-5, 1e-1) / cells, cells)
    k, capacity = np.repeat(each(0.02, 2000), cells)[None], np.repeat(each(1e3, 4e6), cells)[None]
    grid = Grid(np.concatenate([[0.0], np.cumsum(widths)]), np.array([0.0, 1.0]))
    start = np.repeat(draw(st.lists(st.floats(250, 400), min_size=number, max_size=number)), cells)[None]
    body = np.ones_like(start) > 0
    surfaces = tuple(Surface(side, exposed(grid, body, side), draw(conditions)) for side in ("left", "right"))
    contact = np.zeros((1, grid.nx - 1))
    contact[:, cells - 1 :: cells] = draw(st.sampled_from([0.0, 1e-4, 1.0]))
    problem = HeatProblem(grid, body, k, k, capacity, start, surfaces, resistance_x=contact)
    return problem, 10.0 ** draw(st.floats(-3, 7))


conditions = st.one_of(
    st.builds(Dirichlet, st.floats(250, 400)),
    st.builds(Robin, st.floats(1, 1e5), st.floats(250, 400)),
)


@settings(max_examples=60, deadline=None, derandomize=True, phases=[Phase.explicit, Phase.generate])
@given(layered(), st.sampled_from([2, 13]))
def test_of_any_layers_watched_for_any_time(made, num_times):
    problem, duration = made
    around = [surface.condition for surface in problem.surfaces]
    given_K = [one.temperature if isinstance(one, Dirichlet) else one.ambient_temperature for one in around]
    given_K += [problem.initial_temperature.min(), problem.initial_temperature.max()]
    low, high = min(given_K), max(given_K)
    slack = ROUNDING * (high - low) + 1e-9
    for state in course(problem, duration, num_times, 32, CancelToken()):
        assert low - slack <= state.min()
        assert state.max() <= high + slack


@pytest.mark.parametrize("name", ["anisotropic", "contact resistance", "melting"])
def test_of_problems_with_long_time_steps(name):
    problem = PROBLEMS[name]()
    conditions = [surface.condition for surface in problem.surfaces]
    given_K = [c.temperature if isinstance(c, Dirichlet) else c.ambient_temperature for c in conditions]
    given_K.append(float(problem.initial_temperature.min()))
    for duration in (10.0, 1e4, 1e7):
        states = np.array(list(march(problem, duration, 4, 5, CancelToken())))
        assert excess(states, given_K) < ROUNDING


def test_plain_crank_nicolson_would_leave_it():
    """The time steps above are long enough for it: some are taken again as two half steps."""
    problem = PROBLEMS["anisotropic"]()
    taken = list(time_steps(problem, 1e4, 1, 40))
    assert any(not step.start_counts for step in taken[4:])
