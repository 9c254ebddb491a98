"""Everything the keyboard can do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from desktop_app.ui.dialogs.closing_dialog import ClosingDialog
from desktop_app.ui.theme import set_role


class ShortcutsDialog(ClosingDialog):
    """Keys on the left, what they do on the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = QLabel()
        set_role(self._heading, "title")
        self._rows = [(QLabel(), QLabel()) for _ in self._shortcuts()]
        grid = QGridLayout()
        grid.setHorizontalSpacing(28)
        grid.setVerticalSpacing(9)
        for row, (keys, meaning) in enumerate(self._rows):
            set_role(keys, "keys")
            grid.addWidget(keys, row, 0, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(meaning, row, 1)
        grid.setColumnStretch(1, 1)
        self._stack(self._heading, grid)
        self.setMinimumWidth(440)
        self._retranslate()

    def _retranslate(self) -> None:
        super()._retranslate()
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self._heading.setText(self.tr("Keyboard shortcuts"))
        for (keys, meaning), (key_text, words) in zip(self._rows, self._shortcuts(), strict=True):
            keys.setText(key_text)
            meaning.setText(words)

    def _shortcuts(self) -> tuple[tuple[str, str], ...]:
        return (
            ("Ctrl+Return", self.tr("Generate")),
            ("Esc", self.tr("Cancel the generation")),
            ("Ctrl+O", self.tr("Open a clip from a file or folder")),
            ("Ctrl+E", self.tr("Export the clip in view")),
            ("Ctrl+R", self.tr("Save a report on the clip in view")),
            ("Ctrl+L", self.tr("Write in the prompt")),
            ("Ctrl+M", self.tr("Look materials up, and add your own")),
            ("Space", self.tr("In the clip: play or pause")),
            ("← →", self.tr("In the clip: one frame back or on, ten with Shift")),
            ("L", self.tr("In the clip: loop")),
            ("P", self.tr("In the clip: show or hide the profile")),
            ("A", self.tr("In the clip: add a point to follow")),
            ("R", self.tr("In the clip: add a region to follow")),
            ("Return", self.tr("In the runs: open the selected one")),
            ("Delete", self.tr("In the runs: delete the selected one")),
            ("Ctrl+D", self.tr("Compare the two selected runs side by side")),
            ("Tab", self.tr("Go on to the next control")),
        )
