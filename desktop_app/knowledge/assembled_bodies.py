"""Heat sinks, stacks and bodies in contact: which of the lengths named is which of theirs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from desktop_app.domain.concept import Language, Size
from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.text import say
from desktop_app.knowledge.body import Body
from desktop_app.knowledge.fin_count import DEFAULT_FINS, checked_fin_count
from desktop_app.knowledge.layer_lists import NamedLayer
from desktop_app.knowledge.layers import DEFAULT_THICKNESS_M, ROLE_WORDS, Layer
from desktop_app.knowledge.material_names import called
from desktop_app.knowledge.prompt_text import number
from desktop_app.knowledge.shapes import NamedShape
from desktop_app.knowledge.size_book import SizeBook, checked, length_words

DEFAULT_SINK = Size(0.08, 0.03, 0.08)
DEFAULT_FIN_THICKNESS_M = 1.5e-3
DEFAULT_BASE_THICKNESS_M = 5e-3
LARGEST_SHARE_OF_FINS = 0.5
"""Of the width, where the prompt does not say how thick the fins are."""
THIN_BASE = 0.25
"""Share of its width below which the last side of a base is its thickness."""
DEFAULT_STACK_LENGTH_M = 0.04
DEFAULT_TOUCHING_M = 0.05
ROD_RATIO = 0.2


def heat_sink(book: SizeBook, count: int | None) -> Body:
    """A heat sink: a base with fins standing on it.

    Args:
        book: the lengths.
        count: of the fins, None where the prompt does not say.

    Raises:
        InvalidInput: the fins do not fit on the base, or the base is no lower than the whole.
    """
    fin_height, fin_thickness = book.take("fin_height"), book.take("fin_thickness", "thickness")
    base, gap = book.take("base_thickness"), book.take("fin_gap")
    count = checked_fin_count(book.edits.num_fins) if book.edits.num_fins is not None else count
    if count is None:
        count = DEFAULT_FINS
        book.notes.append(say("The number of fins was not given: {count} are assumed.", count=count))
    sides = book.take_product()
    if book.product_of_the_base and sides[-1] < THIN_BASE * sides[0]:
        base, sides = base or sides[-1], sides[:-1]
    size = _sink_size(book, sides, fin_height, base)
    if base is None:
        free = size.height - fin_height if fin_height else min(DEFAULT_BASE_THICKNESS_M, size.height / 4)
        base = book.assume("base_thickness", free) if free > 0 else free
    if fin_thickness is None and gap is not None and count > 1:
        fin_thickness = (size.length - (count - 1) * gap) / count
    if fin_thickness is None:
        fin_thickness = min(DEFAULT_FIN_THICKNESS_M, LARGEST_SHARE_OF_FINS * size.length / count)
        book.assume("fin_thickness", fin_thickness)
    _check_sink(size, count, fin_thickness, base)
    return Body("heat_sink", size, num_fins=count, fin_thickness=fin_thickness, base_thickness=base)


def _sink_size(
    book: SizeBook, sides: tuple[float, ...], fin_height: float | None, base: float | None
) -> Size:
    long, wide, tall = book.take("length"), book.take("width"), book.take("height")
    deep = book.take("depth", "diameter")
    length, depth = long or wide, deep or (wide if long else None)
    side = book.take("side")
    if sides:
        length = sides[0]
    if len(sides) == 3:
        tall, depth = tall or sides[1], sides[2]
    elif len(sides) == 2:
        depth = sides[1]
    length = book.edited("length", book.edits.length) or length or side or book.take_unlabelled("length")
    tall = book.edited("height", book.edits.height) or tall
    depth = book.edited("depth", book.edits.thickness) or depth or side
    if not length:
        length = book.assume("width", max(DEFAULT_SINK.length, depth or 0.0))
    if not tall and fin_height:
        tall = fin_height + (base or DEFAULT_BASE_THICKNESS_M)
    if not tall:
        tall = book.assume("height", min(DEFAULT_SINK.height, length) + (base or 0.0))
    if not depth:
        depth = book.assume("depth", length)
    return Size(length, tall, depth)


def _check_sink(size: Size, count: int, fin_thickness: float, base: float) -> None:
    if not 0.0 < base < size.height:
        raise InvalidInput(
            say(
                "A base {base} m thick leaves no room for fins in a height of {height} m.",
                base=number(base),
                height=number(size.height),
            ),
            say("Give a thinner base or lower fins, or a greater height."),
        )
    if not 0.0 < count * fin_thickness < size.length:
        raise InvalidInput(
            say(
                "{count} fins of {thickness} mm do not fit on a base {width} m wide.",
                count=count,
                thickness=number(fin_thickness * 1e3),
                width=number(size.length),
            ),
            say("Give fewer or thinner fins, or a wider base."),
        )


def stack(book: SizeBook, layers: Sequence[NamedLayer], order: tuple[int, ...], language: Language) -> Body:
    """A stack: the thickness of each layer, and how wide and deep it is.

    Args:
        book: the lengths.
        layers: as the prompt names them.
        order: their numbers from the lowest up.
        language: of the notes.

    Raises:
        InvalidInput: the layers are thicker than the whole.
    """
    sides = book.take_product()
    side = book.take("side", "diameter")
    total = book.take("height", "thickness")
    thicknesses = _layer_thicknesses(book, layers, total, language)
    long, wide = book.take("length"), book.take("width")
    length, depth = long or wide, book.take("depth") or (wide if long else None)
    if sides:
        length, depth = sides[0], sides[1]
    length = book.edited("length", book.edits.length) or length or side
    depth = book.edited("depth", book.edits.thickness) or depth or side
    height = list(accumulate(thicknesses))[-1]
    if not length:
        length = book.assume("width", depth or max(DEFAULT_STACK_LENGTH_M, 2 * height))
    if not depth:
        depth = book.assume("depth", length)
    named = tuple(
        Layer(layer.role or "layer", metres) for layer, metres in zip(layers, thicknesses, strict=True)
    )
    return Body("stack", Size(length, height, depth), layers=named, order=order)


def _layer_thicknesses(
    book: SizeBook, layers: Sequence[NamedLayer], total: float | None, language: Language
) -> list[float]:
    edits = book.edits.layers_m
    edited = [edits[i] if i < len(edits) else None for i in range(len(layers))]
    given: list[float | None] = []
    for value, layer in zip(edited, layers, strict=True):
        own = layer.length.value if layer.length is not None else None
        given.append(own if value is None else checked("thickness", value))
    known = sum(value for value in given if value is not None)
    missing = given.count(None)
    if total is not None and (known > total * (1 + 1e-9) or (missing and known >= total)):
        raise InvalidInput(
            say(
                "Layers of {layers} m in all are thicker than the whole, {total} m.",
                layers=number(known),
                total=number(total),
            ),
            say("Give thinner layers, or a thicker whole."),
        )
    found: list[float] = []
    for layer, value in zip(layers, given, strict=True):
        if value is None:
            role = layer.role or "layer"
            value = (total - known) / missing if total is not None else DEFAULT_THICKNESS_M[role]
            book.notes.append(
                say(
                    "No thickness was given for {layer}: {value} is assumed.",
                    layer=called(layer.material, language) if layer.material else ROLE_WORDS[role],
                    value=length_words(value),
                )
            )
        found.append(checked("thickness", value))
    return found


def touching(book: SizeBook, named: NamedShape | None, count: int) -> Body:
    """Bodies side by side, equally high and deep; each with its own length.

    Args:
        book: the lengths.
        named: the word for the bodies.
        count: of the bodies.
    """
    sides = book.take_product()
    lengths = book.all_of("length", "side") or ([] if sides else book.all_of("thickness"))
    if sides and not lengths:
        lengths, sides = [sides[0]], sides[1:]
    across = book.take("diameter", "height", "width")
    like_rods = named is not None and named.long
    if not lengths and (first := book.take_unlabelled("length")):
        lengths = [first, *[x for x in [book.take_unlabelled("length")] if x]]
    edits = book.edits.layers_m
    if not lengths:
        lengths = [book.assume("length", DEFAULT_TOUCHING_M * (2 if like_rods else 1))]
    each = [lengths[min(i, len(lengths) - 1)] for i in range(count)]
    each = [
        checked("length", value) if i < len(edits) and (value := edits[i]) is not None else metres
        for i, metres in enumerate(each)
    ]
    cross_section = (*sides, *([across] if across else []))
    shortest = min(each)
    height = cross_section[0] if cross_section else None
    height = book.edited("height", book.edits.height) or height
    if not height:
        height = book.assume("height", shortest * (ROD_RATIO if like_rods else 1.0))
    depth = book.take("depth", "thickness") or (cross_section[1] if len(cross_section) > 1 else height)
    depth = book.edited("thickness", book.edits.thickness) or depth
    total = list(accumulate(each))[-1]
    return Body("contact", Size(total, height, depth), lengths=tuple(each))


def in_parts(body: Body, count: int, lengths: Sequence[float] = ()) -> Body:
    """A rod of several materials, one after the other; equally long where their lengths are not given."""
    lengths = tuple(lengths) if len(lengths) == count else (body.size.length / count,) * count
    total = list(accumulate(lengths))[-1]
    return replace(body, size=replace(body.size, length=total), lengths=lengths)
