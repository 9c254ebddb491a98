from __future__ import annotations

import numpy as np
import pytest

from desktop_app.domain.camera import CameraMotion
from desktop_app.domain.clip import Probe
from desktop_app.domain.errors import ExportFailed, RunUnreadable
from desktop_app.domain.field import TemperatureField
from desktop_app.domain.reading import Reading
from desktop_app.domain.text import say
from desktop_app.library.arrays import (
    load_motion,
    load_reading,
    load_solution,
    save_motion,
    save_reading,
    save_solution,
)


def solution():
    field = np.random.default_rng(0).normal(300, 50, (3, 4, 5)).astype(np.float32)
    field[:, 0, 0] = np.nan
    return TemperatureField(
        field, np.array([0.0, 1.5, 3.0]), np.linspace(0, 0.2, 5), np.linspace(0, 0.1, 4), (0.2, 0.1)
    )


def reading(**changes):
    facts = {
        "readable": True,
        "reason": None,
        "look": "inferno",
        "temperature_range_K": (293.15, 873.15),
        "probe": Probe(1.5, 2.0, 30.0, 2.0, 7.0),
        "temperature_K": np.full((2, 3), 300.25, np.float32),
        "confidence": np.ones((2, 3), np.float32),
        "sigma_K": np.full((2, 3), 1.5, np.float32),
        "censored": np.array([[-1, 0, 1], [0, 0, 0]], np.int8),
        "position": np.linspace(0, 1, 3),
        "time_s": np.array([0.0, 1 / 3]),
        "saturated_fraction": 0.1,
        "off_palette_fraction": 0.25,
        "camera_moved": False,
    }
    return Reading(**{**facts, **changes})


def assert_same(one, other):
    for name, value in vars(one).items():
        if isinstance(value, np.ndarray):
            again = getattr(other, name)
            assert again.dtype == value.dtype
            assert np.array_equal(again, value, equal_nan=True), name
        else:
            assert getattr(other, name) == value, name


def test_solution_round_trip(tmp_path):
    save_solution(tmp_path / "solution.npz", solution())
    assert_same(solution(), load_solution(tmp_path / "solution.npz"))


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {
            "readable": False,
            "reason": say("the look {look} has no palette", look=say("natural")),
            "temperature_K": np.empty((0, 0), np.float32),
            "position": np.empty(0),
        },
    ],
)
def test_reading_round_trip(tmp_path, changes):
    save_reading(tmp_path / "reading.npz", reading(**changes))
    assert_same(reading(**changes), load_reading(tmp_path / "reading.npz"))


def test_motion_round_trip(tmp_path):
    motion = CameraMotion(
        np.array([[0, 0], [1.5, -2]], np.float32),
        np.ones(2, np.float32),
        (1,),
        True,
        say("It cut at {n}.", n=1),
    )
    save_motion(tmp_path / "motion.npz", motion)
    assert_same(motion, load_motion(tmp_path / "motion.npz"))


@pytest.mark.parametrize("load", [load_solution, load_reading, load_motion])
@pytest.mark.parametrize("damage", ["missing", "empty", "cut", "text", "pickle", "one array", "other"])
def test_damaged_arrays(tmp_path, load, damage):
    path = tmp_path / "a.npz"
    save_solution(path, solution())
    whole = path.read_bytes()
    match damage:
        case "missing":
            path.unlink()
        case "empty":
            path.write_bytes(b"")
        case "cut":
            path.write_bytes(whole[: len(whole) // 2])
        case "text":
            path.write_text("no arrays")
        case "pickle":
            names = (
                "temperature_K",
                "confidence",
                "sigma_K",
                "censored",
                "position",
                "time_s",
                "facts",
                "x_m",
                "y_m",
                "size_m",
            )
            np.savez(path, **{name: np.array([{"a": 1}], dtype=object) for name in names})
        case "one array":
            with path.open("wb") as file:
                np.save(file, np.zeros(3))
        case "other":
            np.savez(path, something=np.zeros(3))
    with pytest.raises(RunUnreadable, match="missing or damaged"):
        load(path)


def test_facts_that_are_no_facts(tmp_path):
    save_reading(tmp_path / "a.npz", reading())
    with np.load(tmp_path / "a.npz") as stored:
        arrays = dict(stored)
    np.savez(tmp_path / "a.npz", **{**arrays, "facts": np.array('{"readable": "perhaps"}')})
    with pytest.raises(RunUnreadable):
        load_reading(tmp_path / "a.npz")


def test_a_folder_that_does_not_exist(tmp_path):
    with pytest.raises(ExportFailed, match="does not exist"):
        save_solution(tmp_path / "missing" / "a.npz", solution())
