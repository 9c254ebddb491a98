"""How each name of a table of materials may be written in a prompt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from desktop_app.knowledge.materials import MaterialTable, NamedMaterial
from desktop_app.knowledge.patterns import FLAGS

_LETTERS_THEN_DIGITS = re.compile(r"(?<=[A-Z][A-Za-z])(?=[0-9]{2})", re.ASCII)
"""Where a space may stand in a grade: SUS 304, SAC 305."""
_SEPARATORS = re.compile(r"[\s-]+")
_GRADE = re.compile(r"[A-Z]{0,3}[0-9]{3,4}[A-Z]?")
_ENGLISH_WORDS = frozenset({"In", "Co", "As"})
"""Symbols that begin a sentence more often than they name a metal."""
_NEVER_AFTER = {"金": "(?<![合五冶镀])", "银": "(?<![水镀])"}
"""合金 is an alloy and no gold, 水银 is mercury."""
_BODY_NEXT = (
    r"(?=(?:-T[0-9]+)?[\s-]*(?:(?:rods?|bars?|wires?|plates?|sheets?|slabs?|foils?|panels?|blocks?|cubes?"
    r"|pipes?|tubes?|rings?|fins?|boards?|beams?|brackets?|films?|ingots?)(?![A-Za-z])"
    r"|棒|杆|板|管|块|环|片|箔|丝|条|翅片|支架))"
)
_MADE_OF = r"(?:(?<![A-Za-z])(?:of|from|in)\s+|[用由]|材[质料][为是:]?)\s*"
_NO_UNIT_NEXT = r"(?!\s*(?:[A-Za-z0-9%°,/×^]|\.[0-9]|[度毫厘米瓦开秒分小时片个年次]))"


@dataclass(frozen=True)
class Name:
    """A name of the table, and how it is looked for in a prompt.

    Attributes:
        letters: what is left of it without spaces and hyphens, in lower case.
        pattern: as it may be written.
        entry: what it names.
    """

    letters: str
    pattern: re.Pattern[str]
    entry: NamedMaterial


def names_in(text: str, table: MaterialTable) -> Iterator[Name]:
    """Names of the table that a prompt may hold, the longest first; their patterns say whether it does."""
    letters = _SEPARATORS.sub("", text).lower()
    return (name for name in _names_of(table) if name.letters in letters)


@lru_cache(maxsize=4)
def _names_of(table: MaterialTable) -> tuple[Name, ...]:
    names = [
        Name(_SEPARATORS.sub("", word).lower(), re.compile(spelled, FLAGS), entry)
        for word, spelled, entry in _spelled(table)
    ]
    return tuple(sorted(names, key=lambda name: len(name.letters), reverse=True))


def _spelled(table: MaterialTable) -> Iterator[tuple[str, str, NamedMaterial]]:
    """Each name, how it is looked for, and what it names.

    A mere grade or symbol counts where a body of it is named, `6063 fin`, a grade also as what it is made of.
    """
    for entry in table.named():
        for word in entry.words:
            if not word.isdigit():
                yield word, _name_pattern(word), entry
            if "合金 " in word:
                short = word.replace("合金", "")
                yield short, _name_pattern(short), entry
        for symbol in entry.symbols:
            yield symbol, f"(?-i:{_name_pattern(symbol)})", entry
        for word in entry.lookup:
            code = re.escape(word)
            if word not in _ENGLISH_WORDS:
                yield word, rf"(?-i:(?<![A-Za-z0-9.,-]){code}{_BODY_NEXT})", entry
            if _GRADE.fullmatch(word):
                yield word, rf"{_MADE_OF}{code}(?:-T[0-9]+)?{_NO_UNIT_NEXT}", entry


def _name_pattern(name: str) -> str:
    spaced = _LETTERS_THEN_DIGITS.sub(" ", name)
    spelled = r"[\s-]*".join(re.escape(part) for part in re.split(r"[\s-]+", spaced))
    start = r"(?<![A-Za-z0-9])" if name[0].isascii() else _NEVER_AFTER.get(name, "")
    end = r"(?![A-Za-z0-9])" if name[-1].isascii() else ""
    return f"{start}{spelled}{end}"
