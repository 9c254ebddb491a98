"""Where the annotated video goes, how far it is, and where it went."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.concept import Language
from desktop_app.domain.laws import LawReport
from desktop_app.domain.review import Review
from desktop_app.services.exporter import ExportOrder, ExportProgressed
from desktop_app.ui.dialogs.export.destination_row import DestinationRow
from desktop_app.ui.dialogs.export.promises import Promises
from desktop_app.ui.dialogs.export.purpose_choice import PurposeChoice
from desktop_app.ui.dialogs.sentence_room import give_room
from desktop_app.ui.icons import icon
from desktop_app.ui.theme import set_role
from desktop_app.ui.translation import LANGUAGES

WIDTH = 620


class ExportDialog(QDialog):
    """Shown with `open()`; whoever exports listens to `export_ordered` and tells it how things go.

    Signals:
        export_ordered: an `ExportOrder`.
        cancel_clicked.
    """

    export_ordered = Signal(object)
    cancel_clicked = Signal()

    def __init__(
        self,
        suggestion: Path,
        language: Language,
        readable: bool,
        parent: QWidget | None = None,
        review: Review | None = None,
    ) -> None:
        """Offer to export.

        Args:
            suggestion: where to.
            language: of the text in the video, at first.
            readable: whether there is a temperature profile to write beside the video.
            review: what a person said of the run.
            parent: the window it opens over.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._readable = readable
        self._running = False
        self._done: ExportOrder | None = None
        self._to = DestinationRow(suggestion)
        self._language = QComboBox()
        for name in LANGUAGES.values():
            self._language.addItem(name)
        self._language.setCurrentIndex(list(LANGUAGES).index(language))
        self._csv = QCheckBox()
        self._purpose = PurposeChoice()
        self._promises = Promises(review, readable)
        self._bar = QProgressBar(textVisible=False)
        self._state = QLabel(wordWrap=True)
        self._show_in_folder = QPushButton()
        self._close = QPushButton()
        self._export = QPushButton()
        self._labels = tuple(QLabel() for _ in range(4))
        self._heading = QLabel()
        self._lay_out()
        self._connect()
        self._show()

    @property
    def order(self) -> ExportOrder:
        """What is asked for; a path without an ending gets `.mp4`."""
        language = tuple(LANGUAGES)[self._language.currentIndex()]
        return ExportOrder(self._to.path, language, self._csv.isChecked(), self._purpose.purpose)

    @property
    def promise(self) -> str:
        """What is said about what the file will say of itself."""
        return self._promises.text

    @property
    def state(self) -> str:
        """What is said about the export, or about its destination."""
        return self._state.text()

    def set_readable(self, readable: bool) -> None:
        """Whether there is a temperature profile to write beside the video."""
        self._readable = readable
        self._promises.show_readable(readable)
        self._show()

    def set_report(self, report: LawReport | None) -> None:
        """The verdicts on the clip; None where there are none yet."""
        self._promises.show_report(report)
        give_room(self, WIDTH)

    def note(self, progress: ExportProgressed) -> None:
        """So many frames are written."""
        self._bar.setMaximum(progress.total)
        self._bar.setValue(progress.done)
        self._state.setText(
            self.tr("Writing frame {done} of {total}").format(done=progress.done, total=progress.total)
        )

    def finish(self, order: ExportOrder) -> None:
        """The file is there."""
        self._running, self._done = False, order
        self._show()
        self._show_in_folder.setFocus()

    def stop(self) -> None:
        """Nothing is written any more: it was cancelled, or it failed and somebody says so elsewhere."""
        self._running = False
        self._show()

    def reject(self) -> None:
        """Escape cancels a running export first, and closes the dialog otherwise."""
        if self._running:
            self.cancel_clicked.emit()
        else:
            super().reject()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language when told to."""
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        set_role(self._heading, "title")
        set_role(self._state, "muted")
        set_role(self._export, "primary")
        set_role(self._close, "large")
        self._export.setIcon(icon("export", "on_accent"))
        self._show_in_folder.setIcon(icon("folder"))
        self._export.setDefault(True)
        feet = QHBoxLayout()
        feet.setSpacing(8)
        feet.addWidget(self._show_in_folder)
        feet.addStretch()
        feet.addWidget(self._close)
        feet.addWidget(self._export)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.setSpacing(14)
        layout.addWidget(self._heading)
        layout.addLayout(self._fields())
        layout.addWidget(self._promises)
        layout.addStretch()
        layout.addWidget(self._state)
        layout.addWidget(self._bar)
        layout.addLayout(feet)
        for part in (self._state, self._bar):
            policy = part.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            part.setSizePolicy(policy)
        for button in (self._show_in_folder, self._close):
            button.setAutoDefault(False)
        self.setMinimumWidth(WIDTH)

    def _fields(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        for row, label in enumerate(self._labels):
            set_role(label, "muted")
            grid.addWidget(label, row, 0)
        grid.setAlignment(self._labels[1], Qt.AlignmentFlag.AlignTop)
        self._labels[1].setContentsMargins(0, 5, 0, 0)
        for row, part in enumerate((self._to, self._purpose, self._language, self._csv)):
            grid.addWidget(part, row, 1)
        return grid

    def _connect(self) -> None:
        self._export.clicked.connect(self._on_export_clicked)
        self._close.clicked.connect(self.reject)
        self._show_in_folder.clicked.connect(self._on_show_in_folder_clicked)
        self._to.destination_changed.connect(self._on_destination_changed)
        self._csv.toggled.connect(self._on_destination_changed)
        self._purpose.purpose_changed.connect(self._on_purpose_changed)
        self._promises.consent_changed.connect(self._show_state)

    def _show(self) -> None:
        self.setWindowTitle(self.tr("Export"))
        self._heading.setText(self.tr("Export the annotated video"))
        words = (self.tr("File"), self.tr("What for?"), self.tr("Text in the video"), self.tr("Also"))
        for label, text in zip(self._labels, words, strict=True):
            label.setText(text)
        self._language.setAccessibleName(self.tr("Language of the text in the video"))
        self._csv.setText(self.tr("Temperature profile as CSV"))
        self._csv.setAccessibleName(self.tr("Also save the temperature profile as CSV"))
        self._csv.setToolTip(
            self.tr("Points and regions, where there are any, get a table of their own: …-places.csv")
            if self._readable
            else self.tr("There is no profile: this clip's colours could not be read as temperatures.")
        )
        self._bar.setAccessibleName(self.tr("Export progress"))
        self._export.setText(self.tr("Export"))
        self._export.setAccessibleName(self.tr("Export the video"))
        self._show_in_folder.setText(self.tr("Show in folder"))
        self._show_in_folder.setAccessibleName(self.tr("Show the exported file in its folder"))
        self._show_state()

    @Slot()
    def _show_state(self) -> None:
        for field in (self._to, self._purpose, self._language):
            field.setEnabled(not self._running)
        self._promises.set_changeable(not self._running)
        self._csv.setEnabled(self._readable and not self._running)
        self._export.setVisible(self._done is None)
        self._export.setEnabled(not self._running and bool(self.order.path.name) and self._promises.consented)
        self._bar.setVisible(self._running)
        self._show_in_folder.setVisible(self._done is not None)
        close = self.tr("Cancel") if self._done is None else self.tr("Close")
        self._close.setText(close)
        self._close.setAccessibleName(close)
        if self._done is not None:
            self._state.setText(self.tr("Saved as {name}").format(name=self._done.path.name))
        elif self._running:
            self._state.setText(self.tr("Writing …"))
        else:
            self._state.setText(self._replacement())
        self._state.setVisible(bool(self._state.text()))
        give_room(self, WIDTH)

    def _replacement(self) -> str:
        """What would be written over; empty where nothing is."""
        order = self.order
        written = (order.path, order.profile_path) if order.with_profile else (order.path,)
        there = [path.name for path in written if path.name and path.is_file()]
        if len(there) > 1:
            return self.tr("{first} and {second} are there already; they will be replaced.").format(
                first=there[0], second=there[1]
            )
        if there:
            return self.tr("{name} is there already; it will be replaced.").format(name=there[0])
        return ""

    @Slot()
    def _on_export_clicked(self) -> None:
        self._running = True
        self._bar.setMaximum(0)
        self._show()
        self.export_ordered.emit(self.order)

    @Slot()
    def _on_purpose_changed(self) -> None:
        self._done = None
        self._promises.show_purpose(self._purpose.purpose)
        self._show_state()

    @Slot()
    def _on_destination_changed(self) -> None:
        self._done = None
        self._show_state()

    @Slot()
    def _on_show_in_folder_clicked(self) -> None:
        if self._done is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._done.path.parent)))
