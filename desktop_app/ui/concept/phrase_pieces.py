"""The text for the video model, cut into the person's own words and what rules added."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.enrichment import Addition, Enrichment
from desktop_app.domain.text import Text, say
from desktop_app.ui.translation import in_words

RULES: dict[str, Text] = {
    "body": say("Body"),
    "hot_look": say("Glowing"),
    "heat": say("Heating"),
    "spread": say("Direction and speed"),
    "reach": say("Reached by mid-clip"),
    "melting": say("Melting"),
    "palette": say("Colours"),
    "camera": say("Camera"),
    "framing": say("Framing"),
    "background": say("Background"),
    "steady": say("End of the clip"),
    "smoothness": say("Smoothness"),
}
"""Names of rules for a person; one that is not listed goes by its own name."""


@dataclass(frozen=True)
class Piece:
    """A sentence of the text.

    Attributes:
        text: as the model is given it, without the space after it.
        addition: what put it there; None for the person's own words.
    """

    text: str
    addition: Addition | None = None


def pieces_of(enrichment: Enrichment) -> tuple[Piece, ...]:
    """The composed text piece by piece; joined by spaces they are what the model gets."""
    own = (Piece(_sentence(enrichment.own)),) if enrichment.own else ()
    return (*own, *(Piece(_sentence(a.phrase), a) for a in enrichment.additions if a.phrase))


def rule_name(rule: str) -> str:
    """What a rule is called in the language in force."""
    known = RULES.get(rule)
    return in_words(known) if known is not None else rule.replace("_", " ")


def why(addition: Addition) -> str:
    """The rule that added a phrase, and its reason."""
    reason = say("{rule}: {reason}", rule=rule_name(addition.rule), reason=addition.reason)
    return in_words(reason)


def _sentence(phrase: str) -> str:
    return f"{phrase[:1].upper()}{phrase[1:]}."
