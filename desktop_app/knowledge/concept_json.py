"""A concept in the JSON that other programs read; the keys are a contract."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields

from desktop_app.domain.concept import Concept, Heating
from desktop_app.domain.geometry import Annulus, Box, Outline, Part
from desktop_app.domain.story import Story
from desktop_app.domain.text import Text
from desktop_app.knowledge.material_json import Json, material_to_json

_DIGITS = 12
"""Significant digits of a length that is a difference of two others."""


def concept_to_json(concept: Concept, translate: Callable[[Text], str]) -> dict[str, Json]:
    """The concept as JSON values, SI throughout.

    Args:
        concept: what was understood.
        translate: puts a note or a reason into the language to be read.
    """
    return {
        "shape": concept.shape,
        "size_m": {
            "length": concept.size.length,
            "height": concept.size.height,
            "thickness": concept.size.thickness,
        },
        "layers_m": _layers(concept),
        "num_fins": concept.num_fins,
        "inner_diameter_m": _inner_diameter(concept),
        "section": concept.section,
        "depth_m": concept.depth_m,
        "parts": [_part(part) for part in concept.parts],
        "contact_resistance_m2K_W": concept.contact_resistance_m2K_W,
        "materials": [material_to_json(material) for material in concept.materials],
        "heating": [_heating(heating) for heating in concept.heating],
        "initial_temperature_K": concept.initial_temperature_K,
        "duration_s": concept.duration_s,
        "clip_seconds": concept.clip_seconds,
        "look": concept.look,
        "language": concept.language,
        "prompt": concept.prompt,
        "enriched_prompt": concept.enrichment.prompt,
        "negative_prompt": concept.enrichment.negative_prompt,
        "additions": [
            {"phrase": a.phrase, "rule": a.rule, "reason": translate(a.reason)}
            for a in concept.enrichment.additions
        ],
        "story": _story(concept.story),
        "notes": [translate(note) for note in concept.notes],
        "supported": concept.supported,
        "variants": [concept_to_json(variant, translate) for variant in concept.variants],
    }


def _layers(concept: Concept) -> Json:
    """Thickness of each layer of a stack, m, in the order of naming; null for any other shape."""
    if concept.shape != "stack":
        return None
    boxes = [part.outline for part in concept.parts if isinstance(part.outline, Box)]
    lying = [part.through_axis == "y" for part in concept.parts]
    return [_rounded(b.height if low else b.width) for b, low in zip(boxes, lying, strict=True)]


def _inner_diameter(concept: Concept) -> Json:
    rings = [part.outline for part in concept.parts if isinstance(part.outline, Annulus)]
    return 2.0 * rings[0].inner_radius if rings else None


def _part(part: Part) -> dict[str, Json]:
    return {"role": part.role, "material": part.material.id, **_outline(part.outline)}


def _outline(outline: Outline) -> dict[str, Json]:
    if isinstance(outline, Annulus):
        return {"radii_m": [outline.inner_radius, outline.outer_radius]}
    return {"box_m": [outline.x0, outline.y0, outline.x1, outline.y1]}


def _heating(heating: Heating) -> dict[str, Json]:
    entry: dict[str, Json] = {
        "where": heating.where,
        "kind": heating.kind,
        "value": heating.value,
        "unit": heating.unit,
    }
    if heating.ambient_K is not None:
        entry["ambient_K"] = heating.ambient_K
    if heating.emissivity:
        entry["emissivity"] = heating.emissivity
    if heating.extent_m is not None:
        entry["extent_m"] = heating.extent_m
    if heating.start_s:
        entry["from_s"] = heating.start_s
    if heating.end_s is not None:
        entry["until_s"] = heating.end_s
    return entry


def _story(story: Story | None) -> Json:
    if story is None:
        return None
    told: dict[str, Json] = {}
    for field in fields(story):
        value = getattr(story, field.name)
        told[field.name] = list(value) if isinstance(value, tuple) else value
    return told


def _rounded(metres: float) -> float:
    return float(f"{metres:.{_DIGITS}g}")
