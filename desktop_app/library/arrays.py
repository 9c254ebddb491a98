"""A run's arrays: the solution of the heat equation and the reading of the clip."""

from __future__ import annotations

import json
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.camera import CameraMotion
from desktop_app.domain.clip import Probe
from desktop_app.domain.errors import RunUnreadable
from desktop_app.domain.field import TemperatureField
from desktop_app.domain.files import atomic_write
from desktop_app.domain.reading import Reading
from desktop_app.domain.text import Text, say

if TYPE_CHECKING:
    from pydantic import TypeAdapter

_SOLUTION_ARRAYS = ("temperature_K", "time_s", "x_m", "y_m", "size_m")
_READING_ARRAYS = ("temperature_K", "confidence", "sigma_K", "censored", "position", "time_s")
_MOTION_ARRAYS = ("shift_px", "zoom", "cuts")
_FACTS = "facts"


@dataclass(frozen=True)
class _ReadingFacts:
    """What a `Reading` holds besides arrays."""

    readable: bool
    reason: Text | None
    look: str
    temperature_range_K: tuple[float, float]
    probe: Probe
    saturated_fraction: float
    off_palette_fraction: float
    camera_moved: bool | None = None


def save_solution(path: Path, solution: TemperatureField) -> None:
    """Write the solution under the names of its attributes.

    Raises:
        ExportFailed: with the cause and a remedy.
    """
    _save(path, {name: np.asarray(getattr(solution, name)) for name in _SOLUTION_ARRAYS})


def load_solution(path: Path) -> TemperatureField:
    """Read what `save_solution` wrote.

    Raises:
        RunUnreadable: the file is missing or damaged.
    """
    arrays = _load(path, _SOLUTION_ARRAYS)
    length, height = arrays.pop("size_m").tolist()
    return TemperatureField(size_m=(length, height), **arrays)


def save_reading(path: Path, reading: Reading) -> None:
    """Write the reading: its arrays under their names, everything else as JSON under `facts`.

    Raises:
        ExportFailed: with the cause and a remedy.
    """
    facts = _ReadingFacts(**{name: getattr(reading, name) for name in _ReadingFacts.__dataclass_fields__})
    arrays = {name: np.asarray(getattr(reading, name)) for name in _READING_ARRAYS}
    _save(path, {**arrays, _FACTS: np.array(json.dumps(asdict(facts)))})


def load_reading(path: Path) -> Reading:
    """Read what `save_reading` wrote.

    Raises:
        RunUnreadable: the file is missing or damaged.
    """
    arrays = _load(path, (*_READING_ARRAYS, _FACTS))
    try:
        facts = _facts_adapter().validate_python(json.loads(str(arrays.pop(_FACTS))))
    except ValueError as error:
        raise _damaged(path, str(error)) from error
    return Reading(
        readable=facts.readable,
        reason=facts.reason,
        look=facts.look,
        temperature_range_K=facts.temperature_range_K,
        probe=facts.probe,
        saturated_fraction=facts.saturated_fraction,
        off_palette_fraction=facts.off_palette_fraction,
        camera_moved=facts.camera_moved,
        **arrays,
    )


def save_motion(path: Path, motion: CameraMotion) -> None:
    """Write how the camera moved.

    Raises:
        ExportFailed: with the cause and a remedy.
    """
    facts = {"moved": motion.moved, "lost": None if motion.lost is None else asdict(motion.lost)}
    arrays = {name: np.asarray(getattr(motion, name)) for name in _MOTION_ARRAYS}
    _save(path, {**arrays, _FACTS: np.array(json.dumps(facts))})


def load_motion(path: Path) -> CameraMotion:
    """Read what `save_motion` wrote.

    Raises:
        RunUnreadable: the file is missing or damaged.
    """
    arrays = _load(path, (*_MOTION_ARRAYS, _FACTS))
    try:
        facts = _motion_adapter().validate_python(json.loads(str(arrays.pop(_FACTS))))
        cuts = tuple(int(cut) for cut in arrays.pop("cuts"))
    except (ValueError, TypeError) as error:
        raise _damaged(path, str(error)) from error
    return CameraMotion(cuts=cuts, moved=facts.moved, lost=facts.lost, **arrays)


@dataclass(frozen=True)
class _MotionFacts:
    """What a `CameraMotion` holds besides arrays."""

    moved: bool
    lost: Text | None


@cache
def _motion_adapter() -> TypeAdapter[_MotionFacts]:
    from pydantic import TypeAdapter

    return TypeAdapter(_MotionFacts)


@cache
def _facts_adapter() -> TypeAdapter[_ReadingFacts]:
    from pydantic import TypeAdapter  # as in `run_file`

    return TypeAdapter(_ReadingFacts)


def _save(path: Path, arrays: Mapping[str, NDArray[Any]]) -> None:
    with atomic_write(path) as part, part.open("wb") as file:
        np.savez_compressed(file, allow_pickle=False, **arrays)


def _load(path: Path, names: tuple[str, ...]) -> dict[str, NDArray[Any]]:
    try:
        with path.open("rb") as file:
            stored = np.load(file, allow_pickle=False)
            return {name: stored[name] for name in names}
    except (OSError, ValueError, IndexError, KeyError, EOFError, zipfile.BadZipFile, zlib.error) as error:
        raise _damaged(path, f"{type(error).__name__}: {error}") from error


def _damaged(path: Path, details: str) -> RunUnreadable:
    return RunUnreadable(
        say("{path} is missing or damaged.", path=str(path)),
        say("Generate the run again; its clip may still play."),
        details,
    )
