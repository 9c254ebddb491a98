"""Where a body is heated or cooled if the prompt does not say."""

from __future__ import annotations

from collections.abc import Iterable

from desktop_app.domain.concept import Shape, Where
from desktop_app.knowledge.agents import Agent
from desktop_app.knowledge.fluids import STILL_LIQUID
from desktop_app.knowledge.patterns import words

_AT_A_SPOT = words(
    r"lasers?|small\s+(?:\w+\s+)?torch(?:es)?|soldering[\s-]irons?|welding\s+spot|magnifying\s+glass",
    r"激光|烙铁|小(?:火枪|喷枪|喷灯)|放大镜",
)
_FROM_BELOW = words(
    r"on\s+(?:an?|the|my)\s+(?:hot|warm|heated).*|hot[\s-]?plates?|stoves?|hobs?|griddles?|cookers?"
    r"|heating\s+plates?",
    r"热板|加热[板台]|炉|灶|电热板",
)
_LIES_ON = words(
    r"(?:sit(?:s|ting)|stand(?:s|ing)|placed|rest(?:s|ing)|lying|lies|put|laid|melt(?:s"
    r"|ing))\s+on(?!\s+(?:its|the\s+(?:left|right"
    r"|top|side)))|on\s+(?:ice|an?\s+(?:\w+\s+)?[-\d.]+\s*°?\s*[CFK]\s+(?:\w+\s+)?(?:plate|surface|table"
    r"|slab))",
    r"[放置摆搁坐]在[^,;。]{0,12}[上面]|置于[^,;。]{0,12}[上面]|[放摆搁][^,;。在]{0,8}[板台]上",
)
"""A body that lies on what heats or cools it."""
_FROM_ABOVE = words(r"sun(?:light|shine)?|solar", r"太阳|日照|阳光")
_SMALL_SOURCE = words(
    r"chips?|LEDs?|MOSFETs?|transistors?|IGBTs?|resistors?|diodes?|ICs?|CPUs?|GPUs?|COB|processors?",
    r"芯片|灯珠|LED|电阻|三极管|处理器|二极管",
)
_THROUGH = words(
    r"carr(?:y|ies|ying)|flow(?:s|ing)?\s+(?:through|in)|through|conveys?|transport\w*|filled\s+with"
    r"|full\s+of|in\s+(?:the|a)\s+pipe|(?:with|contain(?:s|ing)|holds?|holding)\s+(?:hot|cold|warm|boiling"
    r"|chilled)",
    r"流过|通过|通入|通有|输送|流经|流动|管中|[走通](?:着|过|的是)?[^,;。]{0,8}[水油汽]|通[热冷]",
)
_HEATED_AT: dict[Shape | None, Where] = {
    "fin": "base",
    "heat_sink": "base",
    "room": "inside",
    "ring": "inside",
    "stack": "bottom",
    "ice_block": "all_around",
}


def default_place(shape: Shape | None, upright: bool, agents: Iterable[Agent], text: str = "") -> Where:
    """The place that fits what heats the body, else the one that fits its shape.

    Args:
        shape: of the body, None where the prompt names none.
        upright: whether a rod stands.
        agents: what heats it.
        text: the prompt, which may name a chip or the sun.
    """
    acting = list(agents)
    named = " ".join(agent.word for agent in acting)
    if _AT_A_SPOT.search(named) or (_AT_A_SPOT.search(text) and any(a.kind == "power" for a in acting)):
        return "spot"
    if shape == "ring" and any(agent.kind == "flame" for agent in acting):
        return "all_around"
    if shape in _HEATED_AT and not (
        shape == "ice_block" and (_FROM_BELOW.search(named) or _LIES_ON.search(text))
    ):
        return _HEATED_AT[shape]
    if _FROM_BELOW.search(named):
        return "bottom"
    if any(agent.kind == "flux" for agent in acting) and _FROM_ABOVE.search(text):
        return "top"
    if shape in ("plate", "block") and any(a.kind == "power" for a in acting) and _SMALL_SOURCE.search(text):
        return "spot"
    lies = shape in ("plate", "block", "ice_block") and _LIES_ON.search(text) is not None
    return "bottom" if upright or lies else "left"


def place_of_fluid(shape: Shape | None, text: str, fluid: Agent) -> Where:
    """Where air or water with no place said meets a body: around it, or in a pipe that carries it."""
    if shape != "ring":
        return "all_around"
    near = text[max(0, fluid.span[0] - 24) : fluid.span[1] + 24]
    carried = fluid.fluid is not None and (not fluid.fluid.around or fluid.fluid is STILL_LIQUID)
    return "inside" if carried and _THROUGH.search(near) else "all_around"
