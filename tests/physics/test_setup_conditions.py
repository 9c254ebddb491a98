"""What is done to a body acts where a person means, with the strength that is said."""

from __future__ import annotations

from math import inf, pi

import numpy as np
import pytest
from support import concepts
from support.concepts import STILL_AIR

from desktop_app.domain.boundary import Dirichlet, Neumann, Robin
from desktop_app.domain.concept import Concept, Heating
from desktop_app.domain.errors import OutsideConduction
from desktop_app.physics.body_grid import BodyGrid, body_grid, picture_cells
from desktop_app.physics.finite_volumes import outer_areas
from desktop_app.physics.heat_problem import HeatProblem
from desktop_app.physics.setup import heat_problem


def posed(concept: Concept) -> tuple[BodyGrid, HeatProblem]:
    body = body_grid(concept, picture_cells(concept, 64))
    return body, heat_problem(concept, body, melting=False)


def areas(body: BodyGrid, problem: HeatProblem, kind: type) -> float:
    """Of all faces with a kind of condition, m²."""
    return sum(
        float(outer_areas(body.grid, one.side)[one.cells].sum()) * body.whole
        for one in problem.surfaces
        if isinstance(one.condition, kind)
    )


def power_in(body: BodyGrid, problem: HeatProblem) -> float:
    """Of all fluxes and sources, W."""
    through_faces = sum(
        one.condition.heat_flux * float(outer_areas(body.grid, one.side)[one.cells].sum())
        for one in problem.surfaces
        if isinstance(one.condition, Neumann)
    )
    inside = sum(float((one.power_density * body.grid.volumes)[body.body].sum()) for one in problem.sources)
    return (through_faces + inside) * body.whole


POWER = {"kind": "power", "value": 40.0, "unit": "W"}


@pytest.mark.parametrize(
    "concept",
    [
        concepts.heat_sink(Heating("base", extent_m=0.02, **POWER)),
        concepts.heat_sink(Heating("base", **POWER)),
        concepts.round_rod(Heating("left", **POWER)),
        concepts.round_rod(Heating("all_around", **POWER)),
        concepts.round_rod(Heating("centre", **POWER)),
        concepts.plate(Heating("spot", extent_m=0.03, **POWER)),
        concepts.plate(Heating("all_around", **POWER)),
        concepts.fin(Heating("base", **POWER)),
        concepts.ring(Heating("inside", **POWER)),
        concepts.ring(Heating("left", **POWER)),
        concepts.l_bracket(Heating("right", **POWER)),
        concepts.l_bracket(Heating("centre", **POWER)),
        concepts.stack(Heating("bottom", **POWER)),
        concepts.contact(Heating("both_ends", **POWER)),
        concepts.rod(Heating("spot", **POWER)),
        concepts.room(Heating("inside", **POWER)),
    ],
    ids=lambda concept: f"{concept.shape} {concept.heating[0].where}",
)
def test_a_power_enters_whole(concept):
    body, problem = posed(concept)
    assert power_in(body, problem) == pytest.approx(40.0, rel=1e-12)


def test_a_chip_is_as_wide_as_is_said():
    body, problem = posed(concepts.heat_sink(Heating("base", extent_m=0.02, **POWER)))
    assert areas(body, problem, Neumann) == pytest.approx(0.02 * 0.06)


@pytest.mark.parametrize(
    ("concept", "area"),
    [
        (concepts.round_rod(STILL_AIR, length=0.2, diameter=0.02), pi * 0.02 * 0.2 + 2 * pi * 0.01**2),
        (concepts.l_bracket(STILL_AIR), 2 * (0.08 + 0.06) * 0.04),
        (concepts.ring(STILL_AIR, inner=0.02, outer=0.04), 2 * pi * 0.04),
        (concepts.heat_sink(STILL_AIR, fins=8), (2 * (0.06 + 0.025) + 14 * 0.02) * 0.06),
        (concepts.room(STILL_AIR), 2 * (4.2 + 2.7) * 4),
    ],
    ids=lambda value: getattr(value, "shape", None),
)
def test_air_all_around_meets_every_exposed_face(concept, area):
    body, problem = posed(concept)
    assert areas(body, problem, Robin) == pytest.approx(area)


def test_air_all_around_a_flat_body_meets_its_two_faces_and_its_rim():
    body, problem = posed(concepts.plate(STILL_AIR))
    (loss,) = problem.face_losses
    assert (loss.conductance * body.grid.volumes).sum() * body.whole == pytest.approx(10 * 2 * 0.2 * 0.15)
    assert areas(body, problem, Robin) == pytest.approx(2 * (0.2 + 0.15) * 0.003)


def test_emissivity_reaches_surfaces_and_faces():
    radiating = Heating("all_around", "convection", 10.0, "W/(m²·K)", ambient_K=300.0, emissivity=0.8)
    _, problem = posed(concepts.plate(radiating))
    assert {one.condition.emissivity for one in problem.surfaces} == {0.8}
    assert problem.face_losses[0].emittance.max() == pytest.approx(2 * 0.8 / 0.003)


def test_sides_are_the_outermost_faces_of_the_whole_body():
    top = Heating("top", "temperature", 373.15, "K")
    body, problem = posed(concepts.l_bracket(top))
    assert areas(body, problem, Dirichlet) == pytest.approx(0.008 * 0.04), "the end of the leg, not the foot"
    body, problem = posed(concepts.l_bracket(Heating("left", "temperature", 373.15, "K")))
    assert areas(body, problem, Dirichlet) == pytest.approx(0.06 * 0.04)
    body, problem = posed(concepts.heat_sink(top, fins=8))
    assert areas(body, problem, Dirichlet) == pytest.approx(8 * 0.004 * 0.06), "the tips of the fins"


