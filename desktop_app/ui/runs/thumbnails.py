"""Small pictures of runs, read from the disk one at a time when somebody looks."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImageReader, QPixmap

if TYPE_CHECKING:
    from desktop_app.services.verbs import Verbs

THUMBNAIL = QSize(112, 64)
"""Logical pixels; read at twice that for dense screens."""


class Thumbnails(QObject):
    """A cache that fills itself while the window is idle.

    Signals:
        thumbnail_loaded: the id of the run whose picture is there now.
    """

    thumbnail_loaded = Signal(str)

    def __init__(self, verbs: Verbs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._verbs = verbs
        self._loaded: dict[str, QPixmap | None] = {}
        self._wanted: deque[str] = deque()
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._on_idle)

    def picture(self, run_id: str) -> QPixmap | None:
        """The picture, or None while it is not there; it is then fetched."""
        if run_id not in self._loaded and run_id not in self._wanted:
            self._wanted.append(run_id)
            self._idle.start()
        return self._loaded.get(run_id)

    def forget(self, run_id: str) -> None:
        """Read the picture again the next time somebody looks."""
        self._loaded.pop(run_id, None)

    @Slot()
    def _on_idle(self) -> None:
        if not self._wanted:
            self._idle.stop()
            return
        run_id = self._wanted.popleft()
        self._loaded[run_id] = self._read(run_id)
        self.thumbnail_loaded.emit(run_id)

    def _read(self, run_id: str) -> QPixmap | None:
        path = self._verbs.thumbnail(run_id)
        if path is None:
            return None
        reader = QImageReader(str(path))
        size = reader.size().scaled(THUMBNAIL * 2, Qt.AspectRatioMode.KeepAspectRatioByExpanding)
        reader.setScaledSize(size)
        image = reader.read()
        return None if image.isNull() else QPixmap.fromImage(image)
