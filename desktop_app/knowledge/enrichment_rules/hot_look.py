"""The rule `hot_look`: what a material looks like where it is hot enough to glow.

Solids begin to glow visibly at 798 K (J. W. Draper, On the production of light by heat, Phil. Mag. 1847, as
cited by the encyclopaedias that were opened; the paper itself was not). The colours by temperature are the
customary ones of smiths' tables: dark red at 700 °C, cherry-red at 900, orange-red at
1100, white from 1288 °C.
"""

from __future__ import annotations

from desktop_app.domain.concept import Concept
from desktop_app.domain.enrichment import Addition
from desktop_app.domain.text import say
from desktop_app.domain.units import ZERO_CELSIUS_K
from desktop_app.knowledge.enrichment_rules.appearance import (
    APPEARANCES,
    COLOURED_BY_MATERIAL,
    Incandescence,
    plain_words,
)
from desktop_app.knowledge.prompt_text import number

GLOWS_FROM_K = 798.0
_COLOURS = (
    (1288.0, "dazzling yellow-white"),
    (1150.0, "bright orange"),
    (1000.0, "orange-red"),
    (850.0, "cherry red"),
    (0.0, "a dull dark red"),
)
"""From °C."""
_SURFACES: dict[Incandescence, str] = {
    "tarnishing": ", with dark oxide on its surface",
    "bright": ", its surface staying bright and untarnished",
    "scaling": ", with dark grey scale on its surface",
    "plain": "",
    "clear": ", only faintly, since it stays see-through",
}


def hot_look(concept: Concept) -> Addition | None:
    """How the hottest part glows; nothing where a real body of this material would not."""
    hottest_K = hottest(concept)
    glowing = [m for m in concept.materials if m.id in APPEARANCES and APPEARANCES[m.id].glows]
    if not glows(concept) or len(glowing) != 1 or len(concept.materials) != 1:
        return None
    glows_how = APPEARANCES[glowing[0].id].glows
    celsius = hottest_K - ZERO_CELSIUS_K
    colour = next(word for least, word in _COLOURS if celsius >= least)
    how = f"glows {colour}" if concept.look == "natural" else "glows with its own heat"
    surface = _SURFACES[glows_how] if glows_how is not None else ""
    at_first = hottest_K <= concept.initial_temperature_K
    subject = "at first the" if at_first else "the hottest"
    return Addition(
        f"{subject} {plain_words(glowing[0])} {how}{surface}",
        "hot_look",
        say(
            "It reaches {celsius} °C; solids begin to glow at {least} °C.",
            celsius=number(celsius),
            least=number(GLOWS_FROM_K - ZERO_CELSIUS_K),
        ),
    )


def glows(concept: Concept) -> bool:
    """Whether a look that shows glowing shows a body hot enough for it."""
    return concept.look in COLOURED_BY_MATERIAL and hottest(concept) >= GLOWS_FROM_K


def hottest(concept: Concept) -> float:
    """The highest temperature the body is known to reach, K; the scale of variants is not it."""
    held = [h.value for h in concept.heating if h.kind in ("temperature", "flame")]
    found = [concept.story.temperature_range_K[1]] if concept.story and not concept.variants else []
    return max([concept.initial_temperature_K, *held, *found])
