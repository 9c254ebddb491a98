"""Of the layers a prompt speaks of, those it lists, and which lies on which."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.domain.material import Material
from desktop_app.knowledge.layers import LayerRole
from desktop_app.knowledge.patterns import FLAGS, words
from desktop_app.knowledge.prompt_text import Span, blanked
from desktop_app.knowledge.quantities import Quantity

CLAUSE_END = re.compile(
    r"[,;:+\n]|[-=]*[>→]+|\.(?![0-9])|[。!?]|(?<![0-9A-Za-z²])/|/(?![0-9A-Za-z])"
    r"|(?<![A-Za-z])(?:and|then|on|over|under|plus|with|above|below|topped|atop|between)(?![A-Za-z])|[和与及再]|加(?!热)",
    FLAGS,
)
_SENTENCE_END = re.compile(r"\.(?![0-9])|[。!?;\n]")
_LIST_TAIL = re.compile(
    r"[\s)]*(?:(?:all\s+)?stacked|stack|layers?|in\s+(?:this|that)\s+order|(?:三|四|五|多|两)?层?(?:叠层|叠放|堆叠|叠在一起|结构))?[\s)]*"
)
_POWER = re.compile(r"[0-9]\s*(?:[kmμ]?W|瓦|watts?)(?![A-Za-z/])", FLAGS)
_TOP_FIRST = words(
    r"from\s+(?:the\s+)?top\s+(?:to|down)|top[\s-]to[\s-]bottom|top[\s-]down"
    r"|on\s+top\s+of(?!\s+(?:it|that|this|which))|top\s+(?:layer|one)?.{1,40}?(?:bottom|lower)\s+(?:layer|one)"
    r"|upper\s+layer.{1,40}?lower",
    r"从上到下|从上往下|自上而下|由上至下|由上而下|上[层面].{1,12}?下[层面]|(?<!自)顶层.{1,12}?底层",
)
_BETWEEN = re.compile(
    r"(?<![A-Za-z])(?:between|sandwiched|in\s+the\s+middle)(?![A-Za-z])|(?P<ahead>中间|之间|夹着|夹有|夹了)",
    FLAGS,
)
_JOINED_WITH = re.compile(
    r"(?:(?<![A-Za-z])(?:with|using|via|through|by)|[用以])\s*(?:an?\s+)?(?:[0-9.]+\s*[A-Za-zμ\u4e00-\u9fff]{1,4}\s*(?:of|thick|的)?)?\s*$",
    FLAGS,
)
_LEVEL_BEFORE = re.compile(
    r"(?P<level>(?:the\s+)?(?<![A-Za-z])(?:top|bottom|upper|lower|middle|middlemost)(?:\s+(?:layer|one|plate|sheet))?"
    r"|[上下顶底中最]{1,2}(?:面|边|部|间)?(?:[一1]?[层块片])?)"
    r"\s*(?:is|of|are|:|是|为|用)?\s*(?:an?\s+)?(?:[0-9.]+\s*(?:mm|cm|μm|um|毫米|厘米|微米)\s*(?:of|thick|厚)?的?)?\s*$",
    FLAGS,
)


@dataclass(frozen=True)
class NamedLayer:
    """A layer as the prompt has it; None where it does not say.

    Attributes:
        span: of the words for it.
        length: its thickness, m, with where it is written.
    """

    role: LayerRole | None
    material: Material | None
    span: Span
    length: Quantity | None = None


def without_levels(text: str, layers: Sequence[NamedLayer]) -> str:
    """The prompt with the words for where a layer lies blanked out, so that they are no places of heating."""
    for layer in layers:
        match = _LEVEL_BEFORE.search(text, max(0, layer.span[0] - 24), layer.span[0])
        if match is not None:
            text = blanked(text, match.span("level"))
    return text


_BOTTOM_FIRST = words(
    r"bottom\s+to\s+(?:the\s+)?top|from\s+(?:the\s+)?(?:bottom|below)|bottom[\s-]up|upwards?|(?:bottom|lowest)\s+layer",
    r"自下|从下|由下|底层|下层",
)


def chip_is_lowest_by_default(text: str, layers: Sequence[NamedLayer], order: Sequence[int]) -> bool:
    """Whether a chip lies lowest only because it is named first, and not because the prompt says so."""
    natural = tuple(order) == tuple(range(len(layers)))
    return natural and bool(layers) and layers[0].role == "chip" and not _BOTTOM_FIRST.search(text)


def stacking_order(text: str, layers: Sequence[NamedLayer]) -> tuple[int, ...]:
    """The layers' numbers from the lowest up.

    The layer named first is lowest, unless it is said to be on top; of three, one may be between the others.
    """
    order = list(range(len(layers)))
    inner = _between(text, layers) if len(layers) == 3 else None
    if inner is not None:
        order.remove(inner)
        order.insert(1, inner)
    return tuple(order[::-1] if _TOP_FIRST.search(text) else order)


def _between(text: str, layers: Sequence[NamedLayer]) -> int | None:
    """Which of three layers is said to be between the others, or is what joins them."""
    match = _BETWEEN.search(text)
    if match is not None:
        before = [i for i in range(3) if layers[i].span[1] <= match.start()]
        after = [i for i in range(3) if layers[i].span[0] >= match.end()]
        found = (after[:1] or before[-1:]) if match["ahead"] else before[-1:]
        return found[0] if found else None
    last = layers[2]
    joins = _JOINED_WITH.search(text, max(0, last.span[0] - 30), last.span[0])
    return 2 if last.role == "paste" and joins is not None else None


def listed(text: str, items: Sequence[NamedLayer]) -> list[NamedLayer]:
    """Without what is said again later, or is a part of the talk and no layer."""
    ends = [m.end() for m in _SENTENCE_END.finditer(text)]

    def sentence(item: NamedLayer) -> int:
        return sum(end <= item.span[0] for end in ends)

    kept: list[NamedLayer] = []
    for item in items:
        again = next((i for i, other in enumerate(kept) if _same(other, item)), None)
        if again is None:
            if len(kept) < 2 or item.length is not None or sentence(item) == sentence(kept[1]):
                kept.append(item)
        elif (
            sentence(kept[again]) == sentence(item)
            and again != len(kept) - 1
            and _another(text, kept[again], item)
        ):
            kept.append(item)
        else:
            kept[again] = _merged(kept[again], item)
    return [item for item in kept if item.material is not None or _stands_in_a_list(text, item, kept)]


def _same(one: NamedLayer, other: NamedLayer) -> bool:
    if one.material is not None and other.material is not None:
        return one.material == other.material
    return one.role is not None and one.role == other.role


def _another(text: str, one: NamedLayer, other: NamedLayer) -> bool:
    """Whether a material or a purpose that is named again in a list is a layer of its own."""
    if other.material is None:
        listed_both = all(_stands_in_a_list(text, layer, (layer,)) for layer in (one, other))
        return one.material is None and (one.length is None) == (other.length is None) and listed_both
    return one.material == other.material and (one.length is None) == (other.length is None)


def _merged(one: NamedLayer, other: NamedLayer) -> NamedLayer:
    return NamedLayer(
        one.role or other.role, one.material or other.material, one.span, one.length or other.length
    )


def _stands_in_a_list(text: str, item: NamedLayer, kept: Sequence[NamedLayer]) -> bool:
    """Whether a chip or a paste of no named material is listed, and not only talked of."""
    if item.length is not None:
        return True
    start = max((m.end() for m in CLAUSE_END.finditer(text, 0, item.span[0])), default=0)
    following = CLAUSE_END.search(text, item.span[1])
    end = following.start() if following else len(text)
    only_a_source = item != kept[0] and bool(_POWER.search(text, start, end))
    return not only_a_source and bool(_LIST_TAIL.fullmatch(text, item.span[1], end))
