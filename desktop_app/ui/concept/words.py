"""A concept in words: names for what the domain abbreviates, and numbers as people write them."""

from __future__ import annotations

from desktop_app.domain.concept import Heating, HeatingKind, Shape, Where
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
DIGITS = 6
_DAYS_FROM_S, _HOURS_FROM_S, _MINUTES_FROM_S = 172_800.0, 3600.0, 120.0


def celsius(temperature_K: float) -> str:
    """A temperature in °C, to the degree, or to a tenth where it is not a whole one."""
    value = round(temperature_K - ZERO_CELSIUS_K, 1)
    return f"{value:g} °C".replace("-", "−")


def number(value: float) -> str:
    """Three significant digits, with a space between thousands."""
    rounded = float(f"{value:.3g}")
    return f"{rounded:,.0f}".replace(",", " ") if abs(rounded) >= 1000 else f"{rounded:g}"


def plain_number(number: float) -> str:
    """Six significant digits without trailing zeros, a space between thousands from 10 000 on."""
    text = f"{number:.{DIGITS}g}"
    if "e" in text and abs(number) >= 1:
        text = f"{float(text):.0f}"
    whole, point, rest = text.partition(".")
    if len(whole.lstrip("-")) > 4 and "e" not in text:
        whole = f"{int(whole):,}".replace(",", " ")
    return f"{whole}{point}{rest}".replace("-", "−")


def heating_words(heating: Heating) -> Text:
    """One thing done to the body."""
    value = celsius(heating.value) if heating.unit == "K" else f"{number(heating.value)} {heating.unit}"
    ambient = celsius(heating.ambient_K) if heating.ambient_K is not None else ""
    what = Text(_KINDS[heating.kind].template, (("value", value), ("ambient", ambient)))
    return say("{where}: {what}", where=PLACES[heating.where], what=what)


def material_words(material: Material, chinese: bool) -> str:
    """Its name as a heading."""
    return material.name_zh if chinese else material.name[:1].upper() + material.name[1:]


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
    if 0 < seconds < 1:
        return say("{n} ms", n=plain_number(seconds * 1000))
    if seconds < _MINUTES_FROM_S:
        return say("{n} s", n=plain_number(seconds))
    if seconds < _HOURS_FROM_S:
        minutes, rest = divmod(round(seconds, 1), 60)
        if not rest:
            return say("{n} min", n=plain_number(minutes))
        return say("{m} min {s} s", m=plain_number(minutes), s=plain_number(rest))
    if seconds < _DAYS_FROM_S:
        return _hours_words(seconds)
    return say("{n} days", n=plain_number(seconds / 86_400))


def _hours_words(seconds: float) -> Text:
    """Hours with up to two decimals where that is all of it, else with minutes and seconds."""
    if round(seconds / 36, 6).is_integer():
        return say("{n} h", n=plain_number(seconds / 3600))
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return say("{h} h {m} min {s} s", h=hours, m=minutes, s=rest)


def pace_words(duration_s: float, clip_seconds: float) -> Text:
    """How fast a clip shows its time."""
    lapse, clip = duration_s / clip_seconds, f"{clip_seconds:.1f}"
    if 0.995 < lapse < 1.005:
        return say("in real time")
    if lapse > 1:
        return say("in {clip} s, {n}× faster", clip=clip, n=number(lapse))
    return say("in {clip} s, {n}× slower", clip=clip, n=number(1 / lapse))