def test_air_on_top_of_a_heat_sink_reaches_all_but_its_bottom():
    fan = Heating("top", "convection", 50.0, "W/(m²·K)", ambient_K=300.0)
    body, problem = posed(concepts.heat_sink(fan, fins=8))
    assert areas(body, problem, Robin) == pytest.approx((0.06 + 2 * 0.025 + 14 * 0.02) * 0.06)
    assert all(one.side != "bottom" for one in problem.surfaces)


def test_a_side_of_a_ring_is_a_quarter_of_it_and_inside_is_its_inner_face():
    body, problem = posed(concepts.ring(Heating("left", "temperature", 373.15, "K"), inner=0.02, outer=0.04))
    assert areas(body, problem, Dirichlet) == pytest.approx(2 * pi * 0.04 / 4)
    (surface,) = problem.surfaces
    assert np.cos(body.grid.x[surface.cells.any(axis=0)]).max() < -0.7
    body, problem = posed(concepts.ring(Heating("inside", "temperature", 373.15, "K"), inner=0.02))
    assert areas(body, problem, Dirichlet) == pytest.approx(2 * pi * 0.02)


def test_cut_faces_are_no_surfaces():
    concept = concepts.rod(STILL_AIR, cut_faces=("top", "bottom"))
    _, problem = posed(concept)
    assert {one.side for one in problem.surfaces} == {"left", "right"}


def test_what_is_named_wins_over_what_is_all_around_while_it_acts():
    flame = Heating("left", "flame", 1000.0, "K", end_s=60.0)
    _, problem = posed(concepts.round_rod(flame, STILL_AIR))
    left = [one for one in problem.surfaces if one.side == "left"]
    assert [(type(one.condition), one.start, one.end) for one in left] == [
        (Dirichlet, 0.0, 60.0),
        (Robin, 60.0, inf),
    ]
    (lateral,) = (one for one in problem.surfaces if one.side == "top")
    assert (lateral.start, lateral.end) == (0.0, inf)


def test_a_flux_and_air_at_one_place_add():
    flux = Heating("left", "flux", 1e4, "W/m²")
    air = Heating("left", "convection", 10.0, "W/(m²·K)", ambient_K=293.15)
    _, problem = posed(concepts.rod(flux, air))
    assert [type(one.condition) for one in problem.surfaces] == [Neumann, Robin]
    held = Heating("left", "temperature", 400.0, "K")
    _, problem = posed(concepts.rod(held, air))
    assert [type(one.condition) for one in problem.surfaces] == [Dirichlet]


def test_the_face_beside_a_chip_is_cooled():
    chip = Heating("base", extent_m=0.02, **POWER)
    body, problem = posed(concepts.heat_sink(chip, STILL_AIR, fins=8))
    assert areas(body, problem, Robin) == pytest.approx((2 * (0.06 + 0.025) + 14 * 0.02 - 0.02) * 0.06)


def test_a_spot_on_a_cut_body_is_on_its_upper_side():
    laser = Heating("spot", "flux", 1e5, "W/m²", extent_m=0.01)
    body, problem = posed(concepts.ice_block(laser))
    (surface,) = problem.surfaces
    assert surface.side == "top"
    assert areas(body, problem, Neumann) == pytest.approx(0.01 * 0.05, rel=0.1)


def test_a_flux_on_a_spot_of_a_plate_is_taken_up_by_its_thickness():
    laser = Heating("spot", "flux", 1e5, "W/m²", extent_m=0.05)
    body, problem = posed(concepts.plate(laser))
    (source,) = problem.sources
    assert source.power_density.max() == pytest.approx(1e5 / 0.003)
    assert power_in(body, problem) == pytest.approx(1e5 * pi * 0.025**2, rel=0.05)


def test_contact_is_between_parts_alone():
    body, problem = posed(concepts.contact(contact_resistance=2e-4))
    jumps = np.flatnonzero(problem.resistance_x.max(axis=0))
    assert body.grid.x_edges[jumps + 1] == pytest.approx([0.05])
    assert problem.resistance_x.max() == 2e-4
    assert problem.resistance_y.max() == 0


def test_the_air_of_a_room_is_mixed_and_meets_its_walls_through_a_film():
    body, problem = posed(concepts.room(contact_resistance_m2K_W=0.0))
    assert (problem.mixed == (body.part == 4)).all()
    film = problem.resistance_x.max(axis=0)
    assert set(film[film > 0]) == {0.13}
    assert body.grid.x_edges[np.flatnonzero(film) + 1] == pytest.approx([0.1, 4.1])


def test_conductivity_follows_the_layers_of_a_sheet():
    sheet = concepts.sheet(through_axis="y")
    _, problem = posed(sheet)
    assert problem.conductivity_x.max() == 1500.0
    assert problem.conductivity_y.max() == 10.0


def test_air_inside_a_body_is_refused():
    with pytest.raises(OutsideConduction):
        posed(concepts.rod(Heating("centre", "convection", 10.0, "W/(m²·K)", ambient_K=300.0)))


def test_a_spot_on_a_wall_cut_through_sideways_is_on_its_left_side():
    laser = Heating("spot", "flux", 1e5, "W/m²", extent_m=0.004)
    _, problem = posed(concepts.rod(laser, cut_faces=("top", "bottom")))
    assert [one.side for one in problem.surfaces] == ["left"]
