"""One of the places a probe line is held at."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from desktop_app.ui.theme import DARK, current_theme

_SIZE = 24
_STEPS = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}


class ProbeHandle(QWidget):
    """Moved by mouse, or by the arrow keys (with Shift ten pixels at once).

    Args:
        ends: whether it is one of the line's ends; the others are smaller.
        parent: the canvas.

    Signals:
        dragged: where its middle should be, in the canvas; nudged: by how many pixels of the frame.
        widened: by how many pixels the band should grow.
        double_clicked; removal_wanted: by the Delete key.
    """

    dragged = Signal(QPointF)
    nudged = Signal(QPointF)
    widened = Signal(int)
    double_clicked = Signal()
    removal_wanted = Signal()
    activity_changed = Signal()

    def __init__(self, ends: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._radius = 6.0 if ends else 4.0
        self._grabbed_at: QPointF | None = None
        self._hovered = False
        self.resize(_SIZE, _SIZE)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.SizeAllCursor)
        self.hide()

    @property
    def active(self) -> bool:
        """Whether it is held, hovered or has the keyboard."""
        return self._hovered or self._grabbed_at is not None or self.hasFocus()

    @property
    def grabbed(self) -> bool:
        """Whether it is being dragged."""
        return self._grabbed_at is not None

    def centre_on(self, point: QPointF) -> None:
        """Lie with its middle on a point of the canvas."""
        self.move(round(point.x() - _SIZE / 2), round(point.y() - _SIZE / 2))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Hold on."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._grabbed_at = event.position() - QPointF(_SIZE / 2, _SIZE / 2)
            self.activity_changed.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell where its middle should be, in the canvas."""
        if self._grabbed_at is not None:
            self.dragged.emit(self.mapToParent(event.position()) - self._grabbed_at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002
        """Let go."""
        self._grabbed_at = None
        self.activity_changed.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Tell so."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.double_clicked.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Widen the band."""
        if event.angleDelta().y():
            self.widened.emit(2 if event.angleDelta().y() > 0 else -2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys move, plus and minus change the band's width, Delete takes a corner out."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            far = 10.0 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1.0
            self.nudged.emit(step * far)
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.widened.emit(2)
        elif event.key() == Qt.Key.Key_Minus:
            self.widened.emit(-2)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removal_wanted.emit()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: object) -> None:  # noqa: ARG002
        """Light up."""
        self._set_hovered(True)

    def leaveEvent(self, event: object) -> None:  # noqa: ARG002
        """Go dim."""
        self._set_hovered(False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self._on_activity()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring."""
        super().focusOutEvent(event)
        self._on_activity()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """A white disc with a dark rim; a ring around it while it has the keyboard."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(_SIZE / 2, _SIZE / 2)
        if self.hasFocus():
            painter.setPen(QPen(QColor(DARK.focus), 2.0))
            painter.drawEllipse(middle, self._radius + 4, self._radius + 4)
        painter.setPen(QPen(QColor(theme.overlay), 2.0))
        held = self._hovered or self._grabbed_at is not None
        painter.setBrush(QColor(theme.accent if held else theme.overlay_text))
        painter.drawEllipse(middle, self._radius, self._radius)

    def _set_hovered(self, hovered: bool) -> None:
        self._hovered = hovered
        self._on_activity()

    def _on_activity(self) -> None:
        self.update()
        self.activity_changed.emit()
