"""What the video model is to avoid; never what the prompt asks for."""

from __future__ import annotations

import re

from desktop_app.domain.concept import Concept
from desktop_app.knowledge.enrichment_rules.appearance import COLOURED_BY_MATERIAL
from desktop_app.knowledge.enrichment_rules.hot_look import glows
from desktop_app.knowledge.patterns import words

_ALWAYS: tuple[tuple[str, re.Pattern[str] | None], ...] = (
    ("flicker, flashing, strobing, sudden colour changes", None),
    ("camera motion, camera shake", words(r"camera\s+(?:mo\w+|orbits?|flies|circl\w+)|moving\s+camera")),
    ("zooming", words(r"zoom\w*")),
    ("panning", words(r"camera\s+pans?|panning")),
    ("cuts, scene change", words(r"cuts?\s+to|scene\s+change\w*|montage")),
    ("text, letters", words(r"text|letters?|titles?|writing|labell?\w*|annotat\w*")),
    ("numbers", words(r"numbers?|digits?|labell?\w*|annotat\w*")),
    ("caption, subtitles", words(r"captions?|subtitles?")),
    ("colour bar, legend", words(r"colou?r\s*bars?|legends?|scale\s+bars?")),
    ("watermark, logo", words(r"watermarks?|logos?")),
    ("people, hands", words(r"people|persons?|man|woman|hands?|fingers?")),
    ("clutter, motion blur, distortion, low quality", None),
)
_CONDUCTION: tuple[tuple[str, re.Pattern[str] | None], ...] = (
    ("smoke", words(r"smok\w+|flames?|fire|campfires?|burn\w*|torch\w*|candles?|lighters?")),
    ("fire, flames, sparks", words(r"flames?|fires?|campfires?|burn\w*|torch\w*|candles?|lighters?|sparks?")),
    ("steam", words(r"steam\w*|vapou?r\w*|boil\w*|evaporat\w*")),
    (
        "liquid, dripping",
        words(
            r"liquids?|water|oil|drip\w*|melt\w*|molten|wet|thaw\w*|pour\w*|ice|coolant|fluid|glycol|dipp?\w*"
        ),
    ),
    (
        "bending, changing shape",
        words(r"bend\w*|bent|melt\w*|molten|sag\w*|shrink\w*|thaw\w*|expand\w*|deform\w*"),
    ),
)
_GLOWING = ("glowing, red-hot metal", words(r"glow\w*|red[\s-]hot|white[\s-]hot|incandescen\w+"))
_DENIED = re.compile(
    r"\b(?:no|not|without|never|avoid|don't|do not)\s+(?:any\s+|a\s+|the\s+|show\s+)*$", re.IGNORECASE
)


def negative_prompt(concept: Concept, asked: str, *, conducts: bool) -> str:
    """What to avoid, as a list.

    Args:
        concept: what is shown.
        asked: the words of the positive prompt that say what is to be seen.
        conducts: whether it is a body in which heat is conducted, and nothing else happens.
    """
    terms = [*_ALWAYS]
    if conducts:
        terms += _CONDUCTION
        if concept.look in COLOURED_BY_MATERIAL - {"glow"} and not glows(concept):
            terms.append(_GLOWING)
    return ", ".join(term for term, wanted in terms if wanted is None or not _asks(wanted, asked))


def _asks(pattern: re.Pattern[str], text: str) -> bool:
    """Whether the text has the words and does not deny them."""
    return any(not _DENIED.search(text[: match.start()]) for match in pattern.finditer(text))
