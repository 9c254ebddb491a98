"""What a person changed of what was understood."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop_app.domain.concept_types import Heating, Shape


@dataclass(frozen=True)
class Edits:
    """Changes to a concept; None and empty leave a field as the prompt has it. SI throughout.

    Attributes:
        materials: id of the material by the number of the piece (`Concept.pieces`); None leaves one as it is.
        layers_m: thickness of a layer of a stack, or length of one of bodies side by side, by the number of
            the piece.
        properties: value by (number of the piece, name of the property).
        heating: everything that is done to the body, in the place of what the prompt says.
        removed_rules: names of the enrichment rules that are switched off.
        enriched_prompt: text in the place of the enriched prompt.
    """

    shape: Shape | None = None
    length: float | None = None
    height: float | None = None
    thickness: float | None = None
    num_fins: int | None = None
    inner_diameter_m: float | None = None
    materials: tuple[str | None, ...] = ()
    layers_m: tuple[float | None, ...] = ()
    properties: tuple[tuple[int, str, float], ...] = ()
    contact_resistance_m2K_W: float | None = None
    heating: tuple[Heating, ...] | None = None
    initial_temperature_K: float | None = None
    duration_s: float | None = None
    removed_rules: tuple[str, ...] = ()
    enriched_prompt: str | None = None

    @property
    def change_the_idea(self) -> bool:
        """Whether the body or what is done to it is no longer what the prompt says."""
        return replace(self, removed_rules=(), enriched_prompt=None) != NO_EDITS


NO_EDITS = Edits()
