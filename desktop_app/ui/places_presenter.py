"""Between points and regions on the video, who reads them, and the plot of them over time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from desktop_app.domain.clip import Place
from desktop_app.domain.errors import HeatSketchError
from desktop_app.domain.reading import PlaceReading
from desktop_app.services.place_watching import PlaceWatching
from desktop_app.services.probe_reading import ProbeReading
from desktop_app.services.run_changes import RunChanges
from desktop_app.services.session import Session
from desktop_app.ui.failures import show_failure
from desktop_app.ui.main_window import MainWindow

if TYPE_CHECKING:
    from desktop_app.domain.run import Run
    from desktop_app.services.verbs import Verbs


class PlacesPresenter(QObject):
    """What a person puts on the video is read and kept; what is kept is shown again with its run."""

    def __init__(self, window: MainWindow, session: Session, changes: RunChanges, verbs: Verbs) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._verbs = verbs
        self._range_K: tuple[float, float] | None = None
        self._watching = PlaceWatching(verbs, changes, self)
        self._watching.readings_changed.connect(self._on_readings_changed)
        self._watching.failed.connect(self._on_failed)
        window.clip.places_changed.connect(self._on_places_changed)
        window.clip.body_wanted.connect(self._on_body_wanted)
        session.run_started.connect(self._on_run_started)
        session.run_opened.connect(self._on_run_opened)
        session.reading_changed.connect(self._on_reading_changed)
        changes.run_changed.connect(self._on_run_changed)

    def clear(self) -> None:
        """No run is in view any more, and that which was is gone."""
        self._watching.forget()
        self._show_nothing()

    def shut_down(self) -> None:
        """Return when no thread runs any more; what is to be kept is handed on by then."""
        self._watching.shut_down()

    @Slot()
    def _on_run_started(self) -> None:
        self._watching.leave()
        self._show_nothing()

    @Slot(object)
    def _on_run_opened(self) -> None:
        self._watching.leave()
        self._show_nothing()
        saved = self._session.saved
        if saved is not None and saved.run.places and len(saved.clip.frames):
            self._window.clip.stage.place_marks.show_places(saved.run.places)
            self._watching.read(saved, saved.run.places)

    @Slot(object)
    def _on_reading_changed(self, answer: ProbeReading) -> None:
        """Places are put on a whole clip that can be read."""
        allowed = answer.complete and answer.reading.readable and not self._session.busy
        self._window.clip.menu.set_allowed(allowed)
        self._range_K = answer.reading.temperature_range_K

    @Slot(object)
    def _on_places_changed(self, places: tuple[Place, ...]) -> None:
        saved = self._session.saved
        if saved is not None and not self._session.busy:
            self._session.take_run(replace(saved.run, places=places))
            self._watching.follow(saved, places)

    @Slot()
    def _on_body_wanted(self) -> None:
        self._session.move_probe(None)

    @Slot(object)
    def _on_run_changed(self, run: Run) -> None:
        """Its scale may be another one: everything that shows temperatures follows."""
        saved = self._session.saved
        if saved is None or saved.run.id != run.id:
            return
        self._session.take_run(run)
        if self._range_K == run.temperature_range_K:
            return
        self._range_K = run.temperature_range_K
        clip = self._window.clip
        clip.show_range(self._verbs.look_of(run), run.temperature_range_K)
        newer = self._session.saved
        if newer is not None:
            self._watching.read(newer, clip.stage.place_marks.places)

    @Slot(object)
    def _on_readings_changed(self, readings: tuple[PlaceReading, ...]) -> None:
        self._window.clip.stage.place_marks.show_readings(readings)
        self._window.reading.set_places(readings)

    @Slot(object)
    def _on_failed(self, error: HeatSketchError) -> None:
        show_failure(error, self._window)

    def _show_nothing(self) -> None:
        self._range_K = None
        self._window.clip.stage.place_marks.show_places(())
        self._window.clip.menu.set_allowed(False)
        self._on_readings_changed(())
