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


@dataclass(frozen=True)
class Extent:
    """A size of a shape.

    Attributes:
        field: of `Size` and of `Edits`.
        label: what it is for that shape.
        called: words a note may have for it.
    """

    field: str
    label: Text
    called: tuple[str, ...]


_LENGTH = Extent("length", say("Length"), ("length",))
_DEPTH = Extent("thickness", say("Depth"), ("depth",))
_THICKNESS = Extent("thickness", say("Thickness"), ("thickness",))
_WIDTH = Extent("length", say("Width"), ("width",))
_WIDTH_ACROSS = Extent("height", say("Width"), ("width",))
_HEIGHT = Extent("height", say("Height"), ("height",))
_BLOCK = (_LENGTH, _HEIGHT, _DEPTH)
_FLAT = (_LENGTH, _WIDTH_ACROSS, _THICKNESS)
_EXTENTS: dict[Shape, tuple[Extent, ...]] = {
    "rod": (_LENGTH, Extent("height", say("Width"), ("width", "diameter")), _THICKNESS),
    "plate": _FLAT,
    "fin": _FLAT,
    "heat_sink": (_WIDTH, _HEIGHT, _DEPTH),
    "block": _BLOCK,
    "ring": (Extent("length", say("Outer diameter"), ("outer diameter",)), _DEPTH),
    "l_bracket": (
        Extent("length", say("Width"), ("horizontal leg", "leg length")),
        Extent("height", say("Height"), ("vertical leg", "leg length")),
        _THICKNESS,
    ),
    "stack": (_WIDTH, _DEPTH),
    "contact": (_HEIGHT, _DEPTH),
    "room": _BLOCK,
    "ice_block": _BLOCK,
}
_ROUND_ROD = (_LENGTH, Extent("height", say("Diameter"), ("diameter",)))


@dataclass(frozen=True)
class Number:
    """A number of a concept that edits can replace.

    Attributes:
        field: of the edits.
        now: SI, as it is understood; None where it has no value.
        was: what the prompt alone gives; None where that is not known.
        called: what a note may call it.
    """

    field: str
    name: Text
    dimension: Dimension
    now: float
    was: float | None
    called: tuple[str, ...]


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
        hover=origin(concept, number.called, shown.text, edited=is_edited, was=was),
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
        hover=origin(concept, ("shape",), "", edited=edited, was=was_text),
        edited=edited,
    )
    undo = clear_field("shape") if edited else None
    return Line("shape", (piece,), "shape", label=name, undo=undo, undo_hover=was_text)


def _sizes(answer: Understanding) -> list[Number]:
    concept, was = answer.concept, answer.unedited
    assert concept.shape is not None
    extents = _EXTENTS[concept.shape]
    if concept.shape == "rod" and concept.section == "round":
        extents = _ROUND_ROD
    numbers = [
        Number(
            extent.field,
            extent.label,
            "length",
            getattr(concept.size, extent.field),
            getattr(was.size, extent.field) if was is not None else None,
            extent.called,
        )
        for extent in extents
    ]
    inner = _inner_diameter(concept)
    if inner is not None:
        known = _inner_diameter(was) if was is not None else None
        numbers.insert(
            1, Number("inner_diameter_m", say("Inner diameter"), "length", inner, known, ("inner diameter",))
        )
    if concept.num_fins is not None:
        known_fins = was.num_fins if was is not None else None
        numbers.append(Number("num_fins", say("Fin count"), "count", concept.num_fins, known_fins, ("fins",)))
    return numbers


def _inner_diameter(concept: Concept) -> float | None:
    outline = concept.parts[0].outline if concept.parts else None
    return 2 * outline.inner_radius if isinstance(outline, Annulus) else None
