"""The one window: its docks, its menus, and nothing that decides anything."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QStatusBar, QVBoxLayout, QWidget

from desktop_app.ui.clip.clip_panel import ClipPanel
from desktop_app.ui.clip_header import ClipHeader
from desktop_app.ui.concept.concept_panel import ConceptPanel
from desktop_app.ui.dialogs.about_dialog import AboutDialog
from desktop_app.ui.dialogs.shortcuts_dialog import ShortcutsDialog
from desktop_app.ui.dock_title import DockTitle
from desktop_app.ui.icons import app_icon
from desktop_app.ui.menus import Menus
from desktop_app.ui.progress_strip import ProgressStrip
from desktop_app.ui.reading.reading_panel import ReadingPanel
from desktop_app.ui.runs.runs_panel import RunsPanel
from desktop_app.ui.runs.thumbnails import Thumbnails
from desktop_app.ui.theme import set_role


class MainWindow(QMainWindow):
    """Concept on the left, the clip in the middle, the reading on the right, the runs below.

    Signals:
        clip_dropped: the path of a file or folder that was dropped on the window.
        closing: the window is about to go; whoever runs threads ends them now.
    """

    clip_dropped = Signal(str)
    closing = Signal()

    def __init__(self, thumbnails: Thumbnails, version: str) -> None:
        super().__init__()
        self._version = version
        self.concept = ConceptPanel()
        self.header = ClipHeader()
        self.clip = ClipPanel()
        self.reading = ReadingPanel()
        self.runs = RunsPanel(thumbnails)
        self.progress = ProgressStrip()
        self.menus = Menus(self)
        # Tab goes from part to part in the order in which they enter the window
        self._concept_dock = self._dock("concept", self.concept, Qt.DockWidgetArea.LeftDockWidgetArea)
        self.setCentralWidget(self._centre())
        self._reading_dock = self._dock("reading", self.reading, Qt.DockWidgetArea.RightDockWidgetArea)
        self._runs_dock = self._dock("runs", self.runs, Qt.DockWidgetArea.BottomDockWidgetArea)
        self._lay_out()
        self._retranslate()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file or folder."""
        if _dropped_path(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Say what was dropped."""
        path = _dropped_path(event.mimeData())
        if path:
            event.acceptProposedAction()
            self.clip_dropped.emit(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell everybody before going."""
        self.closing.emit()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language when told to."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def arrange(self) -> None:
        """Give the docks the widths they have on the first day."""
        sides = [self._concept_dock, self._reading_dock]
        widths = [344, 380] if self.width() >= 1300 else [310, 320]
        self.resizeDocks(sides, widths, Qt.Orientation.Horizontal)
        self.resizeDocks([self._runs_dock], [self.runs.sizeHint().height()], Qt.Orientation.Vertical)

    @Slot()
    def _on_about(self) -> None:
        AboutDialog(self._version, self).open()

    @Slot()
    def _on_shortcuts(self) -> None:
        ShortcutsDialog(self).open()

    def _lay_out(self) -> None:
        self.setWindowIcon(app_icon())
        self.setDockOptions(QMainWindow.DockOption.AnimatedDocks | QMainWindow.DockOption.AllowNestedDocks)
        self.setCorner(Qt.Corner.BottomLeftCorner, Qt.DockWidgetArea.LeftDockWidgetArea)
        self.setCorner(Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.RightDockWidgetArea)
        bar = QStatusBar()
        bar.setSizeGripEnabled(False)
        bar.addWidget(self.progress, 1)
        self.setStatusBar(bar)
        self.setMenuBar(self.menus.bar)
        self.menus.about.triggered.connect(self._on_about)
        self.menus.shortcuts.triggered.connect(self._on_shortcuts)
        self.menus.quit.triggered.connect(self.close)
        self.menus.write.triggered.connect(self.concept.focus_prompt)
        self.menus.add_menu(self.clip.menu)
        self.menus.add_docks(self._concept_dock, self._reading_dock, self._runs_dock)
        self.setAcceptDrops(True)
        self.setMinimumSize(900, 600)
        self.resize(1440, 900)

    def _centre(self) -> QWidget:
        centre = QWidget()
        set_role(centre, "stage")
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.clip, 1)
        return centre

    def _dock(self, name: str, content: QWidget, area: Qt.DockWidgetArea) -> QDockWidget:
        dock = QDockWidget(self)
        dock.setObjectName(name)
        set_role(content, "panel")
        dock.setTitleBarWidget(DockTitle(dock))
        dock.setWidget(content)
        self.addDockWidget(area, dock)
        return dock

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("HeatSketch"))
        self._concept_dock.setWindowTitle(self.tr("Concept"))
        self._reading_dock.setWindowTitle(self.tr("Reading"))
        self._runs_dock.setWindowTitle(self.tr("Runs"))


def _dropped_path(dropped: QMimeData) -> str:
    """The one local file or folder; empty where it is something else."""
    urls = dropped.urls()
    return urls[0].toLocalFile() if len(urls) == 1 else ""
