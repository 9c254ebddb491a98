"""Draft, Standard or Fine."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QHBoxLayout, QPushButton, QWidget

from desktop_app.ui.theme import set_role
from desktop_app.workflow.orders import QUALITIES, Quality


class QualityButtons(QFrame):
    """Three buttons in one frame, of which at most one is down: none where the settings are somebody's own.

    Signals:
        quality_chosen: the `Quality`, by a click.
    """

    quality_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "segments")
        self._group = QButtonGroup(self)
        self._buttons: dict[Quality, QPushButton] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(3, 3, 3, 3)
        layout.setSpacing(2)
        for quality in QUALITIES:
            button = QPushButton()
            button.setCheckable(True)
            set_role(button, "segment")
            self._buttons[quality] = button
            self._group.addButton(button)
            layout.addWidget(button, 1)
        self._group.buttonClicked.connect(self._on_clicked)
        self._retranslate()

    @property
    def quality(self) -> Quality | None:
        """Which button is down."""
        return next((q for q, button in self._buttons.items() if button.isChecked()), None)

    def show_quality(self, quality: Quality | None) -> None:
        """Press one button, or let all of them up."""
        self._group.setExclusive(quality is not None)
        for each, button in self._buttons.items():
            button.setChecked(each == quality)

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language when told to."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Quality"))
        names = (self.tr("Draft"), self.tr("Standard"), self.tr("Fine"))
        for button, name in zip(self._buttons.values(), names, strict=True):
            button.setText(name)
            button.setAccessibleName(self.tr("Quality: {name}").format(name=name))

    @Slot(QAbstractButton)
    def _on_clicked(self, clicked: QAbstractButton) -> None:
        quality = next(q for q, button in self._buttons.items() if button is clicked)
        self.show_quality(quality)
        self.quality_chosen.emit(quality)
