"""Prompt to concept."""

from __future__ import annotations

from desktop_app.domain.concept import Concept
from desktop_app.knowledge.understanding import understand as understand_prompt
from desktop_app.workflow.context import Context


def understand(context: Context, prompt: str, look: str | None = None) -> Concept:
    """What the prompt means; `look` wins over the one the prompt names.

    Raises:
        InvalidInput: the prompt is empty, too long or contradicts itself, or there is no such look.
    """
    if look is not None:
        context.looks.get(look)
    return understand_prompt(prompt, context.materials, look=look)
