"""Says beneath the settings what the chosen engine cannot do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from desktop_app.domain.cancel import CancelToken
from desktop_app.services.background import Report
from desktop_app.services.latest import LatestTask
from desktop_app.services.session import Session
from desktop_app.ui.main_window import MainWindow

if TYPE_CHECKING:
    from desktop_app.services.verbs import Verbs

CHECK_AFTER_MS = 120


class SettingsPresenter(QObject):
    """Checks them a moment after they changed, off the window's thread: model folders are looked into."""

    def __init__(self, window: MainWindow, session: Session, verbs: Verbs) -> None:
        super().__init__(window)
        self._concept = window.concept
        self._verbs = verbs
        self._checking = LatestTask(self)
        self._checking.answered.connect(self._on_answered)
        self._checking.failed.connect(self._concept.show_settings_problem)
        self._check_soon = QTimer(self, singleShot=True, interval=CHECK_AFTER_MS)
        self._check_soon.timeout.connect(self._on_check_due)
        self._concept.order_changed.connect(self._on_changed)
        session.run_opened.connect(self._on_changed)

    def shut_down(self) -> None:
        """Wait until no thread runs any more."""
        self._check_soon.stop()
        self._checking.shut_down()

    @Slot()
    def _on_changed(self) -> None:
        self._checking.forget()
        self._check_soon.start()

    @Slot()
    def _on_check_due(self) -> None:
        order, verbs = self._concept.order, self._verbs

        def checked(_cancel: CancelToken, _report: Report) -> object:
            verbs.check_settings(order.engine, order.settings)
            return None

        self._checking.ask(checked)

    @Slot(object)
    def _on_answered(self, _none: object) -> None:
        self._concept.show_settings_problem(None)
