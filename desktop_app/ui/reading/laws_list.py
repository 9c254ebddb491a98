"""The laws, one below the other."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.laws import LawMark, LawVerdict
from desktop_app.domain.scales import time_unit
from desktop_app.ui.reading.law_row import LawRow


class LawsList(QWidget):
    """A row for each verdict, gone through with Tab or the arrow keys.

    Signals:
        mark_hovered: the `LawMark` of the row that the mouse is over, or else of the one that has the
            keyboard; None where there is none.
        frame_selected: the first frame of a mark, clicked.
    """

    mark_hovered = Signal(object)
    frame_selected = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[LawRow] = []
        self._mark: LawMark | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(4, 0, 4, 0)
        self._layout.setSpacing(2)

    def show_verdicts(self, verdicts: tuple[LawVerdict, ...], time_s: NDArray[np.float64]) -> None:
        """Show verdicts instead of those before.

        Args:
            verdicts: one a law.
            time_s: (frame,) of the clip's frames, as the plots tell them; may be empty.
        """
        for row in self.rows:
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [LawRow(verdict, when_text(verdict.mark, time_s), self) for verdict in verdicts]
        for row in self.rows:
            row.entered_or_left.connect(self._on_entered_or_left)
            row.activated.connect(self._on_activated)
            row.moved_on.connect(self._on_moved_on)
            self._layout.addWidget(row)
        self._on_entered_or_left()

    @Slot()
    def _on_entered_or_left(self) -> None:
        rows = sorted((row for row in self.rows if row.in_use), key=lambda row: not row.pointed_at)
        mark = rows[0].verdict.mark if rows else None
        if mark != self._mark:
            self._mark = mark
            self.mark_hovered.emit(mark)

    @Slot(object)
    def _on_activated(self, row: LawRow) -> None:
        if row.verdict.mark is not None:
            self.frame_selected.emit(row.verdict.mark.frames[0])

    @Slot(object, int)
    def _on_moved_on(self, row: LawRow, by: int) -> None:
        place = self.rows.index(row) + by
        if 0 <= place < len(self.rows):
            self.rows[place].setFocus(Qt.FocusReason.TabFocusReason)


def when_text(mark: LawMark | None, time_s: NDArray[np.float64]) -> str:
    """From when to when a mark shows, in the unit of the clip's times; empty where it is not known."""
    if mark is None or not len(time_s) or mark.frames[0] >= len(time_s):
        return ""
    unit = time_unit(float(time_s[-1]))
    start, end = (float(time_s[min(frame, len(time_s) - 1)]) for frame in mark.frames)
    if start == end:
        return unit.text(start)
    return f"{unit.text(start).removesuffix(unit.symbol).rstrip()} – {unit.text(end)}"
