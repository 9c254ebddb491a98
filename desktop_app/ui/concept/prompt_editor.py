"""Where the idea is written."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.concept_types import LONGEST_PROMPT
from desktop_app.ui.flow_layout import FlowLayout
from desktop_app.ui.theme import set_role

SETTLE_MS = 300


class PromptEditor(QWidget):
    """The prompt with its counter, and examples one click away.

    Signals:
        prompt_settled: the text, once nothing was typed for a moment, or at once where it was set.
        example_chosen: the prompt of an example; it is not written yet.
    """

    prompt_settled = Signal(str)
    example_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel()
        set_role(self._title, "section")
        self._counter = QLabel()
        set_role(self._counter, "small")
        self._editor = _Editor()
        self._editor.textChanged.connect(self._on_text_changed)
        self._chips = [QPushButton() for _ in range(3)]
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self._on_settled)
        self._lay_out()
        self._retranslate()

    @property
    def prompt(self) -> str:
        """What is written."""
        return self._editor.toPlainText()

    def set_prompt(self, prompt: str) -> None:
        """Write something else, and let everybody know at once."""
        self._editor.setPlainText(prompt)
        self._settle.stop()
        self._on_settled()

    def restore(self, prompt: str) -> None:
        """Write what was understood earlier; nobody is told."""
        self._editor.setPlainText(prompt)
        self._settle.stop()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language when told to."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        self.setFocusProxy(self._editor)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch()
        head.addWidget(self._counter)
        flow = FlowLayout()
        for chip in self._chips:
            set_role(chip, "chip")
            chip.clicked.connect(self._on_example_clicked)
            flow.addWidget(chip)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self._editor)
        layout.addLayout(flow)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Your idea"))
        self._editor.setAccessibleName(self.tr("Prompt: your idea in one sentence"))
        self._editor.setPlaceholderText(
            self.tr("What is heated, where, and how hot? For example: a copper rod, its left end in a flame.")
        )
        for chip, (label, prompt) in zip(self._chips, self._examples(), strict=True):
            chip.setText(label)
            chip.setToolTip(prompt)
            chip.setAccessibleName(self.tr("Example: {label}").format(label=label))
            chip.setAccessibleDescription(prompt)
        self._count()

    def _examples(self) -> tuple[tuple[str, str], ...]:
        return (
            (self.tr("Rod in a flame"), self.tr("A copper rod, its left end in a flame")),
            (self.tr("Hot spot"), self.tr("An aluminium plate with a spot held at 300 °C in its centre")),
            (self.tr("Two hot ends"), self.tr("A steel rod at 20 °C, both ends held at 200 °C")),
        )

    def _count(self) -> None:
        length = len(self.prompt)
        too_long = length > LONGEST_PROMPT
        self._counter.setVisible(length > LONGEST_PROMPT * 0.8)
        if too_long:
            over = self.tr("{n} characters too many").format(n=length - LONGEST_PROMPT)
            self._counter.setText(over)
        else:
            self._counter.setText(self.tr("{n} left").format(n=LONGEST_PROMPT - length))
        set_role(self._counter, "bad" if too_long else "small")

    @Slot()
    def _on_text_changed(self) -> None:
        self._count()
        self._settle.start()

    @Slot()
    def _on_settled(self) -> None:
        self.prompt_settled.emit(self.prompt)

    @Slot()
    def _on_example_clicked(self) -> None:
        chip = self.sender()
        if isinstance(chip, QPushButton):
            self.example_chosen.emit(chip.toolTip())
            self._editor.setFocus()


class _Editor(QPlainTextEdit):
    """Plain text, three lines high; Tab leaves it."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setSizeAdjustPolicy(QPlainTextEdit.SizeAdjustPolicy.AdjustIgnored)

    def sizeHint(self) -> QSize:
        """Room for three lines."""
        return QSize(260, 3 * self.fontMetrics().lineSpacing() + 26)

    def minimumSizeHint(self) -> QSize:
        """Room for two lines."""
        return QSize(160, 2 * self.fontMetrics().lineSpacing() + 26)
