"""A person's judgement of the clip in view."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.review import OPINIONS, Opinion, Review
from desktop_app.ui.dialogs.sentence_room import give_room
from desktop_app.ui.icons import icon
from desktop_app.ui.review_words import OPINION_WORDS, day_words
from desktop_app.ui.theme import set_role
from desktop_app.ui.translation import current_language, in_words

LONGEST_NAME = 80
REMARKS_HEIGHT = 84
WIDTH = 540


class ReviewDialog(QDialog):
    """Shown with `open()`; it closes itself when something was decided.

    Signals:
        review_given: a `Review`.
        review_taken_back.
    """

    review_given = Signal(object)
    review_taken_back = Signal()

    def __init__(
        self, review: Review | None, name: str, role: str, today: str, parent: QWidget | None = None
    ) -> None:
        """Ask for a judgement.

        Args:
            review: what was said before; None where nobody did.
            name: of the person who reviewed last, offered where there is no review.
            role: of that person.
            today: the date a review is given at, ISO 8601.
            parent: the window it opens over.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._before, self._today = review, today
        self._heading, self._lead = QLabel(), QLabel(wordWrap=True)
        self._name = QLineEdit(name if review is None else review.name, maxLength=LONGEST_NAME)
        self._role = QLineEdit(role if review is None else review.role, maxLength=LONGEST_NAME)
        self._group = QButtonGroup(self)
        self._opinions: Mapping[Opinion, QRadioButton] = {each: QRadioButton() for each in OPINIONS}
        self._meanings = tuple(QLabel() for _ in OPINIONS)
        self._remarks = QPlainTextEdit("" if review is None else review.remarks)
        self._date = QLabel()
        self._labels = tuple(QLabel() for _ in range(5))
        self._take_back, self._cancel, self._save = QPushButton(), QPushButton(), QPushButton()
        if review is not None:
            self._opinions[review.opinion].setChecked(True)
        self._lay_out()
        if review is not None:
            self._opinions[review.opinion].setFocus()
        self._name.textChanged.connect(self._check)
        self._group.buttonToggled.connect(self._check)
        self._take_back.clicked.connect(self._on_take_back_clicked)
        self._cancel.clicked.connect(self.reject)
        self._save.clicked.connect(self._on_save_clicked)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language when told to."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        set_role(self._heading, "title")
        set_role(self._lead, "muted")
        set_role(self._save, "primary")
        set_role(self._cancel, "large")
        self._take_back.setIcon(icon("undo"))
        self._take_back.setVisible(self._before is not None)
        self._save.setDefault(True)
        for button in (self._take_back, self._cancel):
            button.setAutoDefault(False)
        self._remarks.setFixedHeight(REMARKS_HEIGHT)
        self._remarks.setTabChangesFocus(True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        parts = (self._choices(), self._name, self._role, self._remarks, self._date)
        for row, (label, part) in enumerate(zip(self._labels, parts, strict=True)):
            set_role(label, "muted")
            tall = isinstance(part, QFrame) and row in (0, 3)
            grid.addWidget(
                label, row, 0, Qt.AlignmentFlag.AlignTop if tall else Qt.AlignmentFlag.AlignVCenter
            )
            grid.addWidget(part, row, 1)
            label.setContentsMargins(0, (13 if row == 0 else 7) if tall else 0, 0, 0)
        feet = QHBoxLayout()
        feet.setSpacing(8)
        feet.addWidget(self._take_back)
        feet.addStretch()
        feet.addWidget(self._cancel)
        feet.addWidget(self._save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.setSpacing(14)
        layout.addWidget(self._heading)
        layout.addWidget(self._lead)
        layout.addLayout(grid)
        layout.addStretch()
        layout.addLayout(feet)
        self.setMinimumWidth(WIDTH)

    def _choices(self) -> QFrame:
        card = QFrame()
        set_role(card, "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(12, 9, 12, 10)
        column.setSpacing(1)
        for number, (button, meaning) in enumerate(zip(self._opinions.values(), self._meanings, strict=True)):
            self._group.addButton(button)
            set_role(meaning, "small")
            meaning.setContentsMargins(28, 0, 0, 0)
            if number:
                column.addSpacing(6)
            column.addWidget(button)
            column.addWidget(meaning)
        return card

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Review"))
        self._heading.setText(self.tr("May this clip be shown?"))
        self._lead.setText(
            self.tr(
                "A model painted it, or a file gave it: a person who knows the physics should look at it "
                "before others do. Exports say what you decide."
            )
        )
        words = (
            self.tr("Opinion"), self.tr("Reviewer"), self.tr("Role"), self.tr("Remarks"), self.tr("Date")
        )  # fmt: skip
        for label, text in zip(self._labels, words, strict=True):
            label.setText(text)
        for opinion, button in self._opinions.items():
            button.setText(in_words(OPINION_WORDS[opinion]))
            button.setAccessibleName(self.tr("Opinion: {opinion}").format(opinion=button.text()))
        meanings = (
            self.tr("Nothing in it misleads about how heat moves."),
            self.tr("The idea is right; take no amounts or times from it."),
            self.tr("It shows something that is wrong."),
        )
        for label, text in zip(self._meanings, meanings, strict=True):
            label.setText(text)
        self._name.setAccessibleName(self.tr("Name of the reviewer"))
        self._name.setPlaceholderText(self.tr("needed"))
        self._role.setAccessibleName(self.tr("Role of the reviewer"))
        self._role.setPlaceholderText(self.tr("such as thermal engineer"))
        self._remarks.setAccessibleName(self.tr("Remarks on the clip"))
        self._date.setText(day_words(self._today, current_language()))
        self._take_back.setText(self.tr("Take the review back"))
        self._take_back.setAccessibleName(self.tr("Take the review back"))
        self._cancel.setText(self.tr("Cancel"))
        self._cancel.setAccessibleName(self.tr("Cancel"))
        self._save.setText(self.tr("Keep the review"))
        self._save.setAccessibleName(self.tr("Keep the review"))
        self._check()
        give_room(self, WIDTH)

    @property
    def _opinion(self) -> Opinion | None:
        chosen = (opinion for opinion, button in self._opinions.items() if button.isChecked())
        return next(chosen, None)

    @Slot()
    def _check(self) -> None:
        self._save.setEnabled(self._opinion is not None and bool(self._name.text().strip()))

    @Slot()
    def _on_save_clicked(self) -> None:
        if self._opinion is None:
            return
        review = Review(
            opinion=self._opinion,
            name=self._name.text().strip(),
            role=self._role.text().strip(),
            date=self._today,
            remarks=self._remarks.toPlainText().strip(),
        )
        self.accept()
        self.review_given.emit(review)

    @Slot()
    def _on_take_back_clicked(self) -> None:
        self.accept()
        self.review_taken_back.emit()
