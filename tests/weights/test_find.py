"""Where model folders are found."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from desktop_app.weights.find import find_models


def test_models_in_folders_and_folders_that_are_models(
    make_model: Callable[[str], Path], tmp_path: Path
) -> None:
    first, second = make_model("many/b"), make_model("many/a")
    alone = make_model("c")
    (tmp_path / "many" / "notes.txt").touch()
    (tmp_path / "many" / "empty").mkdir()
    found = find_models([tmp_path / "many", alone, tmp_path / "nowhere"])
    assert [(model.name, model.path, model.problem) for model in found] == [
        ("a", second, None),
        ("b", first, None),
        ("c", alone, None),
    ]


def test_a_model_named_twice_is_found_once(make_model: Callable[[str], Path], tmp_path: Path) -> None:
    make_model("many/a")
    assert len(find_models([tmp_path / "many", tmp_path / "many" / "a", tmp_path / "many"])) == 1


def test_a_damaged_model_is_listed_with_why(make_model: Callable[[str], Path], tmp_path: Path) -> None:
    (make_model("many/a") / "vae" / "config.json").unlink()
    (model,) = find_models([tmp_path / "many"])
    assert "lacks its vae" in str(model.problem)
    assert (model.pipeline, model.bytes) == ("", 0)


def test_a_hugging_face_cache_is_looked_into(make_model: Callable[[str], Path], tmp_path: Path) -> None:
    make_model("hub/models--Wan-AI--Wan2.2/snapshots/abc")
    (tmp_path / "hub" / "models--other--thing").mkdir()
    assert [model.name for model in find_models([tmp_path / "hub"])] == ["Wan-AI/Wan2.2"]
