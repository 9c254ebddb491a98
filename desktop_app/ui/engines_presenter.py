"""Which engines are offered, and how another model folder joins them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog

from desktop_app.domain.errors import HeatSketchError
from desktop_app.services.settings import UserSettings
from desktop_app.ui.failures import show_failure
from desktop_app.ui.main_window import MainWindow

if TYPE_CHECKING:
    from desktop_app.services.verbs import Verbs
    from desktop_app.workflow.engines import EngineChoice


class EnginesPresenter(QObject):
    """Offers the engines found, and the folders a person chose before; remembers both choices."""

    def __init__(self, window: MainWindow, verbs: Verbs, settings: UserSettings) -> None:
        super().__init__(window)
        self._window = window
        self._verbs = verbs
        self._settings = settings
        window.concept.folder_wanted.connect(self._on_folder_wanted)

    def offer(self) -> None:
        """Fill the list; the engine of last time is chosen where it is still there."""
        found = [*self._verbs.engines(), *self._folders_chosen_before()]
        engines = list({engine.id: engine for engine in found}.values())
        chosen = next((e for e in engines if e.id == self._settings.engine), self._verbs.default_engine())
        self._window.concept.offer(engines, chosen, self._verbs.look_names)

    def remember(self) -> None:
        """Keep the choice for the next time."""
        self._settings.engine = self._window.concept.order.engine.id

    def _folders_chosen_before(self) -> list[EngineChoice]:
        engines = []
        for folder in self._settings.model_folders:
            try:
                engines.append(self._verbs.engine_at(folder))
            except HeatSketchError:
                continue
        return engines

    @Slot()
    def _on_folder_wanted(self) -> None:
        title = self.tr("Choose a model folder in the diffusers layout")
        name = QFileDialog.getExistingDirectory(self._window, title)
        if not name:
            return
        try:
            engine = self._verbs.engine_at(Path(name))
        except HeatSketchError as error:
            show_failure(error, self._window)
            return
        known = (*self._settings.model_folders, Path(engine.id))
        self._settings.model_folders = tuple(dict.fromkeys(known))
        self._window.concept.add_engine(engine)
