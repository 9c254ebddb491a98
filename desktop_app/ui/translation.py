"""The window's language: one catalogue for what Qt says and for what the other packages say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QObject, QTranslator

from desktop_app.domain.concept import Language
from desktop_app.domain.text import Catalogue, Text

LANGUAGES: Mapping[Language, str] = {"en": "English", "zh": "简体中文"}
"""Each language by its own name, so that it can be found by whoever reads no other."""


class CatalogueTranslator(QTranslator):
    """Answers Qt's `tr()` from a `Catalogue`; the class a literal stands in does not matter."""

    def __init__(self, catalogue: Catalogue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue

    def isEmpty(self) -> bool:
        """Whether there is nothing to look up; Qt skips a translator that says so."""
        return not self._catalogue

    def translate(
        self,
        context: str,  # noqa: ARG002
        sourceText: str,
        disambiguation: str | None = None,  # noqa: ARG002
        n: int = -1,  # noqa: ARG002
    ) -> str | None:
        """The sentence in the catalogue's language; None where it is lacking, so that others are asked."""
        return self._catalogue.get(sourceText)


class _InstalledCatalogue(Mapping[str, str]):
    """Whatever catalogue the application has installed at the moment, seen as a `Catalogue`."""

    def __getitem__(self, template: str) -> str:
        return QCoreApplication.translate("Text", template)

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


_installed = _InstalledCatalogue()


_language: Language = "en"


def current_language() -> Language:
    """The window's language; widgets ask again on `LanguageChange`."""
    return _language


def in_words(text: Text) -> str:
    """A domain sentence in the window's language."""
    return text.to(_installed)


class LanguageSwitch(QObject):
    """Changes the language of the running application; every widget then gets `LanguageChange`."""

    def __init__(self, catalogues: Mapping[Language, Catalogue], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalogues = catalogues
        self._translators: list[QTranslator] = []

    def use(self, language: Language) -> None:
        """Install a language: Qt's own words for its standard buttons, then ours."""
        global _language
        for translator in self._translators:
            QCoreApplication.removeTranslator(translator)
        _language = language
        self._translators = []
        if language == "zh":
            qt_words = QTranslator(self)
            folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            if qt_words.load("qtbase_zh_CN", folder):
                self._translators.append(qt_words)
        if catalogue := self._catalogues.get(language):
            self._translators.append(CatalogueTranslator(catalogue, self))
        for translator in self._translators:
            QCoreApplication.installTranslator(translator)
