"""Which colour stands for which temperature."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.domain.look import Look
from desktop_app.domain.scales import axis_ticks, number_text
from desktop_app.ui.reading.palette_key import palette_image
from desktop_app.ui.reading.units import celsius_range
from desktop_app.ui.theme import current_theme

_BAR = 12
_TICK = 4
_GAP = 5


class ColourBar(QWidget):
    """The look's palette, upright, with °C beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self._low, self._high = 0.0, 1.0
        self._normalised = False
        self._span: tuple[float, float] = (0.0, 0.0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        small = self.font()
        small.setPointSizeF(small.pointSizeF() * 0.88)
        self.setFont(small)
        self._retranslate()

    def show_look(self, look: Look, temperature_range_K: tuple[float, float]) -> None:
        """Show a look's palette over a range; nothing where the look has none."""
        self.setVisible(look.palette is not None)
        if look.palette is not None:
            self._image = palette_image(look.palette, upright=True)
        self._low, self._high = celsius_range(temperature_range_K)
        self._normalised = look.normalised
        self._retranslate()
        self.updateGeometry()
        self.update()

    def set_span(self, top: float, bottom: float) -> None:
        """Stand beside what lies between two heights of this widget."""
        self._span = (top, bottom)
        self.update()

    def sizeHint(self) -> QSize:
        """Wide enough for the longest number."""
        widest = max(self.fontMetrics().horizontalAdvance(text) for text in (*self._labels(), "°C"))
        return QSize(_BAR + _TICK + _GAP + widest + 2, 120)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint unit, palette and numbers."""
        theme = current_theme()
        painter = QPainter(self)
        line = self.fontMetrics().height()
        top, bottom = self._span
        bar = QRectF(0.5, top + line + 4, _BAR, max(1.0, bottom - top - line - 4 - line / 2))
        painter.setPen(QColor(theme.muted))
        painter.drawText(QRectF(0, top, self.width(), line), Qt.AlignmentFlag.AlignLeft, "°C")
        painter.drawImage(bar, self._image)
        painter.setPen(QPen(QColor(theme.border_strong), 1.0))
        painter.drawRect(bar)
        for value, text in axis_ticks(self._low, self._high, bar.height() / (2.4 * line)):
            share = (value - self._low) / ((self._high - self._low) or 1.0)
            y = bar.bottom() - share * bar.height()
            painter.setPen(QColor(theme.plot_axis))
            painter.drawLine(QPointF(bar.right() + 1, y), QPointF(bar.right() + _TICK, y))
            painter.setPen(QColor(theme.text))
            room = QRectF(bar.right() + _TICK + _GAP, y - line / 2, self.width(), line)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)

    def _labels(self) -> list[str]:
        return [number_text(value, self._high - self._low) for value in (self._low, self._high)]

    def _retranslate(self) -> None:
        low, high = self._labels()
        name = self.tr("Colour bar from {low} °C to {high} °C").format(low=low, high=high)
        self.setAccessibleName(name)
        if self._normalised:
            name += "\n" + self.tr("On the concept's own scale: real metal glows only above about 530 °C.")
        self.setToolTip(name)
