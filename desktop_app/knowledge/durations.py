"""How much physical time the clip spans: what the prompt says, else enough to see the story."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.domain.concept import Heating, Size
from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.material import Material
from desktop_app.domain.text import Text, say
from desktop_app.knowledge.patterns import FLAGS
from desktop_app.knowledge.prompt_text import number
from desktop_app.knowledge.quantities import Quantity

LONGEST_S = 1e9
WITHOUT_MATERIAL_S = 60.0
FOURIER_NUMBER_ONE_SIDE = 0.5
"""Over the heated length: the insulated far end has covered 63 % of the way (slab series, one term)."""
FOURIER_NUMBER_BOTH_ENDS = 0.25
"""Over the whole length: the middle has covered 89 % of the way (slab series, one term)."""

_CLIP_WORDS = re.compile(
    r"[\s-]*(?:[a-z]+\s+){0,2}(?:video|clip|animation|movie|gif|film)(?![a-z])"
    r"|\s*[\u4e00-\u9fff]{0,5}(?:视频|动画|短片|影片|动图|片段)",
    FLAGS,
)
_PHYSICAL_BEFORE = re.compile(
    r"(?:加热|冷却|持续|(?<![a-z])(?:for|over|after|during))\s*(?:了|about)?\s*$", FLAGS
)


@dataclass(frozen=True)
class NamedDuration:
    """Physical time a prompt asks for, s, or None; and times it names that were not used."""

    seconds: float | None
    unused: tuple[Text, ...]


def find_duration(text: str, times: Iterable[Quantity]) -> NamedDuration:
    """The physical time of a normalised prompt; `a 5 s video` is about the clip and not about the heat.

    Raises:
        InvalidInput: the time is zero, negative or over 30 years.
    """
    seconds: float | None = None
    unused: list[Text] = []
    for time in times:
        physical = _PHYSICAL_BEFORE.search(text[: time.span[0]])
        if not physical and _CLIP_WORDS.match(text, time.span[1]):
            unused.append(
                say(
                    "“{words}” was not used: frames and frame rate set how long the clip plays.",
                    words=time.written,
                )
            )
        elif seconds is None:
            seconds = time.value
        else:
            unused.append(say("“{words}” was not used.", words=time.written))
    if seconds is not None:
        checked_seconds(seconds)
    return NamedDuration(seconds, tuple(unused))


def checked_seconds(seconds: float) -> float:
    """`seconds` if a clip can span them.

    Raises:
        InvalidInput: they are zero, negative or over 30 years.
    """
    if 1e-9 <= seconds <= LONGEST_S:
        return seconds
    raise InvalidInput(
        say("A duration of {seconds} s cannot be shown.", seconds=number(seconds)),
        say("Give a time above zero and below thirty years, or leave it out."),
    )


def telling_duration(size: Size, material: Material, heating: tuple[Heating, ...]) -> tuple[float, Text]:
    """A duration that shows the story, s, rounded to two digits, with the note that gives its Fourier number.

    Fo = α·t/L² with L along the heated axis (Incropera & DeWitt, section 5.2). Where nothing is held and
    surfaces only cool by convection, twice the lumped time constant ρ·c·(V/A)/h is added (section 5.1).
    """
    length, fourier_number = _scale(size, heating)
    seconds = fourier_number * length**2 / material.thermal_diffusivity
    held = [h for h in heating if h.kind in ("temperature", "flame")]
    cooling = [h.value for h in heating if h.kind == "convection"]
    if cooling and not held:
        capacity = material.density.value * material.specific_heat_capacity.value
        seconds += 2 * capacity * _volume_per_surface(size) / max(cooling)
    seconds = min(_two_digits(seconds), LONGEST_S)
    reached = material.thermal_diffusivity * seconds / length**2
    note = say(
        "No duration was given: the clip spans {seconds} s, a Fourier number of "
        "{fourier_number} over {length} m.",
        seconds=number(seconds),
        fourier_number=f"{reached:.2g}",
        length=number(length),
    )
    return seconds, note


def _scale(size: Size, heating: tuple[Heating, ...]) -> tuple[float, float]:
    places = {h.where for h in heating if h.kind != "convection"} or {h.where for h in heating}
    if places & {"centre", "spot", "inside"}:
        return max(size.length, size.height) / 2, FOURIER_NUMBER_ONE_SIDE
    if places & {"top", "bottom", "base"} and not places & {"left", "right", "both_ends"}:
        both = {"top", "bottom"} <= places
        return size.height, FOURIER_NUMBER_BOTH_ENDS if both else FOURIER_NUMBER_ONE_SIDE
    if "all_around" in places:
        return min(size.length, size.height), FOURIER_NUMBER_BOTH_ENDS
    if "both_ends" in places:
        return size.length, FOURIER_NUMBER_BOTH_ENDS
    return size.length, FOURIER_NUMBER_ONE_SIDE


def _volume_per_surface(size: Size) -> float:
    """Area over perimeter in the picture, where the solver cools the body."""
    return size.length * size.height / (2 * (size.length + size.height))


def _two_digits(value: float) -> float:
    digits = 1 - math.floor(math.log10(value))
    return round(value, digits)
