"""What a line style means, painted in the theme's colours of the moment."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui.theme import current_theme

_SAMPLE = 20
_GAP = 6


class LegendKey(QWidget):
    """A short piece of line, solid or dashed, and its meaning.

    Args:
        colour: gives the line's colour, asked at every painting.
        dashed: whether the line is.
        parent: owner.
    """

    def __init__(self, colour: Callable[[], str], dashed: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = colour
        self._dashed = dashed
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        small = self.font()
        small.setPointSizeF(small.pointSizeF() * 0.92)
        self.setFont(small)

    def set_text(self, text: str) -> None:
        """What the line means."""
        self._text = text
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for line and text."""
        metrics = self.fontMetrics()
        return QSize(_SAMPLE + _GAP + metrics.horizontalAdvance(self._text) + 2, metrics.height() + 2)

    def minimumSizeHint(self) -> QSize:
        """Room for the line and the beginning of the text."""
        return QSize(_SAMPLE + _GAP + 3 * self.fontMetrics().averageCharWidth(), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint line and text."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        painter.setPen(line_pen(self._colour(), self._dashed))
        painter.drawLine(QPointF(1, middle), QPointF(_SAMPLE - 1, middle))
        painter.setPen(QColor(current_theme().muted))
        room = self.rect().adjusted(_SAMPLE + _GAP, 0, 0, 0)
        shown = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


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
