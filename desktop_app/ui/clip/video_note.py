"""A short remark over the video."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.ui.theme import current_theme


class VideoNote(QLabel):
    """White on translucent black, so that it can be read on any picture."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setContentsMargins(10, 5, 10, 6)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def say(self, text: str) -> None:
        """Show a remark; an empty one takes the note away."""
        self.setText(text)
        self.setAccessibleName(text)
        self.adjustSize()
        self.setVisible(bool(text))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the ground, then the text."""
        theme = current_theme()
        ground = QColor(theme.overlay)
        ground.setAlphaF(0.82)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(self.rect(), 8, 8)
        painter.setPen(QColor(theme.overlay_text))
        painter.drawText(self.contentsRect(), Qt.AlignmentFlag.AlignCenter, self.text())
