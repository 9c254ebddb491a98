"""Which layers a prompt names: the material, purpose and thickness of each, in the order of naming."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from desktop_app.domain.material import Material
from desktop_app.knowledge.layer_lists import CLAUSE_END, NamedLayer, listed
from desktop_app.knowledge.layer_roles import find_roles
from desktop_app.knowledge.material_mentions import MaterialMention
from desktop_app.knowledge.numerals import DIGITS, FRACTION, parse_number
from desktop_app.knowledge.patterns import FLAGS, words
from desktop_app.knowledge.prompt_text import Span
from desktop_app.knowledge.quantities import Quantity

_SAME_LAYER = re.compile(r"[\s\-的]{0,3}(?:[A-Za-z]+[\s-]){0,2}$|[\u4e00-\u9fff]{0,2}$", FLAGS)
_MADE_OF = re.compile(
    r"\s*(?:layers?\s*)?(?:of|made\s+(?:out\s+)?of|is|in|from|:|\(|是|为|用|采用|材料为|材质为)\s*(?:(?:an?|the|pure)\s+)?$",
    FLAGS,
)
_NOT_A_THICKNESS = re.compile(
    r"\s*-?\s*(?:wide|long|square|deep|across|in\s+(?:width|length|diameter)|diameter|宽|长|深|见方|直径|[x×*]\s*[0-9])",
    FLAGS,
)
_NOT_A_THICKNESS_BEFORE = re.compile(
    r"(?:(?:total|overall|whole|combined)\s+(?:thickness|height)|总(?:厚度?|高度?)|width|length|diameter|footprint|area|宽度?|长度?|深度?|直径|边长|[x×*])\s*(?:of|is|=|:|为)?\s*$",
    FLAGS,
)
_THIRD_SIDE = re.compile(rf"(?:{DIGITS}\s*(?:mm|cm|毫米)?\s*[x×*]\s*){{2}}$", FLAGS)
"""What stands before the thickness of a layer whose three sides are given."""
_BODY_BEFORE = re.compile(
    r"(?<![A-Za-z])(?:plate|sheet|slab|block)\s*[,:(]?\s*$|[板块片]\s*[,:(]?\s*$", FLAGS
)
"""What stands before the three sides of a body of one piece."""
_HEADING = re.compile(
    r"\s*(?:stack(?:[\s-]?up)?s?|build[\s-]?up|modules?|assembl(?:y|ies)|packages?|sandwich|structure)(?![A-Za-z])\s*(?:[:(]|of|from|with|is|has)"
    r"|\s*(?:叠层|叠构|模块|模组|封装|结构)\s*[:(由是为]",
    FLAGS,
)
"""What stands after the name of the whole, where its layers follow."""
_IN_ORDER = words(r"respectively|in\s+(?:this|that)\s+order", r"依次|分别|顺次")
_SERIES = re.compile(rf"(?<![A-Za-z0-9.])(?:{DIGITS}\s*(?:/|,|and|和)\s*)+$", FLAGS)
_NUMBER = re.compile(rf"(?:{FRACTION})|{DIGITS}")
_EACH = words(r"each", r"各(?:自)?(?:厚|为)?|每层|每块|均(?:厚|为)|都是|都厚")


def find_layers(
    text: str, solids: Sequence[MaterialMention], lengths: Sequence[Quantity]
) -> tuple[NamedLayer, ...]:
    """The layers a normalised prompt lists.

    Args:
        text: the prompt.
        solids: its mentions of solids, in order.
        lengths: its quantities of dimension `length`.
    """
    items = [item for item in _items(text, solids) if not _HEADING.match(text, item.span[1])]
    items = _after_the_colon(text, items)
    thicknesses = [q for q in lengths if _may_be_thickness(text, q)]
    items = _with_thicknesses(text, items, thicknesses)
    return tuple(listed(text, items))


def unlisted_layers(materials: Sequence[Material]) -> tuple[NamedLayer, ...]:
    """Layers of these materials, at least two, where the prompt lists none."""
    named = tuple(NamedLayer("layer", material, (0, 0)) for material in materials)
    least = NamedLayer("layer", materials[-1] if materials else None, (0, 0))
    return (*named, *(least,) * (2 - len(named)))


def _after_the_colon(text: str, items: list[NamedLayer]) -> list[NamedLayer]:
    """Without what a heading names, where the list after its colon names it all again."""
    colon = text.find(":")
    before = [item for item in items if item.span[0] < colon]
    after = [item for item in items if item.span[0] > colon]
    again = {item.material for item in after}
    if before and len(after) >= 2 and all(item.material in again for item in before if item.material):
        return after
    return items


def _items(text: str, solids: Sequence[MaterialMention]) -> list[NamedLayer]:
    """Materials with the role words that stand with them, and role words by themselves."""
    items = [NamedLayer(None, mention.material, mention.span) for mention in solids]
    alone: list[NamedLayer] = []
    for role, span in find_roles(text):
        index = next((i for i, item in enumerate(items) if _belongs(text, item, span)), None)
        if index is None:
            if role != "layer":
                alone.append(NamedLayer(role, None, span))
            continue
        item = items[index]
        if item.role in (None, "layer"):
            joined = (min(item.span[0], span[0]), max(item.span[1], span[1]))
            items[index] = replace(item, role=role, span=joined)
    return sorted([*items, *alone], key=lambda item: item.span)


def _belongs(text: str, item: NamedLayer, role: Span) -> bool:
    start, end = item.span
    if role[0] < end and start < role[1]:
        return True
    if end <= role[0]:
        between = text[end : role[0]]
        return bool(_SAME_LAYER.match(between)) and not CLAUSE_END.search(between)
    return bool(_MADE_OF.fullmatch(text[role[1] : start]))


def _may_be_thickness(text: str, quantity: Quantity) -> bool:
    start, end = quantity.span
    sides = _THIRD_SIDE.search(text, max(0, start - 32), start)
    if sides is not None and not _BODY_BEFORE.search(text, max(0, sides.start() - 12), sides.start()):
        return True
    return not _NOT_A_THICKNESS.match(text, end) and not _NOT_A_THICKNESS_BEFORE.search(
        text[max(0, start - 24) : start]
    )


def _with_thicknesses(text: str, items: list[NamedLayer], lengths: Sequence[Quantity]) -> list[NamedLayer]:
    """Give every layer the length of its own clause, or of the list of thicknesses that follows."""
    named = [i for i, item in enumerate(items) if item.material is not None]
    series = _series(text, lengths)
    if len(series) in (len(named), len(items)):
        for i, length in zip(named if len(series) == len(named) else range(len(items)), series, strict=True):
            items[i] = replace(items[i], length=length)
        return items
    if _IN_ORDER.search(text) and len(lengths) == len(named):
        for i, length in zip(named, lengths, strict=True):
            items[i] = replace(items[i], length=length)
        return items
    bounds = [0, *(m.start() for m in CLAUSE_END.finditer(text)), len(text)]
    for start, end in pairwise(bounds):
        inside = [q for q in lengths if start <= q.span[0] < end]
        own = [i for i, item in enumerate(items) if start <= item.span[0] < end and item.length is None]
        if inside and not own:
            before = [i for i, item in enumerate(items) if item.span[1] <= inside[0].span[0]]
            own = [i for i in before[-1:] if items[i].length is None]
        for i, length in zip(_materials_first(items, own), inside, strict=False):
            items[i] = replace(items[i], length=length)
    if len(lengths) == 1 and _EACH.search(text):
        return [replace(item, length=lengths[0]) for item in items]
    return items


def _series(text: str, lengths: Sequence[Quantity]) -> list[Quantity]:
    """Thicknesses of which only the last has a unit: `0.7/0.1/3/5 mm`."""
    for last in lengths:
        match = _SERIES.search(text, 0, last.span[0])
        own = _NUMBER.match(last.written)
        if match is None or own is None or not last.value:
            continue
        metres = last.value / parse_number(own[0])
        numbers = re.findall(DIGITS, match[0] + own[0])
        return [replace(last, value=parse_number(number) * metres) for number in numbers]
    return []


def _materials_first(items: Sequence[NamedLayer], indices: Sequence[int]) -> list[int]:
    """Of layers in one clause, those of a known material; all of them where there is none."""
    known = [i for i in indices if items[i].material is not None]
    return known or list(indices)
