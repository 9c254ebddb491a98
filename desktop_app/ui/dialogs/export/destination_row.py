"""Where the video goes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from desktop_app.ui.icons import icon


def destination(written: str) -> Path:
    """The path somebody wrote, ending in `.mp4`; `.` where there is no file name in it."""
    path = Path(written.strip()).expanduser()
    if not path.name or path.suffix.lower() == ".mp4":
        return path
    return path.with_name(f"{path.name}.mp4")


class DestinationRow(QWidget):
    """A path to type, or to choose.

    Signals:
        destination_changed.
    """

    destination_changed = Signal()

    def __init__(self, suggestion: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = QLineEdit(str(suggestion))
        self._browse = QPushButton()
        self._browse.setIcon(icon("folder"))
        self._browse.setAutoDefault(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._path, 1)
        row.addWidget(self._browse)
        self._path.setCursorPosition(len(self._path.text()))
        self._path.textChanged.connect(self._on_text_changed)
        self._browse.clicked.connect(self._on_browse_clicked)
        self._retranslate()

    @property
    def path(self) -> Path:
        """Where to; it has no name where none was written."""
        return destination(self._path.text())

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language when told to."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._path.setAccessibleName(self.tr("File to write"))
        self._browse.setText(self.tr("Browse…"))
        self._browse.setAccessibleName(self.tr("Choose where to save"))

    @Slot()
    def _on_text_changed(self) -> None:
        self.destination_changed.emit()

    @Slot()
    def _on_browse_clicked(self) -> None:
        chooser = QFileDialog(self, self.tr("Export"), str(self.path), self.tr("MP4 video (*.mp4)"))
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix("mp4")
        chooser.fileSelected.connect(self._path.setText)
        chooser.open()
