from __future__ import annotations

import math
from dataclasses import replace

import pytest
from support.concepts import material, rod

from desktop_app.domain.concept import Heating, Size
from desktop_app.domain.geometry import Annulus, Box, Part
from desktop_app.knowledge.exposure import area_at, heat_capacity
from desktop_app.knowledge.heat_paths import heat_path
from desktop_app.knowledge.stefan import melting_time, stefan_number
from desktop_app.knowledge.telling_durations import lumped_constant, telling_duration
from desktop_app.knowledge.understanding import understand

AIR = Heating("all_around", "convection", 10.0, "W/(m²·K)", 293.15)
COPPER = material()


def _body(*boxes, depth=0.1, section="cut", shape="block", heating=(AIR,), **more):
    parts = tuple(Part("body", Box(*box), COPPER) for box in boxes)
    right, top = max(b[2] for b in boxes), max(b[3] for b in boxes)
    size = Size(right, top, depth)
    return rod(*heating, parts=parts, size=size, depth_m=depth, section=section, shape=shape, **more)


def test_areas_of_a_comb():
    """A base of 30 × 2 mm with three fins of 2 × 10 mm, 100 mm deep."""
    fins = [(0.0, 0.002, 0.002, 0.012), (0.014, 0.002, 0.016, 0.012), (0.028, 0.002, 0.03, 0.012)]
    sink = _body((0.0, 0.0, 0.03, 0.002), *fins, shape="heat_sink")
    assert area_at(sink, "all_around") == pytest.approx(0.1 * (2 * 0.03 + 2 * 0.012 + 4 * 0.01))
    assert area_at(sink, "base") == pytest.approx(0.1 * 0.03)
    assert area_at(sink, "left") == pytest.approx(0.1 * 0.012)
    assert area_at(sink, "top") == pytest.approx(0.1 * (0.03 + 4 * 0.01))


def test_area_of_a_flat_body_counts_its_two_faces_and_not_where_it_is_cut():
    flat = _body((0.0, 0.0, 0.2, 0.1), depth=0.002, section="plan", shape="plate")
    assert area_at(flat, "all_around") == pytest.approx(2 * 0.02 + 0.002 * 0.6)
    cut = replace(flat, section="cut", cut_faces=("left", "right"))
    assert area_at(cut, "all_around") == pytest.approx(0.002 * 0.4)


def test_area_and_heat_of_a_round_rod():
    round_rod = _body((0.0, 0.0, 0.5, 0.02), section="round", shape="rod")
    assert area_at(round_rod, "all_around") == pytest.approx(3.14159265 * (0.02 * 0.5 + 2 * 0.0001))
    capacity = COPPER.volumetric_heat_capacity * 3.14159265 * 0.0001 * 0.5
    assert heat_capacity(round_rod) == pytest.approx(capacity)


def test_areas_of_a_ring():
    ring = replace(_body((0, 0, 1, 1), shape="ring"), parts=(Part("body", Annulus(0.01, 0.02), COPPER),))
    assert area_at(ring, "inside") / area_at(ring, "all_around") == pytest.approx(0.5)


def test_lumped_constant_of_a_cube():
    """ρ·c·V/(h·A) = ρ·c·a/(6·h), had the picture all six faces; it has four and the body's depth."""
    cube = _body((0.0, 0.0, 0.1, 0.1))
    assert lumped_constant(cube) == pytest.approx(COPPER.volumetric_heat_capacity * 0.1 / (4 * 10.0))


def test_a_delay_of_one_layer_is_half_a_fourier_number_and_of_two_counts_the_joint():
    single = _body(
        (0.0, 0.0, 0.1, 0.02), shape="contact", heating=(Heating("left", "temperature", 400.0, "K"),)
    )
    assert heat_path(single).delay_s == pytest.approx(0.1**2 / (2 * COPPER.thermal_diffusivity))
    halves = _body((0.0, 0.0, 0.05, 0.02), (0.05, 0.0, 0.1, 0.02), shape="contact", heating=single.heating)
    assert heat_path(halves).delay_s == pytest.approx(heat_path(single).delay_s)
    resisting = replace(halves, contact_resistance_m2K_W=1e-3)
    extra = 1e-3 * COPPER.volumetric_heat_capacity * 0.05
    assert heat_path(resisting).delay_s - heat_path(halves).delay_s == pytest.approx(extra)


