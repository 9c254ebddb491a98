"""Importing what the first generation will need, while the person still reads and types."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module

from PySide6.QtCore import QObject, QThread


class WarmUpThread(QThread):
    """Imports modules by name, one after another; one that cannot be imported is left to its first user."""

    def __init__(self, modules: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._modules = tuple(modules)

    def run(self) -> None:
        """Import; called by Qt on the new thread."""
        for module in self._modules:
            if self.isInterruptionRequested():
                return
            try:
                import_module(module)
            except Exception:  # noqa: BLE001 - whoever needs it will say so
                return

    def shut_down(self) -> None:
        """Stop after the module at hand, and wait for that."""
        self.requestInterruption()
        self.wait()
