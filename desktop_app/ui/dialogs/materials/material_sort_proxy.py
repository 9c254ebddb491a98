"""The rows of the table that answer a search, best first, else in the order of a column."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel

from desktop_app.ui.dialogs.materials.material_search import Found
from desktop_app.ui.dialogs.materials.material_table_model import MATERIAL_ROLE, SORT_ROLE

Index = QModelIndex | QPersistentModelIndex


class MaterialSortProxy(QSortFilterProxyModel):
    """Filters and sorts by what a search found."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found: Found | None = None
        self.setSortRole(SORT_ROLE)

    def show_found(self, found: Found) -> None:
        """Let only these through."""
        self._found = found
        self.invalidate()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        """Whether a material answers the search."""
        if self._found is None:
            return True
        material = self.sourceModel().index(row, 0, parent).data(MATERIAL_ROLE)
        return material.id in self._found.ranks

    def lessThan(self, left: Index, right: Index) -> bool:
        """What answers better comes first, whichever way a column is sorted."""
        first, second = (self._rank(index) for index in (left, right))
        if first != second:
            ascending = self.sortOrder().value == 0
            return (first < second) == ascending
        return bool(left.data(SORT_ROLE) < right.data(SORT_ROLE))

    def _rank(self, index: Index) -> int:
        if self._found is None:
            return 0
        return self._found.ranks.get(index.data(MATERIAL_ROLE).id, 0)
