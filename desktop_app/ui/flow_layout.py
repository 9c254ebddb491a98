"""A row of widgets that goes on in the next line where there is no room left."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

KEEP_WITH_NEXT = "keep_with_next"
"""Property of a widget that stands on one line with the widget after it."""


class FlowLayout(QLayout):
    """Lays its widgets out like words of a paragraph."""

    def __init__(self, parent: QWidget | None = None, gap: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Qt hands every added widget over through here."""
        self._items.append(item)

    def count(self) -> int:
        """How many widgets there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The widget at a place in the row."""
        return self._items[index] if 0 <= index < len(self._items) else None

    @property
    def widest(self) -> int:
        """Width that the widest of those kept together would like, pixels."""
        groups = ([item.sizeHint().width() for item in group] for group in self._kept_together())
        return max((sum(widths) + self._gap * (len(widths) - 1) for widths in groups), default=0)

    def move_to_end(self, widget: QWidget) -> None:
        """Put a widget that is there already behind all others."""
        for item in [item for item in self._items if item.widget() is widget]:
            self._items.remove(item)
            self._items.append(item)
        self.invalidate()

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove a widget from the row."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It takes no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Narrower means taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of all lines, pixels."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Move every widget to its place."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """The widest widget."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """The widest widget."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        y, line = rect.y(), _Line()
        for group in self._groups(rect.width()):
            sizes = [_size(item, rect.width()) for item in group]
            width = sum(size.width() for size in sizes) + self._gap * (len(sizes) - 1)
            if line.items and line.width + self._gap + width > rect.width():
                y += self._end(line, rect.x(), y, move=move) + self._gap
                line = _Line()
            for item, size in zip(group, sizes, strict=True):
                line.add(item, size, self._gap)
        return y + self._end(line, rect.x(), y, move=move) - rect.y()

    def _groups(self, room: int) -> Iterator[list[QLayoutItem]]:
        """The widgets that are seen; those that are kept together in one list, if there is room for it."""
        for group in self._kept_together():
            width = sum(item.sizeHint().width() for item in group) + self._gap * (len(group) - 1)
            yield from ([group] if width <= room else ([item] for item in group))

    def _kept_together(self) -> Iterator[list[QLayoutItem]]:
        group: list[QLayoutItem] = []
        for item in self._items:
            if item.isEmpty():
                continue
            group.append(item)
            widget = item.widget()
            if widget is None or not widget.property(KEEP_WITH_NEXT):
                yield group
                group = []
        if group:
            yield group

    def _end(self, line: _Line, x: int, y: int, *, move: bool) -> int:
        """Put the widgets of a line beside each other, on one middle; the height of the line."""
        for item, size in line.items:
            if move:
                item.setGeometry(QRect(QPoint(x, y + (line.height - size.height()) // 2), size))
            x += size.width() + self._gap
        return line.height


def _size(item: QLayoutItem, room: int) -> QSize:
    """What the widget would like, if there is room for it."""
    hint = item.sizeHint()
    return QSize(min(hint.width(), max(room, item.minimumSize().width())), hint.height())


class _Line:
    """The widgets of one line, and the room they take."""

    def __init__(self) -> None:
        self.items: list[tuple[QLayoutItem, QSize]] = []
        self.width = self.height = 0

    def add(self, item: QLayoutItem, size: QSize, gap: int) -> None:
        """Put a widget at the end."""
        self.width += size.width() + (gap if self.items else 0)
        self.height = max(self.height, size.height())
        self.items.append((item, size))
