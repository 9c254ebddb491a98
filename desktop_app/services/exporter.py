"""Writing the annotated video (and the profile) off the window's thread."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.concept import Language
from desktop_app.domain.errors import ExportFailed, HeatSketchError
from desktop_app.domain.laws import LawReport
from desktop_app.domain.review import Purpose
from desktop_app.domain.text import say
from desktop_app.services.background import Report
from desktop_app.services.single_task import SingleTask

if TYPE_CHECKING:
    from desktop_app.services.verbs import Verbs
    from desktop_app.workflow.history import SavedRun


@dataclass(frozen=True)
class ExportOrder:
    """Where to, and how.

    Attributes:
        path: of the video.
        language: burned into it.
        with_profile: whether a CSV lies beside it.
        purpose: what it is for, which decides what else is written on it.
    """

    path: Path
    language: Language
    with_profile: bool
    purpose: Purpose = "concept_talk"

    @property
    def profile_path(self) -> Path:
        """Where the CSV goes."""
        return self.path.with_suffix(".csv")

    @property
    def places_path(self) -> Path:
        """Where the CSV of points and regions goes, if there are any."""
        return self.path.with_name(f"{self.path.stem}-places.csv")


@dataclass(frozen=True)
class ExportProgressed:
    """`done` of `total` frames are written."""

    done: int
    total: int


class Exporter(QObject):
    """One export at a time.

    Signals:
        export_progressed: an `ExportProgressed`; export_finished: the `ExportOrder`.
        export_failed: a `HeatSketchError`; export_cancelled.
    """

    export_progressed = Signal(object)
    export_finished = Signal(object)
    export_failed = Signal(object)
    export_cancelled = Signal()

    def __init__(self, verbs: Verbs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._verbs = verbs
        self._task = SingleTask(self)
        self._task.reported.connect(self.export_progressed)
        self._task.succeeded.connect(self.export_finished)
        self._task.failed.connect(self.export_failed)
        self._task.cancelled.connect(self.export_cancelled)

    @property
    def busy(self) -> bool:
        """Whether an export is going on."""
        return self._task.busy

    def export(self, saved: SavedRun, order: ExportOrder, laws: LawReport | None = None) -> None:
        """Start writing; ignored while another export is going on.

        Args:
            saved: the run.
            order: where to, and how.
            laws: the verdicts on it; None where they are not known yet.
        """
        verbs = self._verbs

        def written(cancel: CancelToken, report: Report) -> object:
            def on_progress(done: int, total: int) -> None:
                report(ExportProgressed(done, total))

            verbs.export_video(saved, order.path, order.language, cancel, on_progress, order.purpose, laws)
            if order.with_profile:
                _export_profile(verbs, saved, order)
            return order

        self._task.start(written)

    def cancel(self) -> None:
        """Ask the export to stop; nothing is left of it on the disk."""
        self._task.cancel()

    def shut_down(self) -> None:
        """Cancel, and wait until no thread runs any more."""
        self._task.shut_down()


def _export_profile(verbs: Verbs, saved: SavedRun, order: ExportOrder) -> None:
    """Write the table beside the video, which is there by now and stays if this fails."""
    try:
        verbs.export_profile(saved, order.profile_path)
        if saved.run.places:
            verbs.export_places(saved, order.places_path)
    except HeatSketchError as error:
        raise ExportFailed(
            say("The video was saved as {name}, but the table beside it was not.", name=order.path.name),
            error.remedy,
            "\n".join([str(error), error.details]),
        ) from error
