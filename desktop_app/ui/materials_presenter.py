"""Between the menu, the dialog of materials and what is understood with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.errors import HeatSketchError
from desktop_app.services.background import Report
from desktop_app.services.latest import LatestTask
from desktop_app.ui.dialogs.materials_dialog import MaterialsDialog
from desktop_app.ui.failures import show_failure
from desktop_app.ui.main_window import MainWindow

if TYPE_CHECKING:
    from desktop_app.services.verbs import Verbs


class MaterialsPresenter(QObject):
    """Opens the dialog; what is written in the prompt is understood anew when materials have changed."""

    def __init__(self, window: MainWindow, verbs: Verbs) -> None:
        super().__init__(window)
        self._window = window
        self._verbs = verbs
        self._warm_up = LatestTask(self)
        window.menus.materials.triggered.connect(self._on_triggered)

    def shut_down(self) -> None:
        """Wait until no thread runs any more."""
        self._warm_up.shut_down()

    @Slot()
    def _on_triggered(self) -> None:
        try:
            dialog = MaterialsDialog(self._verbs, self._window)
        except HeatSketchError as error:
            show_failure(error, self._window)
            return
        dialog.materials_changed.connect(self._window.concept.concept_wanted)
        dialog.open()
        self._load_units()

    def _load_units(self) -> None:
        """Read the table of units beside the window, which would stand still for the first unit typed."""
        verbs = self._verbs

        def convert(_cancel: CancelToken, _report: Report) -> object:
            return verbs.convert("1", "W/m/K", "thermal_conductivity")

        self._warm_up.ask(convert)
