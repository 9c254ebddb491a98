"""What the clip does with the laws of heat conduction."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.domain.laws import LawReport
from desktop_app.domain.reading import Reading
from desktop_app.ui.reading.comparison_block import ComparisonBlock
from desktop_app.ui.reading.hint_page import HintPage
from desktop_app.ui.reading.laws_list import LawsList
from desktop_app.ui.reading.laws_summary import LawsSummary
from desktop_app.ui.theme import set_role
from desktop_app.ui.translation import in_words


class LawsPage(QWidget):
    """Summary, laws, comparison; or why there are none yet.

    Signals:
        mark_hovered: a `LawMark`, or None; see `LawsList`.
        frame_selected: a frame's number, clicked.
    """

    mark_hovered = Signal(object)
    frame_selected = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report: LawReport | None = None
        self._pending = False
        self._reading: Reading | None = None
        self.hint = HintPage("law_undecided")
        self.summary = LawsSummary()
        self.list = LawsList()
        self.comparison = ComparisonBlock()
        self.convention = QLabel(wordWrap=True)
        self.convention.setContentsMargins(12, 5, 12, 6)
        set_role(self.convention, "small")
        self.assumed = QLabel(wordWrap=True)
        self.assumed.setContentsMargins(16, 4, 12, 4)
        set_role(self.assumed, "small")
        self._scroll = self._scrolled()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.hint)
        self._pages.addWidget(self._scroll)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._pages, 1)
        layout.addWidget(_rule())
        layout.addWidget(self.convention)
        self.list.mark_hovered.connect(self.mark_hovered)
        self.list.frame_selected.connect(self.frame_selected)
        self.comparison.frame_selected.connect(self.frame_selected)
        self._retranslate()

    def show_reading(self, reading: Reading | None) -> None:
        """Take the reading that the laws are judged on; its times are those of the clip's frames."""
        before, self._reading = self._times(), reading
        if not np.array_equal(before, self._times()):
            self._show_verdicts()
        self._show()

    def show_report(self, report: LawReport | None, pending: bool) -> None:
        """Show a report.

        Args:
            report: None where there is none yet.
            pending: whether one is being made.
        """
        changed = report is not self._report
        self._report, self._pending = report, pending
        if changed:
            self._show_verdicts()
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _scrolled(self) -> QScrollArea:
        content = QWidget()
        set_role(content, "scrolled")
        head = QVBoxLayout()
        head.setContentsMargins(16, 6, 12, 4)
        head.addWidget(self.summary)
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 2, 0, 6)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self.list)
        layout.addWidget(_rule())
        layout.addWidget(self.comparison)
        layout.addWidget(self.assumed)
        layout.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(content)
        return scroll

    def _show_verdicts(self) -> None:
        verdicts = () if self._report is None else self._report.verdicts
        self.list.show_verdicts(verdicts, self._times())
        if self._report is not None:
            self.comparison.show_report(self._report, self._times())

    def _times(self) -> NDArray[np.float64]:
        return np.empty(0) if self._reading is None else self._reading.time_s

    def _show(self) -> None:
        readable = self._reading is None or self._reading.readable
        if self._report is None or not readable:
            self._say_why_empty()
            self._pages.setCurrentWidget(self.hint)
            return
        self.summary.show_report(self._report, self._pending)
        self._say_what_is_assumed(self._report)
        self._pages.setCurrentWidget(self._scroll)

    def _say_what_is_assumed(self, report: LawReport) -> None:
        lines = [
            self.tr("Assumed, since nobody said what the clip shows:"),
            *map(in_words, report.assumptions),
        ]
        self.assumed.setText("\n• ".join(lines))
        self.assumed.setVisible(bool(report.assumptions))

    def _say_why_empty(self) -> None:
        if self._reading is not None and not self._reading.readable:
            self.hint.set_text(
                self.tr("The laws cannot be judged"),
                self.tr("This clip's colours cannot be read as temperatures."),
            )
        elif self._pending:
            self.hint.set_text(
                self.tr("Judging…"), self.tr("Each law is tried many times over on the clip's own noise.")
            )
        else:
            self.hint.set_text(
                self.tr("Not judged yet"), self.tr("The laws are judged once the whole clip has been read.")
            )

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Laws"))
        self._scroll.setAccessibleName(self.tr("Laws"))
        self.convention.setText(self.tr("Judged from colours: a convention, not a measurement."))
        self._say_why_empty()
        if self._report is not None:
            self._say_what_is_assumed(self._report)


def _rule() -> QFrame:
    made = QFrame()
    made.setFixedHeight(1)
    set_role(made, "rule")
    return made
