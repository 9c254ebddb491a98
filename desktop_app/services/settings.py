"""What the window remembers from one day to the next."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, cast

from PySide6.QtCore import QByteArray, QSettings

from desktop_app.domain.concept import Language

ThemeChoice = Literal["system", "dark", "light"]


class UserSettings:
    """A small INI file; a value that cannot be understood counts as never written."""

    def __init__(self, path: Path) -> None:
        self._file = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def theme(self) -> ThemeChoice:
        """Dark, light, or whatever the desktop says."""
        value = self._text("theme")
        return cast(ThemeChoice, value) if value in ("dark", "light") else "system"

    @theme.setter
    def theme(self, choice: ThemeChoice) -> None:
        self._file.setValue("theme", choice)

    @property
    def language(self) -> Language | None:
        """The chosen language; None where nobody chose."""
        value = self._text("language")
        return cast(Language, value) if value in ("en", "zh") else None

    @language.setter
    def language(self, language: Language) -> None:
        self._file.setValue("language", language)

    @property
    def prompt(self) -> str:
        """What was typed last, sent off or not."""
        return self._text("prompt")

    @prompt.setter
    def prompt(self, prompt: str) -> None:
        self._file.setValue("prompt", prompt)

    @property
    def engine(self) -> str:
        """Id of the engine that was chosen last."""
        return self._text("engine")

    @engine.setter
    def engine(self, engine_id: str) -> None:
        self._file.setValue("engine", engine_id)

    @property
    def model_folders(self) -> tuple[Path, ...]:
        """Model folders a person chose, wherever they are."""
        return tuple(Path(line) for line in self._text("model_folders").splitlines() if line)

    @model_folders.setter
    def model_folders(self, folders: tuple[Path, ...]) -> None:
        self._file.setValue("model_folders", "\n".join(str(folder) for folder in folders))

    @property
    def export_folder(self) -> Path | None:
        """Where the last export went, if that folder is still there."""
        value = self._text("export_folder")
        return Path(value) if value and Path(value).is_dir() else None

    @export_folder.setter
    def export_folder(self, folder: Path) -> None:
        self._file.setValue("export_folder", str(folder))

    @property
    def reviewer(self) -> tuple[str, str]:
        """Name and role of whoever reviewed a run last."""
        return self._text("reviewer/name"), self._text("reviewer/role")

    @reviewer.setter
    def reviewer(self, reviewer: tuple[str, str]) -> None:
        name, role = reviewer
        self._file.setValue("reviewer/name", name)
        self._file.setValue("reviewer/role", role)

    @property
    def geometry(self) -> QByteArray:
        """The window's place and size, as Qt wrote it."""
        return self._bytes("window/geometry")

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._file.setValue("window/geometry", geometry)

    @property
    def docks(self) -> QByteArray:
        """Where the docks are, as Qt wrote it."""
        return self._bytes("window/docks")

    @docks.setter
    def docks(self, docks: QByteArray) -> None:
        self._file.setValue("window/docks", docks)

    def save(self) -> None:
        """Write now rather than some time later."""
        self._file.sync()

    def _text(self, key: str) -> str:
        value = self._file.value(key, "")
        return value if isinstance(value, str) else ""

    def _bytes(self, key: str) -> QByteArray:
        value = self._file.value(key, QByteArray())
        return value if isinstance(value, QByteArray) else QByteArray()
