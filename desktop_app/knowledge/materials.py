"""The table of materials: values with units and sources, looked up by exact name only."""

from __future__ import annotations

import difflib
import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

from desktop_app.domain.errors import HeatSketchError, InvalidInput
from desktop_app.domain.material import Material
from desktop_app.domain.text import say

Phase = Literal["solid", "liquid", "gas"]
_LEAST_LIKENESS = 0.6


class MaterialsUnreadable(HeatSketchError):
    """A materials file is missing or breaks its rules."""


class MaterialRefused(InvalidInput):
    """A material of one's own that cannot be taken into the table, or out of it."""


@dataclass(frozen=True)
class NamedMaterial:
    """A material with the words a prompt may use for it.

    Attributes:
        material: the entry.
        words: names and aliases, matched without regard to case.
        symbols: chemical symbols, matched as written.
        phase: only solids are bodies of a concept; liquids and gases surround them.
        lookup: names that count only where they stand alone, never inside a sentence.
    """

    material: Material
    words: tuple[str, ...]
    symbols: tuple[str, ...]
    phase: Phase
    lookup: tuple[str, ...] = ()

    @property
    def keys(self) -> frozenset[str]:
        """What it is looked up by besides its id, normalised."""
        return frozenset(normalised_name(name) for name in (*self.words, *self.symbols, *self.lookup))


class MaterialTable:
    """Materials by exact name, alias, symbol or id, in English and Chinese."""

    def __init__(self, entries: tuple[NamedMaterial, ...]) -> None:
        self._entries = entries

    @classmethod
    def load(cls, path: Path) -> MaterialTable:
        """Read and check the materials that come with the app.

        Args:
            path: a folder of JSON files, or one such file.

        Raises:
            MaterialsUnreadable: a file is missing, or a unit, a value, an id or a name breaks the rules.
        """
        from pydantic import ValidationError

        from desktop_app.knowledge.material_records import ShippedFile

        try:
            files = sorted(path.glob("*.json")) if path.is_dir() else [path]
            read = [json.loads(file.read_bytes())["materials"] for file in files]
            checked = ShippedFile.model_validate({"materials": [record for part in read for record in part]})
        except (OSError, ValueError, TypeError, KeyError, ValidationError) as error:
            raise MaterialsUnreadable(
                say("The materials table {path} cannot be used.", path=str(path)),
                say("Restore the file that came with HeatSketch."),
                details=str(error),
            ) from error
        return cls(tuple(record.entry() for record in checked.materials))

    def with_own(self, own: tuple[NamedMaterial, ...]) -> MaterialTable:
        """This table with `own` entries, which win wherever they share an id or a name with it.

        An entry in the place of another keeps the other's names, so that 铜 still finds one's own copper.
        """
        mine = {entry.material.id: entry for entry in own}
        replaced = tuple(
            _renamed(mine.pop(entry.material.id), entry) if entry.material.id in mine else entry
            for entry in self._entries
        )
        entries = (*replaced, *mine.values())
        ids = {entry.material.id for entry in own}
        taken = {key for entry in own for key in (*entry.keys, normalised_name(entry.material.id))}
        return MaterialTable(
            tuple(entry if entry.material.id in ids else _without(entry, taken) for entry in entries)
        )

    def find(self, name: str) -> Material | None:
        """The material of exactly this name (case, spaces and hyphens aside), or None: never a near one."""
        return self._by_name.get(normalised_name(name))

    def suggestions(self, name: str, limit: int = 3) -> tuple[Material, ...]:
        """Materials with names like `name`, best first; for a message, never to be used in its place."""
        wanted = normalised_name(name)
        likeness: dict[str, float] = {}
        for key, material in self._by_name.items():
            likeness[material.id] = max(likeness.get(material.id, 0.0), _likeness(wanted, key))
        near = sorted(self, key=lambda material: -likeness[material.id])
        return tuple(material for material in near if likeness[material.id] >= _LEAST_LIKENESS)[:limit]

    def named(self) -> tuple[NamedMaterial, ...]:
        """Every entry with the words for it, in the file's order."""
        return self._entries

    def __iter__(self) -> Iterator[Material]:
        return (entry.material for entry in self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    @cached_property
    def _by_name(self) -> dict[str, Material]:
        by_id = {normalised_name(entry.material.id): entry.material for entry in self._entries}
        return by_id | {key: entry.material for entry in self._entries for key in entry.keys}


def normalised_name(name: str) -> str:
    """`name` without differences of case, width, spaces, hyphens and underscores.

    >>> normalised_name("6061-t6") == normalised_name(" 6061 T6 ")
    True
    >>> normalised_name("A380 压铸铝") == normalised_name("a380压铸铝")
    True
    """
    folded = unicodedata.normalize("NFKC", name).casefold()
    spaced = re.sub(r"[\s_\-\u2010-\u2015]+", " ", folded).strip()
    return re.sub(r"(?<=[\u4e00-\u9fff]) | (?=[\u4e00-\u9fff])", "", spaced)


def _likeness(wanted: str, key: str) -> float:
    """How alike two names are, 0..1; one that holds the other counts for at least 0.6."""
    if not wanted:
        return 0.0
    matcher = difflib.SequenceMatcher(None, wanted, key, autojunk=False)
    if matcher.real_quick_ratio() < _LEAST_LIKENESS and not _holds(wanted, key):
        return 0.0
    alike = matcher.ratio()
    return max(alike, 0.6 + 0.4 * alike) if _holds(wanted, key) else alike


def _holds(wanted: str, key: str) -> bool:
    """Whether one is a whole word, or a run of Chinese characters, of the other: 金 is none of 钛合金."""
    short, long = sorted((wanted, key), key=len)
    if short.isascii():
        return f" {short} " in f" {long} " and len(short) > 2
    return short in (long.replace("合金", "") if len(short) == 1 else long)


def _renamed(own: NamedMaterial, shipped: NamedMaterial) -> NamedMaterial:
    words = tuple(dict.fromkeys((*own.words, *shipped.words)))
    return NamedMaterial(own.material, words, shipped.symbols, own.phase, shipped.lookup)


def _without(entry: NamedMaterial, taken: set[str]) -> NamedMaterial:
    def left(names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(name for name in names if normalised_name(name) not in taken)

    return NamedMaterial(
        entry.material, left(entry.words), left(entry.symbols), entry.phase, left(entry.lookup)
    )
