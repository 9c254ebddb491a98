"""A concept in the JSON that other programs read; the keys are a contract."""

from __future__ import annotations

from collections.abc import Callable

from desktop_app.domain.concept import Concept, Heating
from desktop_app.domain.material import Material
from desktop_app.domain.text import Text

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]


def concept_to_json(concept: Concept, translate: Callable[[Text], str]) -> dict[str, Json]:
    """The concept as JSON values, SI throughout.

    Args:
        concept: what was understood.
        translate: puts a note into the language to be read.
    """
    return {
        "shape": concept.shape,
        "size_m": {
            "length": concept.size.length,
            "height": concept.size.height,
            "thickness": concept.size.thickness,
        },
        "materials": [_material(material) for material in concept.materials],
        "heating": [_heating(heating) for heating in concept.heating],
        "initial_temperature_K": concept.initial_temperature_K,
        "duration_s": concept.duration_s,
        "clip_seconds": concept.clip_seconds,
        "look": concept.look,
        "prompt": concept.prompt,
        "enriched_prompt": concept.enrichment.prompt,
        "negative_prompt": concept.enrichment.negative_prompt,
        "notes": [translate(note) for note in concept.notes],
        "supported": concept.supported,
        "variants": [],
    }


def _material(material: Material) -> dict[str, Json]:
    values = (material.thermal_conductivity, material.density, material.specific_heat_capacity)
    return {
        "id": material.id,
        "name": material.name,
        "name_zh": material.name_zh,
        "thermal_conductivity_W_mK": material.thermal_conductivity.value,
        "density_kg_m3": material.density.value,
        "specific_heat_J_kgK": material.specific_heat_capacity.value,
        "thermal_diffusivity_m2_s": material.thermal_diffusivity,
        "source": "; ".join(dict.fromkeys(str(value.citation) for value in values)),
        "verified": all(value.verified for value in values),
        "overridden": list(material.overridden),
    }


def _heating(heating: Heating) -> dict[str, Json]:
    entry: dict[str, Json] = {
        "where": heating.where,
        "kind": heating.kind,
        "value": heating.value,
        "unit": heating.unit,
    }
    if heating.ambient_K is not None:
        entry["ambient_K"] = heating.ambient_K
    return entry
