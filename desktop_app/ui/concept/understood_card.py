"""What the app understood of the prompt, before anything is generated."""

from __future__ import annotations

import html

import numpy as np
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from desktop_app.domain.concept import Concept
from desktop_app.domain.errors import HeatSketchError
from desktop_app.domain.look import Look
from desktop_app.ui.concept import words
from desktop_app.ui.concept.fact_row import FactRow
from desktop_app.ui.icons import Tone
from desktop_app.ui.theme import set_role
from desktop_app.ui.translation import current_language, in_words


class UnderstoodCard(QFrame):
    """Material, shape, heating, temperatures, time and look, with every assumption said."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "card")
        self._concept: Concept | None = None
        self._clip_seconds = 1.0
        self._look: Look | None = None
        self._error: HeatSketchError | None = None
        self._title = QLabel()
        set_role(self._title, "section")
        self._hint = QLabel(wordWrap=True)
        set_role(self._hint, "small")
        self._rule = QFrame()
        set_role(self._rule, "rule")
        self._notes = QLabel(wordWrap=True)
        self._notes.setTextFormat(Qt.TextFormat.RichText)
        set_role(self._notes, "small")
        self._facts = QVBoxLayout()
        self._facts.setSpacing(9)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 13)
        layout.setSpacing(9)
        layout.addWidget(self._title)
        layout.addWidget(self._hint)
        layout.addLayout(self._facts)
        layout.addWidget(self._rule)
        layout.addWidget(self._notes)
        self._show()

    @property
    def text(self) -> str:
        """Everything the card says, line by line."""
        return "\n".join([self._hint.text(), *(row.text for row in self._rows()), *self._note_lines()])

    def show_concept(self, concept: Concept, clip_seconds: float, look: Look) -> None:
        """Say what was understood; the clip will take `clip_seconds` to watch."""
        self._concept, self._clip_seconds, self._look, self._error = concept, clip_seconds, look, None
        self._show()

    def show_clip_seconds(self, clip_seconds: float) -> None:
        """The clip takes another time to watch."""
        self._clip_seconds = clip_seconds
        self._show()

    def show_error(self, error: HeatSketchError) -> None:
        """Say why nothing was understood."""
        self._concept, self._error = None, error
        self._show()

    def show_nothing(self) -> None:
        """Wait for a prompt."""
        self._concept = self._error = None
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language when told to."""
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)

    def _show(self) -> None:
        self._title.setText(self.tr("What was understood"))
        self._hint.setText(self.tr("Material, shape, heating and time appear here as you write."))
        self._hint.setVisible(self._concept is None and self._error is None)
        self._clear()
        self._show_notes()
        if self._error is not None:
            row = self._add("error", "bad")
            row.show_fact(in_words(self._error.message), in_words(self._error.remedy))
        elif self._concept is not None:
            self._show_concept(self._concept)

    def _show_concept(self, concept: Concept) -> None:
        if not concept.supported:
            row = self._add("warning", "caution")
            row.show_fact(
                self.tr("Conduction does not cover this idea"),
                self.tr("A video model can still paint it; there will be no computed curve to compare with."),
            )
        self._show_body(concept)
        self._show_heating(concept)
        self._add("clock").show_fact(in_words(words.time_words(concept, self._clip_seconds)))
        self._show_look(concept)

    def _show_body(self, concept: Concept) -> None:
        chinese = current_language() == "zh"
        for material in concept.materials:
            self._add("material", "accent").show_fact(
                words.material_words(material, chinese),
                words.conduction_words(material),
                in_words(words.source_words(material)),
            )
        if not concept.materials:
            self._add("material", "caution").show_fact(self.tr("No known material"))
        if concept.shape is not None:
            shape = in_words(words.SHAPES[concept.shape])
            self._add("shape").show_fact(f"{shape}, {words.size_words(concept.size)}")

    def _show_heating(self, concept: Concept) -> None:
        for heating in concept.heating:
            name = "flame" if heating.kind != "convection" else "profile"
            tone: Tone = "accent" if heating is concept.heating[0] else "muted"
            self._add(name, tone).show_fact(in_words(words.heating_words(heating)))
        low, high = concept.temperature_range_K
        self._add("thermometer").show_fact(
            self.tr("{low} to {high}").format(low=words.celsius(low), high=words.celsius(high)),
            self.tr("starts at {start}").format(start=words.celsius(concept.initial_temperature_K)),
        )

    def _show_look(self, concept: Concept) -> None:
        row = self._add("palette")
        known = words.LOOKS.get(concept.look)
        row.show_fact(in_words(known) if known is not None else concept.look)
        if self._look is not None and self._look.palette is not None:
            row.show_strip(_strip(self._look.palette))

    def _note_lines(self) -> list[str]:
        """The notes; why an idea is not covered comes last among them, and matters most."""
        if self._concept is None:
            return []
        notes = self._concept.notes
        return [in_words(note) for note in (notes if self._concept.supported else reversed(notes))]

    def _show_notes(self) -> None:
        """What was assumed, and what was not understood, as a list."""
        notes = [html.escape(line) for line in self._note_lines()]
        self._rule.setVisible(bool(notes))
        self._notes.setVisible(bool(notes))
        items = "".join(f"<li style='margin-bottom: 4px'>{note}</li>" for note in notes)
        self._notes.setText(f"<ul style='margin-left: 14px; -qt-list-indent: 0'>{items}</ul>")

    def _add(self, icon_name: str, tone: Tone = "muted") -> FactRow:
        row = FactRow(icon_name, tone)
        self._facts.addWidget(row)
        return row

    def _rows(self) -> list[FactRow]:
        return self.findChildren(FactRow)

    def _clear(self) -> None:
        for row in self._rows():
            self._facts.removeWidget(row)
            row.setParent(None)
            row.deleteLater()


def _strip(palette: np.ndarray[tuple[int, ...], np.dtype[np.uint8]]) -> QPixmap:
    line = np.ascontiguousarray(palette[None, :, :])
    image = QImage(line.data, line.shape[1], 1, line.shape[1] * 3, QImage.Format.Format_RGB888)
    return QPixmap.fromImage(image.copy())
