"""Said where the chosen model does not cover the idea, with the way out of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.errors import HeatSketchError
from desktop_app.ui.concept.fact_row import FactRow
from desktop_app.ui.translation import in_words

INDENT = 28
"""px: as far in as the words of a fact are."""


class OutsideNotice(QWidget):
    """A warning, and a button that has the clip computed; hidden while the model covers the idea.

    Signals:
        computing_wanted: the clip is to be computed instead.
    """

    computing_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._error: HeatSketchError | None = None
        self._fact = FactRow("warning", "caution")
        self._compute = QPushButton()
        self._compute.clicked.connect(self.computing_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._fact)
        row = QHBoxLayout()
        row.setContentsMargins(INDENT, 0, 0, 0)
        row.addWidget(self._compute)
        row.addStretch()
        column.addLayout(row)
        self._retranslate()
        self.hide()

    @property
    def text(self) -> str:
        """What it says; empty where it is hidden."""
        return "" if self.isHidden() else self._fact.text

    def show_error(self, error: HeatSketchError | None, *, computable: bool) -> None:
        """Say why the model does not cover the idea, and offer to compute it where that is possible."""
        self._error = error
        self._compute.setVisible(computable)
        self._retranslate()
        self.setVisible(error is not None)

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language when told to."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._compute.setText(self.tr("Compute it instead"))
        self._compute.setAccessibleName(self.tr("Compute the clip from the heat equation instead"))
        if self._error is not None:
            self._fact.show_fact(in_words(self._error.message), in_words(self._error.remedy))
