"""Readings and runs as the JSON and NPZ that scripts rely on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, astuple
from math import isfinite
from pathlib import Path
from typing import Any

import numpy as np

from desktop_app.domain.clip import SpotProbe
from desktop_app.domain.field import TemperatureField
from desktop_app.domain.files import atomic_write
from desktop_app.domain.laws import Departure, Estimate, LawReport, LawVerdict
from desktop_app.domain.reading import PlaceReading, Reading
from desktop_app.domain.run import Run
from desktop_app.domain.text import Text

Translate = Callable[[Text], str]


def reading_to_json(
    reading: Reading, report: LawReport, assumptions: Iterable[Text], translate: Translate
) -> dict[str, Any]:
    """The reading without its arrays, and the verdicts; what cannot be told is null."""
    probe = reading.probe
    return {
        "readable": reading.readable,
        "reason": None if reading.reason is None else translate(reading.reason),
        "look": reading.look,
        "temperature_range_K": list(reading.temperature_range_K),
        "probe_px": [number for corner in probe.corners for number in corner],
        "camera_moved": reading.camera_moved,
        "saturated_fraction": reading.saturated_fraction,
        "off_palette_fraction": reading.off_palette_fraction,
        "fourier_number": _estimate(report.fourier_number),
        "promised_fourier_number": report.promised_fourier_number,
        "departure": _departure(report.departure),
        "laws": [_verdict(verdict, translate) for verdict in report.verdicts],
        "assumptions": [translate(text) for text in assumptions],
    }


def run_to_json(run: Run, reading: Reading, report: LawReport, translate: Translate) -> dict[str, Any]:
    """The reading of a generated clip, and how it was made."""
    return {
        **reading_to_json(reading, report, run.concept.notes, translate),
        "timings_s": run.timings_s,
        "model": run.request.model,
        "seed": run.request.seed,
        "request": asdict(run.request),
        "run": run.id,
    }


def _verdict(verdict: LawVerdict, translate: Translate) -> dict[str, Any]:
    mark = verdict.mark
    return {
        "law": verdict.law,
        "verdict": verdict.verdict,
        "statistic": verdict.statistic,
        "interval": None if verdict.interval is None else list(verdict.interval),
        "tolerance": list(verdict.tolerance),
        "why": translate(verdict.why),
        "mark": None
        if mark is None
        else {
            "frames": list(mark.frames),
            "position": None if mark.position is None else list(mark.position),
            "box_px": None if mark.box is None else list(astuple(mark.box)),
        },
    }


def _estimate(estimate: Estimate | None) -> dict[str, Any] | None:
    return None if estimate is None else {"value": estimate.value, "interval": list(estimate.interval)}


def _departure(departure: Departure | None) -> dict[str, Any] | None:
    if departure is None:
        return None
    return {
        "rmse_K": departure.rmse_K,
        "largest_K": departure.largest_K,
        "frame": departure.frame,
        "position": departure.position,
    }


def places_to_json(places: Iterable[PlaceReading]) -> list[dict[str, Any]]:
    """Points and regions with their temperatures over time; null where nothing could be read."""
    return [
        {
            **(
                {"point_px": [place.place.x, place.place.y]}
                if isinstance(place.place, SpotProbe)
                else {"region_px": list(astuple(place.place.box))}
            ),
            "temperature_K": [float(v) if isfinite(v) else None for v in place.temperature_K],
            "sigma_K": [float(v) if isfinite(v) else None for v in place.sigma_K],
            "confidence": place.confidence.astype(float).tolist(),
        }
        for place in places
    ]


def probe_to_json(reading: Reading) -> dict[str, Any]:
    """Where another probe lies, and what share of it could be read; its arrays are in the NPZ."""
    return {
        "probe_px": [number for corner in reading.probe.corners for number in corner],
        "readable": reading.readable,
        "saturated_fraction": reading.saturated_fraction,
        "off_palette_fraction": reading.off_palette_fraction,
    }


def save_reading_npz(path: Path, reading: Reading, more: Sequence[Reading] = ()) -> None:
    """`temperature_K`, `sigma_K` and `confidence` (frame, sample), `position` (sample), `time_s` (frame).

    `sigma_K` is the noise of `temperature_K`, 1 σ. What was read along other probes is beside it under
    `probe_2_temperature_K` and so on, at the same positions and times.

    Raises:
        ExportFailed: the file cannot be written.
    """
    with atomic_write(path) as part, part.open("wb") as file:
        np.savez_compressed(
            file,
            temperature_K=reading.temperature_K,
            sigma_K=reading.sigma_K,
            confidence=reading.confidence,
            position=reading.position,
            time_s=reading.time_s,
            **{
                f"probe_{number}_{name}": getattr(each, name)
                for number, each in enumerate(more, start=2)
                for name in ("temperature_K", "sigma_K", "confidence")
            },
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
