"""Which lengths of a body are written beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from desktop_app.domain.concept import Concept
from desktop_app.domain.geometry import Annulus, Box
from desktop_app.ui.concept.schematic.amounts import length_text

_SAME = 1e-6


@dataclass(frozen=True)
class Measure:
    """A length between two witness lines.

    Attributes:
        axis: along which it is.
        start, end: of it, m.
        text: number and unit, with ⌀ before a diameter.
        row: 0 for the line nearest the body, 1 for the one beyond it.
    """

    axis: Literal["x", "y"]
    start: float
    end: float
    text: str
    row: int = 0


def measures_of(concept: Concept) -> tuple[Measure, ...]:
    """Length and height, diameters of what is round, and the layers of what is layered."""
    annuli = [part.outline for part in concept.parts if isinstance(part.outline, Annulus)]
    if annuli:
        return _diameters(annuli)
    boxes = [part.outline for part in concept.parts if isinstance(part.outline, Box)]
    if not boxes:
        return ()
    length, height = max(b.x1 for b in boxes), max(b.y1 for b in boxes)
    across = f"⌀ {length_text(height)}" if concept.section == "round" else length_text(height)
    whole = [Measure("x", 0.0, length, length_text(length))]
    details = _details(concept, boxes)
    levels = [m for m in details if m.axis == "y"]
    columns = [m for m in details if m.axis == "x"]
    outer_row = 1 if levels else 0
    whole = [Measure("x", 0.0, length, length_text(length), 1 if columns else 0)]
    return (*details, *whole, Measure("y", 0.0, height, across, outer_row))


def _diameters(annuli: list[Annulus]) -> tuple[Measure, ...]:
    outer = max(ring.outer_radius for ring in annuli)
    inner = min(ring.inner_radius for ring in annuli)
    whole = Measure("x", 0.0, 2 * outer, f"⌀ {length_text(2 * outer)}", 1 if inner > 0 else 0)
    if inner <= 0:
        return (whole,)
    return Measure("x", outer - inner, outer + inner, f"⌀ {length_text(2 * inner)}"), whole


def _details(concept: Concept, boxes: list[Box]) -> list[Measure]:
    """Layers of a stack, the two bodies of a contact, base of a heat sink, leg of a bracket, wall of a room."""
    if concept.shape == "stack":
        return _spans("y", [(b.y0, b.y1) for b in boxes])
    if concept.shape == "contact":
        return _spans("x", [(b.x0, b.x1) for b in boxes])
    named = [(p.role, p.outline) for p in concept.parts if isinstance(p.outline, Box)]
    base = next((box for role, box in named if role in ("base", "foot")), None)
    if base is not None and len(named) > 1:
        return _spans("y", [(base.y0, base.y1)])
    wall = next((box for role, box in named if role == "wall"), None)
    if wall is not None and len(named) > 1:
        return _spans("x", [(box.x0, box.x1) for role, box in named if role == "wall" and box.x0 <= 0][:1])
    return []


def _spans(axis: Literal["x", "y"], spans: list[tuple[float, float]]) -> list[Measure]:
    distinct = sorted(set(spans))
    if len(distinct) == 1 and len(spans) > 1:
        return []
    return [Measure(axis, start, end, length_text(end - start)) for start, end in distinct]
