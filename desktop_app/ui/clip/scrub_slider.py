"""The slider that shows which frame is in view and how many have arrived."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSlider, QWidget

from desktop_app.ui.theme import current_theme

_KNOB = 7.0
_GROOVE = 4.0


class ScrubSlider(QSlider):
    """A slider over all frames of a clip; the part that has arrived is lit."""

    frame_scrubbed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._arrived = 0
        self.setPageStep(10)
        self.setRange(0, 0)
        self.setMinimumHeight(24)
        self.actionTriggered.connect(self._on_action_triggered)

    def set_extent(self, num_frames: int, arrived: int) -> None:
        """How many frames there will be, and how many there are."""
        self._arrived = arrived
        self.setRange(0, max(num_frames - 1, 0))
        self.setEnabled(arrived > 0)
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(240, 24)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go where the mouse is."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._scrub_to(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse."""
        if self.isSliderDown():
            self._scrub_to(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002
        """Let go."""
        self.setSliderDown(False)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint groove, arrived part, played part, knob, and the ring while it has the keyboard."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        parts = [
            (self.maximum(), theme.border),
            (self._arrived - 1, theme.border_strong),
            (self.value(), theme.accent),
        ]
        middle = self.height() / 2
        for end, colour in parts:
            if end > 0 or colour == theme.border:
                width = (self._x_of(end) if self.maximum() else self.width() - _KNOB) - _KNOB
                painter.setBrush(QColor(colour))
                groove = QRectF(_KNOB, middle - _GROOVE / 2, width, _GROOVE)
                painter.drawRoundedRect(groove, _GROOVE / 2, _GROOVE / 2)
        if self.isEnabled():
            painter.setBrush(QColor(theme.text))
            painter.drawEllipse(QPointF(self._x_of(self.value()), middle), _KNOB - 1, _KNOB - 1)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.focus), 2.0))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 7, 7)

    def _x_of(self, frame: int) -> float:
        return _KNOB + (self.width() - 2 * _KNOB) * frame / max(self.maximum(), 1)

    def _scrub_to(self, x: float) -> None:
        share = (x - _KNOB) / max(self.width() - 2 * _KNOB, 1.0)
        frame = round(min(max(share, 0.0), 1.0) * self.maximum())
        self.frame_scrubbed.emit(min(frame, self._arrived - 1))

    def _on_action_triggered(self) -> None:
        """The keyboard moved the slider; frames that have not arrived cannot be reached."""
        self.setSliderPosition(min(self.sliderPosition(), max(self._arrived - 1, 0)))
        self.frame_scrubbed.emit(self.sliderPosition())
