"""Melting: which of it is followed, and from what temperature on nothing is known."""

from __future__ import annotations

from math import inf

from desktop_app.domain.concept import Concept
from desktop_app.domain.material import Material
from desktop_app.domain.text import Text, say
from desktop_app.domain.units import ZERO_CELSIUS_K
from desktop_app.knowledge.patterns import words
from desktop_app.knowledge.prompt_text import number

BOILING_WATER_K = 100.0 + ZERO_CELSIUS_K

_ASKS = words(
    r"melt(?:s|ed|ing)?(?!\s*(?:points?|temperatures?))|molten|solidif\w+|freez(?:es?|ing)(?!\s+(?:cold"
    r"|point))"
    r"|phase[\s-]chang\w*|thaw\w*|melts?\s+down",
    r"熔化|融化|熔融|熔解|化掉|化成水|凝固|结冰|冻结|相变|解冻|融冰|化冰|消融",
)
_DOES_NOT_ASK = words(
    r"(?:will|would|does|do|can|could|might|may|should)\s+(?:it|the(?:\s+\w+){1,3}|\w+)\s+melt|(?:before"
    r"|without|not"
    r"|never|no|to\s+avoid|until\s+just\s+before)"
    r"\s+(?:it\s+|the\s+\w+\s+)?(?:starts?\s+(?:to\s+)?)?melt\w*|(?:melting|freezing)\s+(?:ice"
    r"|snow)(?=\s+(?:at|on|bath|water|and))|in\s+melting\s+(?:ice|snow)"
    r"|phase[\s-]change\s+materials?|doesn'?t\s+melt|won'?t\s+melt",
    r"会不会(?:熔|融)化|是否(?:会)?(?:熔|融)化|(?:不|未|没有?|避免|防止)(?:会)?(?:熔|融)化|(?:熔|融)化(?:吗"
    r"|么|之前|前)|相变材料",
)


def asks_for_melting(text: str) -> bool:
    """Whether a normalised prompt wants to see something melt or freeze, rather than asks whether it does."""
    return _ASKS.search(_DOES_NOT_ASK.sub(" ", text)) is not None


def melting_reasons(concept: Concept, text: str) -> tuple[Text, ...]:
    """Why the melting of a concept is not followed, if it is not."""
    reasons = [
        reason
        for material in concept.materials
        if (reason := _beyond(material, _hottest_held(concept), concept.language)) is not None
    ]
    if not reasons and asks_for_melting(text) and not any(m.melts for m in concept.materials):
        names = ", ".join(_name(material, concept.language) for material in concept.materials)
        reasons.append(
            say(
                "Melting and freezing of {material} are not followed: its latent heat or its melt is "
                "unknown here.",
                material=names,
            )
        )
    return tuple(reasons[:1])


def exceeds_melting(concept: Concept, hottest_K: float) -> Text | None:
    """Why a solution that gets so hot holds no longer, or None.

    Args:
        concept: what is solved.
        hottest_K: the highest temperature of its solution anywhere.
    """
    for material in concept.materials:
        reason = _beyond(material, hottest_K, concept.language)
        if reason is not None:
            return reason
    return None


def followed_up_to(concept: Concept) -> float:
    """The temperature, K, beyond which `exceeds_melting` has a reason; infinite where there is none."""
    limits = [
        BOILING_WATER_K if material.id == "ice" else material.melting_point.value
        for material in concept.materials
        if material.id == "ice" or (material.melting_point is not None and not material.melts)
        if material.melting_point is not None
    ]
    return min(limits, default=inf)


def _hottest_held(concept: Concept) -> float:
    held = [h.value for h in concept.heating if h.kind in ("temperature", "flame")]
    around = [h.ambient_K for h in concept.heating if h.ambient_K is not None and h.value > 0]
    if any(h.kind in ("power", "flux") for h in concept.heating) or held:
        around = []
    return max([concept.initial_temperature_K, *held, *around])


def _beyond(material: Material, kelvin: float, language: str) -> Text | None:
    if material.id == "ice" and kelvin > BOILING_WATER_K + 1e-6:
        return say("Above 100 °C the water of molten ice boils, which is not followed.")
    if material.melting_point is None or material.melts or kelvin <= material.melting_point.value:
        return None
    return say(
        "{material} melts at {celsius} °C, and what it takes to follow that is not in its table.",
        material=_name(material, language),
        celsius=number(material.melting_point.value - ZERO_CELSIUS_K),
    )


def _name(material: Material, language: str) -> str:
    return material.name_zh if language == "zh" else material.name
