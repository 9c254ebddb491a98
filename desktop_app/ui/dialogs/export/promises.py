"""What the exported file will say of itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QVBoxLayout, QWidget

from desktop_app.domain.laws import LawReport
from desktop_app.domain.review import Purpose, Review
from desktop_app.ui.concept.fact_row import FactRow
from desktop_app.ui.review_words import review_icon
from desktop_app.ui.theme import set_role
from desktop_app.ui.translation import in_words
from desktop_app.workflow.intended_use import MARK, MARKED, WARNING, IntendedUse, captions_for


class Promises(QFrame):
    """The disclaimer, the review's line, the caption for teaching, the warning that must be understood.

    Signals:
        consent_changed: the warning was ticked or unticked.
    """

    consent_changed = Signal()

    def __init__(self, review: Review | None, readable: bool, parent: QWidget | None = None) -> None:
        """Speak of a clip for a concept talk.

        Args:
            review: what a person said of the run.
            readable: whether its colours were read, so that the laws can be judged.
            parent: where it lies.
        """
        super().__init__(parent)
        set_role(self, "card")
        self._review = review
        self._readable = readable
        self._purpose: Purpose = "concept_talk"
        self._report: LawReport | None = None
        self._always = FactRow("info")
        self._reviewed = FactRow(*review_icon(review))
        self._departs = FactRow("info")
        self._warning = FactRow("warning", "caution")
        self._consent = QCheckBox()
        self._consent.toggled.connect(self.consent_changed)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(14, 12, 14, 12)
        inside.setSpacing(10)
        for part in (self._always, self._reviewed, self._departs, self._warning, self._consent):
            inside.addWidget(part)
        self._show()

    @property
    def consented(self) -> bool:
        """Whether nothing is left to be understood first."""
        return self._purpose not in MARKED or self._consent.isChecked()

    @property
    def text(self) -> str:
        """Everything that is promised now."""
        shown = (self._always, self._reviewed, self._departs, self._warning)
        return "\n".join(row.text for row in shown if not row.isHidden())

    def show_purpose(self, purpose: Purpose) -> None:
        """Say what goes with a use; a warning is to be understood anew for each."""
        self._purpose = purpose
        self._consent.setChecked(False)
        self._show()

    def show_readable(self, readable: bool) -> None:
        """Whether the laws can be judged at all."""
        self._readable = readable
        self._show()

    def show_report(self, report: LawReport | None) -> None:
        """Take the verdicts; None where there are none yet."""
        self._report = report
        self._show()

    def set_changeable(self, changeable: bool) -> None:
        """Whether the tick can be set now."""
        self._consent.setEnabled(changeable)

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language when told to."""
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)

    def _show(self) -> None:
        marked = self._purpose in MARKED
        teaching = self._purpose == "teaching"
        captions = [
            in_words(line) for line in captions_for(IntendedUse(self._purpose, self._report), self._review)
        ]
        self._always.show_fact(
            self.tr("The disclaimer is always included"),
            self.tr(
                "Every frame carries the profile, the colour bar, the time, its origin, and this line: "
                "“Visual illustration. Actual temperatures: see a thermodynamic model.”"
            )
            if self._readable
            else self.tr(
                "Its colours could not be read, so there is no profile. Every frame carries the time, its "
                "origin, and this line: "
                "“Visual illustration. Actual temperatures: see a thermodynamic model.”"
            ),
        )
        self._reviewed.show_fact(
            captions[0], self.tr("Said below the disclaimer, and in the file's metadata.")
        )
        self._departs.setVisible(teaching)
        if teaching and self._report is None and self._readable:
            self._departs.show_fact(self.tr("The laws are judged first; the caption says what was found."))
        elif teaching:
            self._departs.show_fact(captions[-1])
        self._warning.setVisible(marked)
        self._warning.show_fact(in_words(WARNING), self.tr("The mark: “{mark}”").format(mark=in_words(MARK)))
        self._consent.setVisible(marked)
        self._consent.setText(self.tr("I understand"))
        self._consent.setAccessibleName(self.tr("I understand that this clip is not a simulation result"))
