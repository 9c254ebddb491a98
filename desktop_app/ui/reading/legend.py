"""What a line style means, painted in the theme's colours of the moment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui.theme import current_theme

KeyStyle = Literal["line", "dashed", "band", "bound", "dot"]

BAND_OPACITY = 0.24
SAMPLE = 20
GAP = 6


@dataclass(frozen=True)
class Key:
    """An entry of a legend: what a line, a band or a sign of one colour means.

    Attributes:
        colour: gives it, `#rrggbb`, asked at every painting.
    """

    text: str
    style: KeyStyle
    colour: Callable[[], str]


class LegendKey(QWidget):
    """A short sample and its meaning."""

    def __init__(self, style: KeyStyle, colour: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = Key("", style, colour)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        small = self.font()
        small.setPointSizeF(small.pointSizeF() * 0.92)
        self.setFont(small)

    def set_text(self, text: str) -> None:
        """What the line means."""
        self.key = Key(text, self.key.style, self.key.colour)
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for sample and text."""
        metrics = self.fontMetrics()
        width = SAMPLE + GAP + metrics.horizontalAdvance(self.key.text) + 2 * GAP
        return QSize(width, metrics.height() + 2)

    def minimumSizeHint(self) -> QSize:
        """Room for the sample and the beginning of the text."""
        return QSize(SAMPLE + GAP + 3 * self.fontMetrics().averageCharWidth(), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint sample and text."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_key(painter, QRectF(self.rect()), self.key)


def paint_key(painter: QPainter, room: QRectF, key: Key) -> None:
    """Paint an entry into a rectangle, its text cut short where it does not fit."""
    paint_sample(painter, QRectF(room.left(), room.top(), SAMPLE, room.height()), key)
    painter.setPen(QColor(current_theme().muted))
    room = room.adjusted(SAMPLE + GAP, 0, 0, 0)
    shown = painter.fontMetrics().elidedText(key.text, Qt.TextElideMode.ElideRight, round(room.width()))
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def paint_sample(painter: QPainter, room: QRectF, key: Key) -> None:
    """Paint a short piece of what the key is about."""
    middle, colour = room.center(), QColor(key.colour())
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if key.style in ("line", "dashed"):
        painter.setPen(line_pen(key.colour(), key.style == "dashed"))
        painter.drawLine(QPointF(room.left() + 1, middle.y()), QPointF(room.right() - 1, middle.y()))
    elif key.style == "band":
        colour.setAlphaF(BAND_OPACITY + 0.1)
        painter.fillRect(QRectF(room.left() + 1, middle.y() - 4.5, room.width() - 2, 9), colour)
    elif key.style == "bound":
        painter.setPen(QPen(colour, 1.3))
        for x, up in ((middle.x() - 5, 1), (middle.x() + 5, -1)):
            tip = QPointF(x, middle.y() - 4 * up)
            base = (QPointF(x - 3.5, middle.y() + 3 * up), QPointF(x + 3.5, middle.y() + 3 * up))
            painter.drawPolygon(QPolygonF([tip, *base]))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(middle, 4.5, 4.5)


def line_pen(colour: str, dashed: bool, width: float = 2.0, ratio: float | None = None) -> QPen:
    """The pen of a line.

    Args:
        colour: `#rrggbb`.
        dashed: whether the line is.
        width: pixels of the window.
        ratio: device pixels in one of them, for a pen that keeps its width whatever the plot's scale.
    """
    pen = QPen(QColor(colour), width * (ratio or 1.0))
    pen.setCosmetic(ratio is not None)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dashed:
        pen.setDashPattern([4.0, 2.5])
    return pen
