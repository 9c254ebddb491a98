"""Rods, plates and fins: which of the lengths named is which of theirs."""

from __future__ import annotations

from desktop_app.domain.concept import Size
from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.text import say
from desktop_app.knowledge.body import Body
from desktop_app.knowledge.prompt_text import number
from desktop_app.knowledge.round_plates import disc
from desktop_app.knowledge.shapes import NamedShape
from desktop_app.knowledge.size_book import SizeBook

DEFAULT_ROD = Size(0.2, 0.01, 0.01)
DEFAULT_PLATE = Size(0.2, 0.15, 0.003)
DEFAULT_WALL = Size(1.0, 1.0, 0.1)
DEFAULT_FIN = Size(0.05, 0.04, 0.002)
LARGEST_SHEET_THICKNESS_M = 0.02
"""A plate's only length, if no longer, is its thickness."""
_THICK = frozenset(
    """
    wall walls slab slabs floor floors sheet sheets foil foils 墙 地板 楼板 平壁 箔 薄板 薄片
    """.split()  # noqa: SIM905
)
_WALLS = frozenset(
    """
    wall walls slab slabs floor floors window windows door doors roof roofs pane panes 墙
    地板 楼板 平壁 窗 窗户 玻璃窗 木门 铁门 屋顶
    """.split()  # noqa: SIM905
)


def is_wall(named: NamedShape | None) -> bool:
    """Whether a plate is called a wall or a slab: heat is then meant to cross it."""
    return named is not None and named.word.lower() in _WALLS


def rod(book: SizeBook, named: NamedShape | None) -> Body:
    """A rod; its diameter, or the sides of its cross-section, across.

    Raises:
        InvalidInput: it is thicker than long.
    """
    upright, rectangular = (named.upright, named.rectangular) if named else (False, False)
    sides = book.take_product()
    length = book.take("length") or (book.take("height") if upright else None)
    if sides and length is None and (len(sides) == 3 or max(sides) > 2 * min(sides)):
        length = max(sides)
        sides = tuple(side for i, side in enumerate(sides) if i != sides.index(length))
    round_across = book.take("diameter", "outer_diameter", "side")
    thin, wide = (
        book.take("thickness", "fin_thickness", "base_thickness"),
        book.take("width", "height", "depth"),
    )
    length = book.edited("length", book.edits.length) or length or book.take_unlabelled("length")
    across = sides[0] if sides else round_across or wide or thin
    deep = sides[-1] if sides else round_across or thin or wide
    across = (
        book.edited("height", book.edits.height) or across or book.take_unlabelled("diameter", length or 0.0)
    )
    deep = book.edited("thickness", book.edits.thickness) or deep or across
    if not length:
        length = book.assume("length", max(DEFAULT_ROD.length, 5 * (across or 0.0)))
    if not across:
        across = book.assume("diameter", deep or min(DEFAULT_ROD.height, length / 5))
    deep = deep or across
    if max(across, deep) > length:
        raise InvalidInput(
            say(
                "A rod {across} m thick and {length} m long is thicker than it is long.",
                across=number(max(across, deep)),
                length=number(length),
            ),
            say("Give a smaller thickness, or call it a plate or a block."),
        )
    square = bool(sides) or (bool(thin) and bool(wide)) or deep != across
    return Body("rod", Size(length, across, deep), upright=upright, square=square or rectangular)


