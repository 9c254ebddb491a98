"""A box to write the text for the video model by hand."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from desktop_app.ui.theme import set_role

_LINES = 7


class PromptBox(QWidget):
    """The text, and two buttons.

    Signals:
        text_accepted: the text as written; text_rejected: nothing is to change.
    """

    text_accepted = Signal(str)
    text_rejected = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = QPlainTextEdit()
        self._text.setTabChangesFocus(True)
        self._text.setMinimumHeight(round(self.fontMetrics().lineSpacing() * _LINES))
        self._accept = QPushButton()
        self._reject = QPushButton()
        set_role(self._reject, "flat")
        buttons = QHBoxLayout()
        buttons.addWidget(self._accept)
        buttons.addWidget(self._reject)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._text)
        layout.addLayout(buttons)
        self._accept.clicked.connect(self._on_accepted)
        self._reject.clicked.connect(self.text_rejected)
        self._text.textChanged.connect(self._on_text_changed)
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self.text_rejected)
        self._retranslate()

    def open(self, text: str) -> None:
        """Offer a text to write on."""
        self._text.setPlainText(text)
        self.show()
        self._text.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language when told to."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._text.setAccessibleName(self.tr("Text for the video model"))
        self._accept.setText(self.tr("Use this text"))
        self._accept.setAccessibleName(self.tr("Use this text"))
        self._reject.setText(self.tr("Discard"))
        self._reject.setAccessibleName(self.tr("Discard what was written"))

    @Slot()
    def _on_text_changed(self) -> None:
        self._accept.setEnabled(bool(self._text.toPlainText().strip()))

    @Slot()
    def _on_accepted(self) -> None:
        self.text_accepted.emit(" ".join(self._text.toPlainText().split()))
