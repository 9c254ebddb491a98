"""Everything the keyboard can do."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.ui.theme import set_role


class ShortcutsDialog(QDialog):
    """Keys on the left, what they do on the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
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
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.setSpacing(16)
        layout.addWidget(self._heading)
        layout.addLayout(grid)
        layout.addWidget(self._buttons)
        self.setMinimumWidth(440)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language when told to."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self._heading.setText(self.tr("Keyboard shortcuts"))
        for (keys, meaning), (key_text, words) in zip(self._rows, self._shortcuts(), strict=True):
            keys.setText(key_text)
            meaning.setText(words)
        close = self._buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setAccessibleName(self.tr("Close"))

    def _shortcuts(self) -> tuple[tuple[str, str], ...]:
        return (
            ("Ctrl+Return", self.tr("Generate")),
            ("Esc", self.tr("Cancel the generation")),
            ("Ctrl+E", self.tr("Export the clip in view")),
            ("Ctrl+L", self.tr("Write in the prompt")),
            ("Space", self.tr("In the clip: play or pause")),
            ("← →", self.tr("In the clip: one frame back or on, ten with Shift")),
            ("L", self.tr("In the clip: loop")),
            ("P", self.tr("In the clip: show or hide the profile")),
            ("Return", self.tr("In the runs: open the selected one")),
            ("Delete", self.tr("In the runs: delete the selected one")),
            ("Tab", self.tr("Go on to the next control")),
        )
