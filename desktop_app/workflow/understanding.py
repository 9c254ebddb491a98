"""Prompt to concept."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.concept import Concept
from desktop_app.domain.edits import NO_EDITS, Edits
from desktop_app.domain.text import say
from desktop_app.knowledge.enrichment import enrich
from desktop_app.knowledge.understanding import understand as understand_prompt
from desktop_app.physics.assumptions import assumptions
from desktop_app.workflow.context import Context
from desktop_app.workflow.telling import with_story


def understand(context: Context, prompt: str, look: str | None = None, edits: Edits = NO_EDITS) -> Concept:
    """What the prompt means with a person's `edits`; `look` wins over the one the prompt names.

    What the solver covers is solved quickly and coarsely, so that the concept has its story, and a scale
    that it shares with its variants. Where a person's own materials cannot be read, the first note says so.

    Raises:
        InvalidInput: the prompt is empty, too long or contradicts itself, an edit does, or there is no
            such look.
    """
    concept = understand_prompt(prompt, context.materials.table, look=look, edits=edits)
    problem = context.materials.problem
    if problem is not None:
        why = say("{message} {remedy}", message=problem.message, remedy=problem.remedy)
        concept = replace(concept, notes=(why, *concept.notes))
    if not concept.supported:
        return concept
    told = with_story(concept)
    if not told.supported:
        return replace(told, variants=())
    variants = tuple(
        _variant(variant, told.duration_s) if variant.supported else variant for variant in told.variants
    )
    told = _on_one_scale(replace(told, variants=variants, notes=(*told.notes, *assumptions(told))))
    return replace(told, enrichment=enrich(told))


def _variant(concept: Concept, duration_s: float) -> Concept:
    return with_story(replace(concept, duration_s=duration_s), may_end_early=False)


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
