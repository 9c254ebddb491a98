"""A failure: one sentence, a remedy, and the details folded away."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.errors import HeatSketchError
from desktop_app.ui.dialogs.closing_dialog import ClosingDialog
from desktop_app.ui.icons import icon, pixmap
from desktop_app.ui.theme import set_role
from desktop_app.ui.translation import in_words


class ErrorDialog(ClosingDialog):
    """Shown with `open()`, so that nothing behind it stops."""

    def __init__(self, error: HeatSketchError, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._error = error
        self._badge = QLabel()
        self._message = _sentence("title")
        self._remedy = _sentence("muted")
        self._fold = QToolButton()
        self._fold.setCheckable(True)
        self._fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        set_role(self._fold, "fold")
        self._details = QPlainTextEdit(error.details.strip())
        self._details.setReadOnly(True)
        self._details.setTabChangesFocus(True)
        self._details.setMinimumHeight(160)
        self._copy = QPushButton()
        self._copy.setIcon(icon("copy"))
        self._copy.setAutoDefault(False)
        self._lay_out()
        self._fold.toggled.connect(self._on_fold_toggled)
        self._copy.clicked.connect(self._on_copy_clicked)
        self._fold.setVisible(bool(error.details.strip()))
        self._retranslate()
        self._on_fold_toggled(False)

    @property
    def message(self) -> str:
        """The sentence it shows."""
        return self._message.text()

    def changeEvent(self, event: QEvent) -> None:
        """Change colours when told to."""
        if event.type() == QEvent.Type.StyleChange:
            self._paint_badge()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        self._paint_badge()
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.addWidget(self._badge, 0, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._message, 0, 1)
        grid.addWidget(self._remedy, 1, 1)
        grid.setColumnStretch(1, 1)
        folded = QHBoxLayout()
        folded.addWidget(self._fold)
        folded.addStretch()
        folded.addWidget(self._copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.setSpacing(12)
        layout.addLayout(grid)
        layout.addLayout(folded)
        layout.addWidget(self._details, 1)
        layout.addWidget(self._buttons)
        self.setMinimumWidth(480)

    def _paint_badge(self) -> None:
        self._badge.setPixmap(pixmap("error", 32, "bad", self.devicePixelRatioF()))

    def _retranslate(self) -> None:
        super()._retranslate()
        self.setWindowTitle(self.tr("HeatSketch"))
        self._message.setText(in_words(self._error.message))
        self._remedy.setText(in_words(self._error.remedy))
        self._fold.setText(self.tr("Details"))
        self._fold.setAccessibleName(self.tr("Show the technical details"))
        self._details.setAccessibleName(self.tr("Technical details"))
        self._copy.setText(self.tr("Copy details"))
        self._copy.setAccessibleName(self.tr("Copy the technical details"))

    @Slot(bool)
    def _on_fold_toggled(self, opened: bool) -> None:
        self._details.setVisible(opened)
        self._copy.setVisible(opened)
        self._fold.setIcon(icon("chevron_down" if opened else "chevron_right", "muted"))
        self._fold.setIconSize(QSize(14, 14))
        self.adjustSize()

    @Slot()
    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(f"{self._error}\n\n{self._error.details.strip()}")


def _sentence(role: str) -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    set_role(label, role)
    return label
