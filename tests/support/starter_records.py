"""Records of the starter model's corpus."""

from __future__ import annotations

from starter_model.corpus import Record
from starter_model.measures.asked import Asked


def record_of(asked: Asked, number: int, fourier_number: float) -> Record:
    return Record(
        number=number,
        prompt=asked.prompt,
        enriched_prompt=asked.enriched,
        negative_prompt="",
        language=asked.language,
        shape=asked.shape,
        heated=asked.place,
        look=asked.look,
        materials=tuple(material.id for material in asked.concept.materials),
        diffusivity_m2_s=tuple(material.thermal_diffusivity for material in asked.concept.materials),
        duration_s=asked.concept.duration_s,
        duration_given=False,
        fourier_number=fourier_number,
        reach_at_mid_clip=0.5,
        temperature_range_K=asked.concept.temperature_range_K,
        unseen=False,
        held_out_wording=False,
        refused=(),
    )
