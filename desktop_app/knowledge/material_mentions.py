"""Which materials a prompt names, and which it names that the table does not have."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop_app.domain.material import Material
from desktop_app.knowledge.materials import MaterialTable, NamedMaterial, normalised_name
from desktop_app.knowledge.patterns import FLAGS, words
from desktop_app.knowledge.prompt_text import blanked, without
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
    for pattern, entry in _patterns(table):
        for match in pattern.finditer(remaining):
            compound = _compound(remaining, match, table)
            if compound is not None:
                unknown = unknown or compound
            elif match[0].lower() != "lead" or _LEAD_METAL.search(remaining, max(0, match.start() - 10)):
                found.append((match.start(), entry))
            remaining = blanked(remaining, match.span())
    if not any(entry.phase == "solid" for _, entry in found):
        unknown = unknown or unknown_material(remaining)
    return _sorted_out(text, found, unknown)


def _patterns(table: MaterialTable) -> list[tuple[re.Pattern[str], NamedMaterial]]:
    names = [(word, FLAGS, entry) for entry in table.named() for word in entry.words]
    names += [(symbol, re.ASCII, entry) for entry in table.named() for symbol in entry.symbols]
    names.sort(key=lambda item: len(item[0]), reverse=True)
    return [
        (re.compile(_name_pattern(word), flags), entry) for word, flags, entry in names if not word.isdigit()
    ]


def _name_pattern(name: str) -> str:
    spelled = r"[\s-]*".join(re.escape(part) for part in normalised_words(name))
    start = r"(?<![A-Za-z0-9])" if name[0].isascii() else ""
    end = r"(?![A-Za-z0-9])" if name[-1].isascii() else ""
    return f"{start}{spelled}{end}"


def normalised_words(name: str) -> list[str]:
    """The parts of a material's name between which spaces and hyphens do not matter."""
    return re.split(r"[\s-]+", name)


def _compound(text: str, match: re.Match[str], table: MaterialTable) -> str | None:
    """The longer name a match is only a part of, or None."""
    after = OTHER_COMPOUND_AFTER.match(text, match.end())
    before = OTHER_COMPOUND_BEFORE.search(text[: match.start()])
    if after is None and before is None:
        return None
    whole = (before[0] if before else "") + match[0] + (after[0] if after else "")
    return None if table.find(normalised_name(whole)) else whole.strip()


def _sorted_out(text: str, found: list[tuple[int, NamedMaterial]], unknown: str | None) -> MaterialMentions:
    in_order = [entry for _, entry in sorted(found, key=lambda item: item[0])]
    solids = tuple(dict.fromkeys(e.material for e in in_order if e.phase == "solid"))
    around = tuple(dict.fromkeys(e.material for e in in_order if e.phase != "solid"))
    if len(solids) > 1 and _COMPARED.search(text):
        return MaterialMentions(solids[:1], solids[1:], around, unknown)
    return MaterialMentions(solids, (), around, unknown)
