"""What people reported of spots: what reaches a body there does not depend on the grid."""

from __future__ import annotations

from dataclasses import replace
from math import pi

import numpy as np
import pytest
from support import concepts

from desktop_app.domain.boundary import Neumann
from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.concept import Heating
from desktop_app.physics.body_grid import BodyGrid, body_grid, picture_cells
from desktop_app.physics.finite_volumes import outer_areas
from desktop_app.physics.heat_problem import HeatProblem
from desktop_app.physics.setup import heat_problem
from desktop_app.physics.solution import solve_concept
from desktop_app.physics.spots import covered_by_disc
from desktop_app.physics.story import look_ahead

GRIDS = [None, (64, 48), (40, 40), (200, 150), (7, 5)]


def power_in(concept, cells) -> float:
    """What fluxes and sources put into the whole body, W."""
    body = body_grid(concept, cells or picture_cells(concept))
    problem = heat_problem(concept, body, melting=False)
    inside = sum(float((one.power_density * body.grid.volumes)[body.body].sum()) for one in problem.sources)
    return (inside + _through_faces(body, problem)) * body.whole


def _through_faces(body: BodyGrid, problem: HeatProblem) -> float:
    return sum(
        one.condition.heat_flux * float(outer_areas(body.grid, one.side)[one.cells].sum())
        for one in problem.surfaces
        if isinstance(one.condition, Neumann)
    )


@pytest.mark.parametrize("cells", GRIDS)
@pytest.mark.parametrize(("flux", "diameter"), [(5e5, 0.002), (5e5, 0.005), (1e4, 0.04)])
def test_a_flux_on_a_spot_brings_the_area_of_the_spot_times_it(cells, flux, diameter):
    plate = concepts.plate(Heating("spot", "flux", flux, "W/m²", extent_m=diameter))
    assert power_in(plate, cells) == pytest.approx(flux * pi / 4 * diameter**2, rel=1e-9)


@pytest.mark.parametrize("cells", GRIDS)
def test_a_spot_larger_than_a_body_covers_no_more_than_the_body(cells):
    plate = concepts.plate(Heating("spot", "flux", 1e4, "W/m²", extent_m=10.0))
    width, height = plate.extent
    assert power_in(plate, cells) == pytest.approx(1e4 * width * height, rel=1e-6)


@pytest.mark.parametrize("cells", [None, (33, 9), (50, 21)])
@pytest.mark.parametrize("make", [concepts.rod, concepts.round_rod])
def test_a_flux_about_the_middle_of_a_rod_brings_the_area_of_its_strip_times_it(make, cells):
    rod = make(Heating("centre", "flux", 2e4, "W/m²", extent_m=0.011))
    rod = rod if make is concepts.round_rod else replace(rod, section="plan")
    around = pi * rod.extent[1] if make is concepts.round_rod else rod.extent[1]
    assert power_in(rod, cells) == pytest.approx(2e4 * 0.011 * around, rel=1e-9)


@pytest.mark.parametrize("cells", [None, (33, 20), (50, 21)])
def test_a_flux_on_a_part_of_a_side_brings_the_area_of_that_part_times_it(cells):
    sink = concepts.heat_sink(Heating("base", "flux", 2e4, "W/m²", extent_m=0.0123))
    assert power_in(sink, cells) == pytest.approx(2e4 * 0.0123 * sink.depth_m, rel=1e-9)


def test_what_a_disc_covers_is_what_points_in_it_say():
    x, y = np.array([0.0, 0.3, 0.7, 1.5]), np.array([0.0, 0.5, 0.6, 1.0])
    covered = covered_by_disc(x, y, (0.6, 0.5), 0.9)
    fine = (np.arange(400) + 0.5) / 400
    for row in range(3):
        for column in range(3):
            across, up = np.meshgrid(
                x[column] + fine * (x[column + 1] - x[column]), y[row] + fine * (y[row + 1] - y[row])
            )
            inside = np.hypot(across - 0.6, up - 0.5) <= 0.45
            assert covered[row, column] == pytest.approx(float(inside.mean()), abs=2e-3)


@pytest.mark.parametrize("cells", GRIDS[:4])
@pytest.mark.parametrize(("kind", "value", "unit"), [("power", 2.0, "W"), ("flux", 5e5, "W/m²")])
def test_the_story_of_a_small_spot_holds_what_any_grid_finds(kind, value, unit, cells):
    plate = concepts.plate(Heating("spot", kind, value, unit, extent_m=0.002))
    plate = replace(plate, duration_s=20.0)
    low, high = look_ahead(plate, CancelToken()).story.temperature_range_K
    found = solve_concept(plate, 3, CancelToken(), cells).temperature_K
    assert low <= np.nanmin(found)
    assert np.nanmax(found) <= high
    assert np.nanmax(found) - low > 0.4 * (high - low)


def test_a_power_on_the_top_of_a_round_rod_warms_what_a_round_rod_holds():
    """The mean of an insulated body is P·t / (ρc·V), V = π/4·d²·L."""
    rod = replace(concepts.round_rod(Heating("top", "power", 10.0, "W")), duration_s=50.0)
    length, diameter = rod.extent
    found = solve_concept(rod, 2, CancelToken(), (40, 10)).temperature_K[-1]
    capacity = rod.parts[0].material.volumetric_heat_capacity * pi / 4 * diameter**2 * length
    assert np.mean(found) - rod.initial_temperature_K == pytest.approx(10.0 * 50.0 / capacity, rel=1e-4)
