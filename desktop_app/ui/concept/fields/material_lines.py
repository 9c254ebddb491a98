"""What each piece of the body is made of, and what its material is like."""

from __future__ import annotations

from desktop_app.domain.concept import Concept
from desktop_app.domain.geometry import Box, Part, Role
from desktop_app.domain.material import FROM_EDIT, FROM_PROMPT, Material, PropertyValue
from desktop_app.domain.text import Text, say
from desktop_app.services.understanding import Understanding
from desktop_app.ui.concept import words
from desktop_app.ui.concept.fields.changes import (
    clear_layer,
    clear_material,
    clear_properties,
    set_layer,
    set_material,
    set_property,
)
from desktop_app.ui.concept.fields.origins import origin, property_origin
from desktop_app.ui.concept.fields.pieces import Amount, Choices, Line, MaterialName, Piece, Word
from desktop_app.ui.concept.fields.quantity_text import show_quantity
from desktop_app.ui.concept.fields.size_lines import Number, number_line
from desktop_app.ui.concept.fields.units import Dimension
from desktop_app.ui.translation import current_language, in_words

ROLES: dict[Role, Text] = {
    "body": say("Material"),
    "base": say("Base"),
    "fin": say("Fins"),
    "layer": say("Layer"),
    "chip": say("Chip"),
    "paste": say("Paste"),
    "spreader": say("Spreader"),
    "sink": say("Sink"),
    "board": say("Board"),
    "first": say("First body"),
    "second": say("Second body"),
    "leg": say("Leg"),
    "foot": say("Foot"),
    "wall": say("Walls"),
    "air": say("Air"),
}
_PROPERTIES: tuple[tuple[str, str, Text, Dimension], ...] = (
    ("thermal_conductivity", "k", say("Thermal conductivity"), "thermal_conductivity"),
    ("through_conductivity", "k⊥", say("Thermal conductivity across the sheet"), "thermal_conductivity"),
    ("density", "ρ", say("Density"), "density"),
    ("specific_heat_capacity", "c", say("Specific heat capacity"), "specific_heat_capacity"),
)


def material_lines(answer: Understanding, choices: Choices) -> list[Line]:
    """Two lines for each piece, and one for how well they touch."""
    concept = answer.concept
    if concept.shape is None:
        return []
    if not concept.parts:
        return [_no_material(choices)]
    lines: list[Line] = []
    for number, piece in enumerate(concept.pieces):
        before = _before(answer, number)
        lines += [
            _material(concept, number, piece[0], before, choices),
            _properties(number, piece[0].material, before, choices),
        ]
    if len(concept.pieces) > 1:
        lines.append(_contact(answer, choices))
    return lines


def _before(answer: Understanding, number: int) -> Part | None:
    """The piece of that number as the prompt alone has it."""
    pieces = answer.unedited.pieces if answer.unedited is not None else ()
    return pieces[number][0] if number < len(pieces) else None


def _name(material: Material) -> str:
    return words.material_words(material, current_language() == "zh")


def _no_material(choices: Choices) -> Line:
    name = in_words(ROLES["body"])
    hover = in_words(say("No material of the table was named: choose one."))
    piece = MaterialName("material", name, "", set_material(0, None), hover)
    undo = clear_material(0) if choices.edits.materials else None
    return Line("piece.0", (piece,), "material", "caution", name, undo=undo)


def _material(concept: Concept, number: int, part: Part, before: Part | None, choices: Choices) -> Line:
    chosen = choices.edits.materials
    is_edited = number < len(chosen) and chosen[number] is not None
    label = in_words(ROLES[part.role])
    was = _name(before.material) if before is not None else ""
    piece = MaterialName(
        key="material",
        name=label,
        text=_name(part.material),
        change=set_material(number, before.material.id if before is not None else None),
        hover=origin(concept, ("material",), "", edited=is_edited, was=was),
        edited=is_edited,
    )
    layer = _layer(concept, number, part, before, choices)
    changed = is_edited or any(isinstance(p, Amount) and p.edited for p in layer)
    material_undo, layer_undo = clear_material(number), clear_layer(number)
    return Line(
        f"piece.{number}",
        (piece, *layer),
        "material" if number == 0 else "",
        "accent",
        label,
        undo=(lambda choices: layer_undo(material_undo(choices))) if changed else None,
        undo_hover=was,
    )


