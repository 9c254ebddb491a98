"""Physics that heat conduction in a solid at rest does not cover."""

from __future__ import annotations

from collections.abc import Collection

from desktop_app.domain.text import Text, say
from desktop_app.knowledge.outside_words import HARMLESS, NEEDS_A_NUMBER, TOPICS
from desktop_app.knowledge.two_starts import start_apart


def outside_conduction(text: str, dimensions: Collection[str] = ()) -> tuple[Text, ...]:
    """The reasons, if any, why conduction does not cover a normalised prompt.

    Args:
        text: the prompt.
        dimensions: of its quantities; a current or a radiation whose power or flux is given is a source
            like any other.
    """
    remaining = HARMLESS.sub(" ", text)
    reasons = [reason for pattern, reason in TOPICS if pattern.search(remaining)]
    if not {"power", "heat_flux"} & set(dimensions):
        reasons += [reason for pattern, reason in NEEDS_A_NUMBER if pattern.search(remaining)]
    if start_apart(text):
        reasons.append(
            say(
                "Bodies that start at different temperatures are not solved yet: give one temperature for "
                "both, and say what is held at the other."
            )
        )
    return tuple(reasons)
