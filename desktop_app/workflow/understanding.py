"""Prompt to concept."""

from __future__ import annotations

from desktop_app.domain.concept import Concept
from desktop_app.domain.edits import NO_EDITS, Edits
from desktop_app.knowledge.understanding import understand as understand_prompt
from desktop_app.workflow.context import Context


def understand(context: Context, prompt: str, look: str | None = None, edits: Edits = NO_EDITS) -> Concept:
    """What the prompt means with a person's `edits`; `look` wins over the one the prompt names.

    Raises:
        InvalidInput: the prompt is empty, too long or contradicts itself, an edit does, or there is no
            such look.
    """
    if look is not None:
        context.looks.get(look)
    return understand_prompt(prompt, context.materials, look=look, edits=edits)
