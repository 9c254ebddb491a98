"""The ground of the profile over the video, with its legend: what does not change from frame to frame."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from desktop_app.ui.reading.legend import line_pen
from desktop_app.ui.theme import DARK

_OPACITY = 0.74
_SAMPLE = 22
_GAP = 6
_BETWEEN = 20


@dataclass(frozen=True)
class LegendEntry:
    """A line, and what it means."""

    text: str
    colour: str
    dashed: bool


def glass_pane(
    widget: QWidget, header: int, margins: tuple[int, int], entries: Sequence[LegendEntry]
) -> QPixmap:
    """A pane of dark glass as large as a widget, ringed where the widget has the keyboard.

    Args:
        widget: gives size, density, font and focus.
        header: height of the legend's row, pixels.
        margins: left and right of the plot below, pixels; the legend begins and ends with it.
        entries: the legend.
    """
    ratio = widget.devicePixelRatioF()
    made = QPixmap(widget.size() * ratio)
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ground, rim = QColor(DARK.overlay), QColor(DARK.overlay_text)
    ground.setAlphaF(_OPACITY)
    rim.setAlphaF(0.16)
    painter.setBrush(ground)
    painter.setPen(QPen(QColor(DARK.focus), 2.0) if widget.hasFocus() else QPen(rim, 1.0))
    painter.drawRoundedRect(QRectF(widget.rect()).adjusted(1, 1, -1, -1), 10, 10)
    small = QFont(widget.font())
    small.setPointSizeF(widget.font().pointSizeF() * 0.9)
    painter.setFont(small)
    painter.setPen(QColor(DARK.overlay_text))
    painter.drawText(QRect(12, 4, margins[0], header - 4), Qt.AlignmentFlag.AlignVCenter, "°C")
    _paint_legend(painter, header, (margins[0], widget.width() - margins[1]), entries)
    painter.end()
    return made


def _paint_legend(
    painter: QPainter, header: int, span: tuple[int, int], entries: Sequence[LegendEntry]
) -> None:
    """Paint the legend between two columns, closer together where there is little room."""
    metrics = painter.fontMetrics()
    widths = [metrics.horizontalAdvance(entry.text) for entry in entries]
    needed = sum(widths) + len(entries) * (_SAMPLE + _GAP + _BETWEEN) - _BETWEEN
    roomy = needed <= span[1] - span[0]
    sample, between, x = (_SAMPLE, _BETWEEN, span[0]) if roomy else (_SAMPLE - 6, _BETWEEN // 2, span[0] - 12)
    middle = header / 2 + 2
    for entry, width in zip(entries, widths, strict=True):
        painter.setPen(line_pen(entry.colour, entry.dashed))
        painter.drawLine(QPointF(x, middle), QPointF(x + sample, middle))
        x += sample + _GAP
        painter.setPen(QColor(DARK.overlay_text))
        shown = metrics.elidedText(entry.text, Qt.TextElideMode.ElideRight, span[1] - x)
        painter.drawText(QRectF(x, 4, width + 2, header - 4), Qt.AlignmentFlag.AlignVCenter, shown)
        x += width + between
