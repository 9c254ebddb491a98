"""Concepts made by hand, for tests that are not about understanding prompts."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.concept import Concept, Heating, Size
from desktop_app.domain.enrichment import Enrichment
from desktop_app.domain.geometry import Box, Part
from desktop_app.domain.material import Material, PropertyValue


def material(k: float = 401.0, rho: float = 8933.0, c: float = 385.0) -> Material:
    def value(number: float, unit: str) -> PropertyValue:
        return PropertyValue(number, unit, "a test", verified=False)

    return Material(
        "copper",
        "copper",
        "铜",
        value(k, "W/(m·K)"),
        value(rho, "kg/m³"),
        value(c, "J/(kg·K)"),
    )


HOT_LEFT = Heating("left", "temperature", 373.15, "K")


def rod(*heating: Heating, fourier_number: float = 0.3, length: float = 0.2, **changes: object) -> Concept:
    """A copper rod, its left end held at 100 °C from 20 °C, over αt/L² = `fourier_number`."""
    copper = material()
    concept = Concept(
        prompt="a copper rod, left end held hot",
        language="en",
        shape="rod",
        size=Size(length, length / 10, length / 10),
        parts=(Part("body", Box(0, 0, length, length / 10), copper),),
        section="cut",
        depth_m=length / 10,
        heating=heating or (HOT_LEFT,),
        initial_temperature_K=293.15,
        duration_s=fourier_number * length**2 / copper.thermal_diffusivity,
        clip_seconds=4.0,
        look="inferno",
        enrichment=Enrichment("a copper rod", (), ""),
        notes=(),
        supported=True,
    )
    concept = replace(concept, **changes)  # type: ignore[arg-type]
    if "size" in changes and "parts" not in changes:
        box = Box(0, 0, concept.size.length, concept.size.height)
        concept = replace(concept, parts=(Part("body", box, concept.materials[0]),))
    return concept


def plate(*heating: Heating, **changes: object) -> Concept:
    return rod(*heating, shape="plate", size=Size(0.2, 0.15, 0.003), prompt="a copper plate", **changes)
