"""What a panel says while it has nothing to show."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop_app.ui.icons import pixmap
from desktop_app.ui.theme import set_role

_ICON_SIZE = 40


class HintPage(QWidget):
    """An icon, a heading and a sentence, in the middle of the room there is."""

    def __init__(self, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._icon = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._heading = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self._sentence = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        set_role(self._heading, "heading")
        set_role(self._sentence, "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 24, 28, 24)
        layout.setSpacing(8)
        layout.addStretch(1)
        for label in (self._icon, self._heading, self._sentence):
            layout.addWidget(label)
        layout.addStretch(1)
        self._paint_icon()

    def set_text(self, heading: str, sentence: str) -> None:
        """What is said."""
        self._heading.setText(heading)
        self._sentence.setText(sentence)

    @property
    def text(self) -> str:
        """All that is said, for tests and screen readers."""
        return f"{self._heading.text()}\n{self._sentence.text()}"

    def changeEvent(self, event: QEvent) -> None:
        """Tint the icon anew when the theme changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._paint_icon()

    def _paint_icon(self) -> None:
        self._icon.setPixmap(pixmap(self._icon_name, _ICON_SIZE, "muted", self.devicePixelRatioF()))
