"""What a prompt names between a source and its heat sink: the sink alone is solved."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop_app.domain.text import Text, say
from desktop_app.knowledge.layer_roles import find_roles
from desktop_app.knowledge.layers import ROLE_WORDS, LayerRole
from desktop_app.knowledge.material_mentions import MaterialMention
from desktop_app.knowledge.numerals import DIGITS
from desktop_app.knowledge.patterns import FLAGS
from desktop_app.knowledge.prompt_text import Span

_BETWEEN: frozenset[LayerRole] = frozenset({"paste", "spreader"})
_SIZE = re.compile(
    rf"\s*(?:of|is|:|\(|,|尺寸|厚)?\s*{DIGITS}\s*(?:mm|cm|毫米|厘米)?(?:\s*[x×*]\s*{DIGITS}\s*(?:mm|cm|毫米|厘米)?)+"
    rf"|\s*(?:of|is|:|\(|厚)?\s*{DIGITS}\s*(?:mm|cm|毫米|厘米)(?:\s*(?:thick|厚))?",
    FLAGS,
)
_NAMED_NEXT = re.compile(
    r"\s*-?\s*(?:alloy\s+)?(?:(?:finned|pin|plate|CPU)\s+)?(?:heat[\s-]?sink|sink)"
    r"|\s*(?:合金)?的?(?:制|质)?(?:散热器|散热片|热沉)",
    FLAGS,
)


def sizes_beside_the_sink(text: str) -> tuple[Span, ...]:
    """Where the sizes stand that come right after a paste or a spreader."""
    found = [_SIZE.match(text, span[1]) for role, span in find_roles(text) if role in _BETWEEN]
    return tuple(match.span() for match in found if match is not None)


def sinks_first(text: str, solids: Sequence[MaterialMention]) -> tuple[MaterialMention, ...]:
    """The materials, those that stand right before a word for the sink first."""
    return tuple(sorted(solids, key=lambda mention: _NAMED_NEXT.match(text, mention.span[1]) is None))


def left_out_notes(text: str) -> list[Text]:
    """A note for the paste and the spreader that the prompt names beside its heat sink."""
    roles = dict.fromkeys(role for role, _ in find_roles(text) if role in _BETWEEN)
    return [say("Only the heat sink is solved: {part} is left out.", part=ROLE_WORDS[role]) for role in roles]
