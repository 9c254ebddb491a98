"""The words of the overlay."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.scales import time_unit
from desktop_app.domain.text import Catalogue, Text, say

DISCLAIMER = say("Visual illustration. Actual temperatures: see a thermodynamic model.")
AI_GENERATED = say("AI-generated")
COMPUTED = say("Computed from the heat equation")
OPENED = say("Clip from a file, origin not known")
ESTIMATED = say("Temperature (°C), estimated from colour")
ALONG_PROBE = say("along the probe")
THIS_CLIP = say("this clip")
FOURIER = say("Fourier's law")


def disclaimer(catalogue: Catalogue) -> str:
    """The disclaimer; English where a catalogue has nothing for it."""
    return DISCLAIMER.to(catalogue).strip() or str(DISCLAIMER)


def origin(computed: bool, opened: bool) -> Text:
    """The label that says where the pictures come from."""
    if opened:
        return OPENED
    return COMPUTED if computed else AI_GENERATED


def seed_text(seed: int) -> Text:
    """The seed, named."""
    return say("seed {seed}", seed=seed)


def model_and_seed(model: str, seed: int) -> Text:
    """Both in one line."""
    return say("{model}, seed {seed}", model=model, seed=seed)


def times(time_s: NDArray[np.float64]) -> list[str]:
    """One `t = …` a frame, all in the unit and with the decimals that suit the longest."""
    unit = time_unit(float(np.max(np.abs(time_s), initial=0.0)))
    return [f"t = {unit.text(value)}" for value in time_s]


def lapse(time_lapse: float) -> str:
    """The time-lapse factor with three digits, as photographers write it: ×12."""
    if time_lapse >= 100:
        exponent = math.floor(math.log10(time_lapse)) - 2
        return f"×{round(time_lapse / 10**exponent) * 10**exponent}"
    return f"×{time_lapse:.3g}"


def degrees(kelvin: float) -> float:
    """Degrees Celsius."""
    return kelvin - 273.15
