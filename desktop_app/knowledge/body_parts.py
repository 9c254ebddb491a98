"""From a body and its materials to the parts of the picture; parts that touch share their edges exactly."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate

from desktop_app.domain.concept import Shape
from desktop_app.domain.geometry import Annulus, Box, Part, Role
from desktop_app.domain.material import Material
from desktop_app.knowledge.body import PIECE_RATIO, Body

Materials = Sequence[Material]


def body_parts(body: Body, materials: Materials) -> tuple[Part, ...]:
    """The parts of a body, in the order of their materials; none without a material.

    Where it lies: a fin's base is at the left and a heat sink's below; an L-bracket's leg stands at the left
    and its foot lies along the bottom; a stack's first layer is lowest; of bodies side by side the first is
    at the left; a room's walls lie around its air.

    Args:
        body: with every size.
        materials: one for each piece (`Concept.pieces`) in the order of naming; where there are fewer, the
            last counts for the rest.
    """
    if not materials:
        return ()
    count = len(piece_roles(body))
    of_pieces = [materials[min(i, len(materials) - 1)] for i in range(count)]
    return _PARTS.get(body.shape, _plain)(body, of_pieces)


def piece_roles(body: Body) -> tuple[Role, ...]:
    """What each piece of a body is to the whole, in the order of naming."""
    if body.shape == "stack":
        return tuple(layer.role for layer in body.layers)
    if body.lengths:
        return tuple("first" if i == 0 else "second" for i in range(len(body.lengths)))
    if body.fins_first:
        return ("fin", "base")
    return _ROLES.get(body.shape, ("body",))


def _plain(body: Body, materials: Materials) -> tuple[Part, ...]:
    width, height = body.size.length, body.size.height
    if body.cut_through is not None:
        width, height = body.piece
    if body.upright:
        width, height = height, width
    return (Part("body", Box(0.0, 0.0, width, height), materials[0], through_axis=body.cut_through or "z"),)


def _rod(body: Body, materials: Materials) -> tuple[Part, ...]:
    return _side_by_side(body, materials) if body.lengths else _plain(body, materials)


def _side_by_side(body: Body, materials: Materials) -> tuple[Part, ...]:
    edges = [0.0, *accumulate(body.lengths)]
    roles: tuple[Role, ...] = ("first", "second")
    return tuple(
        Part(roles[min(i, 1)], _lying(body, edges[i], edges[i + 1]), material)
        for i, material in enumerate(materials)
    )


def _lying(body: Body, start: float, end: float) -> Box:
    across = body.size.height
    return Box(0.0, start, across, end) if body.upright else Box(start, 0.0, end, across)


def _heat_sink(body: Body, materials: Materials) -> tuple[Part, ...]:
    width, height = body.size.length, body.size.height
    base_material, fin_material = materials[::-1] if body.fins_first else materials
    base = Part("base", Box(0.0, 0.0, width, body.base_thickness), base_material, through_axis="y")
    fins = tuple(
        Part("fin", Box(x0, body.base_thickness, x1, height), fin_material, through_axis="x")
        for x0, x1 in _fin_edges(body)
    )
    return (*fins, base) if body.fins_first else (base, *fins)


def _fin_edges(body: Body) -> list[tuple[float, float]]:
    """Left and right edges of the fins: evenly spaced, the outer ones flush with the base."""
    width, thickness, count = body.size.length, body.fin_thickness, body.num_fins
    if count == 1:
        return [((width - thickness) / 2, (width + thickness) / 2)]
    pitch = (width - thickness) / (count - 1)
    return [(i * pitch, i * pitch + thickness) for i in range(count - 1)] + [(width - thickness, width)]


def _ring(body: Body, materials: Materials) -> tuple[Part, ...]:
    outline = Annulus(body.inner_diameter / 2, body.size.length / 2)
    return (Part("body", outline, materials[0]),)


def _l_bracket(body: Body, materials: Materials) -> tuple[Part, ...]:
    length, height, legs = body.size.length, body.size.height, body.size.thickness
    return (
        Part("leg", Box(0.0, 0.0, legs, height), materials[0], through_axis="x"),
        Part("foot", Box(legs, 0.0, length, legs), materials[1], through_axis="y"),
    )


def _stack(body: Body, materials: Materials) -> tuple[Part, ...]:
    order = body.order or tuple(range(len(body.layers)))
    levels = [0.0, *accumulate(body.layers[i].thickness for i in order)]
    parts: list[Part] = []
    for i, (layer, material) in enumerate(zip(body.layers, materials, strict=True)):
        low, high = levels[order.index(i)], levels[order.index(i) + 1]
        if body.sideways:
            box = Box(low, 0.0, high, levels[-1] * PIECE_RATIO)
        else:
            box = Box(0.0, low, body.size.length, high)
        parts.append(Part(layer.role, box, material, through_axis="x" if body.sideways else "y"))
    return tuple(parts)


def _room(body: Body, materials: Materials) -> tuple[Part, ...]:
    inner_width, inner_height, wall = body.size.length, body.size.height, body.wall_thickness
    x1, y1 = wall + inner_width, wall + inner_height
    right, top = x1 + wall, y1 + wall
    air = Part("air", Box(wall, wall, x1, y1), materials[1], mixed=True)
    boxes = (
        Box(0.0, 0.0, wall, top),
        Box(x1, 0.0, right, top),
        Box(wall, 0.0, x1, wall),
        Box(wall, y1, x1, top),
    )
    return (*(Part("wall", box, materials[0]) for box in boxes), air)


_ROLES: dict[Shape, tuple[Role, ...]] = {
    "heat_sink": ("base", "fin"),
    "l_bracket": ("leg", "foot"),
    "room": ("wall", "air"),
}
_PARTS: dict[Shape, Callable[[Body, Materials], tuple[Part, ...]]] = {
    "rod": _rod,
    "contact": _side_by_side,
    "heat_sink": _heat_sink,
    "ring": _ring,
    "l_bracket": _l_bracket,
    "stack": _stack,
    "room": _room,
}
