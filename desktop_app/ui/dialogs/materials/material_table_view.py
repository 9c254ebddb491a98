"""The table of materials with its search and its one chosen row."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop_app.domain.material import Material
from desktop_app.ui.dialogs.materials.material_search import Found
from desktop_app.ui.dialogs.materials.material_sort_proxy import MaterialSortProxy
from desktop_app.ui.dialogs.materials.material_table_model import MATERIAL_ROLE, NAME, MaterialTableModel

_NARROWEST_NAME = 190
_WIDEST = "J/(kg·K)"
_PADDING = 11


class MaterialTableView(QTableView):
    """Sorted by a click on a heading.

    Signals:
        material_chosen: another row is selected, or none.
    """

    material_chosen = Signal()

    def __init__(self, model: MaterialTableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._materials = model
        self._proxy = MaterialSortProxy(self)
        self._proxy.setSourceModel(model)
        self.setModel(self._proxy)
        self._set_up()
        self.sortByColumn(NAME, Qt.SortOrder.AscendingOrder)
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)

    @property
    def chosen(self) -> Material | None:
        """The material whose row is selected."""
        rows = self.selectionModel().selectedRows()
        return rows[0].data(MATERIAL_ROLE) if rows else None

    @property
    def rows(self) -> QSortFilterProxyModel:
        """The rows in view, in their order."""
        return self._proxy

    def show_found(self, found: Found) -> None:
        """List what a search found."""
        self._proxy.show_found(found)

    def choose_first(self) -> None:
        """Select the first row, if there is one."""
        self._choose(0)

    def choose(self, material_id: str) -> None:
        """Select a material; the first row where it is not in view."""
        source = self._materials.row_of(material_id)
        index = (
            self._proxy.mapFromSource(self._materials.index(source, NAME)) if source >= 0 else QModelIndex()
        )
        self._choose(index.row() if index.isValid() else 0)

    def _choose(self, row: int) -> None:
        if 0 <= row < self._proxy.rowCount():
            self.selectRow(row)
            self.scrollTo(self._proxy.index(row, NAME))

    def _set_up(self) -> None:
        self.setSortingEnabled(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setAlternatingRowColors(True)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 12)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        header.setDefaultSectionSize(self.fontMetrics().horizontalAdvance(_WIDEST) + 2 * _PADDING)
        columns = self._materials.columnCount() - 1
        self.setMinimumWidth(_NARROWEST_NAME + columns * header.defaultSectionSize())

    @Slot()
    def _on_selection_changed(self) -> None:
        self.material_chosen.emit()
