from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from support.concepts import material

from desktop_app.domain.concept import Size
from desktop_app.domain.geometry import Annulus, Box, Part
from desktop_app.knowledge.body import Body
from desktop_app.knowledge.body_parts import body_parts, piece_roles
from desktop_app.knowledge.layers import Layer

COPPER, IRON = material(), material(k=80.0)
LAYERS = (Layer("chip", 0.7e-3), Layer("paste", 50e-6), Layer("spreader", 3e-3))
BODIES = [
    Body("rod", Size(0.2, 0.01, 0.01)),
    Body("rod", Size(0.2, 0.01, 0.01), upright=True),
    Body("rod", Size(0.3, 0.01, 0.01), lengths=(0.1, 0.1, 0.1)),
    Body("plate", Size(0.2, 0.15, 0.003)),
    Body("plate", Size(3.0, 2.5, 0.24), cut_through="x"),
    Body("plate", Size(0.2, 0.15, 0.003), cut_through="y"),
    Body("fin", Size(0.05, 0.04, 0.002)),
    Body("block", Size(0.1, 0.07, 0.03)),
    Body("heat_sink", Size(0.08, 0.03, 0.1), num_fins=7, fin_thickness=1.5e-3, base_thickness=5e-3),
    Body("heat_sink", Size(0.08, 0.03, 0.1), num_fins=1, fin_thickness=1e-3, base_thickness=5e-3),
    Body(
        "heat_sink",
        Size(0.1, 0.03, 0.1),
        num_fins=3,
        fin_thickness=0.01,
        base_thickness=1e-3,
        fins_first=True,
    ),
    Body("ring", Size(0.06, 0.06, 0.1), inner_diameter=0.05),
    Body("l_bracket", Size(0.08, 0.05, 0.006), width=0.03),
    Body("stack", Size(0.04, 0.00375, 0.04), layers=LAYERS),
    Body("stack", Size(0.04, 0.00375, 0.04), layers=LAYERS, order=(2, 1, 0)),
    Body("stack", Size(0.04, 0.00375, 0.04), layers=LAYERS, sideways=True),
    Body("contact", Size(0.15, 0.05, 0.05), lengths=(0.05, 0.1)),
    Body("room", Size(4.0, 2.5, 4.0), wall_thickness=0.24),
    Body("ice_block", Size(0.03, 0.03, 0.03)),
]


def _boxes(parts: tuple[Part, ...]) -> list[Box]:
    return [part.outline for part in parts if isinstance(part.outline, Box)]


def _overlap(one: Box, other: Box) -> float:
    width = min(one.x1, other.x1) - max(one.x0, other.x0)
    height = min(one.y1, other.y1) - max(one.y0, other.y0)
    return max(width, 0.0) * max(height, 0.0)


@pytest.mark.parametrize("body", BODIES, ids=lambda body: body.shape)
def test_parts_lie_in_the_picture_and_none_on_another(body):
    parts = body_parts(body, (COPPER, IRON))
    assert min(box.x0 for box in _boxes(parts)) == 0.0 if _boxes(parts) else True
    for box in _boxes(parts):
        assert box.width > 0
        assert box.height > 0
        assert box.y0 >= 0
    for one, other in combinations(_boxes(parts), 2):
        assert _overlap(one, other) == 0.0


@pytest.mark.parametrize("body", BODIES, ids=lambda body: body.shape)
def test_every_part_touches_another_exactly(body):
    boxes = _boxes(body_parts(body, (COPPER, IRON)))
    if len(boxes) < 2:
        return
    for box in boxes:
        others = [other for other in boxes if other is not box]
        edges = {e for o in others for e in (("x", o.x0), ("x", o.x1), ("y", o.y0), ("y", o.y1))}
        assert {("x", box.x0), ("x", box.x1), ("y", box.y0), ("y", box.y1)} & edges


@pytest.mark.parametrize("body", BODIES, ids=lambda body: body.shape)
def test_the_materials_are_those_of_the_pieces_in_the_order_of_naming(body):
    roles = piece_roles(body)
    materials = [material(k=float(i + 1)) for i in range(len(roles))]
    parts = body_parts(body, materials)
    assert list(dict.fromkeys(part.material for part in parts)) == materials
    assert tuple(dict.fromkeys(part.role for part in parts)) == tuple(dict.fromkeys(roles))


