"""Every shape, from its concept to its field, against a closed form.

Sources: F. P. Incropera, D. P. DeWitt, Fundamentals of Heat and Mass Transfer, 5th ed.: fins table 3.4,
composite walls section 3.1.3, cylinders section 3.3.1, lumped capacitance section 5.1.
"""

from __future__ import annotations

from dataclasses import replace
from math import cosh, exp, log, sinh, sqrt

import numpy as np
import pytest
from support import concepts
from support.concepts import HOT_LEFT, STILL_AIR, material

from desktop_app.domain.boundary import Neumann, Robin
from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.concept import Heating
from desktop_app.domain.geometry import Box, Part
from desktop_app.physics.body_grid import body_grid, picture_cells
from desktop_app.physics.finite_volumes import outer_areas
from desktop_app.physics.marching import march
from desktop_app.physics.setup import heat_problem
from desktop_app.physics.solution import solve_coarsely, solve_concept

AIR_K = 293.15


def solved(concept, num_times: int = 9):
    return solve_concept(concept, num_times, CancelToken())


def last(concept) -> np.ndarray:
    return solved(concept).temperature_K[-1].astype(np.float64)


def fin_with_convective_tip(x, length: float, m: float, h_over_mk: float) -> np.ndarray:
    """θ/θ_base, table 3.4 case A."""
    numerator = np.cosh(m * (length - x)) + h_over_mk * np.sinh(m * (length - x))
    return numerator / (cosh(m * length) + h_over_mk * sinh(m * length))


def test_a_flat_fin_comes_to_its_formula():
    field = solved(concepts.fin(duration_s=2000.0))
    perimeter, area = 2 * (0.02 + 0.002), 0.02 * 0.002
    m = sqrt(10 * perimeter / (205 * area))
    theta = (field.temperature_K[-1].mean(axis=0) - AIR_K) / 80
    assert theta == pytest.approx(fin_with_convective_tip(field.x_m, 0.05, m, 10 / (m * 205)), abs=2e-5)


def test_a_pin_fin_comes_to_its_formula_with_either_tip():
    air = Heating("all_around", "convection", 100.0, "W/(m²·K)", ambient_K=AIR_K)
    shape = {"length": 0.1, "diameter": 0.005, "duration_s": 600.0}
    m = sqrt(4 * 100 / (401 * 0.005))
    field = solved(concepts.round_rod(HOT_LEFT, air, **shape))
    theta = (field.temperature_K[-1].mean(axis=0) - AIR_K) / 80
    assert theta == pytest.approx(fin_with_convective_tip(field.x_m, 0.1, m, 100 / (m * 401)), abs=2e-4)
    insulated = Heating("right", "flux", 0.0, "W/m²")
    field = solved(concepts.round_rod(HOT_LEFT, insulated, air, **shape))
    theta = (field.temperature_K[-1].mean(axis=0) - AIR_K) / 80
    assert theta == pytest.approx(fin_with_convective_tip(field.x_m, 0.1, m, 0.0), abs=2e-4)


def test_a_heat_sink_of_a_perfect_conductor_warms_by_power_over_h_and_area():
    perfect = material(1e7, 2700.0, 900.0)
    sink = concepts.heat_sink(duration_s=7200.0)
    parts = tuple(Part(part.role, part.outline, perfect) for part in sink.parts)
    area = (2 * (0.06 + 0.025) + 14 * 0.02 - 0.02) * 0.06
    field = last(replace(sink, parts=parts))
    assert np.nanmin(field) - AIR_K == pytest.approx(40 / (25 * area), rel=1e-4)
    assert np.nanmax(field) - np.nanmin(field) < 0.05


