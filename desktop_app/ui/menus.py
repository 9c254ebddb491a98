"""The menu bar and its actions."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QDockWidget, QMenu, QMenuBar, QWidget

from desktop_app.domain.concept import Language
from desktop_app.services.settings import ThemeChoice
from desktop_app.ui.icons import icon
from desktop_app.ui.translation import LANGUAGES


class Menus(QObject):
    """Every action the menus offer; others connect to them.

    Signals:
        theme_chosen: a `ThemeChoice`; language_chosen: a `Language`.
    """

    theme_chosen = Signal(str)
    language_chosen = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.bar = QMenuBar(window)
        self.bar.installEventFilter(self)
        self.open = self._action("film", QKeySequence.StandardKey.Open)
        self.generate = self._action("generate", "Ctrl+Return")
        self.cancel = self._action("stop", "Esc")
        self.cancel.setAutoRepeat(False)  # a key held down does not cancel twice
        self.export = self._action("export", "Ctrl+E")
        self.review = self._action("law_holds", None)
        self.report = self._action("profile", "Ctrl+R")
        self.reading_npz = self._action("export", None)
        self.reading_csv = self._action("export", None)
        self.materials = self._action("material", "Ctrl+M")
        self.write = self._action("concept", "Ctrl+L")
        self.quit = self._action("close", QKeySequence.StandardKey.Quit)
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)
        self.compare = self._action("compare", "Ctrl+D")
        self.reset = self._action("reset", None)
        self.shortcuts = self._action("keyboard", "F1")
        self.about = self._action("info", None)
        self.about.setMenuRole(QAction.MenuRole.AboutRole)
        self._themes = {name: QAction("", self) for name in _THEMES}
        self._languages = {language: QAction(name, self) for language, name in LANGUAGES.items()}
        self._group(list(self._themes.values()), self._on_theme_chosen)
        self._group(list(self._languages.values()), self._on_language_chosen)
        self._file, self._view, self._help = (self.bar.addMenu("") for _ in range(3))
        self._theme, self._language = QMenu(self.bar), QMenu(self.bar)
        self._fill()
        self.set_busy(False)
        self.set_exportable(False)
        self._retranslate()

    def add_docks(self, *docks: QDockWidget) -> None:
        """Let each dock be shown and hidden, at the top of the View menu."""
        first = self._view.actions()[0]
        for number, dock in enumerate(docks, start=1):
            action = dock.toggleViewAction()
            action.setShortcut(QKeySequence(f"Ctrl+{number}"))
            self._view.insertAction(first, action)
        self._view.insertSeparator(first)

    def add_menu(self, menu: QMenu) -> None:
        """One menu more, before Help."""
        self.bar.insertMenu(self._help.menuAction(), menu)

    def theme_action(self, choice: ThemeChoice) -> QAction:
        """What chooses a theme."""
        return self._themes[choice]

    def language_action(self, language: Language) -> QAction:
        """What chooses a language."""
        return self._languages[language]

    def show_theme(self, choice: ThemeChoice) -> None:
        """Tick a theme."""
        self._themes[choice].setChecked(True)

    def show_language(self, language: Language) -> None:
        """Tick a language."""
        self._languages[language].setChecked(True)

    def set_busy(self, busy: bool) -> None:
        """Whether a generation is going on."""
        self.open.setEnabled(not busy)
        self.generate.setEnabled(not busy)
        self.cancel.setEnabled(busy)

    def set_exportable(self, exportable: bool) -> None:
        """Whether there is something to export."""
        for action in (self.export, self.review, self.report, self.reading_npz, self.reading_csv):
            action.setEnabled(exportable)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Speak another language when the menu bar is told to."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        return False

    def _action(self, picture: str, keys: str | QKeySequence.StandardKey | None) -> QAction:
        action = QAction(icon(picture), "", self)
        if keys is not None:
            action.setShortcut(QKeySequence(keys))
        return action

    def _group(self, actions: list[QAction], chosen: object) -> None:
        group = QActionGroup(self)
        for action in actions:
            action.setCheckable(True)
            group.addAction(action)
        group.triggered.connect(chosen)

    def _fill(self) -> None:
        self._file.addActions([self.open, self.generate, self.cancel, self.export])
        self._file.addActions([self.report, self.reading_npz, self.reading_csv, self.review])
        self._file.addSeparator()
        self._file.addAction(self.materials)
        self._file.addSeparator()
        self._file.addAction(self.quit)
        self._view.addActions([self.write, self.compare])
        self._view.addSeparator()
        self._theme.addActions(list(self._themes.values()))
        self._language.addActions(list(self._languages.values()))
        self._view.addMenu(self._theme)
        self._view.addMenu(self._language)
        self._view.addSeparator()
        self._view.addAction(self.reset)
        self._help.addActions([self.shortcuts, self.about])

    def _retranslate(self) -> None:
        self._file.setTitle(self.tr("&File"))
        self._view.setTitle(self.tr("&View"))
        self._help.setTitle(self.tr("&Help"))
        self._theme.setTitle(self.tr("Theme"))
        self._theme.setIcon(icon("palette"))
        self._language.setTitle(self.tr("Language"))
        self._language.setIcon(icon("language"))
        self.open.setText(self.tr("Open a clip…"))
        self.generate.setText(self.tr("Generate"))
        self.cancel.setText(self.tr("Cancel the generation"))
        self.export.setText(self.tr("Export…"))
        self.review.setText(self.tr("Review the clip…"))
        self.report.setText(self.tr("Save a report…"))
        self.reading_npz.setText(self.tr("Save the reading as NPZ…"))
        self.reading_csv.setText(self.tr("Save the reading as CSV…"))
        self.materials.setText(self.tr("Materials…"))
        self.write.setText(self.tr("Write in the prompt"))
        self.quit.setText(self.tr("Quit"))
        self.compare.setText(self.tr("Compare two runs…"))
        self.reset.setText(self.tr("Put everything back in its place"))
        self.shortcuts.setText(self.tr("Keyboard shortcuts"))
        self.about.setText(self.tr("About HeatSketch"))
        names = (self.tr("Like the system"), self.tr("Dark"), self.tr("Light"))
        for action, name in zip(self._themes.values(), names, strict=True):
            action.setText(name)

    @Slot(QAction)
    def _on_theme_chosen(self, action: QAction) -> None:
        self.theme_chosen.emit(next(name for name, each in self._themes.items() if each is action))

    @Slot(QAction)
    def _on_language_chosen(self, action: QAction) -> None:
        self.language_chosen.emit(next(name for name, each in self._languages.items() if each is action))


_THEMES: tuple[ThemeChoice, ...] = ("system", "dark", "light")
