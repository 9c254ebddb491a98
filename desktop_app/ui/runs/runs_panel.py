"""The bottom dock: every run there ever was, as a strip of cards."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListView,
    QMenu,
    QStackedLayout,
    QToolButton,
    QWidget,
)

from desktop_app.domain.run import Run
from desktop_app.ui.icons import icon
from desktop_app.ui.runs.run_delegate import CARD, RunDelegate
from desktop_app.ui.runs.run_list_model import RUN_ROLE, RunListModel
from desktop_app.ui.runs.thumbnails import Thumbnails
from desktop_app.ui.theme import set_role


class RunsPanel(QWidget):
    """A list that scrolls sideways.

    Signals, each with the id of a run:
        run_chosen: by a click or Return.
        run_export_wanted, run_delete_wanted: from the context menu (or the Delete key).
        runs_compare_wanted: the ids of the two that are selected.
    """

    run_chosen = Signal(str)
    run_export_wanted = Signal(str)
    run_delete_wanted = Signal(str)
    runs_compare_wanted = Signal(str, str)

    def __init__(self, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "panel")
        self._rows = RunListModel(thumbnails, self)
        self._list = QListView()
        self._empty = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        set_role(self._empty, "muted")
        self._open = QAction(icon("history"), "", self)
        self._export = QAction(icon("export"), "", self)
        self._delete = QAction(icon("trash"), "", self)
        self._compare = QAction(icon("compare"), "", self)
        self._compare_button = QToolButton()
        self._compare_button.setDefaultAction(self._compare)
        self._compare_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self._set_up_list()
        self._set_up_actions()
        self._stack = QStackedLayout()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._list)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 5, 10, 5)
        self.setMinimumHeight(CARD.height() + 36)
        layout.addLayout(self._stack, 1)
        layout.addWidget(self._compare_button)
        self._on_selection_changed()
        self._retranslate()

    @property
    def runs(self) -> tuple[Run, ...]:
        """What is listed."""
        return self._rows.runs

    def set_runs(self, runs: Sequence[Run]) -> None:
        """List these; the selection stays on its run."""
        selected = self.selected_run
        self._rows.set_runs(runs)
        self._stack.setCurrentWidget(self._list if runs else self._empty)
        if selected is not None:
            self.select(selected.id)

    @property
    def selected_run(self) -> Run | None:
        """The run whose card is selected."""
        index = self._list.currentIndex()
        run = index.data(RUN_ROLE) if index.isValid() else None
        return run if isinstance(run, Run) else None

    @property
    def selected_runs(self) -> tuple[Run, ...]:
        """The runs whose cards are selected, in the order of the list."""
        rows = sorted(index.row() for index in self._list.selectedIndexes())
        return tuple(self._rows.runs[row] for row in rows)

    def select(self, run_id: str) -> None:
        """Select a run's card and bring it into sight; it is not opened."""
        row = self._rows.row_of(run_id)
        if row >= 0:
            index = self._rows.index(row)
            self._list.setCurrentIndex(index)
            self._list.scrollTo(index)

    def set_enabled(self, enabled: bool) -> None:
        """Whether runs can be opened now."""
        self._list.setEnabled(enabled)

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language when told to."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        """One row of cards."""
        return QSize(600, self.minimumHeight())

    def _set_up_list(self) -> None:
        view = self._list
        view.setModel(self._rows)
        view.setItemDelegate(RunDelegate(view))
        view.setViewMode(QListView.ViewMode.ListMode)
        view.setFlow(QListView.Flow.LeftToRight)
        view.setWrapping(False)
        view.setUniformItemSizes(True)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setMouseTracking(True)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.clicked.connect(self._on_chosen)
        view.activated.connect(self._on_chosen)
        view.customContextMenuRequested.connect(self._on_menu_wanted)
        view.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self._rows.modelReset.connect(self._on_selection_changed)

    def _set_up_actions(self) -> None:
        self._delete.setShortcut(QKeySequence(Qt.Key.Key_Delete))
        self._delete.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._list.addAction(self._delete)
        self._open.triggered.connect(self._on_open)
        self._export.triggered.connect(self._on_export)
        self._delete.triggered.connect(self._on_delete)
        self._compare.triggered.connect(self._on_compare)

    def _retranslate(self) -> None:
        self._list.setAccessibleName(self.tr("Runs, newest first"))
        self._empty.setText(self.tr("Every run is kept here. Generate the first one."))
        self._open.setText(self.tr("Open"))
        self._export.setText(self.tr("Export…"))
        self._delete.setText(self.tr("Delete…"))
        self._compare.setText(self.tr("Compare"))
        self._compare.setToolTip(self.tr("Compare the two selected runs side by side"))
        self._compare_button.setAccessibleName(self.tr("Compare the two selected runs side by side"))
        self._rows.retranslate()

    @Slot(QModelIndex)
    def _on_chosen(self, index: QModelIndex) -> None:
        if self._list.selectedIndexes() != [index]:  # it is being selected beside others, or taken out
            return
        self.run_chosen.emit(index.data(RUN_ROLE).id)

    @Slot(QPoint)
    def _on_menu_wanted(self, place: QPoint) -> None:
        index = self._list.indexAt(place)
        if not index.isValid():
            return
        if index not in self._list.selectedIndexes():
            self._list.setCurrentIndex(index)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self._open, self._export, self._compare])
        menu.addSeparator()
        menu.addAction(self._delete)
        menu.popup(self._list.viewport().mapToGlobal(place))

    @Slot()
    def _on_open(self) -> None:
        if (run := self.selected_run) is not None:
            self.run_chosen.emit(run.id)

    @Slot()
    def _on_export(self) -> None:
        if (run := self.selected_run) is not None:
            self.run_export_wanted.emit(run.id)

    @Slot()
    def _on_compare(self) -> None:
        first, second = self.selected_runs
        self.runs_compare_wanted.emit(first.id, second.id)

    @Slot()
    def _on_selection_changed(self) -> None:
        count = len(self._list.selectedIndexes())
        for action in (self._open, self._export, self._delete):
            action.setEnabled(count <= 1)
        self._compare.setEnabled(count == 2)
        self._compare_button.setVisible(count == 2)

    @Slot()
    def _on_delete(self) -> None:
        if (run := self.selected_run) is not None:
            self.run_delete_wanted.emit(run.id)