def _layer(
    concept: Concept, number: int, part: Part, before: Part | None, choices: Choices
) -> tuple[Piece, ...]:
    """How thick a layer of a stack is, or how long one of bodies side by side."""
    now, was = _extent(concept, part), _extent(concept, before) if before is not None else None
    if now is None:
        return ()
    chosen = choices.edits.layers_m
    is_edited = number < len(chosen) and chosen[number] is not None
    shown = show_quantity(now, "length")
    was_text = show_quantity(was, "length").text if was is not None else ""
    what = say("Thickness") if concept.shape == "stack" else say("Length")
    name = say("{part}: {what}", part=ROLES[part.role], what=what)
    amount = Amount(
        key="layer",
        name=in_words(name),
        text=shown.text,
        dimension="length",
        unit=shown.unit,
        change=set_layer(number, was),
        hover=origin(concept, ("layer", "length"), shown.text, edited=is_edited, was=was_text),
        edited=is_edited,
    )
    return (amount,)


def _extent(concept: Concept, part: Part) -> float | None:
    """Of a layer or one of bodies side by side, along the way they are put together, m."""
    if not isinstance(part.outline, Box):
        return None
    if concept.shape == "stack":
        return part.outline.height
    if part.role not in ("first", "second"):
        return None
    upright = all(isinstance(p.outline, Box) and p.outline.x0 == part.outline.x0 for p in concept.parts)
    return part.outline.height if upright else part.outline.width


def _properties(number: int, material: Material, before: Part | None, choices: Choices) -> Line:
    pieces: list[Piece] = []
    for field, symbol, name, dimension in _PROPERTIES:
        value: PropertyValue | None = getattr(material, field)
        if value is not None:
            pieces += _property(number, material, (field, symbol, name, dimension), value, before)
    diffusivity = words.plain_number(float(f"{material.thermal_diffusivity * 1e6:.4g}"))
    alpha = in_words(say("Thermal diffusivity k/(ρ·c): how fast a warm front moves."))
    pieces.append(Word("alpha", f"α {diffusivity} mm²/s", alpha))
    changed = any(p[0] == number for p in choices.edits.properties)
    return Line(
        f"properties.{number}",
        tuple(pieces),
        undo=clear_properties(number) if changed else None,
        undo_hover=in_words(say("as the table has it")),
        small=True,
    )


def _property(
    number: int,
    material: Material,
    described: tuple[str, str, Text, Dimension],
    value: PropertyValue,
    before: Part | None,
) -> tuple[Piece, Piece]:
    field, symbol, name, dimension = described
    shown = show_quantity(value.value, dimension)
    same = before is not None and before.material.id == material.id
    was: PropertyValue | None = getattr(before.material, field) if before is not None and same else None
    amount = Amount(
        key=field,
        name=in_words(say("{part}: {what}", part=_name(material), what=name)),
        text=shown.text,
        dimension=dimension,
        unit=shown.unit,
        change=set_property(number, field, was.value if was is not None else None),
        hover=property_origin(name, value),
        edited=value.source == FROM_EDIT,
    )
    sure = value.verified or value.source in (FROM_EDIT, FROM_PROMPT)
    return Word(f"{field}.symbol", symbol if sure else f"{symbol} ?", amount.hover, caption=True), amount


def _contact(answer: Understanding, choices: Choices) -> Line:
    was = answer.unedited.contact_resistance_m2K_W if answer.unedited is not None else None
    now = answer.concept.contact_resistance_m2K_W
    name = say("Contact")
    number = Number("contact_resistance_m2K_W", name, "contact_resistance", now, was, ("contact",))
    return number_line(number, answer.concept, choices)
