"""A context as composition builds it, in a folder of the test's own."""

from __future__ import annotations

from pathlib import Path

from support.paths import RESOURCES

from desktop_app.composition import load_catalogue
from desktop_app.generation.supervisor import WorkerSupervisor
from desktop_app.knowledge.user_materials import MaterialStore
from desktop_app.library.run_library import RunLibrary
from desktop_app.media.lossless import LosslessWriter
from desktop_app.media.source import read_clip
from desktop_app.thermography.looks import LookTable
from desktop_app.workflow.context import Context
from desktop_app.workflow.engines import computing_engine
from desktop_app.workflow.orders import GenerationOrder, Settings

SMALL = Settings(width=192, height=128, num_frames=9, fps=8, num_inference_steps=2, guidance_scale=1.0)


def make_house(folder: Path, starter_model: Path | None = None) -> Context:
    """A house without a starter model, unless a folder stands in for it."""
    return Context(
        materials=MaterialStore(RESOURCES / "materials", folder / "materials.json"),
        looks=LookTable(RESOURCES / "palettes"),
        runs=RunLibrary(folder / "runs", LosslessWriter, read_clip),
        worker=WorkerSupervisor(work_folder=folder / "work", cache_folder=folder / "cache"),
        fonts=RESOURCES / "fonts",
        catalogues={"en": {}, "zh": load_catalogue("zh_CN")},
        starter_model=starter_model or folder / "starter_model",
        model_folders=(folder / "models",),
        data_folder=folder,
        app_version="0.0-test",
    )


def computed_order(
    prompt: str = "a copper rod, left end held at 100 °C", **changes: object
) -> GenerationOrder:
    return GenerationOrder(prompt, computing_engine(), SMALL, seed=0, **changes)  # type: ignore[arg-type]
