"""How much physical time shows the story of a concept, if the prompt does not say."""

from __future__ import annotations

import math
from collections.abc import Callable

from desktop_app.domain.concept import Concept, Heating
from desktop_app.domain.material import Material
from desktop_app.domain.text import Text, say
from desktop_app.knowledge.durations import LONGEST_S
from desktop_app.knowledge.exposure import area_at, heat_capacity, volume_of
from desktop_app.knowledge.heat_paths import HeatPath, heat_path, radiation_coefficient
from desktop_app.knowledge.prompt_text import number
from desktop_app.knowledge.stefan import latent_heat_of, melting_time, stefan_number

_Note = Callable[[Concept, HeatPath, float], Text]

FOURIER_NUMBER_ONE_SIDE = 0.5
"""Over the heated length: the insulated far end has covered 63 % of the way (slab series, one term)."""
FOURIER_NUMBER_BOTH_ENDS = 0.25
"""Over the whole length: the middle has covered 89 % of the way (slab series, one term)."""
FOURIER_NUMBER_SOURCE = 1.2
"""A flux at one end, the other held: 95 % of the steady state (exp(−π²·Fo/4), slab series, one term)."""
COOLING_CONSTANTS, WARMING_CONSTANTS = 2.0, 3.0
"""Time constants shown: 86 % of the way down, 95 % of the way up to a steady state."""
TELLING_RISE_K, LONGEST_RISE_S = 10.0, 3600.0
"""What only heats gets warmer for ever: by how much it is shown to, and for how long at most."""
AFTER_THE_END = 3.0
"""How often the time something acts is shown, at least, where it stops."""
_NOT_GIVEN = "No duration was given"
ROOM_S, ROOM_LONGEST_S = 3600.0, 21_600.0
"""What is shown of a room at least and at most: its air is warm long before its walls are."""


def telling_duration(concept: Concept) -> tuple[float, Text]:
    """A duration that shows the story, s, rounded to two digits, with a note on how it was chosen.

    Conduction alone is shown up to a Fourier number Fo = α·t/L² (Incropera & DeWitt, section 5.2). Where a
    body only cools, or a source heats what air cools, two or three lumped time constants ρ·c·V/(h·A) of the
    surfaces really exposed are added (section 5.1); what melts is shown until its front has gone all the way.

    Args:
        concept: with parts and heating.
    """
    path = heat_path(concept)
    seconds, note = _chosen(concept, path)
    ends = [h.end_s for h in concept.heating if h.end_s is not None]
    starts = [h.start_s for h in concept.heating]
    shown = max([seconds, *(AFTER_THE_END * end for end in ends), *(2 * start for start in starts)])
    rounded = min(_two_digits(shown), LONGEST_S)
    return rounded, note(concept, path, rounded)


def duration_note(concept: Concept) -> Text | None:
    """The note of a concept whose duration was chosen here, None where it was given."""
    return next((note for note in concept.notes if note.template.startswith(_NOT_GIVEN)), None)


def _chosen(concept: Concept, path: HeatPath) -> tuple[float, _Note]:
    melting = _melting(concept, path)
    if melting is not None:
        return melting, _melting_note
    if concept.shape == "room":
        return _room(concept), _plain_note
    if not _held(concept) and any(h.kind == "convection" for h in concept.heating):
        inside, constant = _inside(concept, path), lumped_constant(concept)
        times = WARMING_CONSTANTS if _sources(concept) or _between_fluids(concept) else COOLING_CONSTANTS
        return times * (constant + inside), _convection_note if constant > inside else _conduction_note
    return _conduction(concept, path), _conduction_note


def _held(concept: Concept) -> list[Heating]:
    return [h for h in concept.heating if h.kind in ("temperature", "flame")]


def _sources(concept: Concept) -> list[Heating]:
    return [h for h in concept.heating if h.kind in ("power", "flux")]


def _conduction(concept: Concept, path: HeatPath) -> float:
    fourier_number = FOURIER_NUMBER_BOTH_ENDS if path.from_both_sides else FOURIER_NUMBER_ONE_SIDE
    if _sources(concept):
        fourier_number = FOURIER_NUMBER_SOURCE / (4 if path.from_both_sides else 1)
    seconds = fourier_number * 2 * path.delay_s
    return seconds if _held(concept) else max(seconds, min(_rise(concept), LONGEST_RISE_S))


def _rise(concept: Concept) -> float:
    """How long sources take to make a body that loses nothing `TELLING_RISE_K` warmer as a whole, s."""
    brought = _heat_brought(concept, concept.initial_temperature_K)
    return TELLING_RISE_K * heat_capacity(concept) / brought if brought > 0 else 0.0


