"""Plots or laws."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QEvent, QSize, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QWidget

from desktop_app.domain.laws import LawReport, Verdict
from desktop_app.ui.icons import icon
from desktop_app.ui.reading.law_words import VERDICT_ICONS, VERDICT_TONES, VERDICT_WORDS
from desktop_app.ui.theme import set_role
from desktop_app.ui.translation import in_words

_WORST_FIRST: tuple[Verdict, ...] = ("broken", "holds", "undecided")


class ViewSwitch(QFrame):
    """Two buttons in one frame, of which one is down; the second tells how many laws are broken.

    Signals:
        view_chosen: 0 for the plots, 1 for the laws.
    """

    view_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "segments")
        self._report: LawReport | None = None
        self._pending = False
        self._group = QButtonGroup(self)
        self.plots, self.laws = QPushButton(), QPushButton()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(3, 3, 3, 3)
        layout.setSpacing(2)
        for number, button in enumerate((self.plots, self.laws)):
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setIconSize(QSize(15, 15))
            set_role(button, "segment")
            self._group.addButton(button, number)
            layout.addWidget(button, 1)
        self.plots.setChecked(True)
        self._group.idClicked.connect(self._on_clicked)
        self._retranslate()

    def choose(self, view: int) -> None:
        """Press the button of a view, as a click would."""
        self._group.button(view).click()

    def show_report(self, report: LawReport | None, pending: bool) -> None:
        """Tell beside “Laws” how they came out."""
        self._report, self._pending = report, pending
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language when told to."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    @Slot(int)
    def _on_clicked(self, view: int) -> None:
        self.view_chosen.emit(view)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("What the reading shows"))
        plots, laws = self.tr("Plots"), self.tr("Laws")
        self.plots.setText(plots)
        self.plots.setAccessibleName(plots)
        counts = Counter(verdict.verdict for verdict in self._report.verdicts) if self._report else Counter()
        worst = next((v for v in _WORST_FIRST if counts[v]), None)
        if worst is None:
            self.laws.setIcon(QIcon())
            self.laws.setText(f"{laws} …" if self._pending else laws)
            self.laws.setAccessibleName(laws)
            self.laws.setToolTip("")
            return
        self.laws.setIcon(icon(VERDICT_ICONS[worst], VERDICT_TONES[worst]))
        self.laws.setText(f"{laws}  {counts[worst]}" if worst == "broken" else laws)
        told = f"{counts[worst]} {in_words(VERDICT_WORDS[worst])}"
        self.laws.setAccessibleName(f"{laws}: {told}")
        self.laws.setToolTip(told)