@pytest.mark.parametrize(("where", "factor"), [("left", 0.5), ("both_ends", 0.25), ("right", 0.5)])
def test_conduction_is_shown_up_to_a_fourier_number(where, factor):
    concept = rod(Heating(where, "temperature", 400.0, "K"))
    seconds, note = telling_duration(concept)
    assert seconds == pytest.approx(factor * 0.2**2 / COPPER.thermal_diffusivity, rel=0.05)
    assert f"Fourier number of {factor:.2g}"[:20] in str(note)


@pytest.mark.parametrize(
    ("where", "way", "both"),
    [
        ("left", math.pi * 0.025, False),
        ("spot", math.pi * 0.025, False),
        ("both_ends", math.pi * 0.025, True),
        ("inside", 0.01, False),
        ("all_around", 0.01, False),
    ],
)
def test_heat_goes_around_a_ring_from_a_place_on_it_and_through_its_wall_from_inside(where, way, both):
    heating = Heating(where, "temperature", 400.0, "K")
    ring = rod(heating, parts=(Part("body", Annulus(0.02, 0.03), COPPER),), size=Size(0.06, 0.06, 0.01))
    path = heat_path(ring)
    assert (path.length, path.from_both_sides) == (pytest.approx(way), both)


def test_what_a_source_heats_and_air_cools_is_shown_for_three_time_constants():
    cube = _body((0.0, 0.0, 0.1, 0.1), heating=(Heating("bottom", "power", 50.0, "W"), AIR))
    seconds, note = telling_duration(cube)
    assert seconds == pytest.approx(3 * lumped_constant(cube), rel=0.06)
    assert "follows its surroundings" in str(note)


def test_radiation_shortens_the_time_constant():
    cube = _body((0.0, 0.0, 0.1, 0.1), initial_temperature_K=800.0)
    glowing = replace(cube, heating=(replace(AIR, emissivity=0.9),))
    assert lumped_constant(glowing) < 0.5 * lumped_constant(cube)


def test_what_stops_is_shown_for_a_while_after():
    heated = rod(Heating("left", "flame", 773.15, "K", end_s=1000.0))
    assert telling_duration(heated)[0] == 3000.0


def test_the_stefan_front_of_ice(table):
    """λ = 0.32 for Ste = 0.19; quasi-steady √(Ste/2) = 0.31 (Carslaw & Jaeger, section 11.2)."""
    ice = table.find("ice")
    superheat = 0.19 * ice.latent_heat.value / ice.liquid_specific_heat_capacity.value
    held = ice.melting_point.value + superheat
    assert stefan_number(ice, held) == pytest.approx(0.19)
    melt = ice.liquid_conductivity.value / (ice.liquid_specific_heat_capacity.value * ice.density.value)
    seconds = melting_time(ice, held, 0.05)
    root = 0.05 / (2 * (melt * seconds) ** 0.5)
    assert root == pytest.approx(0.299, abs=0.002)


def test_an_ice_cube_in_air_is_shown_until_it_is_gone(table):
    concept = understand("ice cube 3 cm, initially 0 °C, in 25 °C air, h=10", table)
    ice = table.find("ice")
    area = area_at(concept, "all_around")
    gone = ice.latent_heat.value * ice.density.value * 0.03**3 / (10 * area * 25)
    assert concept.duration_s == pytest.approx(gone, rel=0.05)


@pytest.mark.parametrize(
    ("prompt", "seconds"),
    [
        ("copper rod heated at left, show 10 minutes", 600.0),
        ("铜棒左端加热，看半小时", 1800.0),
        ("copper rod, left end 100 °C, during the first 1 h 30 min", 5400.0),
        ("steel bar, left end in a flame for 30 s, then removed; show 5 minutes in total", 300.0),
        ("铜棒左端加热10秒后撤去火焰，共看2分钟", 120.0),
        ("a 10 s clip of a copper rod heated at its left end", 170.0),
    ],
)
def test_a_time_to_show_is_taken(prompt, seconds, table):
    assert understand(prompt, table).duration_s == seconds


def test_what_loses_nothing_is_shown_until_it_is_ten_degrees_warmer():
    cube = _body((0.0, 0.0, 0.1, 0.1), heating=(Heating("bottom", "power", 50.0, "W"),))
    assert telling_duration(cube)[0] == pytest.approx(10 * heat_capacity(cube) / 50.0, rel=0.05)
    weak = replace(cube, heating=(Heating("bottom", "power", 0.5, "W"),))
    assert telling_duration(weak)[0] == 3600.0
