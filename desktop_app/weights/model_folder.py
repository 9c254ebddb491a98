"""What is known about one model folder, and the check it must pass before diffusers sees it.

diffusers imports whatever class `model_index.json` names before it refuses it, and reads pickles where there
is no safetensors file; so names and files are checked here first, with the standard library alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop_app.domain.text import Text
from desktop_app.weights import refusals
from desktop_app.weights.component_files import check_tokenizer, check_weights
from desktop_app.weights.diversions import check_config
from desktop_app.weights.model_files import ModelFiles

PIPELINES = frozenset({"WanPipeline"})
_TRANSFORMER = frozenset({("diffusers", "WanTransformer3DModel")})
COMPONENTS = {
    "tokenizer": frozenset({("transformers", "T5TokenizerFast"), ("transformers", "T5Tokenizer")}),
    "text_encoder": frozenset({("transformers", "UMT5EncoderModel")}),
    "transformer": _TRANSFORMER,
    "transformer_2": _TRANSFORMER,
    "vae": frozenset({("diffusers", "AutoencoderKLWan")}),
    "scheduler": frozenset(
        {("diffusers", "UniPCMultistepScheduler"), ("diffusers", "FlowMatchEulerDiscreteScheduler")}
    ),
}
OPTIONAL = frozenset({"transformer_2"})
_SETTINGS = {"boundary_ratio": (int, float, type(None)), "expand_timesteps": (bool,)}
_WEIGHTS = {
    "text_encoder": "model",
    "transformer": "diffusion_pytorch_model",
    "transformer_2": "diffusion_pytorch_model",
    "vae": "diffusion_pytorch_model",
}


@dataclass(frozen=True)
class ModelFolder:
    """A folder in diffusers' layout.

    Attributes:
        path: the folder that holds `model_index.json`.
        name: to show and to ask for; the folder's name, or the repository's for one in Hugging Face's cache.
        pipeline: class name of the pipeline; empty where it is not known to be safe.
        bytes: of all weights.
        problem: why it cannot be used; None where it passed the check.
    """

    path: Path
    name: str
    pipeline: str
    bytes: int
    problem: Text | None


def check_model_folder(path: Path) -> ModelFolder:
    """Check that a folder is whole and names nothing but known classes.

    Raises:
        ModelUnusable: with the first thing found wrong.
    """
    if not _is_folder(path):
        raise refusals.not_a_folder(path)
    files = ModelFiles(path)
    index = files.json("model_index.json")
    if index is None:
        raise refusals.no_index(path)
    pipeline = index.get("_class_name")
    if not isinstance(pipeline, str) or pipeline not in PIPELINES:
        raise refusals.unknown_class(path / "model_index.json", "pipeline", repr(pipeline))
    components = _known_components(path, index)
    total = sum(_check_component(files, role, class_name) for role, class_name in components.items())
    return ModelFolder(path, model_name(path), pipeline, total, None)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def model_name(path: Path) -> str:
    """The folder's name; `owner/name` for a snapshot in Hugging Face's cache."""
    repository = path.parent.parent.name
    if path.parent.name == "snapshots" and repository.startswith("models--"):
        return repository.removeprefix("models--").replace("--", "/")
    return path.resolve().name


def _known_components(path: Path, index: dict[str, Any]) -> dict[str, str]:
    """Role -> class name of every component that is there; all of them on the allowlist."""
    file = path / "model_index.json"
    components: dict[str, str] = {}
    for role, value in index.items():
        if role.startswith("_"):
            continue
        if role in _SETTINGS:
            if not isinstance(value, _SETTINGS[role]):
                raise refusals.malformed(file, f"{role}: {value!r}"[:200])
        elif role not in COMPONENTS:
            raise refusals.unknown_class(file, role, repr(value)[:200])
        elif value != [None, None]:
            if not isinstance(value, list) or tuple(map(str, value)) not in COMPONENTS[role]:
                raise refusals.unknown_class(file, role, repr(value)[:200])
            components[role] = value[1]
    for role in COMPONENTS.keys() - OPTIONAL - components.keys():
        raise refusals.missing_component(path, role)
    return components


def _check_component(files: ModelFiles, role: str, class_name: str) -> int:
    """Check one component's configuration and weights; return the bytes of its weights."""
    if role == "tokenizer":
        check_tokenizer(files)
        return 0
    config_name = f"{role}/scheduler_config.json" if role == "scheduler" else f"{role}/config.json"
    config = files.json(config_name)
    if config is None:
        raise refusals.missing_component(files.folder, role)
    found = config.get("architectures") if role == "text_encoder" else config.get("_class_name")
    if found not in (class_name, [class_name]):
        raise refusals.unknown_class(files.folder / config_name, role, repr(found)[:200])
    check_config(files.folder / config_name, role, config)
    return check_weights(files, role, _WEIGHTS[role]) if role in _WEIGHTS else 0
