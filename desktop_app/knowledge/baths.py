"""A whole body put into a liquid that is named with its temperature: boiling water, ice water, nitrogen."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop_app.domain.concept import Shape
from desktop_app.knowledge.agents import Agent
from desktop_app.knowledge.fluids import STILL_LIQUID
from desktop_app.knowledge.patterns import FLAGS, words

_LIQUID = words(
    r"boiling(?:[\s-]+hot)?\s+water|ice[\s-]?(?:cold\s+)?(?:water|bath|slurry)|liquid\s+nitrogen|LN2",
    r"沸水|开水|滚水|沸腾的水|冰水|冰浴|液氮",
)
_PUT_INTO = re.compile(
    r"(?<![A-Za-z])(?:in|into|inside|under)\s+(?:(?:an?|the|some)\s+)?"
    r"(?:(?:bath|pot|bucket|bowl|glass|cup|tank|beaker)\s+of\s+)?$|(?:[放浸泡扔丢投没插掉在]|淬)[^,;。]{0,3}$",
    FLAGS,
)
_LONG: frozenset[Shape | None] = frozenset(
    {None, "rod", "fin", "stack", "room", "ring", "contact", "ice_block"}
)
"""Of which an end is dipped, or which a liquid meets on one side or inside."""


def bath_around(text: str, shape: Shape | None, held: Sequence[Agent]) -> tuple[Agent, ...]:
    """The liquid around a body and its temperature, from what would hold a place nobody has named.

    Args:
        text: the normalised prompt.
        shape: of the body.
        held: temperatures of no place.

    Returns:
        The temperature as it is in the prompt and the liquid; nothing where none surrounds the body.
    """
    if shape in _LONG:
        return ()
    for agent in held:
        before = text[max(0, agent.span[0] - 30) : agent.span[0]]
        if _LIQUID.search(agent.word) and _PUT_INTO.search(before):
            return agent, Agent("convection", None, agent.span, agent.word, STILL_LIQUID)
    return ()
