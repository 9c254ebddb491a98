"""What a clip is exported for: six uses in three groups, each with what it entails."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.review import PURPOSES, Purpose
from desktop_app.ui.theme import set_role
from desktop_app.ui.translation import in_words
from desktop_app.workflow.intended_use import PURPOSE_NAMES

GROUPS: tuple[tuple[Purpose, ...], ...] = (
    ("concept_talk", "popular_science"),
    ("teaching",),
    ("engineering_report", "exam", "paper"),
)


class PurposeChoice(QWidget):
    """Exactly one use is chosen; the first one at first.

    Signals:
        purpose_changed.
    """

    purpose_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._buttons: Mapping[Purpose, QRadioButton] = {each: QRadioButton() for each in PURPOSES}
        self._entailed = tuple(QLabel() for _ in GROUPS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        for number, (purposes, entailed) in enumerate(zip(GROUPS, self._entailed, strict=True)):
            row = QHBoxLayout()
            row.setSpacing(14)
            for purpose in purposes:
                self._group.addButton(self._buttons[purpose])
                row.addWidget(self._buttons[purpose])
            row.addStretch()
            set_role(entailed, "small")
            entailed.setContentsMargins(28, 0, 0, 0)
            entailed.setTextFormat(Qt.TextFormat.PlainText)
            if number:
                column.addSpacing(6)
            column.addLayout(row)
            column.addWidget(entailed)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._buttons[PURPOSES[0]].setChecked(True)
        self._group.buttonToggled.connect(self._on_toggled)
        self._retranslate()

    @property
    def purpose(self) -> Purpose:
        """What is chosen."""
        return next(purpose for purpose, button in self._buttons.items() if button.isChecked())

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language when told to."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        for purpose, button in self._buttons.items():
            button.setText(in_words(PURPOSE_NAMES[purpose]))
            button.setAccessibleName(self.tr("For: {use}").format(use=in_words(PURPOSE_NAMES[purpose])))
        words = (
            self.tr("With the plain disclaimer."),
            self.tr("Also says that it is a schematic, and where it departs from the laws."),
            self.tr("Only with a large mark across the picture, for good."),
        )
        for label, text in zip(self._entailed, words, strict=True):
            label.setText(text)

    @Slot(QAbstractButton, bool)
    def _on_toggled(self, _button: QAbstractButton, checked: bool) -> None:
        if checked:
            self.purpose_changed.emit()
