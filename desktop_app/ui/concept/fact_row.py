"""One sentence of the card: an icon, the fact, and a finer detail beneath it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from desktop_app.ui.concept.badge import Badge
from desktop_app.ui.icons import Tone
from desktop_app.ui.theme import set_role


class FactRow(QWidget):
    """A fact with an icon that says what kind of fact it is."""

    def __init__(self, icon_name: str = "", tone: Tone = "muted", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._badge = Badge(icon_name, tone)
        self._fact = _wrapping()
        self._detail = _wrapping()
        set_role(self._detail, "small")
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(8)
        layout.setVerticalSpacing(3)
        layout.addWidget(self._badge, 0, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._fact, 0, 1)
        layout.addWidget(self._detail, 1, 1)
        layout.setColumnStretch(1, 1)

    @property
    def text(self) -> str:
        """Everything the row says."""
        return f"{self._fact.text()}\n{self._detail.text()}".strip()

    def show_icon(self, name: str, tone: Tone) -> None:
        """Say what kind of fact it is."""
        self._badge.show_icon(name, tone)

    def show_fact(self, fact: str, detail: str = "") -> None:
        """Say something."""
        self._fact.setText(fact)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self.setAccessibleName(self.text)


def _wrapping() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return label
