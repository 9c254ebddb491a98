"""Readings and runs as the JSON and NPZ that scripts rely on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np

from desktop_app.domain.field import TemperatureField
from desktop_app.domain.files import atomic_write
from desktop_app.domain.reading import Reading
from desktop_app.domain.run import Run
from desktop_app.domain.text import Text

Translate = Callable[[Text], str]


def reading_to_json(reading: Reading, assumptions: Iterable[Text], translate: Translate) -> dict[str, Any]:
    """The reading without its arrays; what is not determined yet is null."""
    probe = reading.probe
    return {
        "readable": reading.readable,
        "reason": None if reading.reason is None else translate(reading.reason),
        "look": reading.look,
        "temperature_range_K": list(reading.temperature_range_K),
        "probe_px": [probe.x0, probe.y0, probe.x1, probe.y1],
        "camera_moved": None,
        "saturated_fraction": reading.saturated_fraction,
        "off_palette_fraction": reading.off_palette_fraction,
        "fourier_number": None,
        "laws": [],
        "assumptions": [translate(text) for text in assumptions],
    }


def run_to_json(run: Run, reading: Reading, translate: Translate) -> dict[str, Any]:
    """The reading of a generated clip, and how it was made."""
    return {
        **reading_to_json(reading, run.concept.notes, translate),
        "timings_s": run.timings_s,
        "model": run.request.model,
        "seed": run.request.seed,
        "request": asdict(run.request),
        "run": run.id,
    }


def save_reading_npz(path: Path, reading: Reading) -> None:
    """`temperature_K` and `confidence` (frame, sample), `position` (sample), `time_s` (frame).

    Raises:
        ExportFailed: the file cannot be written.
    """
    with atomic_write(path) as part, part.open("wb") as file:
        np.savez_compressed(
            file,
            temperature_K=reading.temperature_K,
            confidence=reading.confidence,
            position=reading.position,
            time_s=reading.time_s,
        )


def save_field_npz(path: Path, field: TemperatureField) -> None:
    """`temperature_K` (time, y, x), `time_s`, `x_m`, `y_m`.

    Raises:
        ExportFailed: the file cannot be written.
    """
    with atomic_write(path) as part, part.open("wb") as file:
        np.savez_compressed(
            file, temperature_K=field.temperature_K, time_s=field.time_s, x_m=field.x_m, y_m=field.y_m
        )
