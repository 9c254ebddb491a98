"""The table of materials, as far as editors need it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from desktop_app.domain.material import Material


class Named(Protocol):
    """A material with the words for it."""

    @property
    def material(self) -> Material:
        """The material."""

    @property
    def words(self) -> tuple[str, ...]:
        """Names and aliases in English and Chinese."""

    @property
    def symbols(self) -> tuple[str, ...]:
        """Chemical symbols."""


class MaterialBook(Protocol):
    """The table of materials."""

    def find(self, name: str) -> Material | None:
        """The material of exactly this name."""

    def suggestions(self, name: str) -> Sequence[Material]:
        """Materials of similar names, best first."""

    def named(self) -> Sequence[Named]:
        """Every material with the words for it."""
