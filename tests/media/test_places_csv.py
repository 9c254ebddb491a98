from __future__ import annotations

import csv
import io
from pathlib import Path

import numpy as np
import pytest

from desktop_app.domain.clip import PixelBox, Place, RegionProbe, SpotProbe
from desktop_app.domain.errors import ExportFailed
from desktop_app.domain.reading import PlaceReading
from desktop_app.media.places_csv import COLUMNS, dump_places_csv, write_places_csv


def reading(place: Place, temperature_K: list[float]) -> PlaceReading:
    count = len(temperature_K)
    return PlaceReading(
        place,
        np.array(temperature_K, np.float32),
        np.full(count, 1.5, np.float32),
        np.full(count, 0.9, np.float32),
        np.arange(count) * 2.5,
    )


def test_one_row_a_place_and_frame() -> None:
    stream = io.StringIO()
    readings = (
        reading(SpotProbe(100, 40, 3), [300.0, 400.0]),
        reading(RegionProbe(PixelBox(10, 20, 30, 45)), [350.0, float("nan")]),
    )
    dump_places_csv(stream, readings)
    stream.seek(0)
    rows = list(csv.DictReader(stream))
    assert tuple(rows[0]) == COLUMNS
    assert [(row["place"], row["kind"], row["frame"]) for row in rows] == [
        ("A", "point", "0"),
        ("A", "point", "1"),
        ("B", "region", "0"),
        ("B", "region", "1"),
    ]
    assert [row["temperature_K"] for row in rows] == ["300", "400", "350", ""]
    assert [row["sigma_K"] for row in rows] == ["1.5", "1.5", "1.5", ""]
    assert [row["time_s"] for row in rows[:2]] == ["0", "2.5"]
    assert [rows[0][edge] for edge in COLUMNS[2:6]] == ["97", "37", "103", "43"]
    assert [rows[2][edge] for edge in COLUMNS[2:6]] == ["10", "20", "30", "45"]


def test_a_table_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ExportFailed):
        write_places_csv(tmp_path / "nowhere" / "a.csv", (reading(SpotProbe(1, 2), [300.0]),))
