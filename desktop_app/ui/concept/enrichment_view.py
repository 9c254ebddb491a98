"""What the video model is told: the person's words, what was added and why, and the text to edit."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from desktop_app.domain.concept import Concept
from desktop_app.domain.enrichment import Addition
from desktop_app.ui.concept.phrase_flow import PhraseFlow
from desktop_app.ui.concept.phrase_pieces import Piece, pieces_of, why
from desktop_app.ui.concept.prompt_box import PromptBox
from desktop_app.ui.concept.removed_phrases import RemovedPhrases
from desktop_app.ui.icons import icon
from desktop_app.ui.theme import set_role

_WHY_LINES = 3


class EnrichmentView(QWidget):
    """The enriched prompt with every addition marked, explained and removable.

    Signals:
        rule_toggled: name of an enrichment rule, and whether it is wanted.
        prompt_edited: a text in the place of the composed one; None: back to the composed one.
    """

    rule_toggled = Signal(str, bool)
    prompt_edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._concept: Concept | None = None
        self._seen: dict[str, str] = {}
        self._pointed: Addition | None = None
        self._language = _small()
        self._edited = QLabel(wordWrap=True)
        set_role(self._edited, "caution")
        self._flow = PhraseFlow()
        self._why = _small()
        self._why.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._why.setMinimumHeight(self._why.fontMetrics().lineSpacing() * _WHY_LINES)
        self._left_out = QLabel()
        set_role(self._left_out, "section")
        self._removed = RemovedPhrases()
        self._box = PromptBox()
        self._box.hide()
        self._edit, self._compose = QPushButton(), QPushButton()
        self._fold = QToolButton()
        self._negative = _small()
        self._lay_out()
        self._connect()
        self._show()

    @property
    def text(self) -> str:
        """The text shown, as the model gets it."""
        return self._flow.text

    @property
    def reason(self) -> str:
        """What is said of the phrase that is pointed at."""
        return self._why.text()

    def show_enrichment(self, concept: Concept) -> None:
        """Show what a concept tells the model; what is being written in the box stays."""
        if self._concept is not None and self._concept.prompt != concept.prompt:
            self._seen.clear()
        self._concept = concept
        self._seen |= {a.rule: a.phrase for a in concept.enrichment.additions}
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language when told to."""
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        set_role(self._fold, "fold")
        self._fold.setCheckable(True)
        self._fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._fold.setIconSize(QSize(14, 14))
        self._negative.hide()
        for button in (self._edit, self._compose):
            set_role(button, "chip")
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._edit)
        buttons.addWidget(self._compose)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for part in (self._language, self._edited, self._flow, self._box, self._why):
            layout.addWidget(part)
        layout.addLayout(buttons)
        layout.addWidget(self._left_out)
        layout.addWidget(self._removed)
        layout.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._negative)

    def _connect(self) -> None:
        self._flow.phrase_removed.connect(self._on_phrase_removed)
        self._flow.phrase_pointed_at.connect(self._on_phrase_pointed_at)
        self._removed.phrase_restored.connect(self._on_phrase_restored)
        self._box.text_accepted.connect(self._on_text_accepted)
        self._box.text_rejected.connect(self._on_text_rejected)
        self._edit.clicked.connect(self._on_edit_clicked)
        self._compose.clicked.connect(self._on_compose_clicked)
        self._fold.toggled.connect(self._on_fold_toggled)

    def _show(self) -> None:
        self._retranslate()
        if self._concept is None:
            return
        enrichment = self._concept.enrichment
        by_hand = enrichment.edited is not None
        writing = not self._box.isHidden()
        self._edited.setVisible(by_hand and not writing)
        self._compose.setVisible(by_hand and not writing)
        self._edit.setVisible(not writing)
        self._flow.setVisible(not writing)
        self._why.setVisible(not by_hand and not writing)
        pieces = (Piece(enrichment.edited),) if enrichment.edited is not None else pieces_of(enrichment)
        self._flow.show_pieces(pieces)
        removed = () if by_hand else self._concept.edits.removed_rules
        self._left_out.setVisible(bool(removed))
        self._removed.show_removed(removed, self._seen)
        self._negative.setText(enrichment.negative_prompt)
        self._fold.setVisible(bool(enrichment.negative_prompt))

    def _about_own_words(self) -> str:
        if self._concept is None or self._concept.enrichment.own:
            return self.tr("The video model gets English, whatever the language of your words.")
        if self._concept.language == "en":
            return self.tr("You changed the idea in the card: the model gets that instead of your words.")
        return self.tr("Your words are not English: the model gets what was understood of them, in English.")

    def _retranslate(self) -> None:
        self._language.setText(self._about_own_words())
        self._edited.setText(self.tr("Edited by hand: what is understood no longer changes this text."))
        self._left_out.setText(self.tr("Left out"))
        self._edit.setText(self.tr("Edit text"))
        self._edit.setAccessibleName(self.tr("Edit the text for the video model"))
        self._compose.setText(self.tr("Back to the composed text"))
        self._compose.setAccessibleName(self.tr("Back to the composed text"))
        self._fold.setText(self.tr("What the model is to avoid"))
        self._fold.setAccessibleName(self.tr("Show what the model is to avoid"))
        self._on_fold_toggled(self._fold.isChecked())
        self._flow.retranslate()
        self._say_why()

    def _say_why(self) -> None:
        self._why.setText(
            why(self._pointed)
            if self._pointed is not None
            else self.tr("Tinted phrases were added. Point at one to see why; × leaves it out.")
        )

    @Slot(object)
    def _on_phrase_pointed_at(self, addition: Addition | None) -> None:
        self._pointed = addition
        self._say_why()

    @Slot(str)
    def _on_phrase_removed(self, rule: str) -> None:
        self.rule_toggled.emit(rule, False)

    @Slot(str)
    def _on_phrase_restored(self, rule: str) -> None:
        self.rule_toggled.emit(rule, True)

    @Slot()
    def _on_edit_clicked(self) -> None:
        if self._concept is not None:
            self._box.open(self._concept.enrichment.prompt)
            self._show()

    @Slot(str)
    def _on_text_accepted(self, text: str) -> None:
        self._on_text_rejected()
        if self._concept is not None and text != self._concept.enrichment.prompt:
            self.prompt_edited.emit(text)

    @Slot()
    def _on_text_rejected(self) -> None:
        self._box.hide()
        self._show()
        self._edit.setFocus()

    @Slot()
    def _on_compose_clicked(self) -> None:
        self.prompt_edited.emit(None)

    @Slot(bool)
    def _on_fold_toggled(self, opened: bool) -> None:
        self._negative.setVisible(opened)
        self._fold.setIcon(icon("chevron_down" if opened else "chevron_right", "muted"))


def _small() -> QLabel:
    label = QLabel(wordWrap=True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    set_role(label, "small")
    return label
