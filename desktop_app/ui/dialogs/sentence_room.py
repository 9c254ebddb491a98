"""Height for sentences that wrap: Qt's own minimum of a layout does not count it."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget


def give_room(dialog: QDialog, width: int) -> None:
    """Let a dialog be no lower than its sentences need where they wrap at `width`, its least width."""
    layout = dialog.layout()
    if layout is not None:
        for part in dialog.findChildren(QWidget):
            part.ensurePolished()
            part.updateGeometry()  # a layout further out hears only later of what was hidden or said just now
            if (inner := part.layout()) is not None:
                inner.invalidate()
        layout.invalidate()
        layout.activate()
        dialog.setMinimumHeight(layout.totalHeightForWidth(width))
