"""How many laws hold."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.domain.laws import LawReport, Verdict
from desktop_app.ui.flow_layout import FlowLayout
from desktop_app.ui.theme import current_theme, set_role

_ORDER: tuple[Verdict, ...] = ("holds", "broken", "undecided")


class LawsSummary(QWidget):
    """“5 hold · 1 broken · 1 cannot tell”, or that it is being found out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: Counter[Verdict] = Counter()
        self._pending = False
        self._parts = {verdict: QLabel() for verdict in _ORDER}
        self._dots = [QLabel("·"), QLabel("·")]
        self._again = QLabel()
        set_role(self._again, "small")
        layout = FlowLayout(self, gap=6)
        for index, part in enumerate(self._parts.values()):
            set_role(part, "heading")
            layout.addWidget(part)
            if index < len(self._dots):
                set_role(self._dots[index], "muted")
                layout.addWidget(self._dots[index])
        layout.addWidget(self._again)
        self._write()

    @property
    def text(self) -> str:
        """What is said, on one line."""
        return " · ".join(part.text() for part in self._parts.values())

    def show_report(self, report: LawReport, pending: bool) -> None:
        """Count a report's verdicts; `pending` says that they are being judged anew."""
        self._counts = Counter(verdict.verdict for verdict in report.verdicts)
        self._pending = pending
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language and the theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.StyleChange):
            self._write()

    def _write(self) -> None:
        theme, counts = current_theme(), self._counts
        hold = self.tr("{count} holds") if counts["holds"] == 1 else self.tr("{count} hold")
        templates = (hold, self.tr("{count} broken"), self.tr("{count} cannot tell"))
        colours = (theme.good, theme.bad, theme.muted)
        for (verdict, part), template, colour in zip(self._parts.items(), templates, colours, strict=True):
            text = template.format(count=counts[verdict])
            style = f"color: {colour if counts[verdict] else theme.faint}"
            if part.text() != text:
                part.setText(text)
            if part.styleSheet() != style:
                part.setStyleSheet(style)
        self._again.setText(self.tr("Judging again…"))
        self._again.setVisible(self._pending)
        self.setAccessibleName(self.text)
