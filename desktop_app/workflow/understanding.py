"""Prompt to concept."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.concept import Concept
from desktop_app.domain.edits import NO_EDITS, Edits
from desktop_app.domain.errors import OutsideConduction
from desktop_app.domain.text import Text
from desktop_app.knowledge.enrichment import enrich
from desktop_app.knowledge.understanding import understand as understand_prompt
from desktop_app.physics.assumptions import assumptions
from desktop_app.physics.story import story
from desktop_app.workflow.context import Context


def understand(context: Context, prompt: str, look: str | None = None, edits: Edits = NO_EDITS) -> Concept:
    """What the prompt means with a person's `edits`; `look` wins over the one the prompt names.

    What the solver covers is solved quickly and coarsely, so that the concept has its story, and a scale
    that it shares with its variants.

    Raises:
        InvalidInput: the prompt is empty, too long or contradicts itself, an edit does, or there is no
            such look.
    """
    if look is not None:
        context.looks.get(look)
    concept = understand_prompt(prompt, context.materials.table, look=look, edits=edits)
    if not concept.supported:
        return concept
    try:
        told = _with_story(concept)
    except OutsideConduction as error:
        return _unsupported(concept, error.message)
    return replace(told, enrichment=enrich(told))


def _with_story(concept: Concept) -> Concept:
    """With the story of itself and of its variants, on one scale, and what the solver assumes."""
    own, *others = (
        replace(one, story=story(one, CancelToken())) if one.supported else one
        for one in (concept, *concept.variants)
    )
    told = [one.story for one in (own, *others) if one.story is not None]
    scale = (
        min(one.temperature_range_K[0] for one in told),
        max(one.temperature_range_K[1] for one in told),
    )
    own, *others = (
        one if one.story is None else replace(one, story=replace(one.story, temperature_range_K=scale))
        for one in (own, *others)
    )
    return replace(own, variants=tuple(others), notes=(*own.notes, *assumptions(own)))


def _unsupported(concept: Concept, why: Text) -> Concept:
    return replace(concept, supported=False, variants=(), notes=(*concept.notes, why))
