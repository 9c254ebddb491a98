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
        self._found = False
        self._search = LatestTask(self)
        self._search.answered.connect(self._on_found)
        self._search.failed.connect(self._on_failed)
        self._verifying = LatestTask(self)
        self._verifying.answered.connect(self._on_verified)
        self._verifying.failed.connect(self._on_failed)
        window.concept.folder_wanted.connect(self._on_folder_wanted)

    def offer(self) -> None:
        """Offer what every computer has, at once."""
        default = self._verbs.default_engine()
        self._window.concept.offer((default,), default)
        self._offered = self._window.concept.order.settings

    @Slot()
    def search(self) -> None:
        """Look for model folders; the engine of last time is chosen where nobody chose another meanwhile."""
        verbs, folders = self._verbs, self._settings.model_folders

        def found(_cancel: CancelToken, _report: Report) -> object:
            return (*verbs.engines(), *_usable(verbs, folders))

        self._search.ask(found)

    def remember(self) -> None:
        """Keep the choice for the next time, unless there was none yet."""
        engine = self._window.concept.order.engine
        if self._found or engine.id != self._verbs.default_engine().id:
            self._settings.engine = engine.id

    def shut_down(self) -> None:
        """Wait until no thread runs any more."""
        self._search.shut_down()
        self._verifying.shut_down()

    @Slot(object)
    def _on_found(self, engines: tuple[EngineChoice, ...]) -> None:
        self._found = True
        order = self._window.concept.order
        untouched = order.settings == self._offered and order.engine.id == self._verbs.default_engine().id
        last = next((e for e in engines if e.id == self._settings.engine != order.engine.id), None)
        self._window.concept.add_engines(engines, last if untouched else None)

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
