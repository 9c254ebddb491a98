"""What the video model is told of the idea, and what of that a person leaves out."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from desktop_app.domain.concept import Concept
from desktop_app.domain.edits import Edits
from desktop_app.ui.concept.enrichment_view import EnrichmentView
from desktop_app.ui.concept.fields.changes import edited
from desktop_app.ui.theme import set_role


class ModelPromptCard(QFrame):
    """The enriched prompt, and whether the clip is made from it.

    Signals:
        changed: a `Change` of the choices.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "card")
        self._used = self._enriched = True
        self._title = QLabel()
        set_role(self._title, "section")
        self._unused = QLabel(wordWrap=True)
        set_role(self._unused, "small")
        self._view = EnrichmentView()
        self._view.rule_toggled.connect(self._on_rule_toggled)
        self._view.prompt_edited.connect(self._on_prompt_edited)
        column = QVBoxLayout(self)
        column.setContentsMargins(11, 11, 11, 12)
        column.setSpacing(7)
        for part in (self._title, self._unused, self._view):
            column.addWidget(part)
        self._retranslate()
        self.hide()

    def show_concept(self, concept: Concept | None) -> None:
        """Show what a concept tells the model; nothing where there is none."""
        self.setVisible(concept is not None)
        if concept is not None:
            self._view.show_enrichment(concept)

    def show_use(self, *, used: bool, enriched: bool) -> None:
        """Say whether the engine reads a prompt at all, and whether it gets this one."""
        self._used, self._enriched = used, enriched
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language when told to."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("What the model is told"))
        self._unused.setVisible(not (self._used and self._enriched))
        self._unused.setText(
            self.tr("Nothing is added: the model gets your words as they are (see Advanced).")
            if self._used
            else self.tr("The chosen engine computes the clip and reads no prompt; this is for video models.")
        )

    @Slot(str, bool)
    def _on_rule_toggled(self, rule: str, wanted: bool) -> None:
        def toggled(edits: Edits) -> Edits:
            others = tuple(each for each in edits.removed_rules if each != rule)
            return replace(edits, removed_rules=others if wanted else (*others, rule))

        self.changed.emit(edited(toggled))

    @Slot(object)
    def _on_prompt_edited(self, text: str | None) -> None:
        self.changed.emit(edited(lambda edits: replace(edits, enriched_prompt=text)))
