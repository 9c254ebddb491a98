"""Between what is written in the concept panel and what is understood of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from desktop_app.domain.errors import HeatSketchError
from desktop_app.domain.field import TemperatureField
from desktop_app.services.session import Session
from desktop_app.services.understanding import LiveUnderstanding, Misunderstanding, Understanding
from desktop_app.ui.concept.fields.pieces import Choices
from desktop_app.ui.main_window import MainWindow

if TYPE_CHECKING:
    from desktop_app.services.verbs import Verbs
    from desktop_app.workflow.history import SavedRun


class ConceptPresenter(QObject):
    """Asks what prompt, look and edits mean whenever they change, and shows the answer when it comes."""

    def __init__(self, window: MainWindow, session: Session, live: LiveUnderstanding, verbs: Verbs) -> None:
        super().__init__(window)
        self._panel = window.concept
        self._live = live
        self._verbs = verbs
        self._opened: SavedRun | None = None
        self._panel.set_tables(verbs.material_table, verbs.look_names)
        self._panel.concept_wanted.connect(self._on_concept_wanted)
        live.understood.connect(self._on_understood)
        live.misunderstood.connect(self._on_misunderstood)
        live.previewed.connect(self._on_previewed)
        live.preview_failed.connect(self._on_preview_failed)
        session.run_opened.connect(self._on_run_opened)

    @Slot()
    def _on_concept_wanted(self) -> None:
        self._opened = None
        panel = self._panel
        if panel.prompt.strip():
            self._live.ask(panel.prompt, panel.choices.look, panel.choices.edits)
        else:
            self._live.forget()
            panel.show_misunderstanding(None)

    @Slot(object)
    def _on_understood(self, answer: Understanding) -> None:
        if self._opened is not None:
            named = answer.unedited.look if answer.unedited is not None else None
            look = self._opened.run.request.look
            edits = self._opened.run.concept.edits
            self._panel.set_choices(Choices(edits, None if named == look else look))
            self._opened = None
        self._panel.show_understanding(answer, self._verbs.look(answer.concept.look))

    @Slot(object)
    def _on_misunderstood(self, answer: Misunderstanding) -> None:
        self._panel.show_misunderstanding(answer)

    @Slot(object)
    def _on_previewed(self, field: TemperatureField) -> None:
        self._panel.show_field(field)

    @Slot(object)
    def _on_preview_failed(self, error: HeatSketchError) -> None:
        self._panel.show_preview_problem(error)

    @Slot(object)
    def _on_run_opened(self, saved: SavedRun) -> None:
        """The concept as it was when the run was made; it is not understood anew.

        A clip of which nobody said what it shows has none: what stands in the panel stays there.
        """
        concept = saved.run.concept
        if saved.run.opened_from is not None and not concept.parts:
            return
        self._panel.restore(saved.run)
        self._panel.show_understanding(Understanding(concept, None), self._verbs.look(concept.look))
        self._opened = saved
        self._live.adopt(concept)
