"""Sentences from the templates of `sentences/`: a small grammar, and how people type."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

SENTENCES = Path(__file__).with_name("sentences")
FACETS = {"size": "size", "fins": "fins", "time": "time", "look": "look", "view": "look"}
"""Slots that are only filled where the scene says such a thing, and must be filled where it does."""
LOWER_CASE, TERSE, FULL_STOP = 0.35, 0.12, 0.3
"""Shares of the English sentences, and of both languages, that are typed so."""

_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_SLOT = re.compile(r"\{(\w+)\}")
_VOWEL = re.compile(r"\ba\(n\) (?=([aeioAEIO]|u(?!ni)|8|11\b|18|FR|HD))?")
_ARTICLE = re.compile(r"\b(?:a|an|the|its)\s+", re.IGNORECASE)
_DOUBLED = re.compile(r",(?=\s*[,.;:?]| - )")

Rules = Mapping[str, Sequence[str]]


@cache
def sentences(name: str) -> dict[str, Any]:
    """One of the files of `sentences/`, by its name without suffix."""
    read: dict[str, Any] = json.loads((SENTENCES / f"{name}.json").read_text(encoding="utf-8"))
    return read


class Wording:
    """Puts a scene into words.

    A rule is a list of templates, one of which is drawn; `{slot}` is another rule's outcome, and what stands
    in square brackets is left out where the scene has nothing to say there.
    """

    def __init__(self, random: np.random.Generator, rules: Rules, facets: frozenset[str]) -> None:
        self._random = random
        self._rules = rules
        self._facets = facets

    def say(self, rule: str) -> str:
        """The outcome of a rule, every facet of the scene that its templates can say said once."""
        templates = self._rules[rule]
        sayable = self._facets & {facet for template in templates for facet in _facets(template)}
        fitting = [
            template
            for template in templates
            if sayable <= _facets(template) and _facets(_OPTIONAL.sub("", template)) <= self._facets
        ]
        template = fitting[int(self._random.integers(len(fitting)))]
        wanted = _OPTIONAL.sub(lambda m: m[1] if _facets(m[1]) <= self._facets else "", template)
        return _SLOT.sub(lambda slot: self.say(slot[1]), wanted)


def typed_in_english(random: np.random.Generator, sentence: str) -> str:
    """With its articles and capitals, or without them, as people type."""
    sentence = _VOWEL.sub(lambda m: "an " if m[1] else "a ", sentence)
    sentence = _DOUBLED.sub("", sentence).rstrip(" ,")
    if random.random() < TERSE:
        sentence = _ARTICLE.sub("", sentence)
    if random.random() >= LOWER_CASE:
        sentence = re.sub(r"(?:^|(?<=[.?] ))[a-z]", lambda m: m[0].upper(), sentence)
    return _ended(random, sentence, ".")


def typed_in_chinese(random: np.random.Generator, sentence: str) -> str:
    """With a full stop at its end, or without one."""
    return _ended(random, re.sub(r"，(?=[。？]|$)", "", sentence), "。")


def _ended(random: np.random.Generator, sentence: str, full_stop: str) -> str:
    stop = random.random() < FULL_STOP and sentence[-1] not in ".?。？"
    return sentence + full_stop if stop else sentence


def _facets(template: str) -> set[str]:
    return {FACETS[slot] for slot in _SLOT.findall(template) if slot in FACETS}
