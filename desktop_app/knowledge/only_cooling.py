"""Whether a body only cools, or something goes on heating it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop_app.knowledge.agents import Agent
from desktop_app.knowledge.draft_book import DraftBook
from desktop_app.knowledge.patterns import words

_MADE_HOT = frozenset(
    {"heat", "heated", "heating", "heats", "heater", "heaters", "warmed", "加热", "受热", "升温", "烧", "烤"}
)
_WAS_MADE_HOT = re.compile(
    r"(?:heated|warmed|brought|pre-?heated)\s+(?:up\s+)?to\s+(?:about\s+)?$|(?:加热|烧|烤|预热|升温)(?:到"
    r"|至)(?:约|了)?\s*$",
    re.IGNORECASE,
)
"""Of a body that is put into something colder afterwards."""
_HEATER = words(
    r"on\s+(?:an?|the|my)\s+(?:hot|warm|heated)\s.+|hot[\s-]?plates?|stoves?|hobs?|griddles?|heaters?"
    r"|cartridge\s+heaters?|heating\s+\w+|soldering[\s-]irons?|electric\s+fire|radiators?"
    r"|(?:\w+\s+)?lasers?(?:\s+\w+)?",
    r"加热[板器片垫膜丝棒元台]件?|热板|热源|灶|电热.|电炉|电?烙铁|取暖器|电暖[器气]|暖气片?|激光.*",
)
"""A thing that heats for as long as it is there, unlike `hot` and `烧`."""
_TAKEN_OFF = re.compile(
    r"(?:off|from|out\s+of)\s+(?:an?\s+|the\s+|my\s+)?$|(?:was|were|had\s+been)\s+$"
    r"|(?:从[^,;。]{0,10}|离开|移开|拿开|撤[去走掉]|关[闭掉])$",
    re.IGNORECASE,
)


def only_cools(book: DraftBook, agents: Sequence[Agent], hot: Sequence[Agent]) -> bool:
    """Whether nothing but air or water acts, so that a temperature is that of the body before."""
    if any(agent.kind == "temperature" and not re.search(r"\d", agent.word) for agent in agents):
        return False
    if book.shape in ("fin", "heat_sink") and any(agent.kind == "temperature" for agent in agents):
        return False
    cooled = any(agent.kind in ("convection", "cold") for agent in agents)
    if not (cooled or (book.convections and not book.heats)):
        return False
    if any(
        agent.kind == "temperature" and _WAS_MADE_HOT.search(book.text, 0, agent.span[0]) for agent in agents
    ):
        return True
    return not any(
        agent.kind == "flame" or agent.word.lower() in _MADE_HOT or _heats_on(book.text, agent)
        for agent in hot
    )


def _heats_on(text: str, agent: Agent) -> bool:
    """Whether words name a thing that heats, and the body is not taken away from it."""
    before = text[max(0, agent.span[0] - 12) : agent.span[0]]
    return _HEATER.fullmatch(agent.word) is not None and _TAKEN_OFF.search(before) is None
