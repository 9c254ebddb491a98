"""Which engines are offered, and how another model folder joins them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.errors import HeatSketchError
from desktop_app.services.background import Report
from desktop_app.services.latest import LatestTask
from desktop_app.services.settings import UserSettings
from desktop_app.ui.failures import show_failure
from desktop_app.ui.main_window import MainWindow

if TYPE_CHECKING:
    from desktop_app.services.verbs import Verbs
    from desktop_app.workflow.engines import EngineChoice
    from desktop_app.workflow.orders import Settings


class EnginesPresenter(QObject):
    """Offers the engines found, and the folders a person chose before; remembers both choices.

    Verifying a model folder takes a good part of a second, so all of it happens off the window's thread.
    """

    def __init__(self, window: MainWindow, verbs: Verbs, settings: UserSettings) -> None:
        super().__init__(window)
        self._window = window
        self._verbs = verbs
        self._settings = settings
        self._offered: Settings | None = None
        self._offered_id = self._default = ""
        self._found = False
        self._search = LatestTask(self)
        self._search.answered.connect(self._on_found)
        self._search.failed.connect(self._on_failed)
        self._verifying = LatestTask(self)
        self._verifying.answered.connect(self._on_verified)
        self._verifying.failed.connect(self._on_failed)
        window.concept.folder_wanted.connect(self._on_folder_wanted)

    def offer(self) -> None:
        """Offer what every computer has, at once; of these the engine of last time, or the usual one."""
        engines = self._verbs.first_engines()
        default = self._verbs.default_engine(engines)
        self._default = default.id
        self._window.concept.offer(engines, self._last_among(engines) or default)
        self._offered = self._window.concept.order.settings
        self._offered_id = self._window.concept.order.engine.id

    @Slot()
    def search(self) -> None:
        """Look for model folders; where nobody chose meanwhile, take that of last time or the usual."""
        verbs, folders = self._verbs, self._settings.model_folders

        def found(_cancel: CancelToken, _report: Report) -> object:
            engines = verbs.engines()
            return (*engines, *_usable(verbs, folders)), verbs.default_engine(engines)

        self._search.ask(found)

    def remember(self) -> None:
        """Keep the choice for the next time, unless there was none yet; the usual engine is no choice."""
        engine = self._window.concept.order.engine
        if self._found or engine.id != self._offered_id:
            self._settings.engine = "" if engine.id == self._default else engine.id

    def shut_down(self) -> None:
        """Wait until no thread runs any more."""
        self._search.shut_down()
        self._verifying.shut_down()

    @Slot(object)
    def _on_found(self, answer: tuple[tuple[EngineChoice, ...], EngineChoice]) -> None:
        engines, default = answer
        self._found, self._default = True, default.id
        order = self._window.concept.order
        untouched = order.settings == self._offered and order.engine.id == self._offered_id
        wanted = self._last_among(engines) or default
        moves = untouched and wanted.id != order.engine.id
        self._window.concept.add_engines(engines, wanted if moves else None)

    def _last_among(self, engines: tuple[EngineChoice, ...]) -> EngineChoice | None:
        """The engine of last time, where it can still be used."""
        last = self._settings.engine
        return next((each for each in engines if each.id == last and each.problem is None), None)

    @Slot()
    def _on_folder_wanted(self) -> None:
        title = self.tr("Choose a model folder in the diffusers layout")
        name = QFileDialog.getExistingDirectory(self._window, title)
        if not name:
            return
        verbs = self._verbs

        def verified(_cancel: CancelToken, _report: Report) -> object:
            return verbs.engine_at(Path(name))

        self._verifying.ask(verified)

    @Slot(object)
    def _on_verified(self, engine: EngineChoice) -> None:
        known = (*self._settings.model_folders, Path(engine.id))
        self._settings.model_folders = tuple(dict.fromkeys(known))
        self._window.concept.add_engines((engine,), engine)

    @Slot(object)
    def _on_failed(self, error: HeatSketchError) -> None:
        show_failure(error, self._window)


def _usable(verbs: Verbs, folders: tuple[Path, ...]) -> list[EngineChoice]:
    """The engines in those of the folders that are still there and whole."""
    engines = []
    for folder in folders:
        try:
            engines.append(verbs.engine_at(folder))
        except HeatSketchError:
            continue
    return engines
