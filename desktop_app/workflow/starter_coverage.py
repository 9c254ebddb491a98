"""What the starter model was trained on, and so what it may draw."""

from __future__ import annotations

from collections.abc import Mapping

from desktop_app.domain.concept import Concept, Heating, Shape, Where
from desktop_app.domain.errors import OutsideModel
from desktop_app.domain.geometry import Annulus, Box
from desktop_app.domain.text import Text, say
from desktop_app.workflow.engines import STARTER, EngineChoice

HEATED: Mapping[Shape, frozenset[Where]] = {
    "rod": frozenset({"left", "right", "both_ends", "centre", "top", "bottom"}),
    "plate": frozenset({"left", "right", "top", "bottom", "both_ends", "spot"}),
    "ring": frozenset({"left", "right", "top", "bottom", "both_ends", "inside"}),
    "heat_sink": frozenset({"base", "left", "right", "top", "both_ends"}),
    "stack": frozenset({"bottom", "top", "left", "right"}),
}
"""Where each shape was heated in training."""
LONGER_TO_SHORTER: Mapping[Shape, tuple[float, float]] = {
    "rod": (4.0, 100.0),
    "plate": (1.0, 3.0),
    "heat_sink": (1.5, 6.0),
    "stack": (1.0, 12.0),
}
"""Of the body's outline, a little beyond what training drew."""
BORE = (0.6, 0.73)
"""Inner over outer diameter; training drew two thirds."""
FEWEST_LAYERS, MOST_LAYERS = 2, 4
FEWEST_FINS, MOST_FINS = 4, 12
LOOKS = frozenset({"iron", "inferno", "glow"})
ALIKE = 1.1
"""Ratio up to which layers count as equally thick."""


def outside_engine(engine: EngineChoice, concept: Concept) -> OutsideModel | None:
    """Why the engine must not draw the concept, with a remedy; None where it may.

    Only the starter model has known bounds: of any other engine nothing is said here.
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
        return say("The starter model draws only what the heat equation covers. {why}", why=concept.notes[-1])
    if concept.shape is None or concept.shape not in HEATED:
        return say("The starter model knows only rods, plates, rings, heat sinks and stacks.")
    if concept.variants:
        return say("The starter model draws one body at a time and knows no comparisons.")
    if concept.look not in LOOKS:
        return say("The starter model knows only the looks Inferno, Iron and Glow.")
    return _outside_heating(concept, HEATED[concept.shape]) or _outside_build(concept)


def _outside_heating(concept: Concept, places: frozenset[Where]) -> Text | None:
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
    if heating.where not in places:
        return say("The starter model was never shown such a body heated there.")
    if heating.extent_m is not None:
        return say("The starter model knows only spots of its own size.")
    if heating.start_s > 0 or (heating.end_s is not None and heating.end_s < concept.duration_s):
        return say("The starter model knows only heating that lasts the whole clip.")
    return _outside_melting(concept, heating)


def _outside_melting(concept: Concept, heating: Heating) -> Text | None:
    points = [m.melting_point.value for m in concept.materials if m.melts and m.melting_point is not None]
    if any(point <= heating.value for point in points):
        return say("The starter model was never shown anything that melts.")
    return None


def _outside_build(concept: Concept) -> Text | None:
    """Why it was never shown a body built like this, or None."""
    fins = concept.num_fins
    if fins is not None and not FEWEST_FINS <= fins <= MOST_FINS:
        return say(
            "The starter model knows only heat sinks of {low} to {high} fins.",
            low=FEWEST_FINS,
            high=MOST_FINS,
        )
    if concept.shape == "stack" and not _is_usual_stack(concept):
        return say("The starter model knows only stacks of two to four equally thick layers that touch.")
    if not _has_usual_proportions(concept):
        return say("The starter model knows this shape only in its usual proportions.")
    return None


def _is_usual_stack(concept: Concept) -> bool:
    layers = [part.outline for part in concept.parts if isinstance(part.outline, Box)]
    thick = sorted(layer.height for layer in layers)
    return (
        FEWEST_LAYERS <= len(layers) <= MOST_LAYERS
        and thick[-1] <= ALIKE * thick[0]
        and concept.contact_resistance_m2K_W == 0
    )


def _has_usual_proportions(concept: Concept) -> bool:
    outline = concept.parts[0].outline
    if isinstance(outline, Annulus):
        low, high = BORE
        return low <= outline.inner_radius / outline.outer_radius <= high
    longer, shorter = max(concept.extent), min(concept.extent)
    assert concept.shape is not None
    low, high = LONGER_TO_SHORTER[concept.shape]
    return low <= longer / shorter <= high