def plate(book: SizeBook, named: NamedShape | None, usual_thickness_m: float | None = None) -> Body:
    """A plate: two sides in its plane and a thickness.

    Args:
        book: the lengths.
        named: the word for it.
        usual_thickness_m: of a material that only comes in sheets, where the prompt gives none.

    Raises:
        InvalidInput: it is thicker than long or high, or of its three sides none is the least.
    """
    if (named is not None and named.round) or book.has_only_a_diameter:
        return disc(book)
    sides = list(book.take_product())
    thickness = book.take("thickness", "wall_thickness", "base_thickness", "fin_thickness")
    if len(sides) == 3:
        thinnest = min(sides)
        if sides.count(thinnest) > 1 and not thickness and thinnest < max(sides):
            raise InvalidInput(
                say(
                    "A body of {a} × {b} × {c} m is a bar and no plate.",
                    a=number(sides[0]),
                    b=number(sides[1]),
                    c=number(sides[2]),
                ),
                say("Give a smaller thickness, or call it a rod or a block."),
            )
        thickness = thickness or thinnest
        sides.remove(thinnest)
    across = book.take("side")
    long, wide, high = book.take("length"), book.take("width", "depth"), book.take("height")
    if sides:
        long, wide = sides[0], sides[1]
    if long and wide and high and not thickness:
        thickness, high = high, None
    length = long or across or (wide if high else None)
    height = (high or wide) if long else high or wide or across
    if not thickness:
        limit = book_limit(named)
        thickness = book.take_unlabelled("thickness", limit)
    length = length or book.take_unlabelled("length")
    length = book.edited("length", book.edits.length) or length
    height = book.edited("height", book.edits.height) or height or across
    thickness = book.edited("thickness", book.edits.thickness) or thickness
    default = DEFAULT_WALL if is_wall(named) else DEFAULT_PLATE
    given = (length, height)
    least = 2 * (thickness or 0.0)
    if not length:
        length = book.assume("length", max(default.length, least, height or 0.0))
    if not height:
        height = book.assume("width", max(length * default.height / default.length, least))
    if not thickness:
        thickness = book.assume(
            "thickness", min(usual_thickness_m or default.thickness, length / 2, height / 2)
        )
    if thickness > min(length, height):
        raise InvalidInput(
            say(
                "A plate {thickness} m thick is thicker than it is wide ({width} m).",
                thickness=number(thickness),
                width=number(min(x for x in (length, height) if x in given)),
            ),
            say("Give a smaller thickness, or call it a block."),
        )
    return Body("plate", Size(length, height, thickness))


def book_limit(named: NamedShape | None) -> float:
    """The longest a length with no word may be to be a plate's thickness, m."""
    if named is not None and named.word.lower() in _THICK:
        return DEFAULT_WALL.length
    return LARGEST_SHEET_THICKNESS_M


def fin(book: SizeBook) -> Body:
    """A fin: from base to tip, its width, its thickness.

    Raises:
        InvalidInput: it is thicker than long.
    """
    sides = book.take_product()
    thickness = book.take("fin_thickness", "thickness", "base_thickness")
    long = book.take("fin_height", "length")
    high = book.take("height")
    length = long or high
    across = book.take("diameter", "side")
    width = book.take("width", "depth") or (high if long else None) or across
    thickness = thickness or across
    if sides:
        length, *rest = sides
        if len(rest) == 2:
            width, thickness = rest
        elif thickness or rest[0] > length / 4:
            width = rest[0]
        else:
            thickness = rest[0]
    length = book.edited("length", book.edits.length) or length or book.take_unlabelled("length")
    width = book.edited("height", book.edits.height) or width
    thickness = (
        book.edited("thickness", book.edits.thickness)
        or thickness
        or book.take_unlabelled("thickness", length or 0.0)
    )
    if not length:
        length = book.assume("length", max(DEFAULT_FIN.length, 10 * (thickness or 0.0)))
    if not width:
        width = book.assume("width", max(DEFAULT_FIN.height, 2 * (thickness or 0.0)))
    if not thickness:
        thickness = book.assume("thickness", min(DEFAULT_FIN.thickness, length / 10, width / 2))
    if thickness > min(length, width):
        raise InvalidInput(
            say("A fin {thickness} m thick is thicker than it is long or wide.", thickness=number(thickness)),
            say("Give a smaller thickness, or call it a block."),
        )
    return Body("fin", Size(length, width, thickness))
