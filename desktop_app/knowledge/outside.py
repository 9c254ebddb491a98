"""Physics that heat conduction in a solid at rest does not cover."""

from __future__ import annotations

import re

from desktop_app.domain.text import Text, say
from desktop_app.knowledge.patterns import words

_HARMLESS = words(
    r"boiling\s+(?:hot\s+)?water|burning\s+(?:candle|torch|flame|match|gas|fire"
    r"|stick)\w*|wind(?:ow|ing)s?|freezing\s+cold"
    r"|flow(?:s|ing)?\s+of\s+heat",
    r"沸水|燃烧的(?:火焰|蜡烛|火柴|酒精灯)|风冷|风扇|热流|热量流动",
)

_TOPICS: tuple[tuple[re.Pattern[str], Text], ...] = (
    (
        words(
            r"boil(?:s|ed|ing)?|evaporat\w+|vapou?ri[sz]\w+|steam(?:s|ing)?|condens\w+",
            r"沸腾|煮沸|蒸发|汽化|冷凝|蒸汽",
        ),
        say("Boiling, evaporation and condensation are outside heat conduction."),
    ),
    (
        words(
            r"melt(?:s|ed|ing)?|molten|solidif\w+|freez\w+|frozen|phase[\s-]change\w*|thaw\w*",
            r"熔化|融化|熔融|凝固|结冰|冻结|相变|解冻",
        ),
        say("Melting and freezing are outside what is solved here."),
    ),
    (
        words(
            r"combust\w+|burn(?:s|ed|t|ing)(?:\s+(?:up|down|away))?|explo\w+|ignit\w+"
            r"|catch(?:es)?\s+fire|on\s+fire",
            r"燃烧|爆炸|点燃|着火|起火|爆燃",
        ),
        say("Combustion is outside heat conduction."),
    ),
    (
        words(
            r"winds?|windy|breezes?|turbulen\w+|CFD|fluid\s+flow|air\s*flow|water\s+flow\w*"
            r"|flowing\s+(?:water|air|liquid|fluid)|plumes?",
            r"刮风|大风|微风|风吹|湍流|流体|气流|水流|流动的",
        ),
        say(
            "Moving air or liquid is outside heat conduction; only its cooling of a surface can be described."
        ),
    ),
    (words(r"radiati(?:on|ve)", r"辐射"), say("Thermal radiation is outside what is solved here.")),
    (
        words(
            r"joule\s+heat\w*|induction|microwaves?|(?:electric(?:al)?|[0-9]+\s*A)\s+currents?|amperes?|amps|friction|nuclear"
            r"|chemical\s+reactions?",
            r"电流|焦耳热|感应加热|微波|摩擦|核反应|化学反应|通电",
        ),
        say("Heat made inside the body by current, friction or reactions is outside what is solved here."),
    ),
    (
        words(r"thermal\s+(?:stress\w*|expansion)|warp(?:s|ed|ing)?|deform\w*", r"热应力|热膨胀|变形|翘曲"),
        say("Thermal stress and expansion are outside heat conduction."),
    ),
)


def outside_conduction(text: str) -> tuple[Text, ...]:
    """The reasons, if any, why conduction does not cover a normalised prompt."""
    remaining = _HARMLESS.sub(" ", text)
    return tuple(reason for pattern, reason in _TOPICS if pattern.search(remaining))
