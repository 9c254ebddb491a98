"""What the starter model was trained on, and so what it is allowed to draw."""

from __future__ import annotations

from desktop_app.domain.concept import Concept, HeatingKind, Shape, Where
from desktop_app.domain.errors import OutsideModel
from desktop_app.domain.text import Text, say
from desktop_app.workflow.engines import STARTER, EngineChoice

SHAPES: frozenset[Shape] = frozenset({"rod", "plate", "ring", "heat_sink", "stack"})
LOOKS = frozenset({"iron", "inferno", "glow"})
HEATED: frozenset[Where] = frozenset(
    {"left", "right", "top", "bottom", "both_ends", "centre", "spot", "base"}
)
HELD_HOT: frozenset[HeatingKind] = frozenset({"temperature", "flame"})


def outside_engine(engine: EngineChoice, concept: Concept) -> OutsideModel | None:
    """Why the engine must not draw the concept, with a remedy; None where it may.

    Only the starter model knows its own bounds: of any other engine nothing is said here.
    """
    if engine.id != STARTER:
        return None
    why = outside_starter(concept)
    if why is None:
        return None
    if concept.supported:
        return OutsideModel(why, say("Choose “Heat equation, computed” (solution) or a larger model."))
    return OutsideModel(why, say("Change the idea, or choose a larger model."))


def outside_starter(concept: Concept) -> Text | None:
    """Why the starter model does not cover a concept, one sentence; None where it does."""
    if not concept.supported:
        return say("The starter model draws only what the heat equation covers: {why}", why=concept.notes[-1])
    if concept.shape not in SHAPES:
        return say("The starter model knows only rods, plates, rings, heat sinks and stacks.")
    if concept.variants:
        return say("The starter model draws one body at a time and knows no comparisons.")
    if concept.look not in LOOKS:
        return say("The starter model knows only the looks Inferno, Iron and Glow.")
    return _outside_heating(concept)


def _outside_heating(concept: Concept) -> Text | None:
    """Why it was never shown such heating, or None."""
    kinds = {heating.kind for heating in concept.heating}
    if kinds & {"power", "flux"}:
        return say("The starter model knows no power and no heat flux, only places held hot or in a flame.")
    if "convection" in kinds:
        return say("The starter model knows nothing that carries heat away, neither air nor water.")
    if len(concept.heating) != 1:
        return say("The starter model knows only one heated place at a time, or both ends alike.")
    (heating,) = concept.heating
    if heating.value <= concept.initial_temperature_K:
        return say("The starter model knows only bodies that are heated, not cooled.")
    if heating.where not in HEATED:
        return say("The starter model was never shown a body heated there.")
    if heating.start_s > 0 or (heating.end_s is not None and heating.end_s < concept.duration_s):
        return say("The starter model knows only heating that lasts the whole clip.")
    return None
