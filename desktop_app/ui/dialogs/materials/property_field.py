"""One property in the form: a number, its unit, where it comes from, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QSizePolicy

from desktop_app.domain.errors import HeatSketchError
from desktop_app.domain.material import PropertyValue
from desktop_app.domain.own_material import OwnValue
from desktop_app.knowledge.material_properties import RULES, MaterialProperty
from desktop_app.ui.dialogs.materials.properties import PropertyWords, number_text, shown_value
from desktop_app.ui.theme import set_role
from desktop_app.ui.translation import in_words

Convert = Callable[[str, str, MaterialProperty], float]
"""A value as typed and its unit, to the unit the property is kept in; raises with a sentence."""
_EXACT = 8


class PropertyField(QObject):
    """The widgets of one property, in two rows of a grid they share."""

    def __init__(self, shown: PropertyWords, required: bool, convert: Convert, parent: QObject) -> None:
        super().__init__(parent)
        self._shown = shown
        self._required = required
        self._convert = convert
        self._label = QLabel()
        self._value = QLineEdit()
        self._unit_text = QLineEdit()
        self._unit = QComboBox(editable=True)
        self._unit.setLineEdit(self._unit_text)
        self._unit.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._unit.addItems(shown.units)
        set_role(self._unit, "unit")
        self._source = QLineEdit()
        self._hint = QLabel(wordWrap=True)
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._value.editingFinished.connect(self.check)
        self._unit.activated.connect(self.check)
        self._unit_text.editingFinished.connect(self.check)
        self._hint.hide()
        self.retranslate()

    @property
    def hint(self) -> str:
        """What is said of the value: what it comes to, or what is wrong."""
        return self._hint.text()

    def add_to(self, grid: QGridLayout, row: int) -> None:
        """Take two rows of a grid."""
        self._value.setFixedWidth(104)
        self._unit.setFixedWidth(150)
        for column, widget in enumerate((self._label, self._value, self._unit, self._source)):
            grid.addWidget(widget, row, column)
        grid.addWidget(self._hint, row + 1, 1, 1, 3)

    def fill(self, value: PropertyValue) -> None:
        """Start from a known value, in the unit it is shown in."""
        unit = self._shown.unit
        self._value.setText(
            number_text(shown_value(self._shown.name, value.value), _EXACT).replace("\u202f", "")
        )
        self._unit.setCurrentText(unit)
        self._source.setText(value.source)
        self._source.setCursorPosition(0)

    def own_value(self) -> OwnValue | None:
        """What was typed; None where nothing was and nothing has to be.

        Raises:
            InvalidInput: it is no number, is missing, or its unit is not one of the property.
        """
        text = self._value.text().strip()
        if not text and not self._required:
            return None
        self._convert(text, self._unit.currentText(), self._shown.name)
        return OwnValue(self._number(text), self._unit.currentText().strip(), self._source.text().strip())

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        name = in_words(self._shown.words)
        self._label.setText(
            name if self._required else self.tr("{property} (optional)").format(property=name)
        )
        self._value.setAccessibleName(name)
        self._unit.setAccessibleName(self.tr("{property}: unit").format(property=name))
        self._source.setAccessibleName(self.tr("{property}: source").format(property=name))
        self._source.setPlaceholderText(self.tr("Source: book, table or data sheet"))
        if not self._hint.isHidden():
            self.check()

    @Slot()
    def check(self) -> None:
        """Say what the value comes to, or what is wrong with it."""
        text = self._value.text().strip()
        if not text:
            self._say("", "small")
            return
        try:
            kept = self._convert(text, self._unit.currentText(), self._shown.name)
        except HeatSketchError as error:
            self._say(f"{in_words(error.message)} {in_words(error.remedy)}", "bad")
            return
        unit = RULES[self._shown.name].unit
        same = self._unit.currentText().strip() in (unit, "") or unit == "1"
        self._say("" if same else f"= {number_text(kept, 6)} {unit}", "small")

    def _number(self, text: str) -> float:
        """The number as typed: converting from the unit it is kept in changes nothing."""
        return self._convert(text, RULES[self._shown.name].unit, self._shown.name)

    def _say(self, words: str, role: str) -> None:
        set_role(self._hint, role)
        self._hint.setText(words)
        self._hint.setVisible(bool(words))
        self._value.setAccessibleDescription(words)
