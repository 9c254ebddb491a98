"""What becomes of an order whose engine nobody chose."""

from __future__ import annotations

from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.text import Text
from desktop_app.workflow.context import Context
from desktop_app.workflow.engines import STARTER
from desktop_app.workflow.orders import GenerationOrder, check_one_size
from desktop_app.workflow.starter_coverage import outside_engine
from desktop_app.workflow.understanding import understand


def why_compute_instead(context: Context, order: GenerationOrder) -> Text | None:
    """Why the starter model cannot carry out an order that the heat equation can; None where it can too.

    None as well where neither can: then the order is refused with the reason.

    Raises:
        InvalidInput: the prompt or the look means nothing.
    """
    if order.engine.id != STARTER:
        return None
    try:
        check_one_size(order.engine, order.settings)
    except InvalidInput as refusal:
        return refusal.message
    concept = understand(context, order.prompt, order.look, order.edits)
    outside = outside_engine(order.engine, concept)
    return outside.message if outside is not None and concept.supported else None
