"""From a sentence to a concept: deterministic, offline, English and Chinese."""

from __future__ import annotations

from desktop_app.domain.concept import Concept
from desktop_app.domain.concept_types import LONGEST_PROMPT as LONGEST_PROMPT
from desktop_app.domain.edits import NO_EDITS, Edits
from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.text import say
from desktop_app.knowledge.composing import compose
from desktop_app.knowledge.materials import MaterialTable
from desktop_app.knowledge.recognising import recognise

CLIP_SECONDS = 5.0


def understand(
    prompt: str,
    materials: MaterialTable,
    look: str | None = None,
    clip_seconds: float = CLIP_SECONDS,
    edits: Edits = NO_EDITS,
) -> Concept:
    """What a prompt means; every assumption is in `notes`, last of them why it is not supported.

    Args:
        prompt: a sentence or two, English, Chinese or mixed, at most 2,000 characters.
        materials: the table names are looked up in.
        look: name of a look; overrides the one the prompt asks for.
        clip_seconds: how long the clip plays.
        edits: what a person changed of what was understood.

    Raises:
        InvalidInput: the prompt is empty or too long, the look is unknown, or a number in it or in `edits`
            contradicts physics (−400 °C, a length of zero, a conductivity below zero).
    """
    _check_length(prompt)
    return compose(recognise(prompt, materials), materials, look, clip_seconds, edits)


def _check_length(prompt: str) -> None:
    if not prompt.strip():
        raise InvalidInput(
            say("The prompt is empty."), say("Describe a body and how it is heated, in a sentence.")
        )
    if len(prompt) > LONGEST_PROMPT:
        raise InvalidInput(
            say(
                "The prompt has {length} characters; {limit} is the most.",
                length=len(prompt),
                limit=LONGEST_PROMPT,
            ),
            say("Say it in a sentence or two."),
        )
