"""Where a probe is laid along a body whose shape is known."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.clip import PixelBox, Probe
from desktop_app.domain.concept import Concept
from desktop_app.domain.geometry import Annulus, Box, Part
from desktop_app.physics.spots import where_it_acts
from desktop_app.physics.way import driver, middle_fin
from desktop_app.thermography.body import lay_probe


def probe_of(concept: Concept, body: PixelBox) -> Probe:
    """A probe along the way the heat takes, from edge to edge of the body and inside it.

    From left to right, or from top to bottom where a body stands or is heated above or below; but up a heat
    sink from its base to the tip of its middle fin, up layers that lie on each other, and from a ring's
    inner edge outward. An L-bracket is read along its foot, or its leg where that is heated above or below.

    Args:
        concept: what is in the picture.
        body: where the bounding box of its parts is.
    """
    if not concept.parts:
        return lay_probe(body)
    upright = _upright(concept)
    outline = concept.parts[0].outline
    if isinstance(outline, Annulus):
        return lay_probe(_right_of(outline, body), upright=False)
    if concept.shape == "heat_sink":
        return _backward(lay_probe(_pixels(_middle_fin(concept), concept, body), upright=True))
    if concept.shape == "l_bracket":
        box = _box(_part(concept, "leg" if upright else "foot"))
        whole = Box(box.x0, 0.0, box.x1, box.y1) if upright else Box(0.0, box.y0, box.x1, box.y1)
        return lay_probe(_pixels(whole, concept, body), upright=bool(upright))
    if concept.shape == "stack" and upright is None:
        upright = outline.x1 == concept.extent[0]
    if concept.shape == "stack" and upright:
        return _backward(lay_probe(body, upright=True))
    if concept.shape in ("room", "contact"):
        return lay_probe(body, upright=False)
    return lay_probe(body, upright=upright)


def probe_seen(concept: Concept, body: PixelBox) -> Probe:
    """A probe in a generated clip: along the middle of the body that was found, edge to edge.

    The middle of a ring and of a heat sink is mostly background: in these it is laid as in a painted one.
    """
    hollow = any(isinstance(part.outline, Annulus) for part in concept.parts)
    if hollow or concept.shape == "heat_sink":
        return probe_of(concept, body)
    return lay_probe(body)


def _upright(concept: Concept) -> bool | None:
    """Whether heat goes up or down; None where it goes both ways, or as a body lies."""
    where = where_it_acts(concept, driver(concept)) if concept.heating else "all_around"
    if where in ("top", "bottom"):
        return True
    return False if where in ("left", "right") else None


def _pixels(box: Box, concept: Concept, body: PixelBox) -> PixelBox:
    """Where a part of the body is in the picture."""
    width, height = concept.extent
    across, down = (body.right - body.left) / width, (body.bottom - body.top) / height
    return PixelBox(
        body.left + box.x0 * across,
        body.bottom - box.y1 * down,
        body.left + box.x1 * across,
        body.bottom - box.y0 * down,
    )


def _middle_fin(concept: Concept) -> Box:
    """The fin nearest to the middle, with the base below it."""
    middle = middle_fin(concept)
    boxes = [_box(part) for part in concept.parts if part.role == "fin"] or [_box(concept.parts[0])]
    fin = next((box for box in boxes if box.x0 <= middle <= box.x1), boxes[0])
    return Box(fin.x0, 0.0, fin.x1, fin.y1)


def _right_of(ring: Annulus, body: PixelBox) -> PixelBox:
    """A square about the ring's wall at three o'clock."""
    middle = (body.top + body.bottom) / 2
    wall = (body.right - body.left) / 2 * (1 - ring.inner_radius / ring.outer_radius)
    return PixelBox(body.right - wall, middle - wall / 2, body.right, middle + wall / 2)


def _backward(probe: Probe) -> Probe:
    return replace(probe, x0=probe.x1, y0=probe.y1, x1=probe.x0, y1=probe.y0)


def _part(concept: Concept, role: str) -> Part:
    return next((part for part in concept.parts if part.role == role), concept.parts[0])


def _box(part: Part) -> Box:
    if not isinstance(part.outline, Box):
        raise TypeError("a ring where a rectangle was expected")
    return part.outline
