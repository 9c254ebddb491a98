"""What of a sketch lies under the mouse."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF

from desktop_app.domain.field import TemperatureField
from desktop_app.ui.concept.schematic.edges import Edge
from desktop_app.ui.concept.schematic.field_image import reached, temperature_at
from desktop_app.ui.concept.schematic.frame import Frame, depth_of
from desktop_app.ui.concept.schematic.marks import Mark
from desktop_app.ui.concept.schematic.sign_painting import OUTWARD
from desktop_app.ui.concept.schematic.spot_painting import spot_area
from desktop_app.ui.concept.schematic.telling import mark_words, part_words, range_words, temperature_words
from desktop_app.ui.translation import in_words

_INWARD = 3.0
"""How far into the body a sign on its surface is still met, pixels."""


def words_at(frame: Frame, place: QPointF, field: TemperatureField | None) -> str:
    """What to tell of a place, pixels: a sign, else the part there; empty where there is nothing."""
    if field is not None and frame.foot.scale is not None and frame.foot.scale.contains(place):
        return in_words(range_words(reached(field)))
    for mark in frame.scene.marks:
        if _meets(frame, mark, place):
            return mark_words(frame.scene, mark)
    for part in reversed(frame.scene.parts):
        if frame.outline(part).contains(place):
            here = _temperature(frame, place, field)
            return part_words(part) if here is None else f"{temperature_words(here)}\n{part_words(part)}"
    return ""


def _temperature(frame: Frame, place: QPointF, field: TemperatureField | None) -> float | None:
    if field is None:
        return None
    across = (place.x() - frame.body.left()) / frame.body.width()
    up = (frame.body.bottom() - place.y()) / frame.body.height()
    x = float(frame.scene.x.metres(np.array([across]))[0])
    y = float(frame.scene.y.metres(np.array([up]))[0])
    return temperature_at(field, x, y)


def _meets(frame: Frame, mark: Mark, place: QPointF) -> bool:
    if mark.spot is not None:
        return spot_area(frame, mark.spot).adjusted(-4, -4, 4, 4).contains(place)
    if any(_strip(frame, mark, edge).contains(place) for edge in mark.edges):
        return True
    return any(_near_rim(frame, mark, rim.radius, rim.side == "outer", place) for rim in mark.rims)


def _strip(frame: Frame, mark: Mark, edge: Edge) -> QRectF:
    """The area an edge's sign takes, a little of the body with it."""
    start, end = frame.segment(edge)
    outward = OUTWARD[edge.face]
    reach = outward * depth_of(mark)
    inner = outward * -_INWARD
    return (
        QRectF(start + inner, end + inner)
        .normalized()
        .united(QRectF(start + reach, end + reach).normalized())
    )


def _near_rim(frame: Frame, mark: Mark, radius: float, outer: bool, place: QPointF) -> bool:
    circle = frame.circle(radius)
    off = place - circle.center()
    beyond = float(np.hypot(off.x(), off.y())) - circle.width() / 2
    beyond = beyond if outer else -beyond
    return -_INWARD <= beyond <= depth_of(mark)
