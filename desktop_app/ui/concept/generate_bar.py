"""The one button that matters, and its opposite."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop_app.ui.icons import icon
from desktop_app.ui.theme import set_role


class GenerateBar(QWidget):
    """Generate while nothing runs, Cancel while something does, Stop now while that is waited for.

    Signals:
        generate_clicked, cancel_clicked.
    """

    generate_clicked = Signal()
    cancel_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._generate = QPushButton()
        self._generate.setIcon(icon("generate", "on_accent"))
        self._generate.clicked.connect(self.generate_clicked)
        set_role(self._generate, "primary")
        self._cancel = QPushButton()
        self._cancel.setIcon(icon("stop"))
        self._cancel.clicked.connect(self.cancel_clicked)
        set_role(self._cancel, "large")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for button in (self._generate, self._cancel):
            button.setIconSize(QSize(18, 18))
            layout.addWidget(button)
        self._cancel.hide()
        self._cancelling = False
        self._retranslate()

    def set_busy(self, busy: bool) -> None:
        """Offer Cancel, or Generate again; the keyboard stays where it was."""
        leaving, coming = (self._generate, self._cancel) if busy else (self._cancel, self._generate)
        had_focus = leaving.hasFocus()
        coming.setEnabled(True)
        coming.show()
        if had_focus:
            coming.setFocus()
        leaving.hide()
        self._cancelling = False
        self._retranslate()

    def set_cancelling(self) -> None:
        """Show that the wish to stop has been heard, and that asking again stops at once."""
        self._cancelling = True
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language when told to."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._generate.setText(self.tr("Generate"))
        self._generate.setAccessibleName(self.tr("Generate the clip"))
        self._generate.setToolTip(self.tr("Generate the clip (Ctrl+Return)"))
        if self._cancelling:
            self._cancel.setText(self.tr("Cancelling … Stop now"))
            self._cancel.setAccessibleName(self.tr("Stop the model now"))
            self._cancel.setToolTip(
                self.tr("End the process the model runs in, without waiting for it (Esc)")
            )
        else:
            self._cancel.setText(self.tr("Cancel"))
            self._cancel.setAccessibleName(self.tr("Cancel the generation"))
            self._cancel.setToolTip(self.tr("Cancel the generation (Esc)"))
