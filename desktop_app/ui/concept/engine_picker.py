"""Which engine makes the clip."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from desktop_app.domain.text import Text
from desktop_app.ui.icons import icon
from desktop_app.ui.theme import set_role
from desktop_app.ui.translation import in_words
from desktop_app.workflow.engines import EngineChoice


class EnginePicker(QWidget):
    """A list of engines, what to know of the chosen one, and what is wrong with it if anything is.

    Signals:
        engine_chosen: the `EngineChoice`.
        folder_wanted: a folder that is not in the list is to be chosen.
    """

    engine_chosen = Signal(object)
    folder_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[EngineChoice, ...] = ()
        self._title = QLabel()
        set_role(self._title, "section")
        self._list = QComboBox()
        self._list.setMinimumContentsLength(8)
        self._list.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._list.currentIndexChanged.connect(self._on_index_changed)
        self._folder = QToolButton()
        self._folder.setIcon(icon("folder"))
        self._folder.clicked.connect(self.folder_wanted)
        self._about = QLabel(wordWrap=True)
        set_role(self._about, "small")
        self._problem = QLabel(wordWrap=True)
        set_role(self._problem, "caution")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._title)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._list, 1)
        row.addWidget(self._folder)
        layout.addLayout(row)
        layout.addWidget(self._about)
        layout.addWidget(self._problem)
        self._title.setBuddy(self._list)
        self._retranslate()

    @property
    def engine(self) -> EngineChoice:
        """The chosen one."""
        return self._choices[max(0, self._list.currentIndex())]

    def set_engines(self, choices: Sequence[EngineChoice], chosen: EngineChoice) -> None:
        """Offer these, with one of them chosen."""
        self._choices = tuple(choices)
        self._list.blockSignals(True)
        self._list.clear()
        for choice in choices:
            self._list.addItem(in_words(choice.label))
        self._list.blockSignals(False)
        self.choose(chosen.id)
        self._show_words()

    def add_engines(self, engines: Sequence[EngineChoice]) -> None:
        """Offer more; the choice stays, and of one that is there already the newest is known."""
        newest = {engine.id: engine for engine in engines}
        self._choices = tuple(newest.pop(choice.id, choice) for choice in self._choices)
        for engine in newest.values():
            self._choices = (*self._choices, engine)
            self._list.addItem(in_words(engine.label))
        self._show_words()

    def choose(self, engine_id: str) -> bool:
        """Choose an engine by its id; whether it is there."""
        for index, choice in enumerate(self._choices):
            if choice.id == engine_id:
                self._list.setCurrentIndex(index)
                return True
        return False

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language when told to."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Model"))
        self._list.setAccessibleName(self.tr("Model that makes the clip"))
        self._folder.setAccessibleName(self.tr("Choose a model folder"))
        self._folder.setToolTip(self.tr("Choose a model folder on this computer"))
        for index, choice in enumerate(self._choices):
            self._list.setItemText(index, in_words(choice.label))
        self._show_words()

    def _show_words(self) -> None:
        engine = self.engine if self._choices else None
        _show(self._about, None if engine is None else engine.about)
        _show(self._problem, None if engine is None else engine.problem)

    @Slot(int)
    def _on_index_changed(self, _index: int) -> None:
        self._show_words()
        self.engine_chosen.emit(self.engine)


def _show(label: QLabel, text: Text | None) -> None:
    label.setVisible(text is not None)
    label.setText("" if text is None else in_words(text))
