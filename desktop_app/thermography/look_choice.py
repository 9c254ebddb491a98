"""Which palette a clip is in, judged by fit."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from desktop_app.domain.clip import Frames
from desktop_app.domain.look import Look
from desktop_app.thermography.body import unlike_background
from desktop_app.thermography.inversion import PaletteInverter

MOST_PIXELS = 20_000
WORST_FIT = 0.07
"""Mean Oklab distance beyond which no palette is said to fit."""


def choose_look(frames: Frames, looks: Iterable[Look]) -> Look | None:
    """The readable look whose palette the clip's colours are nearest to; None where none fits.

    Args:
        frames: a few frames, (frame, row, column, 3); what looks like background is left out.
        looks: to choose from.
    """
    standing_out = np.concatenate([frame[unlike_background(frame)] for frame in frames])
    colours = standing_out if len(standing_out) >= 100 else frames.reshape(-1, 3)
    colours = colours[:: max(1, len(colours) // MOST_PIXELS)]
    fits = {
        look.name: (float(PaletteInverter(look).invert(colours).distance.mean()), look)
        for look in looks
        if look.readable
    }
    distance, best = min(fits.values(), key=lambda fit: fit[0])
    return best if distance <= WORST_FIT else None
