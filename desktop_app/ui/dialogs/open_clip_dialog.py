"""What a person knows of a clip that is to be opened."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QLocale, Qt, Signal, Slot
from PySide6.QtGui import QDoubleValidator
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.units import ZERO_CELSIUS_K
from desktop_app.services.opening_order import OpeningOrder
from desktop_app.ui.icons import icon
from desktop_app.ui.theme import set_role

AUTO = "auto"
COLDEST_C, HOTTEST_C = -273.15, 9726.0


class OpenClipDialog(QDialog):
    """Shown with `open()`; `opening_ordered` carries an `OpeningOrder`. Only the file is required."""

    opening_ordered = Signal(object)

    def __init__(self, path: Path | None, looks: tuple[str, ...], parent: QWidget | None = None) -> None:
        """Ask about a clip.

        Args:
            path: of the clip; None where it is to be chosen.
            looks: names of the palettes it can be in.
            parent: the window it opens over.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._heading, self._lead = QLabel(), QLabel(wordWrap=True)
        self._path = QLineEdit("" if path is None else str(path))
        self._browse = QPushButton()
        self._folder = QPushButton()
        self._look = QComboBox()
        self._look.addItem("", AUTO)
        for name in looks:
            self._look.addItem(name, name)
        self._reversed = QCheckBox()
        self._low, self._high = self._temperature(), self._temperature()
        self._prompt = QLineEdit()
        self._problem = QLabel(wordWrap=True)
        self._labels = tuple(QLabel() for _ in range(4))
        self._to = QLabel("–")
        self._cancel, self._open = QPushButton(), QPushButton()
        self._lay_out()
        self._path.textChanged.connect(self._check)
        self._low.textChanged.connect(self._check)
        self._high.textChanged.connect(self._check)
        self._browse.clicked.connect(self._on_browse_clicked)
        self._folder.clicked.connect(self._on_folder_clicked)
        self._cancel.clicked.connect(self.reject)
        self._open.clicked.connect(self._on_open_clicked)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language when told to."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _temperature(self) -> QLineEdit:
        field = QLineEdit()
        check = QDoubleValidator(COLDEST_C, HOTTEST_C, 2, field)
        check.setLocale(QLocale.c())
        check.setNotation(QDoubleValidator.Notation.StandardNotation)
        field.setValidator(check)
        field.setFixedWidth(96)
        return field

    def _lay_out(self) -> None:
        set_role(self._heading, "title")
        set_role(self._lead, "muted")
        set_role(self._problem, "caution")
        set_role(self._open, "primary")
        set_role(self._cancel, "large")
        self._browse.setIcon(icon("film"))
        self._folder.setIcon(icon("folder"))
        self._open.setIcon(icon("film", "on_accent"))
        self._open.setDefault(True)
        for button in (self._browse, self._folder, self._cancel):
            button.setAutoDefault(False)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        for row, label in enumerate(self._labels):
            set_role(label, "muted")
            grid.addWidget(label, row, 0)
        grid.addLayout(_row(self._path, self._browse, self._folder), 0, 1)
        grid.addLayout(_row(self._look, self._reversed), 1, 1)
        grid.addLayout(_row(self._low, self._to, self._high, None), 2, 1)
        grid.addWidget(self._prompt, 3, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.setSpacing(14)
        layout.addWidget(self._heading)
        layout.addWidget(self._lead)
        layout.addLayout(grid)
        layout.addWidget(self._problem)
        layout.addStretch()
        layout.addLayout(_row(None, self._cancel, self._open))
        policy = self._problem.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._problem.setSizePolicy(policy)
        self.setMinimumWidth(600)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Open a clip"))
        self._heading.setText(self.tr("Open a clip"))
        self._lead.setText(
            self.tr(
                "Any video, GIF, picture or folder of pictures. Its colours are read as temperatures: that "
                "is a convention, not a measurement. Leave open what you do not know."
            )
        )
        words = (self.tr("Clip"), self.tr("Palette"), self.tr("Range (°C)"), self.tr("It shows"))
        for label, text in zip(self._labels, words, strict=True):
            label.setText(text)
        self._path.setAccessibleName(self.tr("Clip to open"))
        self._browse.setText(self.tr("File…"))
        self._folder.setText(self.tr("Folder…"))
        self._look.setItemText(0, self.tr("Found by fit"))
        self._look.setAccessibleName(self.tr("Palette of the clip"))
        self._reversed.setText(self.tr("Reversed"))
        self._reversed.setToolTip(self.tr("The palette's usual hot end is the cold one"))
        self._low.setPlaceholderText(self.tr("coldest"))
        self._high.setPlaceholderText(self.tr("hottest"))
        self._low.setAccessibleName(self.tr("Temperature of the palette's cold end, °C"))
        self._high.setAccessibleName(self.tr("Temperature of the palette's hot end, °C"))
        self._prompt.setPlaceholderText(self.tr("A copper rod, left end in a flame"))
        self._prompt.setAccessibleName(self.tr("What the clip shows, in words"))
        self._cancel.setText(self.tr("Cancel"))
        self._open.setText(self.tr("Open"))
        self._check()

    @Slot()
    def _check(self) -> None:
        problem = self._range_problem()
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        self._open.setEnabled(not problem and bool(self._path.text().strip()))

    def _range_problem(self) -> str:
        low, high = self._low.text().strip(), self._high.text().strip()
        if bool(low) != bool(high):
            return self.tr("Give both ends of the range, or neither.")
        if not low:
            return ""
        if not (self._low.hasAcceptableInput() and self._high.hasAcceptableInput()):
            return self.tr("These are not temperatures in °C.")
        if float(low) >= float(high):
            return self.tr("The cold end must be colder than the hot end.")
        return ""

    def _order(self) -> OpeningOrder:
        span = None
        if self._low.text().strip():
            span = (float(self._low.text()) + ZERO_CELSIUS_K, float(self._high.text()) + ZERO_CELSIUS_K)
        return OpeningOrder(
            path=Path(self._path.text().strip()).expanduser(),
            look=str(self._look.currentData()),
            reversed_palette=self._reversed.isChecked(),
            temperature_range_K=span,
            prompt=self._prompt.text().strip(),
        )

    @Slot()
    def _on_browse_clicked(self) -> None:
        chooser = QFileDialog(self, self.tr("Open a clip"))
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._choose(chooser)

    @Slot()
    def _on_folder_clicked(self) -> None:
        chooser = QFileDialog(self, self.tr("Open a folder of pictures"))
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        self._choose(chooser)

    def _choose(self, chooser: QFileDialog) -> None:
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(self._path.setText)
        chooser.open()

    @Slot()
    def _on_open_clicked(self) -> None:
        order = self._order()
        self.accept()
        self.opening_ordered.emit(order)


def _row(*widgets: QWidget | None) -> QHBoxLayout:
    """Side by side; None stands for free space."""
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in widgets:
        if widget is None:
            row.addStretch()
        else:
            row.addWidget(widget)
    return row
