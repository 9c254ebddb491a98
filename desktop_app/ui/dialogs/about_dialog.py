"""What this is, and what it is not."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.ui.icons import app_icon
from desktop_app.ui.theme import set_role

ICON_SIDE = 72


class AboutDialog(QDialog):
    """Name, version, what it is for and where it ends."""

    def __init__(self, version: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._version = version
        picture = QLabel()
        picture.setPixmap(app_icon().pixmap(QSize(ICON_SIDE, ICON_SIDE), self.devicePixelRatioF()))
        self._name = QLabel("HeatSketch")
        set_role(self._name, "title")
        self._line = QLabel()
        set_role(self._line, "muted")
        self._what = QLabel(wordWrap=True)
        self._not = QLabel(wordWrap=True)
        set_role(self._not, "muted")
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._buttons.rejected.connect(self.reject)
        text = QVBoxLayout()
        text.setSpacing(8)
        for part in (self._name, self._line, self._what, self._not):
            text.addWidget(part)
        text.addStretch()
        body = QHBoxLayout()
        body.setSpacing(20)
        body.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        body.addLayout(text, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 22, 22, 18)
        layout.setSpacing(16)
        layout.addLayout(body)
        layout.addWidget(self._buttons)
        self.setMinimumWidth(480)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language when told to."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("About HeatSketch"))
        self._line.setText(self.tr("Version {version}, Apache License 2.0").format(version=self._version))
        self._what.setText(
            self.tr("See a heat-dissipation idea as a short video, beside what Fourier's law says of it.")
        )
        self._not.setText(
            self.tr(
                "A video model paints what heating usually looks like; it does not calculate. "
                "Temperatures read from a clip are estimates from its colours and replace no simulation."
            )
        )
        close = self._buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setAccessibleName(self.tr("Close"))
