"""Where on the video a new point or region is to be."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop_app.ui.clip.place_shape import point_at, region_between
from desktop_app.ui.clip.video_canvas import VideoCanvas
from desktop_app.ui.theme import DARK

_STEPS = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}


class PlacePicker(QWidget):
    """Lies over the whole canvas while a place is being chosen: a click, a drag, or arrow keys and Return.

    Signals:
        picked: a `Place`.
        ended: nothing is being chosen any more.
    """

    picked = Signal(object)
    ended = Signal()

    def __init__(self, canvas: VideoCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._region = False
        self._from: QPointF | None = None
        self._at: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setMouseTracking(True)
        canvas.geometry_changed.connect(self._on_geometry_changed)
        self.hide()

    def start(self, region: bool) -> None:
        """Choose a region, or a point."""
        self._region, self._from, self._at = region, None, None
        name = self.tr("Choose where to read the temperature: arrow keys and Return")
        self.setAccessibleName(name)
        self.setGeometry(self._canvas.rect())
        self.show()
        self.raise_()
        self.setFocus()

    def stop(self) -> None:
        """Choose nothing."""
        if not self.isHidden():
            self.hide()
            self.ended.emit()
            self._canvas.setFocus()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a box, or take the point."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._from = self._at = event.position()
        else:
            self.stop()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw the box."""
        self._at = event.position()
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take it."""
        if self._from is not None:
            self._take(self._from, event.position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys move the cross, Return takes its place, Esc gives up."""
        step = _STEPS.get(Qt.Key(event.key()))
        here = self._at or QPointF(self.rect().center())
        if step is not None:
            far = 10.0 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 2.0
            self._at = here + step * far
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(here, here)
        elif event.key() == Qt.Key.Key_Escape:
            self.stop()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """A cross where the place would be, or the box that is being drawn."""
        here = self._at or QPointF(self.rect().center())
        painter = QPainter(self)
        dark = QColor(DARK.overlay)
        for pen in (QPen(dark, 3.0), QPen(QColor(DARK.overlay_text), 1.2)):
            painter.setPen(pen)
            if self._from is not None and self._region:
                painter.drawRect(QRectF(self._from, here).normalized())
            else:
                painter.drawLine(here - QPointF(11, 0), here + QPointF(11, 0))
                painter.drawLine(here - QPointF(0, 11), here + QPointF(0, 11))

    def _take(self, first: QPointF, second: QPointF) -> None:
        a, b = (self._canvas.to_frame(each).toTuple() for each in (first, second))
        place = region_between(a, b, self._canvas.frame_size.toTuple()) if self._region else point_at(b)
        self.stop()
        self.picked.emit(place)

    def _on_geometry_changed(self) -> None:
        self.setGeometry(self._canvas.rect())
