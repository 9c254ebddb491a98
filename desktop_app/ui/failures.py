"""How a failure reaches the person."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.domain.errors import HeatSketchError
from desktop_app.ui.dialogs.error_dialog import ErrorDialog


def show_failure(error: HeatSketchError, parent: QWidget) -> None:
    """Open a dialog that blocks nothing; the window goes on living."""
    ErrorDialog(error, parent).open()
