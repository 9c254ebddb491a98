"""The mark of one point or region on the video."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from desktop_app.ui.place_colours import ON_VIDEO, place_letter
from desktop_app.ui.theme import DARK

DISC = 20
_PAD = 5
_STEPS = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}


class PlaceMark(QWidget):
    """A lettered disc and the temperature beside it; moved by mouse or by the arrow keys.

    It looks the same in every theme, since it lies on a picture.

    Signals:
        dragged: where its disc should be, in the canvas; nudged: by how many pixels of the frame.
        grown: by how many pixels to every side; removal_wanted.
        menu_wanted: where on the screen.
    """

    dragged = Signal(QPointF)
    nudged = Signal(QPointF)
    grown = Signal(float)
    removal_wanted = Signal()
    menu_wanted = Signal(object)

    def __init__(self, index: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._letter, self._colour = place_letter(index), ON_VIDEO[index]
        self._value = ""
        self._grabbed_at: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.SizeAllCursor)
        self.setFont(self._small())
        self._fit()
        self.hide()

    @property
    def grabbed(self) -> bool:
        """Whether it is being dragged."""
        return self._grabbed_at is not None

    @property
    def value(self) -> str:
        """The temperature beside the disc, as it is written."""
        return self._value

    def show_value(self, text: str) -> None:
        """Write a temperature beside the disc, or nothing."""
        if text != self._value:
            self._value = text
            self._fit()
            self.update()

    def centre_on(self, point: QPointF) -> None:
        """Lie with the disc's middle on a point of the canvas."""
        self.move(round(point.x() - DISC / 2 - 2), round(point.y() - DISC / 2 - 2))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Hold on."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._grabbed_at = event.position() - QPointF(DISC / 2 + 2, DISC / 2 + 2)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell where the disc should be."""
        if self._grabbed_at is not None:
            self.dragged.emit(self.mapToParent(event.position()) - self._grabbed_at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002
        """Let go."""
        self._grabbed_at = None

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Read over a larger or smaller place."""
        if event.angleDelta().y():
            self.grown.emit(1.0 if event.angleDelta().y() > 0 else -1.0)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to remove it."""
        self.menu_wanted.emit(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys move it, plus and minus resize it, Delete removes it."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            far = 10.0 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1.0
            self.nudged.emit(step * far)
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.grown.emit(1.0)
        elif event.key() == Qt.Key.Key_Minus:
            self.grown.emit(-1.0)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removal_wanted.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """A dark card with the lettered disc and the temperature."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QColor(DARK.overlay)
        ground.setAlphaF(0.82)
        painter.setBrush(ground)
        painter.setPen(QPen(QColor(DARK.focus), 2.0) if self.hasFocus() else Qt.PenStyle.NoPen)
        card = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(card, card.height() / 2, card.height() / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._colour))
        disc = QRectF(2, 2, DISC, DISC).adjusted(2, 2, -2, -2)
        painter.drawEllipse(disc)
        painter.setPen(QColor(DARK.overlay))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, self._letter)
        painter.setPen(QColor(DARK.overlay_text))
        rest = QRectF(DISC + 4, 0, self.width() - DISC - 4, self.height())
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._value)

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 0.9)
        font.setBold(True)
        return font

    def _fit(self) -> None:
        text = self.fontMetrics().horizontalAdvance(self._value) + _PAD + 4 if self._value else 0
        self.resize(DISC + 4 + text, DISC + 4)
