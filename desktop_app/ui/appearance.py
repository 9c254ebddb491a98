"""Theme, language and everything else the window remembers about its looks."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QLocale, QObject, Slot
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop_app.domain.concept import Language
from desktop_app.services.settings import ThemeChoice, UserSettings
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.theme import apply_theme, theme_for
from desktop_app.ui.translation import LanguageSwitch

CHINESE_FAMILY = "Noto Sans SC"


class Appearance(QObject):
    """Applies what was chosen last time, and remembers what is chosen now."""

    def __init__(
        self, app: QApplication, window: MainWindow, languages: LanguageSwitch, settings: UserSettings
    ) -> None:
        super().__init__(window)
        self._app = app
        self._window = window
        self._languages = languages
        self._settings = settings
        window.menus.theme_chosen.connect(self._on_theme_chosen)
        window.menus.language_chosen.connect(self._on_language_chosen)
        window.menus.reset.triggered.connect(self._on_reset)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_theme_changed)
        self._first_docks = window.saveState()
        window.menus.show_theme(settings.theme)
        window.menus.show_language(chosen_language(settings))

    def restore(self) -> None:
        """Put the window where it was."""
        if not self._window.restoreGeometry(self._settings.geometry):
            self._fit_screen()
        if not self._window.restoreState(self._settings.docks):
            self._window.arrange()

    def remember(self) -> None:
        """Write down where the window is."""
        self._settings.geometry = QByteArray(self._window.saveGeometry())
        self._settings.docks = QByteArray(self._window.saveState())
        self._settings.save()

    def _fit_screen(self) -> None:
        screen = self._window.screen().availableGeometry()
        size = self._window.size().boundedTo(screen.size() * 0.94)
        self._window.resize(size)
        self._window.move(screen.center() - self._window.rect().center())

    @Slot(str)
    def _on_theme_chosen(self, choice: ThemeChoice) -> None:
        self._settings.theme = choice
        apply_theme(self._app, theme_for(choice))

    @Slot()
    def _on_system_theme_changed(self) -> None:
        if self._settings.theme == "system":
            apply_theme(self._app, theme_for("system"))

    @Slot(str)
    def _on_language_chosen(self, language: Language) -> None:
        self._settings.language = language
        self._languages.use(language)

    @Slot()
    def _on_reset(self) -> None:
        self._window.restoreState(self._first_docks)
        self._window.arrange()


def chosen_language(settings: UserSettings) -> Language:
    """What was chosen last time, else the desktop's language where we speak it."""
    if settings.language is not None:
        return settings.language
    return "zh" if QLocale.system().language() == QLocale.Language.Chinese else "en"


def add_chinese_font(app: QApplication, fonts: Path) -> None:
    """Let Chinese fall back to the shipped font where the system has none of its own."""
    if QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese):
        return
    for file in sorted(fonts.glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
    font = QFont(app.font())
    font.setFamilies([QFontInfo(font).family(), CHINESE_FAMILY])
    app.setFont(font)
