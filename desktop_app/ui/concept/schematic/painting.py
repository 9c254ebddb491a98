"""Paints a framed scene: the body, its signs, its measures and the words."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from desktop_app.ui.concept.schematic.colours import tint, tone_colour
from desktop_app.ui.concept.schematic.dimension_lines import paint_measures
from desktop_app.ui.concept.schematic.frame import Frame
from desktop_app.ui.concept.schematic.rim_painting import paint_rim
from desktop_app.ui.concept.schematic.sign_painting import paint_sign
from desktop_app.ui.concept.schematic.spot_painting import paint_plate, paint_spot
from desktop_app.ui.concept.schematic.tags import Tag
from desktop_app.ui.theme import Theme


def paint_frame(painter: QPainter, frame: Frame, field: QImage | None, theme: Theme) -> None:
    """All of a sketch but its colour scale.

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
            paint_spot(painter, frame, mark, theme, over_colours=field is not None)
        for rim in mark.rims:
            paint_rim(painter, frame, mark, rim, theme)
        paint_sign(painter, frame, mark, theme)
    paint_measures(painter, frame, QColor(theme.faint), QColor(theme.muted))
    for tag in frame.tags:
        _paint_tag(painter, tag, theme, over_colours=field is not None)
    _paint_words(painter, frame, theme)


def _paint_words(painter: QPainter, frame: Frame, theme: Theme) -> None:
    inside = () if frame.inside is None else (frame.inside,)
    for words in (*frame.words, *inside):
        painter.setPen(tone_colour(words.tone, theme))
        painter.drawText(words.area, words.align, "\n".join(words.lines))
    for tag in frame.foot.legend:
        _paint_tag(painter, tag, theme, over_colours=False)
    painter.setPen(QColor(theme.muted))
    for area, text in frame.foot.captions:
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, text)


def _paint_body(painter: QPainter, frame: Frame, field: QImage | None, theme: Theme) -> None:
    scene = frame.scene
    whole = frame.silhouette
    for part in scene.parts:
        number = scene.materials.index(part.material)
        painter.fillPath(frame.outline(part), tint(part.material, number, theme))
    if field is not None:
        painter.save()
        painter.setClipPath(whole)
        painter.drawImage(frame.body, field)
        painter.restore()
    _paint_joints(painter, frame, theme, over_colours=field is not None)
    painter.setPen(QPen(QColor(theme.text), 1.4 if len(scene.parts) < 24 else 1.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(whole)
    if scene.concept.section == "round" or scene.is_round:
        _paint_centre_lines(painter, frame, whole, theme, over_colours=field is not None)


def _paint_joints(painter: QPainter, frame: Frame, theme: Theme, *, over_colours: bool) -> None:
    """Where parts touch: a line, stronger where heat finds a resistance; light on dark over colours."""
    for joint in frame.scene.joints:
        width = 2.4 if joint.resists else 1.0
        ends = frame.segment(joint.edge)
        if over_colours:
            _paint_line(painter, ends, QColor(theme.overlay), 0.6, width + 1.6)
        colour = theme.overlay_text if over_colours else theme.text
        _paint_line(painter, ends, QColor(colour), 0.65, width)


def _paint_line(
    painter: QPainter, ends: tuple[QPointF, QPointF], colour: QColor, opacity: float, width: float
) -> None:
    colour.setAlphaF(opacity)
    painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.drawLine(*ends)


def _paint_centre_lines(
    painter: QPainter, frame: Frame, whole: QPainterPath, theme: Theme, *, over_colours: bool
) -> None:
    """The chain line through whatever is round, beside the numbers in its middle."""
    body, middle = frame.body, frame.body.center()
    lines = [(QPointF(body.left() - 5, middle.y()), QPointF(body.right() + 5, middle.y()))]
    if frame.scene.is_round:
        lines.append((QPointF(middle.x(), body.top() - 5), QPointF(middle.x(), body.bottom() + 5)))
    around = QPainterPath()
    around.addRect(body.adjusted(-6, -6, 6, 6))
    if frame.inside is not None:
        words = QPainterPath()
        words.addRect(frame.inside.area)
        around -= words
    painter.save()
    for area, name in (
        (around - whole, theme.text),
        (whole, theme.overlay_text if over_colours else theme.text),
    ):
        colour = QColor(name)
        colour.setAlphaF(0.55)
        pen = QPen(colour, 1.0)
        pen.setDashPattern([11, 3, 2, 3])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.setClipPath(area)
        for line in lines:
            painter.drawLine(*line)
    painter.restore()


def _paint_tag(painter: QPainter, tag: Tag, theme: Theme, *, over_colours: bool) -> None:
    if tag.circled:
        painter.setPen(QPen(QColor(theme.text), 1.0))
        painter.setBrush(QColor(theme.raised))
        painter.drawEllipse(tag.area.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.drawText(tag.area, Qt.AlignmentFlag.AlignCenter, tag.text)
    elif over_colours:
        paint_plate(painter, QRectF(tag.area).adjusted(-3, 0, 3, 0), tag.text, theme)
    else:
        painter.setPen(QColor(theme.text))
        painter.drawText(tag.area, Qt.AlignmentFlag.AlignVCenter, tag.text)
