"""Which lengths of a body are written beside it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from desktop_app.domain.concept import Concept
from desktop_app.domain.geometry import Annulus, Box
from desktop_app.ui.concept.schematic.amounts import length_text

Axis = Literal["x", "y"]


@dataclass(frozen=True)
class Measure:
    """A length between two witness lines.

    Attributes:
        axis: along which it is.
        start, end: of it, m.
        text: number and unit, with ⌀ before a diameter.
        row: 0 for the line nearest the body, 1 for the one beyond it.
        dispensable: whether a narrow drawing may go without it.
    """

    axis: Axis
    start: float
    end: float
    text: str
    row: int = 0
    dispensable: bool = False


def measures_of(concept: Concept) -> tuple[Measure, ...]:
    """Width and height, diameters of what is round, and the layers of what is layered.

    Of a wall only its thickness: how far the piece of it that is shown reaches says nothing.
    """
    annuli = [part.outline for part in concept.parts if isinstance(part.outline, Annulus)]
    if annuli:
        return _diameters(annuli)
    width, height = concept.extent
    across = f"⌀ {length_text(height)}" if concept.section == "round" else length_text(height)
    details = _details(concept)
    beyond = {axis: int(any(m.axis == axis for m in details)) for axis in ("x", "y")}
    whole = (
        Measure("x", 0.0, width, length_text(width), beyond["x"]),
        Measure("y", 0.0, height, across, beyond["y"]),
    )
    pieces = {"x": "left" in concept.cut_faces, "y": "top" in concept.cut_faces}
    return (*details, *(measure for measure in whole if not pieces[measure.axis]))


def _diameters(annuli: list[Annulus]) -> tuple[Measure, ...]:
    outer = max(ring.outer_radius for ring in annuli)
    inner = min(ring.inner_radius for ring in annuli)
    whole = Measure("x", 0.0, 2 * outer, f"⌀ {length_text(2 * outer)}", 1 if inner > 0 else 0)
    if inner <= 0:
        return (whole,)
    return Measure("x", outer - inner, outer + inner, f"⌀ {length_text(2 * inner)}"), whole


def _details(concept: Concept) -> list[Measure]:
    """Layers of a stack, bodies in contact, base of a heat sink, leg of a bracket, wall of a room."""
    boxes = [(part.role, part.outline) for part in concept.parts if isinstance(part.outline, Box)]
    if len(boxes) < 2:
        return []
    if concept.shape == "stack":
        return _spans("y", [(box.y0, box.y1) for _, box in boxes])
    if any(role in ("first", "second") for role, _ in boxes):
        axis: Axis = "x" if len({box.x0 for _, box in boxes}) > 1 else "y"
        return _spans(axis, [(b.x0, b.x1) if axis == "x" else (b.y0, b.y1) for _, b in boxes])
    low = [(box.y0, box.y1) for role, box in boxes if role in ("base", "foot")]
    left = [(box.x0, box.x1) for role, box in boxes if role == "wall" and box.x0 <= 0]
    found = _spans("y", low[:1]) + _spans("x", left[:1])
    return [replace(measure, dispensable=True) for measure in found]


def _spans(axis: Axis, spans: list[tuple[float, float]]) -> list[Measure]:
    return [Measure(axis, start, end, length_text(end - start)) for start, end in sorted(set(spans))]
