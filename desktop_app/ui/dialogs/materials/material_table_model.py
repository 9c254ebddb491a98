"""The materials as Qt's views see them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from desktop_app.domain.material import Material, PropertyValue
from desktop_app.knowledge.material_properties import MaterialProperty
from desktop_app.ui.concept import words
from desktop_app.ui.dialogs.materials.properties import (
    BY_NAME,
    number_text,
    property_of,
    quantity_text,
    shown_value,
)
from desktop_app.ui.theme import current_theme
from desktop_app.ui.translation import current_language, in_words

Index = QModelIndex | QPersistentModelIndex
MATERIAL_ROLE = Qt.ItemDataRole.UserRole
SORT_ROLE = Qt.ItemDataRole.UserRole + 1
NAME, DIFFUSIVITY = 0, 4
_PROPERTY_AT: dict[int, MaterialProperty] = {
    1: "thermal_conductivity",
    2: "density",
    3: "specific_heat_capacity",
    5: "emissivity",
    6: "melting_point",
}
_COLUMNS = 7
_OWN_MARK = "●"
_UNVERIFIED_MARK = "?"


class MaterialTableModel(QAbstractTableModel):
    """One row a material: name, k, ρ, c, α, emissivity, melting point.

    A value whose source was not opened has a question mark and the colour of caution; a person's own
    material has a dot before its name.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._materials: tuple[Material, ...] = ()
        self._own: frozenset[str] = frozenset()

    @property
    def materials(self) -> tuple[Material, ...]:
        """What is listed, row by row."""
        return self._materials

    def set_materials(self, materials: Sequence[Material], own_ids: Sequence[str]) -> None:
        """List these; those of `own_ids` are the person's own."""
        self.beginResetModel()
        self._materials, self._own = tuple(materials), frozenset(own_ids)
        self.endResetModel()

    def row_of(self, material_id: str) -> int:
        """Where a material is; -1 where it is not."""
        return next((row for row, m in enumerate(self._materials) if m.id == material_id), -1)

    def is_own(self, material: Material) -> bool:
        """Whether the person entered it."""
        return material.id in self._own

    def retranslate(self) -> None:
        """Everything is said anew."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, _COLUMNS - 1)
        if self._materials:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._materials) - 1, _COLUMNS - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many materials there are."""
        return 0 if parent.isValid() else len(self._materials)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The name and six properties."""
        return 0 if parent.isValid() else _COLUMNS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What is known of a material, column by column."""
        if not index.isValid():
            return None
        material = self._materials[index.row()]
        if role == MATERIAL_ROLE:
            return material
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(index.column())
        if index.column() == NAME:
            return self._name(material, role)
        if index.column() == DIFFUSIVITY:
            return _diffusivity(material, role)
        return _property(material, _PROPERTY_AT[index.column()], role)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Symbol and unit over each column, the whole name on hover."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        if section in _PROPERTY_AT:
            shown = BY_NAME[_PROPERTY_AT[section]]
            heading, whole = f"{shown.symbol}\n{shown.unit or '–'}", in_words(shown.words)
        elif section == DIFFUSIVITY:
            heading, whole = "α\nmm²/s", self.tr("Thermal diffusivity, k / (ρ·c)")
        else:
            heading = whole = self.tr("Material")
        if role == Qt.ItemDataRole.DisplayRole:
            return heading
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return whole
        return None

    def _name(self, material: Material, role: int) -> object:
        name = words.material_words(material, current_language() == "zh")
        own = self.is_own(material)
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{_OWN_MARK} {name}" if own else name
        if role == SORT_ROLE:
            return name.casefold()
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.tr("{name}, your own").format(name=name) if own else name
        if role == Qt.ItemDataRole.ForegroundRole and own:
            return QColor(current_theme().accent)
        return None


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if column == NAME else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter


def _diffusivity(material: Material, role: int) -> object:
    """Derived, and only as sure as what it is derived from."""
    square_mm = material.thermal_diffusivity * 1e6
    from_values = (material.thermal_conductivity, material.density, material.specific_heat_capacity)
    verified = all(value.verified for value in from_values)
    if role == SORT_ROLE:
        return square_mm
    if role == Qt.ItemDataRole.DisplayRole:
        return _marked(number_text(square_mm), verified)
    if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
        return f"{number_text(square_mm, 6)} mm²/s = k / (ρ·c)"
    if role == Qt.ItemDataRole.ForegroundRole and not verified:
        return QColor(current_theme().caution)
    return None


def _marked(text: str, verified: bool) -> str:
    return text if verified else f"{text} {_UNVERIFIED_MARK}"


def _property(material: Material, name: MaterialProperty, role: int) -> object:
    value = property_of(material, name)
    if value is None:
        return -1e30 if role == SORT_ROLE else None
    if role == SORT_ROLE:
        return value.value
    if role == Qt.ItemDataRole.DisplayRole:
        return _marked(number_text(shown_value(name, value.value)), value.verified)
    if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
        return _source(name, value)
    if role == Qt.ItemDataRole.ForegroundRole and not value.verified:
        return QColor(current_theme().caution)
    return None


def _source(name: MaterialProperty, value: PropertyValue) -> str:
    return f"{quantity_text(BY_NAME[name], value.value)}\n{in_words(value.citation)}"
