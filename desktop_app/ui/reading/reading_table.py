"""What the plots show, as a table."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.reading import Reading
from desktop_app.domain.units import ZERO_CELSIUS_K
from desktop_app.ui.reading.beside import solution_of_frame
from desktop_app.ui.reading.point_trace import mixed, trace_at

Row = tuple[str, ...]

COLUMNS: Row = (
    "frame",
    "time_s",
    "position",
    "estimated_temperature_K",
    "sigma_K",
    "bound",
    "confidence",
    "solution_K",
)
"""`bound` is `at_least` or `at_most` where the colour is an end of the scale, else empty."""

_BOUNDS = {-1: "at_most", 0: "", 1: "at_least"}


def frame_rows(reading: Reading, solution_C: NDArray[np.float64] | None, frame: int) -> list[Row]:
    """One row for each sample of a frame.

    Args:
        reading: what was read.
        solution_C: (frame, sample) in °C, or none.
        frame: its number.
    """
    solved = solution_of_frame(reading, solution_C, frame)
    return [
        _row(
            frame,
            reading.time_s[frame],
            position,
            reading.temperature_K[frame, sample],
            reading.sigma_K[frame, sample],
            reading.censored[frame, sample],
            reading.confidence[frame, sample],
            None if solved is None else solved[sample] + ZERO_CELSIUS_K,
        )
        for sample, position in enumerate(reading.position)
    ]


def point_rows(reading: Reading, solution_C: NDArray[np.float64] | None, position: float) -> list[Row]:
    """One row for each frame at a position of the probe; `solution_C` is at the reading's positions."""
    trace = trace_at(reading, position)
    solved = None if solution_C is None else mixed(solution_C, reading, position) + ZERO_CELSIUS_K
    return [
        _row(
            frame,
            time_s,
            position,
            trace.temperature_K[frame],
            trace.sigma_K[frame],
            trace.censored[frame],
            trace.confidence[frame],
            None if solved is None or frame >= len(solved) else solved[frame],
        )
        for frame, time_s in enumerate(reading.time_s)
    ]


def csv_text(rows: Iterable[Row], columns: Row = COLUMNS) -> str:
    """A table with its header, comma-separated."""
    stream = io.StringIO()
    table = csv.writer(stream, lineterminator="\n")
    table.writerow(columns)
    table.writerows(rows)
    return stream.getvalue()


def _row(
    frame: int,
    time_s: float,
    position: float,
    temperature_K: float,
    sigma_K: float,
    censored: int,
    confidence: float,
    solution_K: float | None,
) -> Row:
    known = solution_K is not None and np.isfinite(solution_K)
    return (
        str(frame),
        f"{time_s:.6g}",
        f"{position:.6g}",
        f"{temperature_K:.6g}",
        f"{sigma_K:.4g}",
        _BOUNDS[int(censored)],
        f"{confidence:.4g}",
        f"{solution_K:.6g}" if known else "",
    )
