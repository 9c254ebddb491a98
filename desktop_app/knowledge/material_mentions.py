"""Which materials a prompt names, and which it names that the table does not have."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from itertools import zip_longest

from desktop_app.domain.material import Material
from desktop_app.knowledge.materials import MaterialTable, NamedMaterial
from desktop_app.knowledge.name_patterns import names_in
from desktop_app.knowledge.patterns import words
from desktop_app.knowledge.prompt_text import Span, blanked, without
from desktop_app.knowledge.unknown_materials import (
    ALLOYED,
    NOT_A_MATERIAL,
    OTHER_CARBON_BEFORE,
    OTHER_COMPOUND_AFTER,
    OTHER_COMPOUND_BEFORE,
    OTHER_COPPER_ALLOY_AFTER,
    OTHER_COPPER_ALLOY_BEFORE,
    OTHER_GRADE_AFTER,
    OTHER_GRADE_BEFORE,
    OTHER_MATERIAL,
    OTHER_STEEL_AFTER,
    OTHER_STEEL_BEFORE,
    SEVERAL_BODIES,
    unknown_material,
)

_LEAD_METAL = words(
    r"(?:of|pure|solid|a|the|thin|long|thick|metal)\s+lead(?=\s+(?:rod|bar|plate|sheet"
    r"|block|wire|foil|pipe|is|heated)|\s*[,.;]|\s*$)"
    r"|lead(?=\s+(?:rod|bar|plate|sheet|block|foil|pipe|wire|ingot|cube|cylinder|brick|ring|dis[ck]|fin|tube"
    r"|slab|heat[\s-]?sink)s?(?![A-Za-z]))"
    r"|(?:gold|silver|copper|tin|zinc|iron|steel|brass|nickel|alumini?um)\s*(?:and|or|vs\.?|versus|,|with)\s*lead"
    r"|lead\s*(?:and|or|vs\.?|versus|,)\s*(?:gold|silver|copper|tin|zinc|iron|steel|brass|nickel|alumini?um)"
)

_GRADES = (
    (re.compile("^(?:alumin|纯?铝)"), OTHER_GRADE_BEFORE, OTHER_GRADE_AFTER),
    (re.compile("(?:steel|stainless|钢)$"), OTHER_STEEL_BEFORE, OTHER_STEEL_AFTER),
    (
        re.compile("(?:brass|bronze|solder|黄铜|青铜|焊锡|焊料)$"),
        OTHER_COPPER_ALLOY_BEFORE,
        OTHER_COPPER_ALLOY_AFTER,
    ),
    (re.compile("^(?:carbon|碳)"), OTHER_CARBON_BEFORE, None),
)
"""Names that come in grades, and what names a grade before and after them."""


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
    unknown: list[Span] = []
    for name in names_in(remaining, table):
        for match in name.pattern.finditer(remaining):
            compound = _compound(remaining, match, table)
            if compound is not None:
                unknown.append(compound)
            elif match[0].lower() != "lead" or _LEAD_METAL.search(text, max(0, match.start() - 20)):
                found.append((match.span(), name.entry))
            remaining = blanked(remaining, compound or match.span())
    found.sort(key=lambda item: item[0])
    found, unknown = _alloyed(text, found, unknown)
    found = [
        one
        for one, after in zip_longest(found, found[1:])
        if after is None or not _explained(text, one[0], after[0])
    ]
    solids = tuple(MaterialMention(e.material, span) for span, e in found if e.phase == "solid")
    around = tuple(dict.fromkeys(e.material for _, e in found if e.phase != "solid"))
    other = text[slice(*min(unknown))].strip() if unknown else None
    return MaterialMentions(solids, around, other or (None if solids else unknown_material(remaining)))


def _explained(text: str, one: Span, after: Span) -> bool:
    """Whether a name is followed by a more exact one in brackets: `wood (oak)`."""
    opened = text[one[1] : after[0]].strip()
    return opened == "(" and text[after[1] :].lstrip().startswith(")")


def _alloyed(
    text: str, found: list[tuple[Span, NamedMaterial]], unknown: list[Span]
) -> tuple[list[tuple[Span, NamedMaterial]], list[Span]]:
    """The names without those that make one name with the next: `nickel silver` is neither.

    A grade beside a name for it, 不锈钢 316L, stays alone; so do names of bodies side by side. A brick of an
    element is a shape.
    """
    several = SEVERAL_BODIES.search(text) is not None
    kept: list[tuple[Span, NamedMaterial | None]] = []
    solids = [(span, entry) for span, entry in found if entry.phase == "solid"]
    for span, entry in sorted([*solids, *((span, None) for span in unknown)], key=lambda item: item[0]):
        before = kept[-1] if kept else None
        if before is None or not ALLOYED.fullmatch(text, before[0][1], span[0]) or before[1] is entry:
            kept.append((span, entry))
        elif entry is not None and _has_grade(text, span):
            kept[-1] = (span, entry)
        elif before[1] is not None and (
            _has_grade(text, before[0]) or (before[1].symbols and text[slice(*span)].lower() == "brick")
        ):
            continue
        elif several:
            kept.append((span, entry))
        else:
            kept[-1] = ((before[0][0], span[1]), None)
    around = [(span, entry) for span, entry in found if entry.phase != "solid"]
    left = [(span, entry) for span, entry in kept if entry is not None]
    return sorted([*around, *left], key=lambda item: item[0]), [span for span, entry in kept if entry is None]


def _has_grade(text: str, span: Span) -> bool:
    return any(sign.isdigit() for sign in text[slice(*span)])


def _compound(text: str, match: re.Match[str], table: MaterialTable) -> Span | None:
    """The span of the longer name a match is only a part of, or None."""
    for other in OTHER_MATERIAL.finditer(text):
        if other.start() <= match.start() and match.end() <= other.end():
            return other.span()
    name, earlier = match[0].lower(), (max(0, match.start() - 20), match.start())
    after = OTHER_COMPOUND_AFTER.match(text, match.end())
    before = OTHER_COMPOUND_BEFORE.search(text, *earlier)
    for belongs, grade_before, grade_after in _GRADES:
        if belongs.search(name):
            before = before or grade_before.search(text, *earlier)
            after = after or (grade_after.match(text, match.end()) if grade_after else None)
    if after is None and before is None:
        return None
    span = (before.start() if before else match.start(), after.end() if after else match.end())
    return None if table.find(text[slice(*span)]) else span
