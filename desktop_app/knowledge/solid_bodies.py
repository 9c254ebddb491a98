"""Blocks, rings, brackets and rooms: which of the lengths named is which of theirs."""

from __future__ import annotations

from desktop_app.domain.concept import Shape, Size
from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.text import say
from desktop_app.knowledge.body import Body
from desktop_app.knowledge.prompt_text import number
from desktop_app.knowledge.size_book import SizeBook

DEFAULT_BLOCK_M = 0.1
DEFAULT_ICE_M = 0.05
DEFAULT_RING = (0.06, 0.04)
"""Outer and inner diameter, m."""
DEFAULT_RING_LENGTH_M = 0.1
DEFAULT_BRACKET = Size(0.08, 0.06, 0.006)
DEFAULT_BRACKET_WIDTH_M = 0.03
DEFAULT_ROOM = Size(4.0, 2.5, 4.0)
DEFAULT_ROOM_WALL_M = 0.24
"""A wall one brick thick."""


def block(book: SizeBook, shape: Shape) -> Body:
    """A block: wide, tall and deep; a side that is not given is like the others."""
    sides = book.take_product()
    side = book.take("side", "diameter") or book.take_unlabelled("side")
    size = wide_tall_deep(book, sides, side, DEFAULT_ICE_M if shape == "ice_block" else DEFAULT_BLOCK_M)
    return Body(shape, size)


def wide_tall_deep(book: SizeBook, sides: tuple[float, ...], side: float | None, default: float) -> Size:
    """A body's width, height and depth; what is not given is as wide as the rest, and noted."""
    long, wide, tall = book.take("length"), book.take("width"), book.take("height")
    deep = book.take("depth", "thickness")
    length = long or wide
    thickness = deep or (wide if long else None)
    if sides:
        length, height, *rest = sides
        thickness = (rest[0] if rest else None) or thickness
        tall = tall or height
    length = book.edited("length", book.edits.length) or length or side
    tall = book.edited("height", book.edits.height) or tall or side
    thickness = book.edited("thickness", book.edits.thickness) or thickness or side
    like = length or tall or thickness or default
    if not length:
        length = book.assume("length", like)
    if not tall:
        tall = book.assume("height", like)
    if not thickness:
        thickness = book.assume("depth", like)
    return Size(length, tall, thickness)


def ring(book: SizeBook) -> Body:
    """A ring: its outer and inner diameter, and how long it is out of the picture.

    Raises:
        InvalidInput: the inner diameter is not less than the outer one.
    """
    sides = book.take_product()
    outer, inner = book.take("outer_diameter", "diameter", "side"), book.take("inner_diameter")
    wall, deep = book.take("wall_thickness", "thickness"), book.take("length", "depth", "width", "height")
    if sides:
        outer, wall = outer or sides[0], wall or sides[1]
        deep = deep or (sides[2] if len(sides) == 3 else None)
    outer = book.edited("outer_diameter", book.edits.length or book.edits.height) or outer
    inner = book.edited("inner_diameter", book.edits.inner_diameter_m) or inner
    if wall and not outer and inner:
        outer = inner + 2 * wall
    if not outer:
        outer = book.take_unlabelled("outer_diameter")
    if not outer:
        outer = book.assume(
            "outer_diameter", inner * 1.5 if inner else max(DEFAULT_RING[0], 4 * (wall or 0.0))
        )
    if not inner:
        inner = (
            outer - 2 * wall
            if wall
            else book.assume("inner_diameter", outer * DEFAULT_RING[1] / DEFAULT_RING[0])
        )
    if not 0.0 < inner < outer:
        raise InvalidInput(
            say(
                "An inner diameter of {inner} m does not fit into an outer one of {outer} m.",
                inner=number(inner),
                outer=number(outer),
            ),
            say("Give an inner diameter less than the outer one."),
        )
    deep = book.edited("length", book.edits.thickness) or deep or book.assume("depth", DEFAULT_RING_LENGTH_M)
    return Body("ring", Size(outer, outer, deep), inner_diameter=inner)


def l_bracket(book: SizeBook) -> Body:
    """An L-bracket: a foot and a leg, both of one thickness, and how wide it is out of the picture.

    Raises:
        InvalidInput: its legs are thicker than long.
    """
    sides = book.take_product()
    legs = book.all_of("legs", "side")
    length = book.take("horizontal_leg", "length") or (legs[0] if legs else None)
    height = book.take("vertical_leg", "height") or (legs[-1] if legs else None)
    thickness = book.take("thickness", "wall_thickness", "base_thickness")
    if sides:
        length, height = sides[0], sides[1]
        thickness = thickness or (sides[2] if len(sides) == 3 else None)
    length = book.edited("length", book.edits.length) or length or book.take_unlabelled("length")
    height = book.edited("height", book.edits.height) or height or book.take_unlabelled("height")
    thickness = book.edited("thickness", book.edits.thickness) or thickness
    thickness = thickness or book.take_unlabelled("thickness", min(length or 1.0, height or 1.0) / 2)
    if not length:
        length = book.assume("horizontal_leg", max(height or DEFAULT_BRACKET.length, 4 * (thickness or 0.0)))
    if not height:
        height = book.assume(
            "vertical_leg",
            max(length * DEFAULT_BRACKET.height / DEFAULT_BRACKET.length, 2 * (thickness or 0.0)),
        )
    if not thickness:
        thickness = book.assume("thickness", min(DEFAULT_BRACKET.thickness, length / 4, height / 4))
    if thickness >= min(length, height):
        raise InvalidInput(
            say(
                "Legs {thickness} m thick are thicker than the bracket is large.", thickness=number(thickness)
            ),
            say("Give a smaller thickness, or longer legs."),
        )
    width = book.take("width", "depth") or book.assume("width", DEFAULT_BRACKET_WIDTH_M)
    return Body("l_bracket", Size(length, height, thickness), width=width)


def room(book: SizeBook, area: float | None) -> Body:
    """A room: its inner length, height and depth, and its walls around them.

    Args:
        book: the lengths.
        area: of its floor, m²; None where the prompt does not say.
    """
    sides = book.take_product()
    wall = book.take("wall_thickness", "thickness")
    length, deep, tall = book.take("length"), book.take("width", "depth"), book.take("height")
    if sides:
        length, deep = sides[0], sides[1]
        tall = tall or (sides[2] if len(sides) == 3 else None)
    side = book.take("side") or (area**0.5 if area else None)
    length = book.edited("length", book.edits.length) or length or deep or side
    tall = book.edited("height", book.edits.height) or tall
    deep = book.edited("depth", book.edits.thickness) or deep or side or length
    if not length:
        length = book.assume("length", DEFAULT_ROOM.length)
    if not deep:
        deep = book.assume("depth", DEFAULT_ROOM.thickness)
    if not tall:
        tall = book.assume("height", min(DEFAULT_ROOM.height, length))
    wall = wall or book.take_unlabelled("wall_thickness", length / 4)
    if not wall:
        wall = book.assume("wall_thickness", min(DEFAULT_ROOM_WALL_M, length / 4, tall / 4))
    return Body("room", Size(length, tall, deep), wall_thickness=wall)
