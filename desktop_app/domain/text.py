"""Sentences a person reads, kept apart from the language they are read in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Catalogue = Mapping[str, str]
"""English template -> template in another language; an empty catalogue leaves English."""

ENGLISH: Catalogue = {}


@dataclass(frozen=True)
class Text:
    """A sentence: an English template and the values that fill its `{names}`.

    A value may itself be a `Text`; it is put into the same language.
    """

    template: str
    values: tuple[tuple[str, str | int | float | Text], ...] = ()

    def to(self, catalogue: Catalogue) -> str:
        """The sentence in the catalogue's language, in English where the catalogue lacks it."""
        filled = {
            name: value.to(catalogue) if isinstance(value, Text) else value for name, value in self.values
        }
        template = catalogue.get(self.template, self.template)
        return template.format(**filled) if filled else template

    def __str__(self) -> str:
        return self.to(ENGLISH)


def say(template: str, /, **values: str | int | float | Text) -> Text:
    """Make a `Text`; the template must be a literal, so that the translation test can find it."""
    return Text(template, tuple(values.items()))
