"""Where the pictures are painted."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import cast

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QImage, QPainter, QPaintEvent, QPen, QRegion, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.domain.clip import Frames
from desktop_app.ui.theme import current_theme


class VideoCanvas(QWidget):
    """Paints one picture as large as fits, in its own proportions, and maps between its pixels and ours.

    Attributes:
        painted_over: paints in this widget's coordinates after the picture.
    """

    geometry_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painted_over: Callable[[QPainter], None] | None = None
        self._ringed = False
        self._image: QImage | None = None
        self._frame_size = QSize(16, 9)
        self.setMinimumSize(200, 130)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def has_picture(self) -> bool:
        """Whether anything is shown."""
        return self._image is not None

    def show_picture(self, picture: Frames, frame_size: tuple[int, int] | None = None) -> None:
        """Paint `picture`, (row, column, RGB) uint8.

        Args:
            picture: copied, in the screen's own pixel format (0.2 ms for 1280×704; halves the painting).
            frame_size: width and height whose pixels `to_frame` speaks of, where not the picture's own.
        """
        picture = np.ascontiguousarray(picture)
        height, width = picture.shape[:2]
        borrowed = QImage(picture.data, width, height, 3 * width, QImage.Format.Format_RGB888)
        self._image = borrowed.convertToFormat(QImage.Format.Format_RGB32)
        size = QSize(*(frame_size or (width, height)))
        if size != self._frame_size:
            self._frame_size = size
            self.geometry_changed.emit()
        self.update()

    def clear(self) -> None:
        """Show nothing."""
        self._image = None
        self.update()

    def video_rect(self) -> QRectF:
        """Where the picture is, in widget coordinates, on whole device pixels."""
        ratio = self.devicePixelRatioF()
        room_w, room_h = self.width() * ratio, self.height() * ratio
        scale = min(room_w / self._frame_size.width(), room_h / self._frame_size.height())
        width = round(self._frame_size.width() * scale)
        height = round(self._frame_size.height() * scale)
        left, top = (room_w - width) // 2, (room_h - height) // 2
        return QRectF(left / ratio, top / ratio, width / ratio, height / ratio)

    def to_widget(self, point: QPointF) -> QPointF:
        """A place in the frame, pixels from its top left, as a place in this widget."""
        rect = self.video_rect()
        return QPointF(
            rect.x() + point.x() * rect.width() / self._frame_size.width(),
            rect.y() + point.y() * rect.height() / self._frame_size.height(),
        )

    def to_frame(self, point: QPointF) -> QPointF:
        """A place in this widget as a place in the frame, clamped to it."""
        rect = self.video_rect()
        x = (point.x() - rect.x()) * self._frame_size.width() / rect.width()
        y = (point.y() - rect.y()) * self._frame_size.height() / rect.height()
        return QPointF(
            min(max(x, 0.0), self._frame_size.width()), min(max(y, 0.0), self._frame_size.height())
        )

    @property
    def frame_size(self) -> QSize:
        """Of the frames, pixels."""
        return self._frame_size

    @property
    def scale(self) -> float:
        """Widget pixels per frame pixel."""
        return self.video_rect().width() / self._frame_size.width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell whoever lies over the picture that it moved."""
        super().resizeEvent(event)
        self.geometry_changed.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring where the keyboard came by keyboard."""
        super().focusInEvent(event)
        self._ringed = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring."""
        super().focusOutEvent(event)
        self._ringed = False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the picture, smoothly scaled, and the margins around it."""
        painter = QPainter(self)
        margins = QRegion(self.rect())
        if self._image is not None:
            margins -= QRegion(self.video_rect().toAlignedRect().adjusted(1, 1, -1, -1))
        for rect in cast(Iterable[QRect], margins):
            painter.fillRect(rect, QColor(current_theme().window))
        if self._image is None:
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self.video_rect(), self._image)
        if self.painted_over is not None:
            self.painted_over(painter)
        if self._ringed:
            painter.setPen(QPen(QColor(current_theme().focus), 2.0))
            painter.drawRect(self.video_rect().adjusted(1, 1, -1, -1))
