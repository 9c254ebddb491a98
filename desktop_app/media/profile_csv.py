"""The temperature profile as a table."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TextIO

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.files import atomic_write
from desktop_app.domain.reading import Reading

COLUMNS = ("frame", "time_s", "position", "temperature_K", "confidence", "solution_K")


def write_profile_csv(path: Path, reading: Reading, solution_K: NDArray[np.float32] | None) -> None:
    """Write the table to `path`, whole or not at all.

    Args:
        path: replaced when the table is complete.
        reading: temperatures read from the clip, one row a frame and sample.
        solution_K: (frame, sample) by the heat equation at the same places; None leaves its column empty.

    Raises:
        ExportFailed: with the cause and a remedy.
    """
    with atomic_write(path) as part, part.open("w", encoding="utf-8", newline="") as stream:
        dump_profile_csv(stream, reading, solution_K)


def dump_profile_csv(stream: TextIO, reading: Reading, solution_K: NDArray[np.float32] | None) -> None:
    """As `write_profile_csv`, to an open stream; names carry units, position is 0..1 along the probe."""
    table = csv.writer(stream, lineterminator="\n")
    table.writerow(COLUMNS)
    for frame, time_s in enumerate(reading.time_s):
        for sample, position in enumerate(reading.position):
            solution = np.nan if solution_K is None else solution_K[frame, sample]
            table.writerow(
                (
                    frame,
                    f"{time_s:.6g}",
                    f"{position:.6g}",
                    f"{reading.temperature_K[frame, sample]:.6g}",
                    f"{reading.confidence[frame, sample]:.4g}",
                    f"{solution:.6g}" if np.isfinite(solution) else "",
                )
            )
