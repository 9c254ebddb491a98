from __future__ import annotations

import csv

import numpy as np
import pytest

from desktop_app.domain.clip import Probe
from desktop_app.domain.errors import ExportFailed
from desktop_app.domain.reading import Reading
from desktop_app.media.profile_csv import write_profile_csv

READING = Reading(
    readable=True,
    reason=None,
    look="inferno",
    temperature_range_K=(300.0, 600.0),
    probe=Probe(0, 0, 10, 0),
    temperature_K=np.array([[600, 450.25, 300], [600, 500, 400]], np.float32),
    confidence=np.array([[1, 0.5, 0.25], [1, 1, 1]], np.float32),
    sigma_K=np.full((2, 3), 2.5, np.float32),
    censored=np.zeros((2, 3), np.int8),
    position=np.array([0, 0.5, 1]),
    time_s=np.array([0.0, 2.5]),
    saturated_fraction=0.0,
    off_palette_fraction=0.0,
)
SOLUTION = np.array([[600, 400, np.nan], [600, 510, 410]], np.float32)


def table(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_one_row_a_frame_and_sample(tmp_path):
    write_profile_csv(tmp_path / "profile.csv", READING, SOLUTION)
    rows = table(tmp_path / "profile.csv")
    assert len(rows) == 6
    assert rows[1] == {
        "frame": "0",
        "time_s": "0",
        "position": "0.5",
        "temperature_K": "450.25",
        "confidence": "0.5",
        "solution_K": "400",
    }
    assert rows[2]["solution_K"] == ""
    assert (rows[5]["frame"], rows[5]["time_s"], rows[5]["solution_K"]) == ("1", "2.5", "410")


def test_without_a_solution_its_column_is_empty(tmp_path):
    write_profile_csv(tmp_path / "profile.csv", READING, None)
    assert {row["solution_K"] for row in table(tmp_path / "profile.csv")} == {""}


def test_a_folder_that_does_not_exist(tmp_path):
    with pytest.raises(ExportFailed, match="does not exist"):
        write_profile_csv(tmp_path / "missing" / "profile.csv", READING, None)
