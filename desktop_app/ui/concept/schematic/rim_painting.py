"""Paints the signs around, and within, a ring."""

from __future__ import annotations

import math
from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop_app.domain.concept import Face
from desktop_app.ui.concept.schematic import symbols
from desktop_app.ui.concept.schematic.colours import tone_colour
from desktop_app.ui.concept.schematic.edges import Rim
from desktop_app.ui.concept.schematic.frame import Frame, depth_of
from desktop_app.ui.concept.schematic.marks import Mark
from desktop_app.ui.concept.schematic.sign_painting import heat_arrow
from desktop_app.ui.theme import Theme

_MIDDLES: dict[Face | None, float] = {"right": 0.0, "top": 90.0, "left": 180.0, "bottom": 270.0, None: 0.0}
"""Degrees, anticlockwise from the right."""
_GAPS = {"insulated": 8.0, "flame": 60.0}
_GAP = 36.0
_INNER_REACH = 0.36
"""Of the inner radius, at most, for what is drawn within it: the middle is for its numbers."""


def paint_rim(painter: QPainter, frame: Frame, mark: Mark, rim: Rim, theme: Theme) -> None:
    """A mark along a circle or a quarter of it."""
    circle = frame.circle(rim.radius)
    colour = QColor(theme.faint) if mark.kind == "insulated" else tone_colour(mark.tone, theme)
    outward = 1.0 if rim.side == "outer" else -1.0
    if mark.kind in ("held", "flame"):
        _arc(painter, circle, rim, outward, colour)
    if mark.kind == "held":
        return
    reach = depth_of(mark) if rim.side == "outer" else min(depth_of(mark), _INNER_REACH * circle.width() / 2)
    for way in _ways(circle, rim, _GAPS.get(mark.kind, _GAP)):
        foot = circle.center() + way * (circle.width() / 2)
        if rim.side == "inner" and _covered(frame, foot + way * (outward * reach)):
            continue
        near, far = foot + way * (outward * 2), foot + way * (outward * reach)
        if mark.kind == "insulated":
            side = QPointF(-way.y(), way.x()) * 2.0
            painter.setPen(QPen(colour, 1.0))
            painter.drawLine(foot - side, foot + side + way * (outward * symbols.HATCH))
        elif mark.kind == "flame":
            symbols.flame(painter, (near + far) / 2 + QPointF(0, symbols.FLAME[1] * 0.5), 0.85)
        else:
            start, tip = (near, far) if mark.outward else (far, near)
            heat_arrow(painter, mark, start, tip, colour)


def _covered(frame: Frame, point: QPointF) -> bool:
    """Whether a point lies on the numbers in the middle."""
    return frame.inside is not None and frame.inside.area.contains(point)


def _arc(painter: QPainter, circle: QRectF, rim: Rim, outward: float, colour: QColor) -> None:
    painter.setPen(QPen(colour, 5.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    larger = circle.adjusted(-2.5 * outward, -2.5 * outward, 2.5 * outward, 2.5 * outward)
    span = 360.0 if rim.face is None else 90.0
    painter.drawArc(larger, round((_MIDDLES[rim.face] - span / 2) * 16), round(span * 16))


def _ways(circle: QRectF, rim: Rim, gap: float) -> Iterator[QPointF]:
    """Directions from the middle, evenly spread over the circle or its quarter."""
    span = 360.0 if rim.face is None else 90.0
    length = math.radians(span) * circle.width() / 2
    count = max(1 if rim.face else 6, round(length / gap))
    for number in range(count):
        degrees = _MIDDLES[rim.face] + span * ((number + 0.5) / count - 0.5)
        yield QPointF(math.cos(math.radians(degrees)), -math.sin(math.radians(degrees)))
