"""Paints a framed scene: the body, its signs, its measures and the words."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from desktop_app.ui.concept.schematic import symbols
from desktop_app.ui.concept.schematic.colours import tint, tone_colour
from desktop_app.ui.concept.schematic.dimension_lines import paint_measures
from desktop_app.ui.concept.schematic.frame import Frame
from desktop_app.ui.concept.schematic.marks import Mark
from desktop_app.ui.concept.schematic.sign_painting import paint_sign
from desktop_app.ui.theme import Theme


def paint_frame(painter: QPainter, frame: Frame, field: QImage | None, theme: Theme) -> None:
    """All of a sketch but its foot.

    Args:
        painter: with the sketch's font.
        frame: where everything goes.
        field: the temperatures over the body's rectangle; None before they are known.
        theme: the colours.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    _paint_body(painter, frame, field, theme)
    for mark in frame.scene.marks:
        if mark.spot is not None:
            _paint_spot(painter, frame, mark, theme)
        else:
            paint_sign(painter, frame, mark, theme)
    paint_measures(painter, frame, QColor(theme.faint), QColor(theme.muted))
    for words in frame.words:
        painter.setPen(tone_colour(words.tone, theme))
        painter.drawText(words.area, words.align, "\n".join(words.lines))


def _paint_body(painter: QPainter, frame: Frame, field: QImage | None, theme: Theme) -> None:
    scene = frame.scene
    whole = QPainterPath()
    whole.setFillRule(Qt.FillRule.WindingFill)
    painter.setPen(Qt.PenStyle.NoPen)
    for part in scene.parts:
        path = frame.outline(part)
        painter.fillPath(path, tint(part.material, scene.materials.index(part.material), theme))
        whole = whole.united(path)
    if field is not None:
        painter.save()
        painter.setClipPath(whole)
        painter.drawImage(frame.body, field)
        painter.restore()
    painter.setPen(QPen(QColor(theme.text), 1.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for joint in scene.joints:
        first, second = (scene.parts[joint.part].material, None)
        start, end = frame.segment(joint)
        line = QColor(theme.text)
        line.setAlphaF(0.55 if second is None and first is not None else 1.0)
        painter.setPen(QPen(line, 1.0))
        painter.drawLine(start, end)
    painter.setPen(QPen(QColor(theme.text), 1.5))
    painter.drawPath(whole)
    if scene.concept.section == "round" or scene.is_round:
        _paint_centre_lines(painter, frame, theme)


def _paint_centre_lines(painter: QPainter, frame: Frame, theme: Theme) -> None:
    colour = QColor(theme.text)
    colour.setAlphaF(0.45)
    pen = QPen(colour, 1.0)
    pen.setDashPattern([11, 3, 2, 3])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    body = frame.body
    middle = body.center()
    painter.drawLine(QPointF(body.left() - 5, middle.y()), QPointF(body.right() + 5, middle.y()))
    if frame.scene.is_round:
        painter.drawLine(QPointF(middle.x(), body.top() - 5), QPointF(middle.x(), body.bottom() + 5))


def _paint_spot(painter: QPainter, frame: Frame, mark: Mark, theme: Theme) -> None:
    spot = mark.spot
    if spot is None:
        return
    colour = tone_colour(mark.tone, theme)
    middle = frame.point(spot.x, spot.y)
    scene = frame.scene
    wide = max(spot.radius / scene.x.extent * frame.body.width(), 4.0)
    tall = max(spot.radius / scene.y.extent * frame.body.height(), 4.0)
    soft = QColor(colour)
    soft.setAlphaF(0.35)
    painter.setPen(QPen(colour, 2.0))
    painter.setBrush(soft)
    if spot.band == "upright":
        painter.drawRect(QRectF(middle.x() - wide, frame.body.top(), 2 * wide, frame.body.height()))
    elif spot.band == "level":
        painter.drawRect(QRectF(frame.body.left(), middle.y() - tall, frame.body.width(), 2 * tall))
    elif scene.concept.shape == "room":
        area = QRectF(middle.x() - 15, middle.y() - 9, 30, 18)
        symbols.heater(painter, area, soft, colour)
    else:
        painter.drawEllipse(middle, wide, tall)
    if mark.kind == "flame":
        symbols.flame(painter, middle + QPointF(0, symbols.FLAME[1] * 0.5))
    if spot.band == "none" and mark.lines:
        _paint_plate(painter, QPointF(middle.x() + max(wide, 15.0) + 6, middle.y()), mark, theme, frame.line)


def _paint_plate(painter: QPainter, left: QPointF, mark: Mark, theme: Theme, line: float) -> None:
    """Numbers on a small plate, legible over any colours."""
    words = " · ".join(mark.lines)
    wide = painter.fontMetrics().horizontalAdvance(words)
    area = QRectF(left.x(), left.y() - line / 2 - 1, wide + 10, line + 2)
    ground = QColor(theme.overlay)
    ground.setAlphaF(0.78)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(area, 4, 4)
    painter.setPen(QColor(theme.overlay_text))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, words)
