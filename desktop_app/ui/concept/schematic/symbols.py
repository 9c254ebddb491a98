"""The signs engineers draw at a surface: arrows, waves, hatching, flames, components."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPolygonF

HEAD = 5.5
WAVE_LENGTH = 7.5
WAVE_HEIGHT = 2.3
HATCH = 6.0
FLAME = (15.0, 21.0)


def arrow(painter: QPainter, start: QPointF, tip: QPointF, colour: QColor) -> None:
    """A straight arrow with a filled head."""
    along = _unit(start, tip)
    painter.setPen(QPen(colour, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(start, tip - along * (HEAD - 1))
    _head(painter, tip, along, colour)


def wavy_arrow(painter: QPainter, start: QPointF, tip: QPointF, colour: QColor, dashed: bool = False) -> None:
    """An arrow with a wavy shaft: heat carried by a fluid, or dashed, radiated."""
    along = _unit(start, tip)
    across = QPointF(-along.y(), along.x())
    length = math.hypot(tip.x() - start.x(), tip.y() - start.y()) - HEAD + 0.5
    path = QPainterPath(start)
    for pixel in range(1, round(length * 2) + 1):
        at = min(pixel / 2, length)
        fade = min(1.0, at / 3, (length - at) / 3)
        swing = WAVE_HEIGHT * math.sin(2 * math.pi * at / WAVE_LENGTH) * fade
        path.lineTo(start + along * at + across * swing)
    pen = QPen(colour, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    if dashed:
        pen.setDashPattern([2.0, 1.8])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    _head(painter, tip, along, colour)


def hatch(painter: QPainter, start: QPointF, end: QPointF, outward: QPointF, colour: QColor) -> None:
    """Slanted strokes outside a surface: no heat passes."""
    painter.setPen(QPen(colour, 1.0))
    along = _unit(start, end)
    length = math.hypot(end.x() - start.x(), end.y() - start.y())
    count = max(1, int(length / HATCH))
    gap = length / count
    slant = along * (HATCH * 0.6) if along.x() + along.y() > 0 else along * (-HATCH * 0.6)
    for number in range(count):
        foot = start + along * (gap * (number + 0.5))
        painter.drawLine(foot - slant * 0.5, foot + slant * 0.5 + outward * HATCH)


def break_line(painter: QPainter, start: QPointF, end: QPointF, outward: QPointF, colour: QColor) -> None:
    """A line with a kink, a little outside: the body goes on beyond it."""
    first, last = start + outward * 2, end + outward * 2
    along, middle = _unit(start, end), (first + last) / 2
    kink = [middle - along * 5, middle - along * 2 + outward * 4, middle + along * 2 - outward * 4]
    painter.setPen(QPen(colour, 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF([first - along * 5, *kink, middle + along * 5, last + along * 5]))


def held_edge(painter: QPainter, start: QPointF, end: QPointF, outward: QPointF, colour: QColor) -> None:
    """A thick line along a surface: its temperature is held."""
    pen = QPen(colour, 5.0)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawLine(start + outward * 2.5, end + outward * 2.5)


def flame(painter: QPainter, foot: QPointF, size: float = 1.0) -> None:
    """A burning flame that stands on a point."""
    width, height = FLAME[0] * size, FLAME[1] * size
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#F0642A"))
    painter.drawPath(_flame_path(foot, width, height))
    painter.setBrush(QColor("#FFC24A"))
    painter.drawPath(_flame_path(foot - QPointF(0, 0.5), width * 0.52, height * 0.56))


def component(painter: QPainter, area: QRectF, fill: QColor, line: QColor) -> None:
    """A component on a surface: a package seen from its side."""
    painter.setPen(QPen(line, 1.2))
    painter.setBrush(QBrush(fill))
    painter.drawRoundedRect(area, 2, 2)


def heater(painter: QPainter, area: QRectF, fill: QColor, line: QColor) -> None:
    """A radiator: a low body with ribs."""
    component(painter, area, fill, line)
    ribs = max(3, round(area.width() / 6))
    for number in range(1, ribs):
        x = area.left() + area.width() * number / ribs
        painter.drawLine(QPointF(x, area.top() + 3), QPointF(x, area.bottom() - 3))


def _flame_path(foot: QPointF, width: float, height: float) -> QPainterPath:
    def at(x: float, y: float) -> QPointF:
        return QPointF(foot.x() + x * width, foot.y() - y * height)

    path = QPainterPath(at(0.0, 0.0))
    path.cubicTo(at(-0.42, 0.0), at(-0.62, 0.28), at(-0.44, 0.52))
    path.cubicTo(at(-0.36, 0.62), at(-0.26, 0.66), at(-0.2, 0.58))
    path.cubicTo(at(-0.24, 0.8), at(-0.04, 0.9), at(0.06, 1.0))
    path.cubicTo(at(0.06, 0.82), at(0.5, 0.66), at(0.5, 0.34))
    path.cubicTo(at(0.5, 0.12), at(0.28, 0.0), at(0.0, 0.0))
    return path


def _head(painter: QPainter, tip: QPointF, along: QPointF, colour: QColor) -> None:
    across = QPointF(-along.y(), along.x()) * (HEAD * 0.48)
    back = tip - along * HEAD
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([tip, back + across, back - across]))


def _unit(start: QPointF, end: QPointF) -> QPointF:
    across, down = end.x() - start.x(), end.y() - start.y()
    length = math.hypot(across, down) or 1.0
    return QPointF(across / length, down / length)
