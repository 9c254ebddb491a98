"""Where one of the points followed over time is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QWidget

from desktop_app.ui.reading.point_colours import point_colour
from desktop_app.ui.theme import current_theme

_DOT = 10
_SLIM = """QDoubleSpinBox, QDoubleSpinBox:focus { padding: 1px 0; }
QDoubleSpinBox QLineEdit { padding: 0; border: none; background: transparent; }
QDoubleSpinBox::up-button, QDoubleSpinBox::down-button { width: 0; margin: 0; border: none; }
QDoubleSpinBox::up-arrow, QDoubleSpinBox::down-arrow { width: 0; height: 0; image: none; }"""


class PointBox(QWidget):
    """The point's colour and its position, to be typed."""

    moved = Signal(int, float)

    def __init__(self, index: int, position: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._index = index
        self.spin = QDoubleSpinBox(decimals=2, minimum=0.0, maximum=1.0, singleStep=0.05, value=position)
        self.spin.setKeyboardTracking(False)
        self.spin.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.spin.setFixedWidth(44)
        self.spin.setStyleSheet(_SLIM)
        self.spin.valueChanged.connect(self._on_value_changed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(_DOT + 4, 0, 0, 0)
        layout.addWidget(self.spin)
        self._retranslate()

    def set_position(self, position: float) -> None:
        """Show a position without telling it again."""
        with QSignalBlocker(self.spin):
            self.spin.setValue(position)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the point's colour."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(current_theme().plot_background))
        painter.setBrush(QColor(point_colour(self._index)))
        painter.drawEllipse(0, (self.height() - _DOT) // 2, _DOT, _DOT)

    def _retranslate(self) -> None:
        name = self.tr("Position of point {number}").format(number=self._index + 1)
        self.spin.setAccessibleName(name)
        self.spin.setToolTip(self.tr("{name}: 0 is the probe's start, 1 its end").format(name=name))

    def _on_value_changed(self, position: float) -> None:
        self.moved.emit(self._index, position)
