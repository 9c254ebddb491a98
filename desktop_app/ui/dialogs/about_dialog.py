"""What this is, and what it is not."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.ui.dialogs.closing_dialog import ClosingDialog
from desktop_app.ui.icons import app_icon
from desktop_app.ui.theme import set_role

ICON_SIDE = 72


class AboutDialog(ClosingDialog):
    """Name, version, what it is for and where it ends."""

    def __init__(self, version: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
        text = QVBoxLayout()
        text.setSpacing(8)
        for part in (self._name, self._line, self._what, self._not):
            text.addWidget(part)
        text.addStretch()
        body = QHBoxLayout()
        body.setSpacing(20)
        body.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        body.addLayout(text, 1)
        self._stack(body)
        self.setMinimumWidth(480)
        self._retranslate()

    def _retranslate(self) -> None:
        super()._retranslate()
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
