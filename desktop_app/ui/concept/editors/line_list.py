"""Lines of the card, one beneath the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui.concept.editors.editing import Editing
from desktop_app.ui.concept.editors.line_row import LineRow
from desktop_app.ui.concept.fields.pieces import Change, Line

_GAP = 2


class LineList(QWidget):
    """Keeps the rows of lines that stay, so that typing goes on while the concept changes.

    Signals:
        changed: a `Change` of the choices.
    """

    changed = Signal(object)

    def __init__(self, editing: Editing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editing = editing
        self._rows: list[LineRow] = []
        self._spare: list[LineRow] = []
        self._last: LineRow | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(_GAP)

    @property
    def text(self) -> str:
        """Everything the lines say."""
        return "\n".join(row.text for row in self._rows)

    @property
    def controls(self) -> list[QWidget]:
        """What the keyboard goes through, in order."""
        return [control for row in self._rows for control in row.controls]

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these and nothing else."""
        there = {row.key: row for row in self._rows}
        keys = {line.key for line in lines}
        for row in [row for row in self._rows if row.key not in keys]:
            self._drop(row)
        self._rows = []
        for place, line in enumerate(lines):
            row = there.get(line.key) or self._make(line)
            row.show_line(line)
            if self._column.indexOf(row) != place:
                self._column.insertWidget(place, row)
            row.show()
            self._rows.append(row)

    def show_refusal(self, sentence: str) -> bool:
        """Say beneath the line that was changed last why that makes no sense; whether there is that line."""
        if self._last is not None:
            self._last.show_refusal(sentence)
        return self._last is not None

    def forget_last(self) -> None:
        """No line was changed last."""
        self._last = None

    def commit(self) -> bool:
        """Take over what is being typed; whether all of it means something."""
        taken = [row.commit() for row in self._rows]
        return all(taken)

    def reset(self) -> None:
        """Forget what is being typed."""
        for row in self._rows:
            row.reset()

    def focus_last_line(self) -> None:
        """Put the keyboard where the last line begins."""
        if self._rows:
            self._rows[-1].focus_first()

    def focus_problem(self) -> bool:
        """Put the keyboard where something is wrong; whether anything is."""
        return any(row.focus_problem() for row in self._rows)

    def _make(self, line: Line) -> LineRow:
        if self._spare:
            return self._spare.pop()
        row = LineRow(line, self._editing)
        row.changed.connect(self._on_changed)
        return row

    def _drop(self, row: LineRow) -> None:
        if row is self._last:
            self._last = None
        self._column.removeWidget(row)
        row.hide()
        row.rest()
        self._spare.append(row)

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        row = self.sender()
        self._last = row if isinstance(row, LineRow) else None
        self.changed.emit(change)
