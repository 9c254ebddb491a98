"""One line of what was understood: an icon, the fact, and a finer detail beneath it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QToolButton, QWidget

from desktop_app.ui.icons import Tone, icon
from desktop_app.ui.theme import set_role


class FactRow(QWidget):
    """A fact with an icon that says what kind of fact it is."""

    def __init__(self, icon_name: str, tone: Tone = "muted", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        badge = _Badge(icon_name, tone)
        self._fact = _wrapping()
        self._detail = _wrapping()
        set_role(self._detail, "small")
        self._strip = _Strip()
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(10)
        layout.setVerticalSpacing(3)
        layout.addWidget(badge, 0, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._fact, 0, 1)
        layout.addWidget(self._detail, 1, 1)
        layout.addWidget(self._strip, 2, 1)
        layout.setColumnStretch(1, 1)
        self._strip.hide()

    @property
    def text(self) -> str:
        """Everything the row says."""
        return f"{self._fact.text()}\n{self._detail.text()}".strip()

    def show_fact(self, fact: str, detail: str = "", hover: str = "") -> None:
        """Say something; `hover` is what the tooltip tells."""
        self._fact.setText(fact)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self.setToolTip(hover)
        self.setAccessibleName(self.text)
        self.setAccessibleDescription(hover)

    def show_strip(self, strip: QPixmap) -> None:
        """Show a band of colours beneath the fact."""
        self._strip.pixmap = strip
        self._strip.show()


class _Strip(QWidget):
    """A band of colours, as wide as there is room."""

    def __init__(self) -> None:
        super().__init__()
        self.pixmap = QPixmap()
        self.setFixedHeight(6)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Stretch the colours over the whole width, with round corners."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        outline.addRoundedRect(self.rect().toRectF(), 3, 3)
        painter.setClipPath(outline)
        painter.drawPixmap(self.rect(), self.pixmap)


class _Badge(QToolButton):
    """An icon that is only looked at."""

    def __init__(self, name: str, tone: Tone) -> None:
        super().__init__()
        set_role(self, "badge")
        self.setIcon(icon(name, tone))
        self.setIconSize(QSize(17, 17))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def _wrapping() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return label
