"""The values under the crosshair."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.ui.theme import current_theme

_AWAY = 12


class HoverChip(QLabel):
    """A small card beside a point, always wholly inside the widget it was made for."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setContentsMargins(8, 5, 8, 5)
        self.hide()

    def show_at(self, point: QPoint, text: str) -> None:
        """Show `text` beside a point of that widget, on the side where there is room."""
        self.setText(text)
        self.adjustSize()
        room = self._room.rect()
        right = point.x() + _AWAY + self.width() <= room.width()
        x = point.x() + _AWAY if right else point.x() - _AWAY - self.width()
        y = point.y() - _AWAY - self.height()
        if y < 0:
            y = point.y() + _AWAY
        self.move(max(0, min(x, room.width() - self.width())), max(0, min(y, room.height() - self.height())))
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card, then the text."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.border_strong), 1.0))
        painter.setBrush(QColor(theme.raised))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.end()
        super().paintEvent(event)
