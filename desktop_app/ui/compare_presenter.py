"""Between the runs, the window that compares two of them, and the one who does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from desktop_app.domain.errors import HeatSketchError
from desktop_app.services.comparing import Comparing
from desktop_app.ui.failures import show_failure
from desktop_app.ui.main_window import MainWindow

if TYPE_CHECKING:
    from desktop_app.domain.run import Run
    from desktop_app.services.verbs import Verbs
    from desktop_app.ui.compare.compare_window import CompareWindow
    from desktop_app.workflow.comparing import Comparison


class ComparePresenter(QObject):
    """Opens one window for all comparisons; it goes when it is closed.

    Attributes:
        view: the window; None while there is none.
    """

    def __init__(self, window: MainWindow, verbs: Verbs) -> None:
        super().__init__(window)
        self._window = window
        self.view: CompareWindow | None = None
        self._comparing = Comparing(verbs, self)
        self._comparing.compared.connect(self._on_compared)
        self._comparing.failed.connect(self._on_failed)
        window.runs.runs_compare_wanted.connect(self._on_pair_wanted)
        window.menus.compare.triggered.connect(self._on_triggered)

    def shut_down(self) -> None:
        """Close the window, and return when no thread runs any more."""
        if self.view is not None:
            self.view.close()
        self._comparing.shut_down()

    @Slot()
    def _on_triggered(self) -> None:
        """The two that are selected, else the one in view beside the next one."""
        runs = self._comparable()
        if len(runs) < 2:
            return
        chosen = [run for run in self._window.runs.selected_runs if run in runs]
        first = chosen[0] if chosen else runs[0]
        others = [run for run in (*chosen[1:], *runs) if run.id != first.id]
        self._on_pair_wanted(first.id, others[0].id)

    @Slot(str, str)
    def _on_pair_wanted(self, first_id: str, second_id: str) -> None:
        view = self._opened()
        view.show_runs(self._comparable(), first_id, second_id)
        self._compare(first_id, second_id)

    @Slot(str, str)
    def _compare(self, first_id: str, second_id: str) -> None:
        self._comparing.compare(first_id, second_id)

    @Slot(object)
    def _on_compared(self, comparison: Comparison) -> None:
        if self.view is not None:
            self.view.show_comparison(comparison)

    @Slot(object)
    def _on_failed(self, error: HeatSketchError) -> None:
        if self.view is not None:
            self.view.answer.show_failure()
            show_failure(error, self.view)

    @Slot()
    def _on_closed(self) -> None:
        self._comparing.forget()
        if self.view is not None:
            self.view.deleteLater()
            self.view = None

    def _comparable(self) -> tuple[Run, ...]:
        """Runs of which there is something to see."""
        return tuple(run for run in self._window.runs.runs if run.frames_done and run.status != "running")

    def _opened(self) -> CompareWindow:
        if self.view is None:
            from desktop_app.ui.compare.compare_window import CompareWindow

            self.view = CompareWindow(self._window)
            self.view.pair_chosen.connect(self._compare)
            self.view.finished.connect(self._on_closed)
        self.view.show()
        self.view.activateWindow()
        return self.view
