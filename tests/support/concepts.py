"""Concepts made by hand, for tests that are not about understanding prompts."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from desktop_app.domain.concept import Concept, Heating, Shape, Size
from desktop_app.domain.enrichment import Enrichment
from desktop_app.domain.geometry import Annulus, Box, Part, Role, Section
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
    """A copper plate of 200 × 150 × 3 mm, seen face on."""
    options = {"section": "plan", "depth_m": 0.003, **changes}
    return rod(*heating, shape="plate", size=Size(0.2, 0.15, 0.003), prompt="a copper plate", **options)


COPPER, ALUMINIUM, STEEL = material(), material(205.0, 2700.0, 900.0), material(15.0, 7900.0, 500.0)
STILL_AIR = Heating("all_around", "convection", 10.0, "W/(m²·K)", ambient_K=293.15)


def body(
    shape: Shape,
    parts: tuple[Part, ...],
    *heating: Heating,
    duration_s: float,
    section: Section = "cut",
    depth_m: float = 0.05,
    **changes: object,
) -> Concept:
    """A body of parts, at 20 °C when it begins."""
    width = max(part.outline.x1 for part in parts)
    height = max(part.outline.y1 for part in parts)
    return rod(
        *heating,
        shape=shape,
        prompt=f"a {shape}",
        parts=parts,
        size=Size(width, height, depth_m),
        section=section,
        depth_m=depth_m,
        duration_s=duration_s,
        **changes,
    )


def sheet(through_axis: Literal["x", "y", "z"]) -> Concept:
    """A piece of graphite sheet: 1500 W/(m·K) in its plane, 10 across it."""
    across = PropertyValue(10.0, "W/(m·K)", "a test", verified=False)
    graphite = replace(material(1500.0, 2000.0, 700.0), through_conductivity=across)
    parts = (Part("body", Box(0, 0, 0.05, 0.01), graphite, through_axis=through_axis),)
    return body("block", parts, HOT_LEFT, duration_s=10.0)


def round_rod(*heating: Heating, length: float = 0.2, diameter: float = 0.02, **changes: object) -> Concept:
    """A copper rod seen from the side."""
    parts = (Part("body", Box(0, 0, length, diameter), COPPER),)
    options = {"duration_s": 60.0, "section": "round", "depth_m": diameter, **changes}
    return body("rod", parts, *heating, **options)  # type: ignore[arg-type]


def fin(*heating: Heating, **changes: object) -> Concept:
    """An aluminium fin 50 mm long, 20 mm wide and 2 mm thick, its base at 100 °C."""
    parts = (Part("body", Box(0, 0, 0.05, 0.02), ALUMINIUM),)
    base = Heating("base", "temperature", 373.15, "K")
    options = {"duration_s": 60.0, "section": "plan", "depth_m": 0.002, **changes}
    return body("fin", parts, *(heating or (base, STILL_AIR)), **options)  # type: ignore[arg-type]


def heat_sink(
    *heating: Heating, fins: int = 8, duration_s: float = 1800.0, width: float = 0.06, **changes: object
) -> Concept:
    """An aluminium heat sink 60 mm wide, 25 mm tall and 60 mm deep on a chip of 40 W."""
    base, thick, tall = 0.005, width / (2 * fins - 1), 0.025
    edges = [i * (width - thick) / (fins - 1) for i in range(fins)]
    parts = (
        Part("base", Box(0, 0, width, base), ALUMINIUM),
        *(Part("fin", Box(x, base, x + thick, tall), ALUMINIUM) for x in edges[:-1]),
        Part("fin", Box(width - thick, base, width, tall), ALUMINIUM),
    )
    chip = Heating("base", "power", 40.0, "W", extent_m=0.02)
    air = Heating("all_around", "convection", 25.0, "W/(m²·K)", ambient_K=293.15)
    options = {"duration_s": duration_s, "depth_m": 0.06, **changes}
    return body("heat_sink", parts, *(heating or (chip, air)), **options)  # type: ignore[arg-type]


def ring(*heating: Heating, inner: float = 0.02, outer: float = 0.04, **changes: object) -> Concept:
    """A steel pipe in cross-section, 100 °C inside and 20 °C outside."""
    held = (
        Heating("inside", "temperature", 373.15, "K"),
        Heating("all_around", "temperature", 293.15, "K"),
    )
    options = {"duration_s": 300.0, "depth_m": 1.0, **changes}
    return body("ring", (Part("body", Annulus(inner, outer), STEEL),), *(heating or held), **options)  # type: ignore[arg-type]


def l_bracket(*heating: Heating, **changes: object) -> Concept:
    """An aluminium bracket with legs of 80 and 60 mm, 8 mm thick."""
    parts = (
        Part("leg", Box(0, 0, 0.008, 0.06), ALUMINIUM),
        Part("foot", Box(0.008, 0, 0.08, 0.008), ALUMINIUM),
    )
    options = {"duration_s": 60.0, "depth_m": 0.04, **changes}
    return body(
        "l_bracket",
        parts,
        *(heating or (Heating("right", "temperature", 373.15, "K"),)),
        **options,
    )  # type: ignore[arg-type]


def stack(*heating: Heating, contact_resistance: float = 0.0, **changes: object) -> Concept:
    """A chip of 50 W under 0.1 mm of paste, 3 mm of copper and 5 mm of aluminium, cooled from above."""
    silicon, paste = material(148.0, 2330.0, 710.0), material(4.0, 2500.0, 1000.0)
    layers: tuple[tuple[float, Role, Material], ...] = (
        (0.0007, "chip", silicon),
        (0.0001, "paste", paste),
        (0.003, "spreader", COPPER),
        (0.005, "sink", ALUMINIUM),
    )
    parts, bottom = [], 0.0
    for thickness, role, made_of in layers:
        parts.append(Part(role, Box(0, bottom, 0.03, bottom + thickness), made_of, through_axis="y"))
        bottom += thickness
    chip = Heating("bottom", "power", 50.0, "W")
    fan = Heating("top", "convection", 2000.0, "W/(m²·K)", ambient_K=293.15)
    options = {
        "duration_s": 120.0,
        "depth_m": 0.03,
        "contact_resistance_m2K_W": contact_resistance,
        **changes,
    }
    return body("stack", tuple(parts), *(heating or (chip, fan)), **options)  # type: ignore[arg-type]


def contact(*heating: Heating, contact_resistance: float = 1e-4, **changes: object) -> Concept:
    """A copper and a steel bar, end to end, 100 °C at the left and 20 °C at the right."""
    parts = (
        Part("first", Box(0, 0, 0.05, 0.02), COPPER),
        Part("second", Box(0.05, 0, 0.1, 0.02), STEEL),
    )
    ends = (Heating("left", "temperature", 373.15, "K"), Heating("right", "temperature", 293.15, "K"))
    options = {
        "duration_s": 600.0,
        "depth_m": 0.02,
        "contact_resistance_m2K_W": contact_resistance,
        **changes,
    }
    return body("contact", parts, *(heating or ends), **options)  # type: ignore[arg-type]


def room(*heating: Heating, wall: float = 0.1, **changes: object) -> Concept:
    """A room of 4 × 2.5 × 4 m behind walls of brick, with a heater of 2 kW, 0 °C outdoors."""
    brick, air = material(0.72, 1920.0, 835.0), material(0.026, 1.2, 1005.0)
    right, top = wall + 4.0, wall + 2.5
    parts = (
        Part("wall", Box(0, 0, wall, top + wall), brick),
        Part("wall", Box(right, 0, right + wall, top + wall), brick),
        Part("wall", Box(wall, 0, right, wall), brick),
        Part("wall", Box(wall, top, right, top + wall), brick),
        Part("air", Box(wall, wall, right, top), air, mixed=True),
    )
    heater = Heating("inside", "power", 2000.0, "W")
    outdoors = Heating("all_around", "convection", 25.0, "W/(m²·K)", ambient_K=273.15)
    options = {"duration_s": 7200.0, "depth_m": 4.0, "contact_resistance_m2K_W": 0.13, **changes}
    return body("room", parts, *(heating or (heater, outdoors)), **options)  # type: ignore[arg-type]


def ice_block(*heating: Heating, **changes: object) -> Concept:
    """A cube of ice of 5 cm at −10 °C in warm air."""

    def value(number: float, unit: str) -> PropertyValue:
        return PropertyValue(number, unit, "a test", verified=False)

    ice = replace(
        material(2.22, 917.0, 2050.0),
        id="ice",
        melting_point=value(273.15, "K"),
        latent_heat=value(333_550.0, "J/kg"),
        liquid_conductivity=value(0.556, "W/(m·K)"),
        liquid_specific_heat_capacity=value(4217.0, "J/(kg·K)"),
    )
    air = Heating("all_around", "convection", 10.0, "W/(m²·K)", ambient_K=298.15)
    parts = (Part("body", Box(0, 0, 0.05, 0.05), ice),)
    options = {"duration_s": 3600.0, "depth_m": 0.05, "initial_temperature_K": 263.15, **changes}
    return body("ice_block", parts, *(heating or (air,)), **options)  # type: ignore[arg-type]
