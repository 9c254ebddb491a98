"""What the clip in view is of, what a person said of it, and the way out of the house for it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.run import Run
from desktop_app.ui.elided_label import ElidedLabel
from desktop_app.ui.icons import icon
from desktop_app.ui.plain_tooltip import plain_tooltip
from desktop_app.ui.review_words import review_details, review_icon, review_label
from desktop_app.ui.runs.run_words import date_words, origin_words
from desktop_app.ui.theme import set_role
from desktop_app.ui.translation import current_language, in_words

NARROW = 400


class ClipHeader(QWidget):
    """The prompt of the run in view, what made it, its review, and Export.

    Signals:
        review_clicked, export_clicked.
    """

    review_clicked = Signal()
    export_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "header")
        self._run: Run | None = None
        self._title = ElidedLabel()
        set_role(self._title, "heading")
        self._origin = ElidedLabel()
        set_role(self._origin, "small")
        self._review = QPushButton()
        set_role(self._review, "chip")
        self._review.setIconSize(QSize(15, 15))
        self._review.setMinimumWidth(38)
        self._review.setEnabled(False)
        self._review.clicked.connect(self.review_clicked)
        self._export = QPushButton()
        self._export.setIcon(icon("export"))
        self._export.setIconSize(QSize(16, 16))
        self._export.setEnabled(False)
        self._export.clicked.connect(self.export_clicked)
        text = QVBoxLayout()
        text.setSpacing(1)
        text.addWidget(self._title)
        text.addWidget(self._origin)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 12, 8)
        layout.setSpacing(12)
        layout.addLayout(text, 1)
        layout.addWidget(self._review)
        layout.addWidget(self._export)
        self._retranslate()

    def show_run(self, run: Run | None) -> None:
        """Name the run in view, or none."""
        self._run = run
        self._retranslate()

    def set_exportable(self, exportable: bool) -> None:
        """Whether there are frames to export."""
        self._export.setEnabled(exportable)
        self._review.setEnabled(exportable)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the review is an icon only."""
        super().resizeEvent(event)
        self._show_review()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language when told to."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._export.setText(self.tr("Export…"))
        self._export.setAccessibleName(self.tr("Export the clip in view"))
        self._export.setToolTip(self.tr("Export the clip in view (Ctrl+E)"))
        self._show_review()
        if self._run is None:
            self._title.setText(self.tr("No clip yet"))
            self._origin.hide()
            return
        self._origin.show()
        self._title.setText(self._run.concept.prompt)
        when = date_words(self._run, current_language())
        self._origin.setText(f"{in_words(origin_words(self._run))}  ·  {when}")

    def _show_review(self) -> None:
        self._review.setVisible(self._run is not None)
        review = None if self._run is None else self._run.review
        label = in_words(review_label(review))
        self._review.setIcon(icon(*review_icon(review)))
        self._review.setText(label if self.width() >= NARROW else "")
        self._review.setAccessibleName(self.tr("Review of the clip: {opinion}").format(opinion=label))
        self._review.setToolTip(
            plain_tooltip(f"{review_details(review)}\n{self.tr('Click to review the clip')}")
        )
