"""Which materials a prompt names, and which it names that the table does not have."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import lru_cache

from desktop_app.domain.material import Material
from desktop_app.knowledge.materials import MaterialTable, NamedMaterial
from desktop_app.knowledge.patterns import FLAGS, words
from desktop_app.knowledge.prompt_text import Span, blanked, without
from desktop_app.knowledge.unknown_materials import (
    NOT_A_MATERIAL,
    OTHER_COMPOUND_AFTER,
    OTHER_COMPOUND_BEFORE,
    unknown_material,
)

_LEAD_METAL = words(
    r"(?:of|pure|solid|a|the|thin|long|thick|metal)\s+lead(?=\s+(?:rod|bar|plate|sheet"
    r"|block|wire|foil|pipe|is|heated)|\s*[,.;]|\s*$)"
    r"|lead(?=\s+(?:rod|bar|plate|sheet|block|foil|pipe|wire))"
)


@dataclass(frozen=True)
class MaterialMention:
    """A material and where the prompt names it."""

    material: Material
    span: Span


@dataclass(frozen=True)
class MaterialMentions:
    """What a prompt says bodies are made of.

    Attributes:
        solids: every mention of a solid of the table, in order; one material may come twice.
        surroundings: liquids and gases named.
        unknown: a material the table does not have, as the prompt writes it, or None.
    """

    solids: tuple[MaterialMention, ...]
    surroundings: tuple[Material, ...]
    unknown: str | None

    @property
    def materials(self) -> tuple[Material, ...]:
        """The solids, each once."""
        return tuple(dict.fromkeys(mention.material for mention in self.solids))

    def without(self, materials: Collection[Material]) -> MaterialMentions:
        """The same but for some materials."""
        return replace(self, solids=tuple(m for m in self.solids if m.material not in materials))


def find_materials(text: str, table: MaterialTable) -> MaterialMentions:
    """The materials of a normalised prompt; only exact names count, the longest first.

    `copper oxide` is not copper and 铸铁 is not 铁: a name that is part of another compound is unknown.
    """
    remaining = without(text, NOT_A_MATERIAL)
    found: list[tuple[Span, NamedMaterial]] = []
    unknown: str | None = None
    pattern, entries = _names(table)
    position = 0
    while (match := pattern.search(remaining, position)) is not None:
        compound = _compound(remaining, match, table)
        span = compound or match.span()
        if compound is not None:
            unknown = unknown or remaining[slice(*compound)].strip()
        elif match[0].lower() != "lead" or _LEAD_METAL.search(remaining, max(0, match.start() - 10)):
            found.append((match.span(), entries[int((match.lastgroup or "m0")[1:])]))
        remaining = blanked(remaining, span)
        position = span[1]
    if not any(entry.phase == "solid" for _, entry in found):
        unknown = unknown or unknown_material(remaining)
    solids = tuple(MaterialMention(e.material, span) for span, e in found if e.phase == "solid")
    around = tuple(dict.fromkeys(e.material for _, e in found if e.phase != "solid"))
    return MaterialMentions(solids, around, unknown)


@lru_cache(maxsize=4)
def _names(table: MaterialTable) -> tuple[re.Pattern[str], tuple[NamedMaterial, ...]]:
    """One pattern for every name of the table, longer ones first, and the entry of each of its groups."""
    names = [(word, _name_pattern(word), entry) for entry in table.named() for word in entry.words]
    names += [
        (symbol, f"(?-i:{_name_pattern(symbol)})", entry)
        for entry in table.named()
        for symbol in entry.symbols
    ]
    names = sorted(
        (name for name in names if not name[0].isdigit()), key=lambda name: len(name[0]), reverse=True
    )
    alternatives = "|".join(f"(?P<m{i}>{spelled})" for i, (_, spelled, _) in enumerate(names))
    return re.compile(alternatives, FLAGS), tuple(entry for _, _, entry in names)


def _name_pattern(name: str) -> str:
    spelled = r"[\s-]*".join(re.escape(part) for part in re.split(r"[\s-]+", name))
    start = r"(?<![A-Za-z0-9])" if name[0].isascii() else ""
    end = r"(?![A-Za-z0-9])" if name[-1].isascii() else ""
    return f"{start}{spelled}{end}"


def _compound(text: str, match: re.Match[str], table: MaterialTable) -> Span | None:
    """The span of the longer name a match is only a part of, or None."""
    after = OTHER_COMPOUND_AFTER.match(text, match.end())
    before = OTHER_COMPOUND_BEFORE.search(text, max(0, match.start() - 20), match.start())
    if after is None and before is None:
        return None
    span = (before.start() if before else match.start(), after.end() if after else match.end())
    return None if table.find(text[slice(*span)]) else span
