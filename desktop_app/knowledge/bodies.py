"""From what a prompt says of a body to the body with every size."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop_app.domain.concept import Shape
from desktop_app.domain.edits import Edits
from desktop_app.domain.text import Text
from desktop_app.knowledge.assembled_bodies import heat_sink, in_parts, stack, touching
from desktop_app.knowledge.body import Body
from desktop_app.knowledge.recognising import Reading
from desktop_app.knowledge.size_book import SizeBook
from desktop_app.knowledge.slender_bodies import fin, plate, rod
from desktop_app.knowledge.solid_bodies import block, l_bracket, ring, room

SHEETS_M = {"graphite_sheet": 70e-6}
"""How thick the sheets are for which the table gives a material's properties."""


@dataclass(frozen=True)
class BodyFound:
    """The body a prompt speaks of, and what was assumed of its sizes or not used."""

    body: Body
    notes: tuple[Text, ...]


def find_body(shape: Shape, reading: Reading, edits: Edits) -> BodyFound:
    """The body with every size; what the prompt does not say is assumed and noted.

    Args:
        shape: the body's.
        reading: what the recognisers found.
        edits: sizes that win over the prompt's.

    Raises:
        InvalidInput: a size makes no body, or sizes contradict each other.
    """
    book = SizeBook(reading.sizes, edits)
    body = _body(shape, reading, book)
    return BodyFound(body, (*book.notes, *book.unused()))


def _body(shape: Shape, reading: Reading, book: SizeBook) -> Body:
    named = reading.shape if reading.shape is not None and reading.shape.shape == shape else None
    count = max(2, len(reading.mentions.materials))
    if shape == "plate":
        first = next(iter(reading.mentions.materials), None)
        return plate(book, named, SHEETS_M.get(first.id) if first is not None else None)
    if shape == "fin":
        return fin(book)
    if shape == "heat_sink":
        return replace(heat_sink(book, reading.num_fins), fins_first=reading.fins_first)
    if shape == "ring":
        return ring(book)
    if shape == "l_bracket":
        return l_bracket(book)
    if shape == "stack":
        return stack(book, reading.layers, reading.order, reading.language)
    if shape == "contact":
        return touching(book, named, count)
    if shape == "room":
        return room(book, reading.floor_area)
    if shape in ("block", "ice_block"):
        return block(book, shape)
    if not reading.composite:
        return rod(book, named)
    lengths = book.lengths_of_parts(count)
    return in_parts(rod(book, named), count, lengths)
