"""Measuring lines with their witness lines, arrowheads and numbers."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from desktop_app.domain.geometry import Box
from desktop_app.ui.concept.schematic.frame import Frame
from desktop_app.ui.concept.schematic.measures import Measure
from desktop_app.ui.concept.schematic.scene import Scene

_HEAD = 6.0
_BEYOND = 3.0
_OFF = 3.0
_ASIDE = 12.0
"""From a stretch to the number beside it, pixels: the arrow that points at it."""
_NEAR = 1e-6


def paint_measures(painter: QPainter, frame: Frame, line: QColor, text: QColor) -> None:
    """Every length of the scene, beside the body."""
    for measure in frame.scene.measures:
        if measure.axis == "x":
            _across(painter, frame, measure, line, text)
        else:
            _upright(painter, frame, measure, line, text)


def _across(painter: QPainter, frame: Frame, measure: Measure, line: QColor, text: QColor) -> None:
    y = frame.measure_rows[measure.row]
    left, right = frame.point(measure.start, 0).x(), frame.point(measure.end, 0).x()
    painter.setPen(QPen(line, 1.0))
    for x, place in ((left, measure.start), (right, measure.end)):
        start = frame.point(place, _lowest_at(frame.scene, place)).y() + _OFF
        painter.drawLine(QPointF(x, start), QPointF(x, y + _BEYOND))
    area = number_area(frame, measure, QFontMetricsF(painter.font()))
    if area is None or area.left() < left or area.right() > right:
        _outside(painter, QPointF(left, y), QPointF(right, y), line)
    else:
        painter.drawLine(QPointF(left, y), QPointF(area.left() - 4, y))
        painter.drawLine(QPointF(area.right() + 4, y), QPointF(right, y))
        _heads(painter, QPointF(left, y), QPointF(right, y), line)
    if area is not None:
        painter.setPen(text)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, measure.text)


def number_area(frame: Frame, measure: Measure, metrics: QFontMetricsF) -> QRectF | None:
    """Where the number of a width is written: in its line, else beside it; None where it fits nowhere."""
    y = frame.measure_rows[measure.row]
    left, right = frame.point(measure.start, 0).x(), frame.point(measure.end, 0).x()
    wide = metrics.horizontalAdvance(measure.text) + 1
    if right - left >= wide + 2 * _HEAD + 4:
        return QRectF((left + right - wide) / 2, y - frame.line / 2, wide, frame.line)
    beside = [m for m in frame.scene.measures if m.axis == "x" and m.row == measure.row and m != measure]
    near = _NEAR * frame.scene.x.extent
    if right + _ASIDE + wide <= frame.width and all(m.end <= measure.start + near for m in beside):
        return QRectF(right + _ASIDE, y - frame.line / 2, wide, frame.line)
    if left - _ASIDE - wide >= 0 and all(m.start >= measure.end - near for m in beside):
        return QRectF(left - _ASIDE - wide, y - frame.line / 2, wide, frame.line)
    return None


def _upright(painter: QPainter, frame: Frame, measure: Measure, line: QColor, text: QColor) -> None:
    x = frame.measure_columns[measure.row]
    low, high = frame.point(0, measure.start).y(), frame.point(0, measure.end).y()
    painter.setPen(QPen(line, 1.0))
    for y, place in ((low, measure.start), (high, measure.end)):
        start = frame.point(_rightmost_at(frame.scene, place), place).x() + _OFF
        painter.drawLine(QPointF(start, y), QPointF(x + _BEYOND, y))
    layered = len(frame.measure_columns) > 1 and measure.row == 0
    if layered:
        _layer(painter, frame, measure, (x, low, high), text)
        return
    metrics = QFontMetricsF(painter.font())
    wide = metrics.horizontalAdvance(measure.text)
    middle = (low + high) / 2
    if low - high >= wide + 2 * _HEAD + 8:
        painter.drawLine(QPointF(x, low), QPointF(x, middle + wide / 2 + 4))
        painter.drawLine(QPointF(x, middle - wide / 2 - 4), QPointF(x, high))
        _turned(painter, QPointF(x, middle), wide, frame.line, measure.text, text)
    else:
        painter.drawLine(QPointF(x, low), QPointF(x, high))
        _turned(painter, QPointF(x + frame.line / 2 + 3, middle), wide, frame.line, measure.text, text)
    _heads(painter, QPointF(x, low), QPointF(x, high), line)


def _layer(
    painter: QPainter,
    frame: Frame,
    measure: Measure,
    place: tuple[float, float, float],
    text: QColor,
) -> None:
    x, low, high = place
    painter.drawLine(QPointF(x, low), QPointF(x, high))
    for y in (low, high):
        painter.drawLine(QPointF(x - 3, y + 3), QPointF(x + 3, y - 3))
    painter.setPen(text)
    wide = QFontMetricsF(painter.font()).horizontalAdvance(measure.text)
    area = QRectF(x + 6, (low + high) / 2 - frame.line / 2, wide + 1, frame.line)
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, measure.text)


def _rightmost_at(scene: Scene, y: float) -> float:
    """How far right the body reaches at a height, m."""
    near = _NEAR * scene.y.extent
    boxes = [part.outline for part in scene.parts if isinstance(part.outline, Box)]
    return max((b.x1 for b in boxes if b.y0 - near <= y <= b.y1 + near), default=scene.x.extent)


def _lowest_at(scene: Scene, x: float) -> float:
    """How far down the body reaches at a distance from its left edge, m."""
    near = _NEAR * scene.x.extent
    boxes = [part.outline for part in scene.parts if isinstance(part.outline, Box)]
    return min((b.y0 for b in boxes if b.x0 - near <= x <= b.x1 + near), default=0.0)


def _turned(painter: QPainter, middle: QPointF, wide: float, line: float, words: str, colour: QColor) -> None:
    painter.save()
    painter.translate(middle)
    painter.rotate(-90)
    painter.setPen(colour)
    painter.drawText(QRectF(-wide / 2, -line / 2, wide + 1, line), Qt.AlignmentFlag.AlignCenter, words)
    painter.restore()


def _heads(painter: QPainter, start: QPointF, end: QPointF, colour: QColor) -> None:
    """Arrowheads at both ends of a line, pointing outward."""
    _head(painter, start, end, colour)
    _head(painter, end, start, colour)


def _head(painter: QPainter, tip: QPointF, tail: QPointF, colour: QColor) -> None:
    across, down = tail.x() - tip.x(), tail.y() - tip.y()
    length = max(abs(across), abs(down)) or 1.0
    along = QPointF(across / length, down / length)
    side = QPointF(-along.y(), along.x()) * 2.2
    back = tip + along * _HEAD
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([tip, back + side, back - side]))
    painter.restore()


def _outside(painter: QPainter, left: QPointF, right: QPointF, colour: QColor) -> None:
    """A stretch too short for its number: the arrows point at it from outside."""
    reach = QPointF(10, 0)
    painter.drawLine(left - reach, right + reach)
    _head(painter, left, left - reach, colour)
    _head(painter, right, right + reach, colour)
