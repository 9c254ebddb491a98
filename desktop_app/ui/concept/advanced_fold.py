"""The numbers of a generation, folded away until somebody wants them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from desktop_app.ui.concept.advanced_settings import AdvancedSettings
from desktop_app.ui.icons import icon
from desktop_app.ui.theme import set_role


class AdvancedFold(QWidget):
    """A button that unfolds the advanced settings.

    Attributes:
        settings: what is folded.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.settings = AdvancedSettings()
        self.settings.hide()
        self._fold = QToolButton()
        self._fold.setCheckable(True)
        self._fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        set_role(self._fold, "fold")
        self._fold.toggled.connect(self._on_toggled)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.settings)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language when told to."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._fold.setText(self.tr("Advanced"))
        self._fold.setAccessibleName(self.tr("Advanced settings"))
        self._on_toggled(self._fold.isChecked())

    @Slot(bool)
    def _on_toggled(self, opened: bool) -> None:
        self.settings.setVisible(opened)
        self._fold.setIcon(icon("chevron_down" if opened else "chevron_right", "muted"))
