"""Finding the model folders on this computer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from desktop_app.domain.errors import ModelUnusable
from desktop_app.weights.model_folder import ModelFolder, check_model_folder, model_name


def find_models(folders: Iterable[Path]) -> list[ModelFolder]:
    """Every model folder that is one of `folders` or lies directly in one, sorted by name.

    Snapshots in a Hugging Face cache are found as well. A folder that cannot be used is listed with its
    problem; one that does not exist or may not be looked into is passed over.
    """
    found = {candidate.resolve(): candidate for folder in folders for candidate in _candidates(folder)}
    return sorted((_looked_at(path) for path in found.values()), key=lambda model: model.name)


def _candidates(folder: Path) -> Iterator[Path]:
    if _is_model(folder):
        yield folder
        return
    for child in _subfolders(folder):
        if _is_model(child):
            yield child
        elif child.name.startswith("models--"):
            yield from filter(_is_model, _subfolders(child / "snapshots"))


def _is_model(folder: Path) -> bool:
    try:
        return (folder / "model_index.json").is_file()
    except OSError:
        return False


def _subfolders(folder: Path) -> list[Path]:
    try:
        return sorted(child for child in folder.iterdir() if child.is_dir())
    except OSError:
        return []


def _looked_at(path: Path) -> ModelFolder:
    try:
        return check_model_folder(path)
    except ModelUnusable as refusal:
        return ModelFolder(path, model_name(path), "", 0, refusal.message)