def test_no_material_is_no_part():
    assert body_parts(BODIES[0], ()) == ()


def test_a_rod_is_round_and_one_that_stands_or_is_square_is_seen_face_on():
    assert Body("rod", Size(0.2, 0.01, 0.01)).section == "round"
    standing = Body("rod", Size(0.2, 0.01, 0.01), upright=True)
    assert standing.section == "plan"
    assert body_parts(standing, (COPPER,))[0].outline == Box(0.0, 0.0, 0.01, 0.2)
    assert Body("rod", Size(0.2, 0.01, 0.02), square=True).section == "plan"


def test_fins_are_evenly_spaced_and_the_outer_ones_flush():
    sink = Body("heat_sink", Size(0.08, 0.03, 0.1), num_fins=5, fin_thickness=2e-3, base_thickness=5e-3)
    fins = [part.outline for part in body_parts(sink, (COPPER,)) if part.role == "fin"]
    gaps = [right.x0 - left.x1 for left, right in pairwise(fins)]
    assert fins[0].x0 == 0.0
    assert fins[-1].x1 == 0.08
    assert gaps == pytest.approx([(0.08 - 5 * 2e-3) / 4] * 4)
    assert all(fin.y0 == 5e-3 and fin.y1 == 0.03 for fin in fins)
    assert body_parts(sink, (COPPER, IRON))[1].material == IRON


def test_the_first_layer_is_lowest_unless_the_order_says_otherwise():
    low_first = body_parts(BODIES[13], (COPPER,))
    high_first = body_parts(BODIES[14], (COPPER,))
    assert [p.role for p in low_first] == [p.role for p in high_first] == ["chip", "paste", "spreader"]
    assert low_first[0].outline.y0 == 0.0
    assert high_first[0].outline.y1 == pytest.approx(3.75e-3)
    assert high_first[2].outline == Box(0.0, 0.0, 0.04, 3e-3)


def test_layers_of_a_wall_stand_side_by_side():
    parts = body_parts(BODIES[15], (COPPER,))
    assert [p.outline.width for p in parts] == pytest.approx([0.7e-3, 50e-6, 3e-3])
    assert all(p.through_axis == "x" for p in parts)
    assert BODIES[15].cut_faces == ("top", "bottom")


def test_a_wall_is_cut_through_its_thickness_with_the_area_of_the_whole():
    wall = Body("plate", Size(3.0, 2.5, 0.24), cut_through="x")
    box = body_parts(wall, (COPPER,))[0].outline
    assert box.width == 0.24
    assert box.height * wall.depth == pytest.approx(3.0 * 2.5)
    assert wall.cut_faces == ("top", "bottom")
    lying = Body("plate", Size(0.2, 0.15, 0.003), cut_through="y")
    box = body_parts(lying, (COPPER,))[0].outline
    assert box.height == 0.003
    assert box.width * lying.depth == pytest.approx(0.2 * 0.15)
    assert lying.cut_faces == ("left", "right")


def test_a_ring_has_its_radii_and_a_room_one_temperature_of_air_inside_its_walls():
    assert body_parts(BODIES[11], (COPPER,))[0].outline == Annulus(0.025, 0.03)
    *walls, air = body_parts(BODIES[17], (COPPER, IRON))
    assert air.mixed
    assert not any(wall.mixed for wall in walls)
    assert air.outline == Box(0.24, 0.24, 4.24, 2.74)
    around = sum(wall.outline.width * wall.outline.height for wall in walls)
    assert around == pytest.approx(4.48 * 2.98 - 4.0 * 2.5)


def test_sheets_lie_in_their_layers_and_stand_in_legs_and_fins():
    axes = {p.role: p.through_axis for body in BODIES for p in body_parts(body, (COPPER, IRON))}
    assert axes["leg"] == axes["fin"] == "x"
    assert axes["foot"] == axes["base"] == "y"
