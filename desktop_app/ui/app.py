"""From a context to a window on the screen."""

from __future__ import annotations

import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QThread, QTimer, Slot
from PySide6.QtWidgets import QApplication

from desktop_app.services.exporter import Exporter
from desktop_app.services.history import History
from desktop_app.services.opener import ClipOpener
from desktop_app.services.run_changes import RunChanges
from desktop_app.services.session import Session
from desktop_app.services.settings import UserSettings
from desktop_app.services.understanding import LiveUnderstanding
from desktop_app.services.verbs import Verbs
from desktop_app.services.warm_up import WarmUpThread
from desktop_app.ui.appearance import Appearance, add_chinese_font, chosen_language
from desktop_app.ui.compare_presenter import ComparePresenter
from desktop_app.ui.concept_presenter import ConceptPresenter
from desktop_app.ui.engines_presenter import EnginesPresenter
from desktop_app.ui.export_presenter import ExportPresenter
from desktop_app.ui.generation_presenter import GenerationPresenter
from desktop_app.ui.icons import use_icons
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.materials_presenter import MaterialsPresenter
from desktop_app.ui.opening_presenter import OpeningPresenter
from desktop_app.ui.places_presenter import PlacesPresenter
from desktop_app.ui.report_presenter import ReportPresenter
from desktop_app.ui.review_presenter import ReviewPresenter
from desktop_app.ui.runs.thumbnails import Thumbnails
from desktop_app.ui.runs_presenter import RunsPresenter
from desktop_app.ui.scale_presenter import ScalePresenter
from desktop_app.ui.settings_presenter import SettingsPresenter
from desktop_app.ui.theme import apply_theme, theme_for
from desktop_app.ui.translation import LanguageSwitch

if TYPE_CHECKING:
    from desktop_app.workflow.context import Context

BASE_POINTS = 10.0
WARM_UP_AFTER_MS = 300
_NEEDED_SOON = (
    "pyqtgraph",
    "desktop_app.ui.reading.plots_page",
    "desktop_app.workflow.generation",
    "desktop_app.workflow.exporting",
)


class Application(QObject):
    """The window with everything behind it; lives as long as the window."""

    def __init__(self, app: QApplication, verbs: Verbs, languages: LanguageSwitch, settings: UserSettings):
        super().__init__(app)
        self._settings = settings
        self._session = Session(verbs, self)
        self._history = History(verbs, self)
        self._exporter = Exporter(verbs, self)
        self._opener = ClipOpener(verbs, self)
        self._changes = RunChanges(verbs, self)
        self._live = LiveUnderstanding(verbs, self)
        self.window = MainWindow(Thumbnails(verbs, self), verbs.app_version)
        self._appearance = Appearance(app, self.window, languages, settings)
        ConceptPresenter(self.window, self._session, self._live, verbs)
        generations = GenerationPresenter(self.window, self._session, verbs)
        runs = RunsPresenter(self.window, self._session, self._history)
        exports = ExportPresenter(self.window, self._session, self._exporter, settings)
        openings = OpeningPresenter(self.window, self._session, self._opener, verbs)
        openings.runs_changed.connect(runs.refresh)
        reviews = ReviewPresenter(self.window, self._session, self._changes, settings)
        reviews.runs_changed.connect(runs.refresh)
        self._reports = ReportPresenter(self.window, self._session, verbs, settings)
        self._places = PlacesPresenter(self.window, self._session, self._changes, verbs)
        self._scales = ScalePresenter(self.window, self._session, self._changes, verbs)
        self._checks = SettingsPresenter(self.window, self._session, verbs)
        generations.runs_changed.connect(runs.refresh)
        runs.export_wanted.connect(exports.open)
        runs.view_cleared.connect(generations.clear)
        runs.view_cleared.connect(self._places.clear)
        self.window.closing.connect(self._on_closing)
        self._materials = MaterialsPresenter(self.window, verbs)
        self._compare = ComparePresenter(self.window, verbs)
        self._engines = EnginesPresenter(self.window, verbs, settings)
        self._engines.offer()
        self._warm_up = WarmUpThread(_NEEDED_SOON, self)
        self._once_shown = QTimer(self, singleShot=True, interval=0)
        self._once_shown.timeout.connect(self._on_shown)
        self._once_idle = QTimer(self, singleShot=True, interval=WARM_UP_AFTER_MS)
        self._once_idle.timeout.connect(self._on_idle)
        self.window.concept.set_prompt(settings.prompt)

    def show(self) -> None:
        """Put the window on the screen; runs and model folders are looked for once it is there."""
        self._appearance.restore()
        self.window.show()
        self.window.concept.focus_prompt()
        self._once_shown.start()
        self._once_idle.start()

    @Slot()
    def _on_shown(self) -> None:
        self._history.refresh()
        self._engines.search()

    @Slot()
    def _on_idle(self) -> None:
        self._warm_up.start(QThread.Priority.LowPriority)

    @Slot()
    def _on_closing(self) -> None:
        self._settings.prompt = self.window.concept.prompt
        self._engines.remember()
        self._appearance.remember()
        self.window.hide()
        self._once_shown.stop()
        self._once_idle.stop()
        self._warm_up.shut_down()
        self._engines.shut_down()
        self._checks.shut_down()
        self._materials.shut_down()
        self._compare.shut_down()
        self._live.shut_down()
        self._exporter.shut_down()
        self._opener.shut_down()
        self._reports.shut_down()
        self._scales.shut_down()
        self._places.shut_down()
        self._changes.shut_down()
        self._session.shut_down()
        self._history.shut_down()


def run_window(context: Context, settings_path: Path, resources: Path) -> int:
    """Open the window and stay until it is closed; returns the exit status.

    Args:
        context: what the verbs work with.
        settings_path: the INI file the window remembers itself in.
        resources: the folder with `icons/` and `fonts/`.
    """
    QApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    app = QApplication(sys.argv[:1])
    settings = UserSettings(settings_path)
    verbs = Verbs(context)
    languages = LanguageSwitch(context.catalogues, app)
    dress(app, settings, languages, resources)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    application = Application(app, verbs, languages, settings)
    application.show()
    status = app.exec()
    verbs.stop_engines()
    return status


def dress(app: QApplication, settings: UserSettings, languages: LanguageSwitch, resources: Path) -> None:
    """Name, icons, font, theme and language, before the first widget is made."""
    app.setApplicationName("HeatSketch")
    app.setApplicationDisplayName("HeatSketch")
    app.setDesktopFileName("heatsketch")
    use_icons(resources / "icons")
    font = app.font()
    if font.pointSizeF() < BASE_POINTS:
        font.setPointSizeF(BASE_POINTS)
        app.setFont(font)
    add_chinese_font(app, resources / "fonts")
    apply_theme(app, theme_for(settings.theme))
    languages.use(chosen_language(settings))
