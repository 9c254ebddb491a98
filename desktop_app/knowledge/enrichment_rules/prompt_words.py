"""What the prompt calls a heater, a flame or a fluid, in English words for a video model."""

from __future__ import annotations

import re
from functools import lru_cache
from math import log

from desktop_app.domain.concept import Concept, Heating
from desktop_app.knowledge.agent_words import NOT_THERE
from desktop_app.knowledge.fluids import FLUIDS, NOT_FLUIDS
from desktop_app.knowledge.patterns import words
from desktop_app.knowledge.prompt_text import normalised, without

_FLAMES = (
    (words("candles?", "蜡烛|烛"), "candle flame"),
    (words("(?:[a-z]+ )?lighters?", "打火机"), "small lighter flame"),
    (words("(?:[a-z]+ )?(?:blow)?torch(?:es)?", "喷灯|喷火|喷枪|焊枪"), "blue torch flame"),
    (words("(?:[a-z]+ )?burners?|gas (?:stove|hob)", "酒精灯|本生灯|燃气|煤气"), "gas burner flame"),
    (words("campfires?|bonfires?", "篝火"), "campfire flame"),
)
_SOURCES = (
    (words("lasers?", "激光"), "laser beam"),
    (words("LEDs?|COB"), "LED"),
    (words("transistors?|MOSFETs?|IGBTs?", "晶体管"), "power transistor"),
    (words("chips?|CPUs?|GPUs?|dies?|processors?", "芯片|处理器"), "chip"),
    (words("radiators?", "暖气"), "radiator"),
    (words("(?:cartridge )?heaters?|heating elements?", "加热|电暖|取暖|电热"), "heater"),
)
_TOOLS = (
    (words("hot[ -]?plates?|stoves?|griddles?", "热板|加热板|电炉|灶"), "a hot plate"),
    (words("soldering[ -]irons?", "烙铁"), "a soldering iron"),
)
_UNLIKE = log(8.0)
"""A fluid whose usual coefficient is off by more than this factor is not the one meant."""


def flame(concept: Concept) -> str:
    """The kind of flame the prompt speaks of."""
    return _first(_FLAMES, concept.prompt) or "flame"


def source(concept: Concept) -> str:
    """What gives off the power the prompt speaks of."""
    return _first(_SOURCES, concept.prompt) or "heat source"


def tool(concept: Concept) -> str:
    """What holds a place at a high temperature; empty where the prompt does not say."""
    return _first(_TOOLS, concept.prompt)


def fluid(concept: Concept, convection: Heating) -> str:
    """What flows past a surface: the fluid of the prompt with the likest coefficient, else what it suggests.

    Gases have 2 to 250 W/(m²·K), less than 25 where they are not blown (Çengel, as cited in `fluids`).
    """
    h = convection.value
    named = [one for one in _fluids_in(concept.prompt) if one[0] > 0 and h > 0]
    nearest = min(named, key=lambda one: abs(log(one[0] / h)), default=None)
    if nearest is not None and abs(log(nearest[0] / h)) <= _UNLIKE:
        return nearest[1]
    return "still air" if h < 25 else "moving air" if h < 250 else "a flowing liquid"


@lru_cache(maxsize=64)
def _fluids_in(prompt: str) -> tuple[tuple[float, str], ...]:
    text = without(without(normalised(prompt), NOT_THERE), NOT_FLUIDS)
    return tuple((known.h, str(known.name)) for known, pattern in FLUIDS if pattern.search(text))


def _first(table: tuple[tuple[re.Pattern[str], str], ...], prompt: str) -> str:
    text = normalised(prompt)
    found = [(match.start(), name) for pattern, name in table if (match := pattern.search(text))]
    return min(found)[1] if found else ""
