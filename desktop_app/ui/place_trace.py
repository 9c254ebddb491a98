"""What the window shows of a reading at a point or over a region."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.reading import PlaceReading
from desktop_app.domain.units import ZERO_CELSIUS_K

LEAST_CONFIDENCE = 0.1
"""Below it a colour is hardly the palette's, as that of the ground beside a body; no temperature is shown."""


def shown_celsius(reading: PlaceReading) -> NDArray[np.float64]:
    """(frame,) °C; NaN where the place is hardly of the palette."""
    celsius = reading.temperature_K.astype(np.float64) - ZERO_CELSIUS_K
    return np.where(reading.confidence >= LEAST_CONFIDENCE, celsius, np.nan)
