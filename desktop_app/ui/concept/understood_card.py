"""What the app understood of the prompt, before anything is generated; all of it can be changed here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.concept import Concept
from desktop_app.domain.errors import HeatSketchError
from desktop_app.domain.field import TemperatureField
from desktop_app.domain.look import Look
from desktop_app.services.understanding import Understanding
from desktop_app.ui.concept.editors.editing import Editing
from desktop_app.ui.concept.editors.line_list import LineList
from desktop_app.ui.concept.editors.material_book import MaterialBook
from desktop_app.ui.concept.fact_row import FactRow
from desktop_app.ui.concept.fields.lines import Setting, body_lines, lines_of_heating, other_lines
from desktop_app.ui.concept.fields.pieces import NO_CHOICES, Change, Choices
from desktop_app.ui.concept.heating_section import HeatingSection
from desktop_app.ui.concept.notes_list import NotesList
from desktop_app.ui.concept.schematic.schematic_view import SchematicView
from desktop_app.ui.theme import set_role
from desktop_app.ui.translation import in_words


class UnderstoodCard(QFrame):
    """A sketch with its solution, and beneath it every fact as text that can be typed over.

    Signals:
        choices_changed: something was changed of what was understood; `choices` has it.
    """

    choices_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "card")
        self._answer: Understanding | None = None
        self._error: HeatSketchError | None = None
        self._preview_problem: HeatSketchError | None = None
        self._look: Look | None = None
        self._look_names: Sequence[str] = ()
        self._clip_seconds = 1.0
        self._editing = editing = Editing()
        self._title = QLabel()
        set_role(self._title, "section")
        self._reset = QPushButton()
        set_role(self._reset, "link")
        self._reset.clicked.connect(self._on_reset_clicked)
        self._hint = QLabel(wordWrap=True)
        set_role(self._hint, "small")
        self._sketch = SchematicView()
        self._message = FactRow()
        self._body = LineList(editing)
        self._heating = HeatingSection(editing)
        self._others = LineList(editing)
        self._notes = NotesList()
        self._rules = [QFrame() for _ in range(3)]
        for part in (self._body, self._heating, self._others):
            part.changed.connect(self._on_changed)
        self._lay_out()
        self._show()

    @property
    def text(self) -> str:
        """Everything the card says, line by line."""
        parts = [self._hint.text()] if not self._hint.isHidden() else []
        if not self._message.isHidden():
            parts.append(self._message.text)
        if self._answer is not None:
            parts += [self._body.text, self._heating.lines.text, self._others.text]
        return "\n".join([*parts, *self._note_lines()])

    @property
    def concept(self) -> Concept | None:
        """What was understood last; None where nothing is."""
        return self._answer.concept if self._answer is not None else None

    @property
    def choices(self) -> Choices:
        """What was changed of what was understood."""
        return self._editing.choices

    def set_choices(self, choices: Choices) -> None:
        """Take other choices; nobody is told, and what is being typed is forgotten."""
        self._editing.choices = choices
        for lines in self._lists:
            lines.forget_last()
            lines.reset()
        self._show_reset()

    def set_tables(self, table: Callable[[], MaterialBook], look_names: Sequence[str]) -> None:
        """Say which materials and looks there are."""
        self._editing.table, self._look_names = table, look_names

    def show_answer(self, answer: Understanding, look: Look | None) -> None:
        """Say what was understood."""
        if self._answer is None or answer.concept != self._answer.concept:
            self._sketch.show_concept(answer.concept)
        self._answer, self._look = answer, look
        self._error = self._preview_problem = None
        self._show()

    def show_field(self, field: TemperatureField) -> None:
        """Show the solution of what was understood last."""
        if self._look is not None:
            self._sketch.show_field(field, self._look)

    def show_preview_problem(self, error: HeatSketchError) -> None:
        """Say why there is no solution of what was understood last."""
        self._preview_problem = error
        self._show_message()

    def show_clip_seconds(self, clip_seconds: float) -> None:
        """The clip takes another time to watch."""
        self._clip_seconds = clip_seconds
        self._show_lines()

    def show_error(self, error: HeatSketchError) -> None:
        """Say why nothing was understood."""
        self._answer, self._error = None, error
        self._sketch.clear()
        self._show()

    def show_refusal(self, error: HeatSketchError) -> None:
        """Say why what was changed makes no sense, where it was changed; the rest stays as it was."""
        sentence = f"{in_words(error.message)} {in_words(error.remedy)}"
        if self._answer is None or not any(lines.show_refusal(sentence) for lines in self._lists):
            self._error = error
            self._show_message()

    def show_nothing(self) -> None:
        """Wait for a prompt."""
        self._answer = self._error = None
        self._sketch.clear()
        self._show()

    @Slot(object)
    def apply(self, change: Change) -> None:
        """Change the choices, by whatever means a person found."""
        changed = change(self._editing.choices)
        if changed == self._editing.choices:
            self._show_lines()
            return
        self._editing.choices = changed
        self._show_reset()
        self.choices_changed.emit()

    def commit(self) -> bool:
        """Take over what is being typed; the keyboard goes to what means nothing, if anything does not."""
        taken = [lines.commit() for lines in self._lists]
        return all(taken) or not any(lines.focus_problem() for lines in self._lists)

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language when told to."""
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)

    @property
    def _lists(self) -> tuple[LineList, ...]:
        return self._body, self._heating.lines, self._others

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch()
        head.addWidget(self._reset)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(11, 11, 9, 12)
        layout.setSpacing(7)
        layout.addLayout(head)
        layout.addWidget(self._hint)
        layout.addWidget(self._message)
        layout.addWidget(self._sketch)
        layout.addWidget(self._body)
        for rule, part in zip(self._rules, (self._heating, self._others, self._notes), strict=True):
            set_role(rule, "rule")
            layout.addWidget(rule)
            layout.addWidget(part)

    def _show(self) -> None:
        self._title.setText(self.tr("What was understood"))
        self._hint.setText(self.tr("Material, shape, heating and time appear here as you write."))
        self._hint.setVisible(self._answer is None and self._error is None)
        self._sketch.setVisible(self._answer is not None)
        self._show_reset()
        self._show_message()
        self._show_lines()
        self._show_notes()

    def _show_reset(self) -> None:
        self._reset.setText(self.tr("Reset all"))
        self._reset.setAccessibleName(self.tr("Everything back to what the prompt says"))
        self._reset.setToolTip(self.tr("Everything back to what the prompt says"))
        self._reset.setVisible(self._editing.choices != NO_CHOICES)

    def _show_message(self) -> None:
        error = self._error or self._preview_problem
        uncovered = self._answer is not None and not self._answer.concept.supported
        self._message.setVisible(error is not None or uncovered)
        if error is not None:
            self._message.show_icon("error", "bad")
            self._message.show_fact(in_words(error.message), in_words(error.remedy))
        elif uncovered:
            self._message.show_icon("warning", "caution")
            self._message.show_fact(
                self.tr("Conduction does not cover this idea"),
                self.tr("A video model can still paint it; there will be no computed curve to compare with."),
            )

    def _show_lines(self) -> None:
        answer = self._answer
        for part in (*self._rules[:2], self._body, self._heating, self._others):
            part.setVisible(answer is not None)
        if answer is None:
            return
        setting = Setting(self._editing.choices, self._clip_seconds, self._look, self._look_names)
        self._body.show_lines(body_lines(answer, setting))
        edited = self._editing.choices.edits.heating is not None
        self._heating.show_heating(answer, lines_of_heating(answer, setting), edited=edited)
        self._others.show_lines(other_lines(answer, setting))
        controls = [self._reset, *self._body.controls, *self._heating.controls, *self._others.controls]
        for one, other in pairwise(controls):
            QWidget.setTabOrder(one, other)

    def _note_lines(self) -> list[str]:
        """The notes; why an idea is not covered comes last among them, and matters most."""
        if self._answer is None:
            return []
        concept = self._answer.concept
        return [in_words(note) for note in (concept.notes if concept.supported else reversed(concept.notes))]

    def _show_notes(self) -> None:
        notes = self._note_lines()
        self._rules[2].setVisible(bool(notes))
        self._notes.show_notes(notes)

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        for lines in self._lists:
            if self.sender() not in (lines, self._heating):
                lines.forget_last()
        self.apply(change)

    @Slot()
    def _on_reset_clicked(self) -> None:
        self.set_choices(NO_CHOICES)
        self.choices_changed.emit()
