"""What the sketch of a concept shows, shape by shape and condition by condition."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from support.concepts import (
    STILL_AIR,
    contact,
    fin,
    heat_sink,
    ice_block,
    l_bracket,
    plate,
    ring,
    rod,
    room,
    round_rod,
    stack,
)

from desktop_app.domain.concept import Concept, Face, Heating
from desktop_app.physics import spots
from desktop_app.ui.concept.schematic import marks
from desktop_app.ui.concept.schematic.marks import Mark, MarkKind
from desktop_app.ui.concept.schematic.scene import Scene, scene_of

SHAPES: dict[str, Callable[..., Concept]] = {
    "rod": round_rod,
    "plate": plate,
    "fin": fin,
    "heat_sink": heat_sink,
    "ring": ring,
    "l_bracket": l_bracket,
    "stack": stack,
    "contact": contact,
    "room": room,
    "ice_block": ice_block,
}


def scene(concept: Concept) -> Scene:
    found = scene_of(concept)
    assert found is not None
    return found


def faces(mark: Mark) -> set[Face]:
    return {edge.face for edge in mark.edges} | {rim.face for rim in mark.rims if rim.face is not None}


def one(drawn: Scene, kind: MarkKind) -> Mark:
    (mark,) = (mark for mark in drawn.marks if mark.kind == kind)
    return mark


def texts(drawn: Scene) -> set[str]:
    return {measure.text for measure in drawn.measures}


def test_shares_mean_what_they_mean_to_the_solver():
    assert marks.SLENDER == spots.SLENDER
    assert marks.CENTRE_SHARE == spots.CENTRE_SHARE
    assert marks.SPOT_SHARE == spots.SPOT_SHARE


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_has_parts_measures_and_everything_that_is_done_to_it(shape: str):
    concept = SHAPES[shape]()
    drawn = scene(concept)
    assert drawn.parts == concept.parts
    assert {m.axis for m in drawn.measures} >= {"x"}
    assert [m.heating for m in drawn.marks if m.heating is not None] == sorted(
        concept.heating, key=lambda h: (h.where == "all_around", h.unit != "K")
    )
    for mark in drawn.marks:
        assert mark.edges or mark.rims or mark.spot is not None
        assert bool(mark.lines) == (mark.heating is not None)


def test_without_a_known_material_there_is_nothing_to_draw():
    assert scene_of(rod(parts=())) is None


def test_a_held_end_is_hot_or_cold_and_the_rest_is_insulated():
    drawn = scene(
        round_rod(Heating("left", "temperature", 373.15, "K"), Heating("right", "temperature", 273.15, "K"))
    )
    hot, cold = (m for m in drawn.marks if m.kind == "held")
    assert (faces(hot), hot.tone, hot.lines) == ({"left"}, "hot", ("100 °C",))
    assert (faces(cold), cold.tone, cold.lines) == ({"right"}, "cold", ("0 °C",))
    assert faces(one(drawn, "insulated")) == {"top", "bottom"}


def test_what_holds_a_temperature_wins_over_what_is_all_around():
    drawn = scene(plate(Heating("left", "flame", 1073.15, "K"), STILL_AIR))
    assert faces(one(drawn, "flame")) == {"left"}
    assert faces(one(drawn, "convection")) == {"right", "top", "bottom"}
    assert not [m for m in drawn.marks if m.kind == "insulated"]


def test_fluxes_and_convection_share_a_side():
    drawn = scene(
        plate(Heating("left", "flux", 5e4, "W/m²"), Heating("left", "convection", 25, "W/(m²·K)", 293.15))
    )
    assert faces(one(drawn, "source")) == faces(one(drawn, "convection")) == {"left"}
    assert one(drawn, "source").lines == ("50 kW/m²",)


def test_convection_carries_heat_away_from_what_is_hot_and_into_ice():
    away, into = scene(fin()), scene(ice_block())
    assert (one(away, "convection").outward, one(away, "convection").tone) == (True, "cold")
    assert (one(into, "convection").outward, one(into, "convection").tone) == (False, "hot")


def test_radiation_and_times_are_written():
    drawn = scene(
        plate(
            Heating("left", "temperature", 373.15, "K", end_s=10.0),
            Heating("right", "convection", 25.0, "W/(m²·K)", ambient_K=293.15, emissivity=0.9),
        )
    )
    assert one(drawn, "held").lines == ("100 °C", "0–10 s")
    assert one(drawn, "convection").lines == ("h 25 W/(m²·K)", "20 °C", "ε 0.9")


def test_a_side_that_is_held_for_a_while_is_insulated_after():
    drawn = scene(plate(Heating("left", "temperature", 373.15, "K", end_s=10.0)))
    assert "left" in faces(one(drawn, "insulated"))


def test_the_base_of_a_fin_is_at_its_left_and_that_of_a_sink_below():
    assert faces(one(scene(fin()), "held")) == {"left"}
    assert faces(one(scene(heat_sink()), "source")) == {"bottom"}


def test_a_chip_sits_on_the_middle_of_the_base_and_air_reaches_the_rest():
    drawn = scene(heat_sink())
    chip = one(drawn, "source")
    (edge,) = chip.edges
    assert chip.patch
    assert (edge.start, edge.end) == pytest.approx((0.02, 0.04))
    below = [e for e in one(drawn, "convection").edges if e.face == "bottom"]
    assert sum(e.length for e in below) == pytest.approx(0.04)


def test_air_from_above_reaches_between_the_fins_but_not_their_ends():
    drawn = scene(heat_sink(Heating("top", "convection", 25.0, "W/(m²·K)", ambient_K=293.15), fins=3))
    reached = one(drawn, "convection").edges
    assert sum(e.face == "top" for e in reached) == 5
    assert sum(e.face in ("left", "right") for e in reached) == 4
    assert faces(one(drawn, "insulated")) == {"left", "right", "bottom"}


def test_the_ends_of_a_bracket_are_the_ends_of_its_legs():
    drawn = scene(
        l_bracket(Heating("top", "temperature", 373.15, "K"), Heating("right", "temperature", 293.15, "K"))
    )
    top, right = (m.edges for m in drawn.marks if m.kind == "held")
    assert [(e.start, e.end) for e in top] == [(0.0, 0.008)]
    assert [(e.start, e.end) for e in right] == [(0.0, 0.008)]


def test_ends_of_a_rod_that_stands_are_above_and_below():
    standing = rod(Heating("both_ends", "temperature", 373.15, "K"), section="plan")
    box = replace(standing.parts[0].outline, x1=0.02, y1=0.2)
    standing = replace(standing, parts=(replace(standing.parts[0], outline=box),))
    assert faces(one(scene(standing), "held")) == {"top", "bottom"}


def test_a_ring_is_met_from_inside_and_from_outside():
    drawn = scene(ring())
    inside, outside = (m for m in drawn.marks if m.kind == "held")
    assert [r.side for r in inside.rims] == ["inner"]
    assert {r.side for r in outside.rims} == {"outer"}
    assert faces(outside) == {"left", "right", "top", "bottom"}
    assert texts(drawn) == {"⌀ 40 mm", "⌀ 80 mm"}


def test_one_side_of_a_ring_is_a_quarter_of_it():
    drawn = scene(ring(Heating("left", "temperature", 373.15, "K")))
    assert faces(one(drawn, "held")) == {"left"}
    assert faces(one(drawn, "insulated")) == {"right", "top", "bottom"}
    assert any(r.side == "inner" for r in one(drawn, "insulated").rims)


def test_a_spot_of_a_plate_is_a_disc_and_of_a_rod_a_band():
    flat = one(scene(plate(Heating("spot", "power", 40.0, "W", extent_m=0.01), section="plan")), "source")
    assert flat.spot == marks.Spot(0.1, 0.075, 0.005)
    held = one(scene(round_rod(Heating("centre", "temperature", 373.15, "K"))), "held")
    assert held.spot is not None
    assert (held.spot.band, held.spot.radius) == ("upright", pytest.approx(0.04 * 0.2))


def test_a_spot_on_a_cut_body_is_a_patch_of_its_upper_side():
    drawn = scene(ice_block(Heating("spot", "power", 5.0, "W")))
    (edge,) = one(drawn, "source").edges
    assert edge.face == "top"
    assert edge.length == pytest.approx(0.16 * 0.05)


def test_a_heater_stands_in_the_air_of_a_room():
    drawn = scene(room())
    heater = one(drawn, "source").spot
    assert heater is not None
    (air,) = (p.outline for p in drawn.parts if p.mixed)
    assert air.x0 < heater.x < air.x1
    assert air.y0 < heater.y < air.y1
    assert faces(one(drawn, "convection")) == {"left", "right", "top", "bottom"}
    assert "100 mm" in texts(drawn)


def test_a_wall_that_goes_on_is_broken_off_and_not_measured_there():
    wall = plate(Heating("left", "temperature", 373.15, "K"), section="cut", cut_faces=("top", "bottom"))
    drawn = scene(wall)
    assert faces(one(drawn, "cut")) == {"top", "bottom"}
    assert faces(one(drawn, "insulated")) == {"right"}
    assert {m.axis for m in drawn.measures} == {"x"}


def test_the_layers_of_a_stack_are_all_seen_and_measured():
    drawn = scene(stack())
    assert {"0.7 mm", "0.1 mm", "3 mm", "5 mm", "8.8 mm", "30 mm"} == texts(drawn)
    heights = [after - before for before, after in zip(drawn.y.shares, drawn.y.shares[1:], strict=False)]
    assert min(heights) > 0.09
    assert not drawn.to_scale


def test_bodies_in_contact_touch_along_one_line():
    drawn = scene(contact())
    (joint,) = drawn.joints
    edge = joint.edge
    assert joint.resists
    assert (edge.face, edge.at, edge.start, edge.end) == ("right", 0.05, 0.0, 0.02)
    assert faces(one(drawn, "insulated")) == {"top", "bottom"}


def test_a_diameter_is_called_one():
    assert texts(scene(round_rod())) == {"200 mm", "⌀ 20 mm"}


def test_only_true_proportions_are_to_scale():
    assert scene(plate()).to_scale
    assert scene(ice_block()).to_scale
    assert not scene(round_rod(length=1.0)).to_scale


@pytest.mark.parametrize(
    ("value", "unit", "written"),
    [(40.0, "W", "40 W"), (2e4, "W", "20 kW"), (-5e6, "W/m²", "−5 MW/m²"), (9999.0, "W/m²", "10 000 W/m²")],
)
def test_amounts_are_short(value: float, unit: str, written: str):
    drawn = scene(plate(Heating("left", "flux" if "m" in unit else "power", value, unit)))
    assert one(drawn, "source").lines == (written,)


def test_pieces_of_one_cast_have_no_joints_and_air_meets_its_walls():
    assert scene(heat_sink()).joints == ()
    drawn = scene(room())
    assert {drawn.parts[joint.edge.part].role for joint in drawn.joints} == {"wall", "air"}
    assert len([joint for joint in drawn.joints if joint.resists]) == 4


def test_a_rod_that_stands_is_slender():
    standing = rod(section="plan")
    box = replace(standing.parts[0].outline, x1=0.01, y1=0.2)
    assert scene(replace(standing, parts=(replace(standing.parts[0], outline=box),))).aspect == 4.0
