"""Temperatures over time at points and regions, as a table."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TextIO

from desktop_app.domain.clip import Place, SpotProbe
from desktop_app.domain.files import atomic_write
from desktop_app.domain.reading import PlaceReading

COLUMNS = (
    "place",
    "kind",
    "left_px",
    "top_px",
    "right_px",
    "bottom_px",
    "frame",
    "time_s",
    "temperature_K",
    "sigma_K",
    "confidence",
)


def write_places_csv(path: Path, readings: tuple[PlaceReading, ...]) -> None:
    """Write the table to `path`, whole or not at all.

    Args:
        path: replaced when the table is complete.
        readings: one a place, lettered from A in this order.

    Raises:
        ExportFailed: with the cause and a remedy.
    """
    with atomic_write(path) as part, part.open("w", encoding="utf-8", newline="") as stream:
        dump_places_csv(stream, readings)


def dump_places_csv(stream: TextIO, readings: tuple[PlaceReading, ...]) -> None:
    """As `write_places_csv`, to an open stream; a temperature that could not be read is left empty."""
    table = csv.writer(stream, lineterminator="\n")
    table.writerow(COLUMNS)
    for number, reading in enumerate(readings):
        where = (chr(ord("A") + number), *_where(reading.place))
        for frame, time_s in enumerate(reading.time_s):
            kelvin, sigma = reading.temperature_K[frame], reading.sigma_K[frame]
            known = kelvin == kelvin  # NaN where none of the place's colours is the palette's
            table.writerow(
                (
                    *where,
                    frame,
                    f"{time_s:.6g}",
                    f"{kelvin:.6g}" if known else "",
                    f"{sigma:.4g}" if known and sigma == sigma else "",
                    f"{reading.confidence[frame]:.4g}",
                )
            )


def _where(place: Place) -> tuple[str, ...]:
    if isinstance(place, SpotProbe):
        radius = place.radius_px
        edges = (place.x - radius, place.y - radius, place.x + radius, place.y + radius)
        return ("point", *(f"{edge:.6g}" for edge in edges))
    box = place.box
    return ("region", *(f"{edge:.6g}" for edge in (box.left, box.top, box.right, box.bottom)))
