"""Copper or iron: the answer as a number, and what it is held against."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui.icons import pixmap
from desktop_app.ui.reading.law_words import VERDICT_ICONS, VERDICT_TONES, VERDICT_WORDS, number
from desktop_app.ui.theme import set_role
from desktop_app.ui.translation import current_language, in_words

if TYPE_CHECKING:
    from desktop_app.workflow.comparing import Comparison

_ICON = 22


class AnswerBlock(QWidget):
    """The ratio in a sentence, the verdict on it, and how far the readings are apart."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._comparison: Comparison | None = None
        self._failed = False
        self._icon = QLabel(alignment=Qt.AlignmentFlag.AlignTop)
        self.answer = QLabel(wordWrap=True)
        self.verdict = QLabel(wordWrap=True)
        self.apart = QLabel(wordWrap=True)
        self.notes = QLabel(wordWrap=True)
        set_role(self.answer, "title")
        set_role(self.apart, "muted")
        set_role(self.notes, "caution")
        for label in (self.answer, self.verdict, self.apart, self.notes):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        text = QVBoxLayout()
        text.setSpacing(3)
        for label in (self.answer, self.verdict, self.apart, self.notes):
            text.addWidget(label)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._icon)
        row.addLayout(text, 1)

    def show_comparison(self, comparison: Comparison | None) -> None:
        """Tell what came out, or that it is being worked out."""
        self._comparison, self._failed = comparison, False
        self._write()

    def show_failure(self) -> None:
        """Tell that nothing came out."""
        self._comparison, self._failed = None, True
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language and the theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.StyleChange):
            self._write()

    def _write(self) -> None:
        found = self._comparison
        for label in (self.verdict, self.apart, self.notes, self._icon):
            label.setVisible(found is not None)
        if found is None:
            failed = self.tr("These runs could not be compared.")
            self.answer.setText(failed if self._failed else self.tr("Comparing…"))
            return
        picture = pixmap(
            VERDICT_ICONS[found.verdict], _ICON, VERDICT_TONES[found.verdict], self.devicePixelRatioF()
        )
        self._icon.setPixmap(picture)
        self.answer.setText(in_words(found.answer))
        self.verdict.setText(self._verdict_of(found))
        self.apart.setText(self._apart_of(found))
        notes = self._notes_of(found)
        self.notes.setText(notes)
        self.notes.setVisible(bool(notes))

    def _verdict_of(self, found: Comparison) -> str:
        from desktop_app.workflow.comparing_words import promise_words

        promise = promise_words(found, current_language())
        told = [] if promise is None else [in_words(promise)]
        judged = self.tr("Verdict: {verdict}.").format(verdict=in_words(VERDICT_WORDS[found.verdict]))
        return " ".join((*told, judged, in_words(found.why)))

    def _apart_of(self, found: Comparison) -> str:
        estimated = self.tr("Everything here is estimated from colour; it is not a measurement.")
        if found.difference is None:
            return estimated
        apart = self.tr(
            "The readings are {rmse} K apart (root mean square over the time both last), "
            "of which noise makes {noise} K."
        ).format(
            rmse=number(found.difference.rmse_K),
            noise=number(found.difference.noise_K, found.difference.noise_K or None),
        )
        return f"{apart} {estimated}"

    def _notes_of(self, found: Comparison) -> str:
        told = [in_words(each) for each in found.assumptions]
        if not found.one_scale:
            told.insert(
                0,
                self.tr(
                    "The clips are painted on different colour scales: the pictures stay as they are, the "
                    "plots and maps below share one scale in °C."
                ),
            )
        if found.first.physical_time != found.second.physical_time:
            told.append(self.tr("The play head goes by the share of each clip that has passed."))
        return " ".join(told)
