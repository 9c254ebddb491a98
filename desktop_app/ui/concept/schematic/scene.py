"""What a sketch of a concept shows, as plain data: nothing here paints."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.concept import Concept
from desktop_app.domain.geometry import Annulus, Box, Part
from desktop_app.domain.material import Material
from desktop_app.ui.concept.schematic.axis_scale import AxisScale, axis_scale
from desktop_app.ui.concept.schematic.edges import Edge, exposed_edges, rims, shared_edges
from desktop_app.ui.concept.schematic.marks import Mark, marks_of
from desktop_app.ui.concept.schematic.measures import Measure, measures_of

LEAST_SHARE = 0.075
"""Of the drawn extent, for the thinnest layer of few."""
FLATTEST = 0.2
LAYER = 0.095
"""Drawn height over width: at least so much, and so much for every layer of a stack."""
TALLEST = 4.0
TRUE_WITHIN = 0.01


@dataclass(frozen=True)
class Joint:
    """Where two parts touch.

    Attributes:
        resists: whether the temperature jumps there.
    """

    edge: Edge
    resists: bool


@dataclass(frozen=True)
class Scene:
    """A body with its signs and measures.

    Attributes:
        concept: what is drawn.
        parts: its parts, those inside others last.
        materials: each once; a part's tint is its material's number.
        x, y: where places are drawn along the width and, upward, along the height.
        aspect: drawn height over drawn width.
        joints: where parts touch.
        marks: what is done to the body.
        measures: the lengths beside it.
        to_scale: whether all of it is drawn in its true proportions.
    """

    concept: Concept
    parts: tuple[Part, ...]
    materials: tuple[Material, ...]
    x: AxisScale
    y: AxisScale
    aspect: float
    joints: tuple[Joint, ...]
    marks: tuple[Mark, ...]
    measures: tuple[Measure, ...]
    to_scale: bool

    @property
    def is_round(self) -> bool:
        """Whether it is a ring."""
        return any(isinstance(part.outline, Annulus) for part in self.parts)


def scene_of(concept: Concept) -> Scene | None:
    """The sketch of a concept; None where it has no parts to draw."""
    if not concept.parts:
        return None
    boxes = [part.outline for part in concept.parts if isinstance(part.outline, Box)]
    layered = concept.shape == "stack"
    x, y, aspect = _proportions(boxes, layered) if boxes else _square(concept)
    longer = max(x.extent, y.extent)
    edges = exposed_edges(concept.parts, longer)
    true = y.extent / x.extent
    return Scene(
        concept=concept,
        parts=concept.parts,
        materials=concept.materials,
        x=x,
        y=y,
        aspect=aspect,
        joints=_joints(concept, longer),
        marks=marks_of(concept, edges, rims(concept.parts)),
        measures=measures_of(concept),
        to_scale=abs(aspect / true - 1) < TRUE_WITHIN and not (x.stretched or y.stretched),
    )


def _joints(concept: Concept, longer: float) -> tuple[Joint, ...]:
    """Where materials meet or heat finds a resistance; pieces of one cast are not told apart."""
    parts, resists = concept.parts, concept.contact_resistance_m2K_W > 0
    around_air = any(part.mixed for part in parts)
    found = []
    for edge, other in shared_edges(parts, longer):
        first, second = parts[edge.part], parts[other]
        jumps = resists and (not around_air or first.mixed != second.mixed)
        if jumps or first.material != second.material:
            found.append(Joint(edge, jumps))
    return tuple(found)


def _proportions(boxes: list[Box], layered: bool) -> tuple[AxisScale, AxisScale, float]:
    x = axis_scale([place for box in boxes for place in (box.x0, box.x1)], LEAST_SHARE)
    y = axis_scale([place for box in boxes for place in (box.y0, box.y1)], 1.0 if layered else LEAST_SHARE)
    flattest = max(FLATTEST, LAYER * (len(y.stops_m) - 1) if layered else 0.0)
    return x, y, min(max(y.extent / x.extent, flattest), max(TALLEST, flattest))


def _square(concept: Concept) -> tuple[AxisScale, AxisScale, float]:
    outer = max(p.outline.outer_radius for p in concept.parts if isinstance(p.outline, Annulus))
    side = AxisScale((0.0, 2 * outer), (0.0, 1.0))
    return side, side, 1.0
