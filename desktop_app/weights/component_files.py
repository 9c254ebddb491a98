"""Whether the files of a pipeline's component are there, whole, and of a kind that is safe to open."""

from __future__ import annotations

from typing import Any

from desktop_app.domain.errors import ModelUnusable
from desktop_app.weights import diversions, refusals
from desktop_app.weights.model_files import SHARD_INDEX_BYTES_MOST, TOKENIZER_BYTES_MOST, ModelFiles
from desktop_app.weights.safetensors_header import tensor_names

_PICKLES = (".bin", ".ckpt", ".pt", ".pth", ".pkl")


def check_tokenizer(files: ModelFiles) -> None:
    """Check that `tokenizer.json` is there, not huge, and what the tokenizer is loaded from.

    transformers would convert a `spiece.model` only with packages that HeatSketch does not install.

    Raises:
        ModelUnusable: it is not there, or is not what it should be.
    """
    config = files.json("tokenizer/tokenizer_config.json")
    if config is not None:
        diversions.check_config(files.folder / "tokenizer" / "tokenizer_config.json", "tokenizer", config)
    if files.json("tokenizer/tokenizer.json", TOKENIZER_BYTES_MOST) is not None:
        return
    if files.size("tokenizer/spiece.model") is None:
        raise refusals.missing_component(files.folder, "tokenizer")
    raise refusals.slow_tokenizer(files.folder / "tokenizer")


def check_weights(files: ModelFiles, role: str, stem: str) -> int:
    """Check a component's safetensors file and every shard of it.

    Where there are both, diffusers reads the shards and transformers the one file, so both are checked.

    Returns:
        Bytes of the weights.

    Raises:
        ModelUnusable: they are missing, pickles, damaged, or lead out of the folder.
    """
    whole = f"{role}/{stem}.safetensors"
    size = files.size(whole)
    if size is not None:
        tensor_names(files.folder / whole)
    index_name = f"{whole}.index.json"
    index = files.json(index_name, SHARD_INDEX_BYTES_MOST)
    if index is None and size is None:
        raise _no_weights(files, role)
    diversions.check_names(files.folder / role)
    return (size or 0) + (_check_shards(files, role, index_name, index) if index is not None else 0)


def _no_weights(files: ModelFiles, role: str) -> ModelUnusable:
    folder = files.folder / role
    if folder.is_dir() and any(file.name.endswith(_PICKLES) for file in folder.iterdir()):
        return refusals.only_pickles(folder)
    return refusals.missing_component(files.folder, role)


def _check_shards(files: ModelFiles, role: str, index_name: str, index: dict[str, Any]) -> int:
    index_file = files.folder / index_name
    weight_map = index.get("weight_map")
    if not isinstance(weight_map, dict) or not weight_map:
        raise refusals.malformed(index_file, "no weight_map")
    wanted: dict[str, set[str]] = {}
    for tensor, shard in weight_map.items():
        if not isinstance(shard, str) or not shard.endswith(".safetensors"):
            raise refusals.malformed(index_file, f"{tensor}: {shard!r}"[:200])
        if "/" in shard or "\\" in shard:
            raise refusals.leads_outside(files.folder / role / shard)
        wanted.setdefault(shard, set()).add(tensor)
    return sum(_check_shard(files, role, shard, tensors) for shard, tensors in wanted.items())


def _check_shard(files: ModelFiles, role: str, shard: str, tensors: set[str]) -> int:
    file = files.folder / role / shard
    size = files.size(f"{role}/{shard}")
    if size is None:
        raise refusals.missing_component(files.folder, f"{role}/{shard}")
    lacking = tensors - tensor_names(file)
    if lacking:
        raise refusals.damaged_weights(file, f"lacks {sorted(lacking)[0]}")
    return size
