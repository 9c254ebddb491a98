"""Shape and sizes, each called what it is for that shape."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.concept import Concept, Shape
from desktop_app.domain.geometry import Annulus
from desktop_app.domain.text import Text, say
from desktop_app.services.understanding import Understanding
from desktop_app.ui.concept import words
from desktop_app.ui.concept.fields.changes import clear_field, set_field
from desktop_app.ui.concept.fields.origins import origin
from desktop_app.ui.concept.fields.pieces import Amount, Choices, Line, Pick
from desktop_app.ui.concept.fields.quantity_text import show_quantity
from desktop_app.ui.concept.fields.units import Dimension
from desktop_app.ui.translation import in_words

_LENGTH, _WIDTH, _HEIGHT = say("Length"), say("Width"), say("Height")
_DEPTH, _THICKNESS = say("Depth"), say("Thickness")
_BOX = (("length", _WIDTH), ("height", _HEIGHT), ("thickness", _DEPTH))
_FLAT = (("length", _LENGTH), ("height", _WIDTH), ("thickness", _THICKNESS))
_NAMES: dict[Shape, tuple[tuple[str, Text], ...]] = {
    "rod": _FLAT,
    "plate": _FLAT,
    "fin": _FLAT,
    "heat_sink": _BOX,
    "block": _BOX,
    "ring": (("length", say("Outer diameter")), ("thickness", _DEPTH)),
    "l_bracket": (("length", _WIDTH), ("height", _HEIGHT), ("thickness", say("Leg thickness"))),
    "stack": (("length", _WIDTH), ("thickness", _DEPTH)),
    "contact": (("height", _HEIGHT), ("thickness", _DEPTH)),
    "room": _BOX,
    "ice_block": _BOX,
}
_ROUND_ROD = (("length", _LENGTH), ("height", say("Diameter")))


@dataclass(frozen=True)
class Number:
    """A number of a concept that edits can replace.

    Attributes:
        field: of the edits.
        now: SI, as it is understood; None where it has no value.
        was: what the prompt alone gives; None where that is not known.
    """

    field: str
    name: Text
    dimension: Dimension
    now: float
    was: float | None


def number_line(number: Number, concept: Concept, choices: Choices, icon: str = "") -> Line:
    """A line with one number that can be changed."""
    shown = show_quantity(number.now, number.dimension)
    was = show_quantity(number.was, number.dimension).text if number.was is not None else ""
    is_edited = getattr(choices.edits, number.field) is not None
    name = in_words(number.name)
    piece = Amount(
        key=number.field,
        name=name,
        text=shown.text,
        dimension=number.dimension,
        unit=shown.unit,
        change=set_field(number.field, number.was),
        hover=origin(concept, number.field, is_edited, was),
        edited=is_edited,
    )
    undo = clear_field(number.field) if is_edited else None
    return Line(number.field, (piece,), icon, label=name, undo=undo, undo_hover=was)


def size_lines(answer: Understanding, choices: Choices) -> list[Line]:
    """What the body is and how large; nothing where there is none."""
    concept = answer.concept
    if concept.shape is None:
        return []
    return [_shape(answer, choices), *(number_line(n, concept, choices) for n in _sizes(answer))]


def _shape(answer: Understanding, choices: Choices) -> Line:
    concept, edited = answer.concept, choices.edits.shape is not None
    was = answer.unedited.shape if answer.unedited is not None else None
    was_text = in_words(words.SHAPES[was]) if was is not None else ""
    name = in_words(say("Shape"))
    piece = Pick(
        key="shape",
        name=name,
        options=tuple((shape, in_words(text)) for shape, text in words.SHAPES.items()),
        current=concept.shape or "",
        change=set_field("shape", was),
        hover=origin(concept, "shape", edited, was_text),
        edited=edited,
    )
    undo = clear_field("shape") if edited else None
    return Line("shape", (piece,), "shape", label=name, undo=undo, undo_hover=was_text)


def _sizes(answer: Understanding) -> list[Number]:
    concept, was = answer.concept, answer.unedited
    assert concept.shape is not None
    names = _NAMES[concept.shape]
    if concept.shape == "rod" and concept.section == "round":
        names = _ROUND_ROD
    numbers = [
        Number(
            field,
            name,
            "length",
            getattr(concept.size, field),
            getattr(was.size, field) if was is not None else None,
        )
        for field, name in names
    ]
    inner = _inner_diameter(concept)
    if inner is not None:
        known = _inner_diameter(was) if was is not None else None
        numbers.insert(1, Number("inner_diameter_m", say("Inner diameter"), "length", inner, known))
    if concept.num_fins is not None:
        known_fins = was.num_fins if was is not None else None
        numbers.append(Number("num_fins", say("Fins"), "count", concept.num_fins, known_fins))
    return numbers


def _inner_diameter(concept: Concept) -> float | None:
    outline = concept.parts[0].outline if concept.parts else None
    return 2 * outline.inner_radius if isinstance(outline, Annulus) else None