def test_a_heat_sink_gives_to_the_air_what_its_chip_gives_to_it():
    sink = concepts.heat_sink(duration_s=7200.0)
    body = body_grid(sink, picture_cells(sink))
    problem = heat_problem(sink, body, melting=False)
    *_, field = march(problem, sink.duration_s, 8, 48, CancelToken())
    given = taken = 0.0
    for surface in problem.surfaces:
        area = outer_areas(body.grid, surface.side)[surface.cells] * body.whole
        half = body.grid.half_x if surface.side in ("left", "right") else body.grid.half_y
        match surface.condition:
            case Neumann(heat_flux):
                given += float((heat_flux * area).sum())
            case Robin(h, ambient):
                resistance = half[surface.cells] / 205 + 1 / h
                taken += float((area * (field[surface.cells] - ambient) / resistance).sum())
    assert given == pytest.approx(40.0)
    assert taken == pytest.approx(40.0, rel=1e-6)


def test_a_heat_sink_is_hottest_over_its_chip_and_coolest_at_its_outer_tips():
    field = last(concepts.heat_sink())
    columns = field.shape[1]
    assert field[0, columns // 2] == pytest.approx(np.nanmax(field), abs=0.05)
    assert field[-1, 0] == pytest.approx(np.nanmin(field), abs=0.05)


def test_a_ring_comes_to_the_logarithmic_profile():
    field = solved(concepts.ring(duration_s=3000.0, inner=0.02, outer=0.04))
    x, y = np.meshgrid(field.x_m - 0.04, field.y_m - 0.04)
    exact = AIR_K + 80 * np.log(0.04 / np.hypot(x, y)) / log(2)
    inside = ~np.isnan(field.temperature_K[-1])
    assert field.temperature_K[-1][inside] == pytest.approx(exact[inside], abs=0.01)


def test_a_ring_heated_at_one_side_is_alike_above_and_below():
    field = last(concepts.ring(Heating("left", "temperature", 373.15, "K")))
    assert np.nan_to_num(field) == pytest.approx(np.nan_to_num(field[::-1]), abs=1e-3)
    middle = field.shape[0] // 2
    assert field[middle, 1] > field[middle, -2] + 10


@pytest.mark.parametrize("contact_resistance", [0.0, 1e-5])
def test_a_stack_comes_to_its_resistances_in_series(contact_resistance):
    field = solved(concepts.stack(contact_resistance=contact_resistance, duration_s=2000.0))
    flux = 50 / (0.03 * 0.03)
    layers = ((0.0007, 148.0), (0.0001, 4.0), (0.003, 401.0), (0.005, 205.0))
    edges, temperature = (
        [0.0],
        AIR_K + flux * (1 / 2000 + sum(d / k for d, k in layers) + 3 * contact_resistance),
    )
    profile = []
    for thickness, k in layers:
        profile.append((edges[-1], temperature))
        edges.append(edges[-1] + thickness)
        temperature -= flux * thickness / k
        profile.append((edges[-1] - 1e-9, temperature))
        temperature -= flux * contact_resistance
    heights, temperatures = zip(*profile, strict=True)
    exact = np.interp(field.y_m, heights, temperatures)
    assert field.temperature_K[-1].mean(axis=1) == pytest.approx(exact, abs=2e-3)


def test_two_bars_in_contact_come_to_their_jump():
    field = solved(concepts.contact(contact_resistance=1e-4, duration_s=20_000.0))
    flux = 80 / (0.05 / 401 + 1e-4 + 0.05 / 15)
    exact = np.where(field.x_m < 0.05, 373.15 - flux * field.x_m / 401, AIR_K + flux * (0.1 - field.x_m) / 15)
    assert field.temperature_K[-1].mean(axis=0) == pytest.approx(exact, abs=1e-3)


def test_both_halves_of_a_round_rod_of_two_metals_come_to_their_lines():
    parts = (
        Part("first", Box(0, 0, 0.08, 0.02), concepts.COPPER),
        Part("second", Box(0.08, 0, 0.2, 0.02), concepts.STEEL),
    )
    cold = Heating("right", "temperature", AIR_K, "K")
    field = solved(replace(concepts.round_rod(HOT_LEFT, cold, duration_s=1e5), parts=parts))
    flux = 80 / (0.08 / 401 + 0.12 / 15)
    exact = np.where(field.x_m < 0.08, 373.15 - flux * field.x_m / 401, AIR_K + flux * (0.2 - field.x_m) / 15)
    assert field.temperature_K[-1].mean(axis=0) == pytest.approx(exact, abs=0.01)


def test_a_plate_in_still_air_cools_as_a_lump_through_its_faces_and_rim():
    field = solved(concepts.plate(STILL_AIR, initial_temperature_K=373.15, duration_s=600.0))
    area, volume = 2 * 0.2 * 0.15 + 2 * 0.003 * 0.35, 0.2 * 0.15 * 0.003
    tau = 8933 * 385 * volume / (10 * area)
    for values, time in zip(field.temperature_K[1:], field.time_s[1:], strict=True):
        assert (values.mean() - AIR_K) / 80 == pytest.approx(exp(-time / tau), abs=2e-5)


def test_a_room_behind_walls_that_store_no_heat_cools_as_a_lump():
    light = material(0.72, 1e-3, 835.0)
    outdoors = Heating("all_around", "convection", 25.0, "W/(m²·K)", ambient_K=273.15)
    room = concepts.room(outdoors, wall=0.001, duration_s=600.0)
    parts = tuple(
        part if part.mixed else Part(part.role, part.outline, light, part.through_axis) for part in room.parts
    )
    field = solved(replace(room, parts=parts))
    air = field.temperature_K[:, field.y_m.size // 2, field.x_m.size // 2]
    conductance = 2 * (4 + 2.5) * 4 / (0.13 + 0.001 / 0.72 + 0.04)
    tau = 1.2 * 1005 * 4 * 2.5 * 4 / conductance
    assert (air - 273.15) / 20 == pytest.approx(np.exp(-field.time_s / tau), abs=1e-3)


def test_an_l_bracket_is_colder_the_farther_along_its_legs():
    field = last(concepts.l_bracket())
    foot, leg = field[5, ::-1], field[:, 5]
    assert (np.diff(foot[:100]) <= 1e-3).all()
    assert (np.diff(leg[20:]) <= 1e-3).all()
    assert np.isnan(field[-1, -1])


def test_a_mirrored_heat_sink_is_alike():
    field = last(concepts.heat_sink(fins=7))
    assert np.nan_to_num(field) == pytest.approx(np.nan_to_num(field[:, ::-1]), abs=1e-2)


@pytest.mark.parametrize("make", [concepts.heat_sink, concepts.ring, concepts.l_bracket, concepts.stack])
def test_cells_that_are_asked_for_are_the_field_s(make):
    field = solve_concept(make(duration_s=10.0), 3, CancelToken(), (40, 30))
    assert field.temperature_K.shape == (3, 30, 40)
    assert field.x_m.size == 40


@pytest.mark.parametrize("make", [concepts.heat_sink, concepts.stack, concepts.contact, concepts.room])
def test_a_coarse_solution_is_like_the_whole_one(make):
    coarse = solve_coarsely(make(), 5, CancelToken()).temperature_K[-1]
    whole = last(make())
    span = np.nanmax(whole) - min(AIR_K, np.nanmin(whole))
    assert np.nanmax(coarse) == pytest.approx(np.nanmax(whole), abs=0.03 * span)
    assert np.nanmean(coarse) == pytest.approx(np.nanmean(whole), abs=0.03 * span)


def test_ice_stays_at_its_melting_point_until_it_has_its_latent_heat():
    """Air needs ρ(cΔT + L)V/(hA·25 K) = 16 200 s to melt it; it would warm with ρcV/(hA) = 2350 s.

    Water, 2.4 K warmer outside at the most (q·d/k of the shell that has melted), makes up less than half.
    """
    ice = concepts.ice_block(duration_s=7200.0)
    (part,) = ice.parts
    never_melts = replace(part, material=replace(part.material, melting_point=None))
    melting = solve_concept(ice, 3, CancelToken(), (24, 24)).temperature_K[-1]
    warming = solve_concept(replace(ice, parts=(never_melts,)), 3, CancelToken(), (24, 24)).temperature_K[-1]
    assert warming.mean() == pytest.approx(298.15 - 35 * exp(-7200 / 2350), abs=0.5)
    assert melting.min() >= 273.15 - 1e-3
    assert melting.mean() < 273.15 + 2.4 / 2
