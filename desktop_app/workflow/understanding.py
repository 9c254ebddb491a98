"""Prompt to concept."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.concept import Concept
from desktop_app.domain.edits import NO_EDITS, Edits
from desktop_app.domain.errors import OutsideConduction
from desktop_app.domain.text import Text
from desktop_app.knowledge.enrichment import enrich
from desktop_app.knowledge.support import exceeds_melting
from desktop_app.knowledge.understanding import understand as understand_prompt
from desktop_app.physics.assumptions import assumptions
from desktop_app.physics.story import look_ahead
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
    told = _told(concept)
    if not told.supported:
        return replace(told, variants=())
    variants = tuple(_told(variant) if variant.supported else variant for variant in told.variants)
    told = _on_one_scale(replace(told, variants=variants, notes=(*told.notes, *assumptions(told))))
    return replace(told, enrichment=enrich(told))


def _told(concept: Concept) -> Concept:
    """With its story; not supported where none can be told, or where something would melt in it."""
    try:
        outlook = look_ahead(concept, CancelToken())
    except OutsideConduction as error:
        return _unsupported(concept, error.message)
    reason = exceeds_melting(concept, outlook.hottest_K)
    return replace(concept, story=outlook.story) if reason is None else _unsupported(concept, reason)


def _unsupported(concept: Concept, why: Text) -> Concept:
    return replace(concept, supported=False, notes=(*concept.notes, why))


def _on_one_scale(concept: Concept) -> Concept:
    """Itself and its variants with one temperature range that holds all of theirs."""
    stories = [one.story for one in (concept, *concept.variants) if one.story is not None]
    scale = (
        min(story.temperature_range_K[0] for story in stories),
        max(story.temperature_range_K[1] for story in stories),
    )
    variants = tuple(_with_scale(variant, scale) for variant in concept.variants)
    return replace(_with_scale(concept, scale), variants=variants)


def _with_scale(concept: Concept, scale: tuple[float, float]) -> Concept:
    if concept.story is None:
        return concept
    return replace(concept, story=replace(concept.story, temperature_range_K=scale))
