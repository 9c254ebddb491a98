"""The kept runs as Qt's views see them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Slot

from desktop_app.domain.run import Run
from desktop_app.ui.plain_tooltip import plain_tooltip
from desktop_app.ui.review_words import review_details, review_label
from desktop_app.ui.runs.run_words import STATUSES, date_words, origin_words
from desktop_app.ui.runs.thumbnails import Thumbnails
from desktop_app.ui.translation import current_language, in_words

RUN_ROLE = Qt.ItemDataRole.UserRole
ORIGIN_ROLE = Qt.ItemDataRole.UserRole + 1
DATE_ROLE = Qt.ItemDataRole.UserRole + 2
STATUS_ROLE = Qt.ItemDataRole.UserRole + 3

Index = QModelIndex | QPersistentModelIndex


class RunListModel(QAbstractListModel):
    """One row a run, newest first."""

    def __init__(self, thumbnails: Thumbnails, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._runs: tuple[Run, ...] = ()
        thumbnails.thumbnail_loaded.connect(self._on_thumbnail_loaded)

    @property
    def runs(self) -> tuple[Run, ...]:
        """What is listed."""
        return self._runs

    def set_runs(self, runs: Sequence[Run]) -> None:
        """List these; pictures of runs that have changed are read again."""
        before = {run.id: run for run in self._runs}
        for run in runs:
            if before.get(run.id) != run:
                self._thumbnails.forget(run.id)
        self.beginResetModel()
        self._runs = tuple(runs)
        self.endResetModel()

    def row_of(self, run_id: str) -> int:
        """Where a run is; -1 where it is not."""
        return next((row for row, run in enumerate(self._runs) if run.id == run_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many runs there are."""
        return 0 if parent.isValid() else len(self._runs)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What is known of a run, role by role."""
        if not index.isValid():
            return None
        run = self._runs[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return run.concept.prompt
            case Qt.ItemDataRole.DecorationRole:
                return self._thumbnails.picture(run.id)
            case Qt.ItemDataRole.ToolTipRole:
                return _tooltip(run)
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join((run.concept.prompt, *_lines(run), in_words(review_label(run.review))))
            case _:
                return _own(run, role)

    def retranslate(self) -> None:
        """Everything is said anew."""
        if self._runs:
            self.dataChanged.emit(self.index(0), self.index(len(self._runs) - 1))

    @Slot(str)
    def _on_thumbnail_loaded(self, run_id: str) -> None:
        row = self.row_of(run_id)
        if row >= 0:
            self.dataChanged.emit(self.index(row), self.index(row), [Qt.ItemDataRole.DecorationRole])


def _own(run: Run, role: int) -> object:
    if role == RUN_ROLE:
        return run
    if role == ORIGIN_ROLE:
        return in_words(origin_words(run))
    if role == DATE_ROLE:
        return date_words(run, current_language())
    if role == STATUS_ROLE:
        return in_words(STATUSES[run.status])
    return None


def _lines(run: Run) -> tuple[str, str, str]:
    return (
        in_words(origin_words(run)),
        date_words(run, current_language()),
        in_words(STATUSES[run.status]),
    )


def _tooltip(run: Run) -> str:
    request = run.request
    size = f"{request.width} × {request.height}, {run.frames_done}/{request.num_frames}"
    failure = () if run.failure is None else (in_words(run.failure),)
    review = () if run.review is None else (review_details(run.review),)
    return plain_tooltip("\n".join((run.concept.prompt, *_lines(run), size, *failure, *review)))
