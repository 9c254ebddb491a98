"""Discs: a square plate of the same area stands in for them, as no shape is a disc."""

from __future__ import annotations

from math import pi, sqrt

from desktop_app.domain.concept import Size
from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.text import say
from desktop_app.knowledge.body import Body
from desktop_app.knowledge.prompt_text import number
from desktop_app.knowledge.size_book import SizeBook, length_words

DEFAULT_DIAMETER_M = 0.2
DEFAULT_THICKNESS_M = 0.003
LARGEST_THICKNESS_M = 0.02
SIDE_OF_DIAMETER = sqrt(pi) / 2
"""Side of the square that is as large as a circle, over the circle's diameter."""


def disc(book: SizeBook) -> Body:
    """A square plate of the disc's area.

    Raises:
        InvalidInput: it is thicker than wide.
    """
    sides = book.take_product()
    thickness = book.take("thickness", "wall_thickness", "height")
    if sides:
        thickness = thickness or (min(sides) if min(sides) < max(sides) else None)
    diameter = book.take("diameter", "outer_diameter", "side", "width", "length") or max(sides, default=None)
    thickness = thickness or (book.take_unlabelled("thickness", LARGEST_THICKNESS_M) if diameter else None)
    diameter = diameter or book.take_unlabelled("diameter")
    thickness = thickness or book.take_unlabelled("thickness", LARGEST_THICKNESS_M)
    thickness = book.edited("thickness", book.edits.thickness) or thickness
    length = book.edited("length", book.edits.length)
    height = book.edited("height", book.edits.height)
    if not (length and height):
        diameter = diameter or book.assume("diameter", max(DEFAULT_DIAMETER_M, 2 * (thickness or 0.0)))
        side = diameter * SIDE_OF_DIAMETER
        book.notes.append(
            say(
                "A disc {diameter} across is taken as a square plate of the same area, {side} wide.",
                diameter=length_words(diameter),
                side=length_words(side),
            )
        )
        length, height = length or side, height or side
    thickness = thickness or book.assume("thickness", min(DEFAULT_THICKNESS_M, min(length, height) / 2))
    if thickness > min(length, height):
        raise InvalidInput(
            say(
                "A plate {thickness} m thick is thicker than it is wide ({width} m).",
                thickness=number(thickness),
                width=number(min(length, height)),
            ),
            say("Give a smaller thickness, or call it a block."),
        )
    return Body("plate", Size(length, height, thickness))
