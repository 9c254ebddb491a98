"""What temperatures the two ends of a clip's palette stand for."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, Qt, Signal, Slot
from PySide6.QtGui import QDoubleValidator
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.clip import Frames, PixelBox
from desktop_app.domain.errors import HeatSketchError
from desktop_app.domain.units import ZERO_CELSIUS_K
from desktop_app.ui.dialogs.scale_picture import ScalePicture
from desktop_app.ui.theme import set_role
from desktop_app.ui.translation import in_words

COLDEST_C, HOTTEST_C = -273.15, 9726.0


class ScaleDialog(QDialog):
    """Shown with `open()`: either the ends are typed, or two places of the picture and their temperatures.

    Signals:
        places_known: two `KnownPlace`; whoever listens answers with `show_found` or `show_refusal`.
        scale_ordered: what the ends stand for, K; None for what the concept says.
    """

    places_known = Signal(object, object)
    scale_ordered = Signal(object)

    def __init__(
        self, picture: Frames, temperature_range_K: tuple[float, float], own: bool, parent: QWidget | None
    ) -> None:
        """Ask for a scale.

        Args:
            picture: (row, column, RGB) uint8, the frame in view.
            temperature_range_K: the scale in force.
            own: whether a person set that, so that there is one to go back from.
            parent: the window it opens over.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._found_K: tuple[float, float] | None = None
        self._refusal: HeatSketchError | None = None
        self._heading, self._lead = QLabel(), QLabel(wordWrap=True)
        self.picture = ScalePicture(picture)
        self.by_ends, self.by_places = QRadioButton(), QRadioButton()
        self.low, self.high = self._field(), self._field()
        self.first, self.second = self._field(), self._field()
        self._to, self._bar = QLabel("–"), QLabel(wordWrap=True)
        self._letters = (QLabel("A"), QLabel("B"))
        self._hint, self._result = QLabel(wordWrap=True), QLabel(wordWrap=True)
        self.back, self.cancel, self.apply = QPushButton(), QPushButton(), QPushButton()
        low, high = (value - ZERO_CELSIUS_K for value in temperature_range_K)
        self.low.setText(f"{low:.6g}")
        self.high.setText(f"{high:.6g}")
        self.by_ends.setChecked(True)
        self.back.setEnabled(own)
        self._bar.hide()
        self._lay_out()
        self._connect()
        self._retranslate()

    @property
    def result_text(self) -> str:
        """What the scale would be, or why there is none."""
        return self._result.text()

    @property
    def bar_told(self) -> bool:
        """Whether a scale in the picture is spoken of."""
        return not self._bar.isHidden()

    def show_bar(self, box: PixelBox) -> None:
        """A scale is printed into the picture: its ends are the palette's."""
        self.picture.show_bar(box)
        self._bar.show()

    def show_found(self, scale_K: tuple[float, float]) -> None:
        """Two places give this scale, K."""
        self._found_K, self._refusal = scale_K, None
        self._write_result()

    def show_refusal(self, error: HeatSketchError) -> None:
        """Two places give no scale; say why."""
        self._found_K, self._refusal = None, error
        self._write_result()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language when told to."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _field(self) -> QLineEdit:
        field = QLineEdit()
        check = QDoubleValidator(COLDEST_C, HOTTEST_C, 3, field)
        check.setLocale(QLocale.c())
        check.setNotation(QDoubleValidator.Notation.StandardNotation)
        field.setValidator(check)
        field.setFixedWidth(96)
        return field

    def _lay_out(self) -> None:
        for label, role in ((self._heading, "title"), (self._lead, "muted"), (self._hint, "small")):
            set_role(label, role)
        set_role(self._bar, "small")
        set_role(self.apply, "primary")
        set_role(self.cancel, "large")
        set_role(self.back, "large")
        self.apply.setDefault(True)
        for button in (self.back, self.cancel):
            button.setAutoDefault(False)
        ends, places = QHBoxLayout(), QHBoxLayout()
        for row, widgets in (
            (ends, (self.low, self._to, self.high)),
            (places, (self._letters[0], self.first, self._letters[1], self.second)),
        ):
            row.setContentsMargins(24, 0, 0, 0)
            row.setSpacing(8)
            for widget in widgets:
                row.addWidget(widget)
            row.addStretch()
        ways = QVBoxLayout()
        ways.setSpacing(8)
        ways.addWidget(self.by_ends)
        ways.addLayout(ends)
        ways.addWidget(self._bar)
        ways.addWidget(self.by_places)
        ways.addLayout(places)
        ways.addWidget(self._hint)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.back)
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.apply)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.setSpacing(12)
        for part in (self._heading, self._lead):
            layout.addWidget(part)
        layout.addWidget(self.picture, 1)
        layout.addLayout(ways)
        layout.addWidget(self._result)
        layout.addLayout(buttons)
        self._result.setMinimumHeight(2 * self.fontMetrics().lineSpacing() + 4)
        self.setMinimumWidth(560)
        self.resize(620, 660)

    def _connect(self) -> None:
        for field in (self.low, self.high, self.first, self.second):
            field.textChanged.connect(self._on_changed)
        for field in (self.low, self.high):
            field.textEdited.connect(self.by_ends.click)
        for field in (self.first, self.second):
            field.textEdited.connect(self.by_places.click)
        self.picture.moved.connect(self.by_places.click)
        self.picture.moved.connect(self._on_changed)
        self.by_places.toggled.connect(self._on_changed)
        self.back.clicked.connect(self._on_back_clicked)
        self.cancel.clicked.connect(self.reject)
        self.apply.clicked.connect(self._on_apply_clicked)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Set the scale"))
        self._heading.setText(self.tr("Set the scale"))
        self._lead.setText(
            self.tr("What the palette's two ends stand for. That is a convention, not a measurement.")
        )
        self.by_ends.setText(self.tr("By the palette's two ends (°C)"))
        self.by_places.setText(self.tr("By two places in the picture whose temperatures you know (°C)"))
        self._bar.setText(self.tr("The picture has a colour scale, framed above: what do its ends say?"))
        self._hint.setText(self.tr("Click, or drag A and B, to where you know the temperature."))
        self.low.setAccessibleName(self.tr("Temperature of the palette's cold end, °C"))
        self.high.setAccessibleName(self.tr("Temperature of the palette's hot end, °C"))
        self.first.setAccessibleName(self.tr("Temperature at place {letter}, °C").format(letter="A"))
        self.second.setAccessibleName(self.tr("Temperature at place {letter}, °C").format(letter="B"))
        self.picture.retranslate()
        self.back.setText(self.tr("Back to the concept's scale"))
        self.cancel.setText(self.tr("Cancel"))
        self.apply.setText(self.tr("Apply"))
        self._write_result()

    @Slot()
    def _on_changed(self) -> None:
        """Ask for the scale of two places anew once both temperatures are there."""
        self._found_K = self._refusal = None
        self._write_result()
        if self.by_places.isChecked() and self._typed(self.first, self.second) is not None:
            first, second = (float(field.text()) + ZERO_CELSIUS_K for field in (self.first, self.second))
            a, b = self.picture.places
            self.places_known.emit((*a, first), (*b, second))

    def _typed(self, *fields: QLineEdit) -> tuple[float, ...] | None:
        """°C in fields; None where one says none."""
        if not all(field.hasAcceptableInput() for field in fields):
            return None
        return tuple(float(field.text()) for field in fields)

    def _scale_K(self) -> tuple[float, float] | None:
        if self.by_places.isChecked():
            return self._found_K
        typed = self._typed(self.low, self.high)
        if typed is None or typed[0] >= typed[1]:
            return None
        return typed[0] + ZERO_CELSIUS_K, typed[1] + ZERO_CELSIUS_K

    def _write_result(self) -> None:
        scale = self._scale_K()
        self.apply.setEnabled(scale is not None)
        set_role(self._result, "caution" if self._problem() else "muted")
        if scale is None:
            self._result.setText(self._problem())
            return
        low, high = (f"{value - ZERO_CELSIUS_K:.1f}" for value in scale)
        said = self.tr("The palette then runs from {low} °C to {high} °C.")
        self._result.setText(said.format(low=low, high=high))

    def _problem(self) -> str:
        if self.by_places.isChecked():
            error = self._refusal
            return "" if error is None else f"{in_words(error.message)} {in_words(error.remedy)}"
        typed = self._typed(self.low, self.high)
        if typed is None:
            return self.tr("These are not temperatures in °C.")
        return self.tr("The cold end must be colder than the hot end.") if typed[0] >= typed[1] else ""

    @Slot()
    def _on_back_clicked(self) -> None:
        self.accept()
        self.scale_ordered.emit(None)

    @Slot()
    def _on_apply_clicked(self) -> None:
        scale = self._scale_K()
        if scale is not None:
            self.accept()
            self.scale_ordered.emit(scale)