def _inside(concept: Concept, path: HeatPath) -> float:
    """How long heat takes to and fro inside a body that fluids cool, s."""
    surface = sum(area_at(concept, h.where) for h in concept.heating if h.kind == "convection")
    if surface <= 0:
        return path.delay_s
    volume = sum(volume_of(part, concept.section, concept.depth_m) for part in concept.parts)
    slowest = min(part.material.thermal_diffusivity for part in concept.parts if not part.mixed)
    return min((volume / surface) ** 2 / slowest, path.delay_s)


def _between_fluids(concept: Concept) -> bool:
    """Whether fluids of several temperatures are at the body, so that it goes to a steady state between."""
    return len({h.ambient_K for h in concept.heating if h.kind == "convection"}) > 1


def lumped_constant(concept: Concept) -> float:
    """Heat capacity over Σ (h + 4·ε·σ·T³)·A of everything that cools the body, s; 0 where nothing does."""
    conductance = sum(
        (h.value + radiation_coefficient(h.emissivity, _mean_kelvin(concept, h))) * area_at(concept, h.where)
        for h in concept.heating
        if h.kind == "convection"
    )
    return heat_capacity(concept) / conductance if conductance > 0 else 0.0


def _mean_kelvin(concept: Concept, heating: Heating) -> float:
    """Between body and surroundings."""
    return (concept.initial_temperature_K + (heating.ambient_K or concept.initial_temperature_K)) / 2


def _melting(concept: Concept, path: HeatPath) -> float | None:
    """Until what melts has melted, s; None where nothing does, or only a small part of the body."""
    material = _mostly_of(concept)
    if material is None or material.melting_point is None or not material.melts:
        return None
    held = [h.value for h in concept.heating if h.kind in ("temperature", "flame")]
    if held:
        if stefan_number(material, max(held)) <= 0:
            return None
        return melting_time(material, max(held), path.length / 2 if path.from_both_sides else path.length)
    melting_point = material.melting_point.value
    brought = _heat_brought(concept, melting_point)
    if brought <= 0 or concept.initial_temperature_K > melting_point:
        return None
    volume = sum(volume_of(part, concept.section, concept.depth_m) for part in concept.parts)
    warming = heat_capacity(concept) * (melting_point - concept.initial_temperature_K)
    return (latent_heat_of(material, volume) + warming) / brought


def _mostly_of(concept: Concept) -> Material | None:
    """The material of a body of one."""
    return concept.materials[0] if len(concept.materials) == 1 else None


def _heat_brought(concept: Concept, kelvin: float) -> float:
    """What sources and fluids bring to a body at a temperature, W."""
    flowing = sum(
        h.value * area_at(concept, h.where) * (h.ambient_K - kelvin)
        for h in concept.heating
        if h.kind == "convection" and h.ambient_K is not None
    )
    fluxes = sum(h.value * area_at(concept, h.where) for h in concept.heating if h.kind == "flux")
    return flowing + fluxes + sum(h.value for h in concept.heating if h.kind == "power")


def _room(concept: Concept) -> float:
    """Until room and walls are steady, but no more than shows how the air warms."""
    return max(ROOM_S, min(WARMING_CONSTANTS * lumped_constant(concept), ROOM_LONGEST_S))


def _conduction_note(_concept: Concept, path: HeatPath, seconds: float) -> Text:
    return say(
        "No duration was given: the clip spans {seconds} s, a Fourier number of "
        "{fourier_number} over {length} m.",
        seconds=number(seconds),
        fourier_number=_fourier_number(path, seconds),
        length=number(path.length),
    )


def _convection_note(concept: Concept, path: HeatPath, seconds: float) -> Text:
    constant = lumped_constant(concept)
    return say(
        "No duration was given: the clip spans {seconds} s, {times} times the {constant} s in which the body "
        "follows its surroundings, a Fourier number of {fourier_number} over {length} m.",
        seconds=number(seconds),
        times=_rough(seconds / constant),
        constant=number(float(f"{constant:.3g}")),
        fourier_number=_fourier_number(path, seconds),
        length=number(path.length),
    )


def _melting_note(_concept: Concept, path: HeatPath, seconds: float) -> Text:
    return say(
        "No duration was given: the clip spans {seconds} s, about as long as melting takes, a Fourier number "
        "of {fourier_number} over {length} m.",
        seconds=number(seconds),
        fourier_number=_fourier_number(path, seconds),
        length=number(path.length),
    )


def _plain_note(_concept: Concept, _path: HeatPath, seconds: float) -> Text:
    return say("No duration was given: the clip spans {seconds} s.", seconds=number(seconds))


def _fourier_number(path: HeatPath, seconds: float) -> str:
    return _rough(seconds * path.diffusivity / path.length**2)


def _rough(value: float) -> str:
    return number(float(f"{value:.2g}"))


def _two_digits(value: float) -> float:
    digits = 1 - math.floor(math.log10(value))
    return round(value, digits)
