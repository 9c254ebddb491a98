"""Loading a diffusers Wan folder component by component, and the points where a job can be stopped."""

from __future__ import annotations

import contextlib
import hashlib
import json
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import diffusers
import torch
import transformers
from diffusers import AutoencoderKLWan, WanPipeline, WanTransformer3DModel
from transformers import T5TokenizerFast, UMT5EncoderModel

from desktop_app.domain.errors import Cancelled
from desktop_app.generation import failures
from desktop_app.generation.job import Job
from desktop_app.generation.memory import is_out_of_memory
from desktop_app.generation.quick_convolutions import quicken_convolutions

_SCHEDULERS = ("UniPCMultistepScheduler", "FlowMatchEulerDiscreteScheduler")
_ACTIVATION_BYTES = 8 * 1024**3
"""GPU memory left for activations beside the weights, about what 1280×704 needs in the decoder."""


@dataclass(frozen=True, eq=False)
class LoadedWan:
    """A pipeline in memory.

    Attributes:
        pipeline: a `WanPipeline`, all its modules in evaluation mode.
        fingerprint: of the folder as it was when loaded.
        components: how many were loaded.
    """

    pipeline: Any
    fingerprint: str
    components: int


def folder_fingerprint(folder: Path) -> str:
    """Changes when the folder, or the size or time of any file in it, does."""
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    facts = [(str(file), file.stat().st_size, file.stat().st_mtime_ns) for file in files]
    return hashlib.sha256(repr((str(folder.resolve()), facts)).encode()).hexdigest()


def load_wan(folder: Path, fingerprint: str, job: Job) -> LoadedWan:
    """Load every component the folder's `model_index.json` lists, on the GPU in bfloat16 where there is one.

    Classes are chosen here by the component's role; nothing the folder names is imported. The VAE stays in
    float32, as Wan's authors run it.

    Raises:
        Cancelled: between two components.
        GenerationFailed: a component could not be built.
    """
    transformers.utils.logging.disable_progress_bar()
    diffusers.utils.logging.disable_progress_bar()
    try:
        return _load(folder, fingerprint, job)
    except Cancelled:
        raise
    except Exception as error:
        if is_out_of_memory(error):
            raise
        raise failures.loading_failed(traceback.format_exc()) from error


def _load(folder: Path, fingerprint: str, job: Job) -> LoadedWan:
    index = json.loads((folder / "model_index.json").read_text("utf-8"))
    names = [name for name, value in index.items() if isinstance(value, list) and value[0] is not None]
    components: dict[str, Any] = {}
    for name in names:
        job.progress("loading", len(components), len(names))
        components[name] = _load_component(folder / name, name, index[name][1])
    pipeline = WanPipeline(
        **components,
        boundary_ratio=index.get("boundary_ratio"),
        expand_timesteps=index.get("expand_timesteps", False),
    )
    pipeline.set_progress_bar_config(disable=True)
    job.check()
    _place(pipeline)
    return LoadedWan(pipeline, fingerprint, len(names))


def _load_component(folder: Path, name: str, class_name: str) -> Any:
    dtype = torch.bfloat16 if torch.cuda.is_available() else torch.float32
    local: dict[str, Any] = {"local_files_only": True}
    weights = {**local, "use_safetensors": True, "low_cpu_mem_usage": True, "output_loading_info": True}
    match name:
        case "tokenizer":
            return T5TokenizerFast.from_pretrained(folder, **local)
        case "text_encoder":
            return _whole(folder, UMT5EncoderModel.from_pretrained(folder, dtype=dtype, **weights))
        case "transformer" | "transformer_2":
            return _whole(folder, WanTransformer3DModel.from_pretrained(folder, torch_dtype=dtype, **weights))
        case "vae":
            return _whole(
                folder, AutoencoderKLWan.from_pretrained(folder, torch_dtype=torch.float32, **weights)
            )
        case "scheduler" if class_name in _SCHEDULERS:
            return getattr(diffusers, class_name).from_pretrained(folder, **local)
    raise ValueError(f"Unknown component {name}: {class_name}")


def _whole(folder: Path, loaded: tuple[Any, dict[str, Any]]) -> Any:
    """The module, ready to be used, where the file had all of its weights and no blocks beyond its own.

    Raises:
        ValueError: weights are missing, which the loaders would leave random, or whole blocks are left over.
    """
    module, info = loaded
    missing = sorted(map(str, info["missing_keys"]))
    foreign = sorted(str(key) for key in info["unexpected_keys"] if str(key).startswith("blocks."))
    if missing or foreign:
        raise ValueError(f"{folder.name} lacks {missing[:5]} and has no place for {foreign[:5]}")
    return module.eval()


def _place(pipeline: Any) -> None:
    """Put the whole pipeline on the GPU where it fits, else each module while it works.

    Without a GPU, suit it to the CPU.
    """
    if not torch.cuda.is_available():
        quicken_convolutions(pipeline.vae)
        return
    modules = [part for part in pipeline.components.values() if isinstance(part, torch.nn.Module)]
    weights = sum(p.numel() * p.element_size() for module in modules for p in module.parameters())
    free, _ = torch.cuda.mem_get_info()
    if weights + _ACTIVATION_BYTES <= free:
        pipeline.to("cuda")
    else:
        pipeline.enable_model_cpu_offload()


@contextlib.contextmanager
def cancel_points(pipeline: Any, check: Callable[[], None]) -> Iterator[None]:
    """Call `check` before every block of the text encoder, the transformers and the VAE's decoder.

    One denoising step of the 5B model takes seconds; its blocks a fraction of one.
    """
    transformers_ = [part for part in (pipeline.transformer, pipeline.transformer_2) if part is not None]
    blocks = [
        *pipeline.text_encoder.encoder.block,
        *(block for transformer in transformers_ for block in transformer.blocks),
        *pipeline.vae.decoder.up_blocks,
    ]

    def before(_module: torch.nn.Module, _arguments: object) -> None:
        check()

    handles = [block.register_forward_pre_hook(before) for block in blocks]
    try:
        yield
    finally:
        for handle in handles:
            handle.remove()
