"""What the verbs work with; built once by composition."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from desktop_app.domain.concept import Language
from desktop_app.domain.text import Catalogue
from desktop_app.generation.supervisor import WorkerSupervisor
from desktop_app.knowledge.user_materials import MaterialStore
from desktop_app.library.run_library import RunLibrary
from desktop_app.thermography.looks import LookTable


@dataclass(frozen=True)
class Context:
    """The tools of the house.

    Attributes:
        materials: those that come with the app and a person's own; its `table` is what there is now.
        fonts: folder of the fonts that overlays are written in.
        catalogues: translations by language; English is empty.
        starter_model: folder of the model that comes with the app, whether or not it is there.
        model_folders: where other model folders are looked for.
        data_folder: where runs are kept.
    """

    materials: MaterialStore
    looks: LookTable
    runs: RunLibrary
    worker: WorkerSupervisor
    fonts: Path
    catalogues: Mapping[Language, Catalogue]
    starter_model: Path
    model_folders: tuple[Path, ...]
    data_folder: Path
    app_version: str
