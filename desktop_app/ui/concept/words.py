"""A concept in words: names for what the domain abbreviates, and numbers as people write them."""

from __future__ import annotations

from desktop_app.domain.concept import Concept, Heating, HeatingKind, Shape, Size, Where
from desktop_app.domain.material import Material
from desktop_app.domain.text import Text, say
from desktop_app.domain.units import ZERO_CELSIUS_K

SHAPES: dict[Shape, Text] = {
    "rod": say("Rod"),
    "plate": say("Plate"),
    "fin": say("Fin"),
    "heat_sink": say("Heat sink"),
    "block": say("Block"),
    "ring": say("Ring"),
    "l_bracket": say("L bracket"),
    "stack": say("Stack of layers"),
    "contact": say("Two bodies in contact"),
    "room": say("Room"),
    "ice_block": say("Block of ice"),
}
PLACES: dict[Where, Text] = {
    "left": say("Left end"),
    "right": say("Right end"),
    "top": say("Top"),
    "bottom": say("Bottom"),
    "both_ends": say("Both ends"),
    "centre": say("Centre"),
    "spot": say("One spot"),
    "all_around": say("All around"),
    "inside": say("Inside"),
    "base": say("Base"),
}
LOOKS: dict[str, Text] = {
    "inferno": say("Inferno"),
    "iron": say("Iron"),
    "rainbow": say("Rainbow"),
    "white_hot": say("White hot"),
    "glow": say("Glow"),
    "natural": say("Natural"),
}
_KINDS: dict[HeatingKind, Text] = {
    "temperature": say("held at {value}"),
    "flame": say("flame, {value}"),
    "flux": say("heat flux {value}"),
    "power": say("{value} of heating power"),
    "convection": say("convection, {value} to {ambient}"),
}


def celsius(temperature_K: float) -> str:
    """A temperature in °C, to the degree, or to a tenth where it is not a whole one."""
    value = round(temperature_K - ZERO_CELSIUS_K, 1)
    return f"{value:g} °C".replace("-", "−")


def number(value: float) -> str:
    """Three significant digits, with a space between thousands."""
    rounded = float(f"{value:.3g}")
    return f"{rounded:,.0f}".replace(",", " ") if abs(rounded) >= 1000 else f"{rounded:g}"


def heating_words(heating: Heating) -> Text:
    """One thing done to the body."""
    value = celsius(heating.value) if heating.unit == "K" else f"{number(heating.value)} {heating.unit}"
    ambient = celsius(heating.ambient_K) if heating.ambient_K is not None else ""
    what = Text(_KINDS[heating.kind].template, (("value", value), ("ambient", ambient)))
    return say("{where}: {what}", where=PLACES[heating.where], what=what)


def size_words(size: Size) -> str:
    """Length × height × thickness in the unit that suits the longest."""
    sides = (size.length, size.height, size.thickness)
    units = (("m", 1.0), ("cm", 0.01), ("mm", 0.001))
    unit, metres = next((u for u in units if max(sides) >= u[1]), units[-1])
    return " × ".join(f"{side / metres:.3g}" for side in sides) + f" {unit}"


def material_words(material: Material, chinese: bool) -> str:
    """Its name as a heading."""
    return material.name_zh if chinese else material.name[:1].upper() + material.name[1:]


def conduction_words(material: Material) -> str:
    """The two numbers that decide how heat spreads: k and α."""
    k = material.thermal_conductivity
    return f"k {number(k.value)} {k.unit}  ·  α {number(material.thermal_diffusivity * 1e6)} mm²/s"


def source_words(material: Material) -> Text:
    """Every property of a material with where it comes from, for a tooltip."""
    k, density, heat = (
        material.thermal_conductivity,
        material.density,
        material.specific_heat_capacity,
    )
    return say(
        "Thermal conductivity {k} ({k_source})\nDensity {density} ({density_source})\n"
        "Specific heat capacity {heat} ({heat_source})",
        k=f"{number(k.value)} {k.unit}",
        k_source=k.citation,
        density=f"{number(density.value)} {density.unit}",
        density_source=density.citation,
        heat=f"{number(heat.value)} {heat.unit}",
        heat_source=heat.citation,
    )


def duration_words(seconds: float) -> Text:
    """A physical duration in the unit people would use."""
    if seconds < 1:
        return say("{n} ms", n=number(seconds * 1000))
    if seconds < 120:
        return say("{n} s", n=number(seconds))
    if seconds < 3600:
        minutes, rest = divmod(round(seconds), 60)
        return say("{m} min {s} s", m=minutes, s=rest) if rest else say("{n} min", n=str(minutes))
    if seconds < 172800:
        return say("{n} h", n=number(seconds / 3600))
    return say("{n} days", n=number(seconds / 86400))


def time_words(concept: Concept, clip_seconds: float) -> Text:
    """How much time the clip shows, and how fast."""
    lapse = concept.duration_s / clip_seconds
    duration, clip = duration_words(concept.duration_s), f"{clip_seconds:.1f}"
    if 0.995 < lapse < 1.005:
        return say("{duration} in real time", duration=duration)
    if lapse > 1:
        return say("{duration} in {clip} s, {n}× faster", duration=duration, clip=clip, n=number(lapse))
    return say("{duration} in {clip} s, {n}× slower", duration=duration, clip=clip, n=number(1 / lapse))
