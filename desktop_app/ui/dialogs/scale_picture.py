"""The frame in view with two places on it whose temperatures are known."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from desktop_app.domain.clip import Frames, PixelBox
from desktop_app.ui.clip.place_mark import PlaceMark
from desktop_app.ui.clip.video_canvas import VideoCanvas
from desktop_app.ui.theme import DARK

_START = ((0.35, 0.5), (0.65, 0.5))


class ScalePicture(VideoCanvas):
    """A and B are dragged, moved by arrow keys, or put where one clicks: the nearer one goes there.

    Signals:
        moved: one of them is elsewhere.
    """

    moved = Signal()

    def __init__(self, picture: Frames, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar: PixelBox | None = None
        height, width = picture.shape[:2]
        self._places = [(across * width, down * height) for across, down in _START]
        self.marks = (PlaceMark(0, self), PlaceMark(1, self))
        for number, mark in enumerate(self.marks):
            mark.dragged.connect(partial(self._on_dragged, number))
            mark.nudged.connect(partial(self._on_nudged, number))
            mark.show()
        self.painted_over = self._paint
        self.geometry_changed.connect(self._lay_out)
        self.setMinimumHeight(230)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.show_picture(picture)
        self.retranslate()

    @property
    def places(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """Where A and B are, pixels of the frame from its top left."""
        return self._places[0], self._places[1]

    def show_bar(self, box: PixelBox) -> None:
        """Frame a printed scale."""
        self._bar = box
        self.update()

    def retranslate(self) -> None:
        """Name the picture and the places."""
        self.setAccessibleName(self.tr("Frame in view"))
        for mark, letter in zip(self.marks, "AB", strict=True):
            mark.setAccessibleName(self.tr("Place {letter}").format(letter=letter))
            mark.setToolTip(self.tr("Drag, or use the arrow keys"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the nearer place there."""
        if event.button() != Qt.MouseButton.LeftButton or not self.video_rect().contains(event.position()):
            return
        away = [
            (self.to_widget(QPointF(*place)) - event.position()).manhattanLength() for place in self._places
        ]
        number = away.index(min(away))
        self.marks[number].setFocus()
        self._put(number, self.to_frame(event.position()))

    def _on_dragged(self, number: int, point: QPointF) -> None:
        self._put(number, self.to_frame(point))

    def _on_nudged(self, number: int, step: QPointF) -> None:
        self._put(number, QPointF(*self._places[number]) + step)

    def _put(self, number: int, point: QPointF) -> None:
        size = self.frame_size
        inside = (min(max(point.x(), 0.0), size.width()), min(max(point.y(), 0.0), size.height()))
        if inside != self._places[number]:
            self._places[number] = inside
            self._lay_out()
            self.moved.emit()

    def _lay_out(self) -> None:
        for mark, place in zip(self.marks, self._places, strict=True):
            mark.centre_on(self.to_widget(QPointF(*place)))

    def _paint(self, painter: QPainter) -> None:
        if self._bar is None:
            return
        corners = ((self._bar.left, self._bar.top), (self._bar.right, self._bar.bottom))
        frame = QRectF(*(self.to_widget(QPointF(*corner)) for corner in corners)).adjusted(-3, -3, 3, 3)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for pen in (QPen(QColor(DARK.overlay), 4.0), QPen(QColor(DARK.overlay_text), 2.0)):
            painter.setPen(pen)
            painter.drawRect(frame)
