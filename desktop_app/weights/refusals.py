"""Why a model folder is refused, each a sentence and a remedy."""

from __future__ import annotations

from pathlib import Path

from desktop_app.domain.errors import ModelUnusable
from desktop_app.domain.text import Text, say


def _download_again() -> Text:
    return say("Download or copy the model again.")


def not_a_folder(path: Path) -> ModelUnusable:
    """Nothing is there, or it is a file."""
    return ModelUnusable(
        say("{path} is not a folder.", path=str(path)),
        say("Choose the folder that holds the model's model_index.json."),
    )


def no_index(path: Path) -> ModelUnusable:
    """The folder is not in diffusers' layout."""
    return ModelUnusable(
        say("{path} holds no model_index.json.", path=str(path)),
        say("Choose a model folder in the diffusers layout."),
    )


def unreadable(file: Path, details: str) -> ModelUnusable:
    """The operating system refuses to read the file."""
    return ModelUnusable(
        say("{file} cannot be read.", file=str(file)),
        say("Check the file's permissions and the disk."),
        details,
    )


def malformed(file: Path, details: str) -> ModelUnusable:
    """A JSON file is no JSON, or not what it should be."""
    return ModelUnusable(
        say("{file} is damaged: it is not the JSON expected there.", file=str(file)),
        _download_again(),
        details,
    )


def too_large(file: Path, most: int) -> ModelUnusable:
    """A file that should be small is not."""
    return ModelUnusable(
        say("{file} is larger than such a file can be.", file=str(file)),
        _download_again(),
        f"More than {most} bytes",
    )


def unknown_class(file: Path, role: str, found: str) -> ModelUnusable:
    """The folder names a class that is not on the list of known ones."""
    return ModelUnusable(
        say(
            "{file} asks for {found} as {role}, which is not known to be safe.",
            file=str(file),
            found=found,
            role=role,
        ),
        say("Use a Wan text-to-video model in the diffusers layout."),
    )


def missing_component(path: Path, role: str) -> ModelUnusable:
    """A part of the pipeline, or a file of it, is not there."""
    return ModelUnusable(
        say("The model in {path} lacks its {role}.", path=str(path), role=role),
        _download_again(),
    )


def slow_tokenizer(folder: Path) -> ModelUnusable:
    """Only a sentencepiece model is there."""
    return ModelUnusable(
        say("The tokenizer in {path} lacks its tokenizer.json.", path=str(folder)),
        say("Copy tokenizer.json from the model's authors into that folder."),
    )


def only_pickles(folder: Path) -> ModelUnusable:
    """The weights are there, but in a format that can run programs when opened."""
    return ModelUnusable(
        say(
            "The weights in {path} are pickle files, which can hide programs and are never opened.",
            path=str(folder),
        ),
        say("Use the model's safetensors files."),
    )


def unexpected_file(file: Path) -> ModelUnusable:
    """A file would be read beside or instead of the weights that were checked."""
    return ModelUnusable(
        say("{file} does not belong to a Wan model in the diffusers layout.", file=str(file)),
        say("Use the model as its authors published it."),
    )


def damaged_weights(file: Path, details: str) -> ModelUnusable:
    """A safetensors file is cut short or contradicts itself."""
    return ModelUnusable(
        say("{file} is incomplete or damaged.", file=str(file)),
        _download_again(),
        details,
    )


def leads_outside(file: Path) -> ModelUnusable:
    """A link or a name in an index leaves the model's folder."""
    return ModelUnusable(
        say("{file} leads out of the model's folder.", file=str(file)),
        say("Copy the model's files themselves into one folder."),
    )
