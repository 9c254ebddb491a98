"""Builds every object and connects them; nothing else knows everything."""

from __future__ import annotations

import json
import multiprocessing
import os
import sys
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

if TYPE_CHECKING:
    from desktop_app.domain.text import Catalogue
    from desktop_app.workflow.context import Context

APP = "HeatSketch"
EXAMPLE_PROMPT = "A copper rod heated at its left end"
EXAMPLE_FILE = "copper-rod.mp4"
OR_EXAMPLE = "--or-example"
INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window, or carry out a command; returns the exit status."""
    multiprocessing.freeze_support()
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        if given == [OR_EXAMPLE]:
            return _window_or_example()
        return _command(given) if given else _window()
    except KeyboardInterrupt:
        sys.stderr.write("\nCancelled.\n")
        return INTERRUPTED


def app_version() -> str:
    """The installed version."""
    try:
        return version("heatsketch")
    except PackageNotFoundError:
        return "0 (not installed)"


def resources() -> Path:
    """The folder of everything that is not code: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"


def make_context() -> Context:
    """Build what the verbs work with."""
    from desktop_app.generation.supervisor import WorkerSupervisor
    from desktop_app.knowledge.user_materials import MaterialStore
    from desktop_app.library.run_library import RunLibrary
    from desktop_app.media.lossless import LosslessWriter
    from desktop_app.media.source import read_clip
    from desktop_app.thermography.looks import LookTable
    from desktop_app.workflow.context import Context

    data = _data_folder()
    cache = Path(platformdirs.user_cache_path(APP, appauthor=False))
    return Context(
        materials=MaterialStore(resources() / "materials", data / "materials.json"),
        looks=LookTable(resources() / "palettes"),
        runs=RunLibrary(data / "runs", LosslessWriter, read_clip),
        worker=WorkerSupervisor(work_folder=data / "work", cache_folder=cache),
        fonts=resources() / "fonts",
        catalogues={"en": {}, "zh": load_catalogue("zh_CN")},
        starter_model=resources() / "starter_model",
        model_folders=(data / "models",),
        data_folder=data,
        app_version=app_version(),
    )


def load_catalogue(language: str) -> Catalogue:
    """All translations into a language, merged from the files of its folder."""
    merged: dict[str, str] = {}
    for file in sorted((resources() / "translations" / language).glob("*.json")):
        merged |= json.loads(file.read_text(encoding="utf-8"))
    return merged


def _data_folder() -> Path:
    """Where runs and models are kept; HEATSKETCH_DATA moves it."""
    moved = os.environ.get("HEATSKETCH_DATA")
    return Path(moved) if moved else Path(platformdirs.user_data_path(APP, appauthor=False))


def _command(arguments: Sequence[str]) -> int:
    from desktop_app.cli.main import run_command

    return run_command(arguments, app_version(), make_context)


def _window() -> int:
    from desktop_app.ui.display import window_problem

    problem = window_problem(dict(os.environ))
    if problem is not None:
        sys.stderr.write(f"heatsketch: {problem}\n")
        return 1
    from desktop_app.domain.errors import HeatSketchError
    from desktop_app.ui.app import run_window

    settings = Path(platformdirs.user_config_path(APP, appauthor=False)) / "settings.ini"
    try:
        context = make_context()
    except HeatSketchError as error:
        sys.stderr.write(f"heatsketch: {error}\n")
        return 1
    return run_window(context, settings, resources())


def _window_or_example() -> int:
    """The window where there is a screen; else the same job without one, for `make run`."""
    from desktop_app.ui.display import has_screen

    if has_screen(dict(os.environ)):
        return _window()
    here = Path.cwd()
    folder = here if os.access(here, os.W_OK) else Path.home()
    file = folder / EXAMPLE_FILE
    sys.stdout.write(
        f"There is no display here, so the example is made without a window: “{EXAMPLE_PROMPT}”.\n"
    )
    sys.stdout.flush()
    status = _command(["generate", EXAMPLE_PROMPT, "-o", str(file)])
    if status == 0:
        sys.stdout.write(f"The clip is at {file}\n")
    return status
