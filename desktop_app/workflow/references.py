"""A clip's scale from two places whose temperatures a person knows."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.clip import SpotProbe
from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.look import Look
from desktop_app.domain.text import say
from desktop_app.thermography.place_reader import PlaceReader

LEAST_APART = 0.05
"""Of the palette, between two places that are to give a scale."""
LEAST_TRUSTED = 0.1
"""Confidence of a place's colour; that of the palette's ends is more."""


@dataclass(frozen=True)
class Reference:
    """A place in the clip's last frame, pixels from the top left, and its temperature, K."""

    x: float
    y: float
    temperature_K: float


def scale_from(
    references: tuple[Reference, Reference], picture: NDArray[np.uint8], look: Look
) -> tuple[float, float]:
    """What the ends of the palette stand for, K, so that both places have their temperatures.

    Args:
        references: two places.
        picture: (row, column, 3) uint8, what they were chosen in.
        look: the palette.

    Raises:
        InvalidInput: a place is outside the picture or not of the palette, or the two are of one colour.
    """
    size = (picture.shape[1], picture.shape[0])
    first, second = references
    for each in references:
        if not (0 <= each.x <= size[0] and 0 <= each.y <= size[1]):
            raise InvalidInput(
                say("A reference point is outside the picture."), say("Choose a point inside the picture.")
            )
    spots = tuple(SpotProbe(each.x, each.y) for each in references)
    reader = PlaceReader(look, (0.0, 1.0), spots, size)
    reader.add(picture[None])
    readings = reader.readings(np.zeros(1))
    levels = [float(reading.temperature_K[0]) for reading in readings]
    if not np.isfinite(levels).all() or min(reading.confidence[0] for reading in readings) < LEAST_TRUSTED:
        raise InvalidInput(
            say("A reference point has no colour of the palette “{look}”.", look=look.name),
            say("Choose a point on the body."),
        )
    apart = levels[1] - levels[0]
    if abs(apart) < LEAST_APART:
        raise InvalidInput(
            say("The two reference points have nearly the same colour."),
            say("Choose one that is hot and one that is cold."),
        )
    per_level = (second.temperature_K - first.temperature_K) / apart
    low = first.temperature_K - levels[0] * per_level
    if per_level <= 0:
        raise InvalidInput(
            say("By its colour, the hotter of the two reference points is the colder one."),
            say("Check the two temperatures, or say that the palette is reversed."),
        )
    return low, low + per_level
