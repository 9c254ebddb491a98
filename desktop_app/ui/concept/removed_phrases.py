"""Phrases that were taken out of the text for the video model, each with a way back."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QSizePolicy, QWidget

from desktop_app.ui.concept.phrase_pieces import rule_name
from desktop_app.ui.theme import set_role


class RemovedPhrases(QWidget):
    """One struck-through line a rule; hidden while there is none.

    Signals:
        phrase_restored: name of the rule whose phrase is wanted again.
    """

    phrase_restored = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rules: tuple[str, ...] = ()
        self._phrases: Mapping[str, str] = {}
        self._rows: list[tuple[QLabel, QPushButton]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        self.hide()

    @property
    def rules(self) -> tuple[str, ...]:
        """What is listed."""
        return self._rules

    def show_removed(self, rules: Sequence[str], phrases: Mapping[str, str]) -> None:
        """List some rules, each by its phrase where that is known, else by its name."""
        self._rules, self._phrases = tuple(rules), dict(phrases)
        while len(self._rows) > len(self._rules):
            for widget in self._rows.pop():
                self._grid.removeWidget(widget)
                widget.setParent(None)
                widget.deleteLater()
        while len(self._rows) < len(self._rules):
            self._add_row()
        self.setVisible(bool(self._rules))
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language when told to."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _add_row(self) -> None:
        phrase = QLabel(wordWrap=True)
        phrase.setTextFormat(Qt.TextFormat.RichText)
        phrase.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        set_role(phrase, "small")
        back = QPushButton()
        set_role(back, "chip")
        back.clicked.connect(self._on_clicked)
        row = len(self._rows)
        self._grid.addWidget(phrase, row, 0)
        self._grid.addWidget(back, row, 1, Qt.AlignmentFlag.AlignTop)
        self._rows.append((phrase, back))

    def _retranslate(self) -> None:
        for rule, (phrase, back) in zip(self._rules, self._rows, strict=True):
            name = rule_name(rule)
            words = self._phrases.get(rule, name)
            phrase.setText(f"<s>{html.escape(words)}</s>")
            phrase.setAccessibleName(words)
            back.setText(self.tr("Put back"))
            back.setAccessibleName(self.tr("Put back: {rule}").format(rule=name))
            back.setToolTip(name)

    @Slot()
    def _on_clicked(self) -> None:
        for rule, (_, back) in zip(self._rules, self._rows, strict=True):
            if back is self.sender():
                self.phrase_restored.emit(rule)
                return
