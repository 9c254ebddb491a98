"""Which materials a prompt names, and which it names that the table does not have."""

from __future__ import annotations

import re
from dataclasses import dataclass
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
_COMPARED = words(
    r"compar(?:e|ed|ing|ison)|versus|vs\.?|as\s+opposed\s+to|rather\s+than|instead\s+of"
    r"|(?:faster|slower)\s+than",
    r"对比|比较|相比|对照",
)


@dataclass(frozen=True)
class MaterialMentions:
    """What a prompt says the body is made of.

    Attributes:
        bodies: solids of the table in the order named, without those only compared with.
        compared: solids it asks to compare the first with.
        surroundings: liquids and gases named.
        unknown: a material the table does not have, as the prompt writes it, or None.
    """

    bodies: tuple[Material, ...]
    compared: tuple[Material, ...]
    surroundings: tuple[Material, ...]
    unknown: str | None


def find_materials(text: str, table: MaterialTable) -> MaterialMentions:
    """The materials of a normalised prompt; only exact names count, the longest first.

    `copper oxide` is not copper and 铸铁 is not 铁: a name that is part of another compound is unknown.
    """
    remaining = without(text, NOT_A_MATERIAL)
    found: list[tuple[int, NamedMaterial]] = []
    unknown: str | None = None
    pattern, entries = _names(table)
    position = 0
    while (match := pattern.search(remaining, position)) is not None:
        compound = _compound(remaining, match, table)
        span = compound or match.span()
        if compound is not None:
            unknown = unknown or remaining[slice(*compound)].strip()
        elif match[0].lower() != "lead" or _LEAD_METAL.search(remaining, max(0, match.start() - 10)):
            found.append((match.start(), entries[int((match.lastgroup or "m0")[1:])]))
        remaining = blanked(remaining, span)
        position = span[1]
    if not any(entry.phase == "solid" for _, entry in found):
        unknown = unknown or unknown_material(remaining)
    return _sorted_out(text, found, unknown)


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


def _sorted_out(text: str, found: list[tuple[int, NamedMaterial]], unknown: str | None) -> MaterialMentions:
    in_order = [entry for _, entry in sorted(found, key=lambda item: item[0])]
    solids = tuple(dict.fromkeys(e.material for e in in_order if e.phase == "solid"))
    around = tuple(dict.fromkeys(e.material for e in in_order if e.phase != "solid"))
    if len(solids) > 1 and _COMPARED.search(text):
        return MaterialMentions(solids[:1], solids[1:], around, unknown)
    return MaterialMentions(solids, (), around, unknown)
