"""What loading a folder that passed the check opens, and what it leaves alone."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file
from support.jobs import RecordedJob
from support.tiny_wan import TINIEST, build_tiny_wan

from desktop_app.domain.errors import GenerationFailed
from desktop_app.generation.wan_loading import folder_fingerprint, load_wan
from desktop_app.weights.model_folder import check_model_folder

_UNSAFE = (
    "{stem}.bin",
    "{stem}.fp16.bin",
    "{stem}.fp16.safetensors",
    "{stem}.bin.index.json",
    "{stem}.safetensors.index.fp16.json",
    "{stem}.fp16.safetensors.index.json",
    "pytorch_model.bin",
    "pytorch_model.bin.index.json",
    "flax_model.msgpack",
    "model.ckpt",
    "tokenizer.pkl",
    "tokenizer.model",
    "spiece.model",
    "chat_template.jinja",
)


def test_nothing_but_the_checked_files_is_unpickled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = build_tiny_wan(tmp_path / "wan", TINIEST)
    for role in ("text_encoder", "tokenizer", "transformer", "vae", "scheduler"):
        stem = "model" if role == "text_encoder" else "diffusion_pytorch_model"
        for name in _UNSAFE:
            index = json.dumps({"metadata": {}, "weight_map": {"x": "evil.bin"}}).encode()
            content = index if name.endswith(".json") else pickle.dumps({}, protocol=0)
            (folder / role / name.format(stem=stem)).write_bytes(content)
    check_model_folder(folder)
    opened: list[object] = []
    for module, name in ((torch, "load"), (pickle, "load"), (pickle, "loads"), (pickle, "Unpickler")):
        monkeypatch.setattr(module, name, lambda *arguments, **_: opened.append(arguments))
    loaded = load_wan(folder, folder_fingerprint(folder), RecordedJob())
    assert opened == []
    assert loaded.components == 5


@pytest.mark.parametrize(
    ("role", "weight"),
    [("text_encoder", "block.1"), ("transformer", "blocks.1"), ("vae", "decoder.up_blocks.1")],
)
def test_missing_weights_are_not_made_up(tmp_path: Path, role: str, weight: str) -> None:
    folder = build_tiny_wan(tmp_path / "wan", TINIEST)
    (file,) = (folder / role).glob("*.safetensors")
    kept = {name: tensor for name, tensor in load_file(file).items() if f"{weight}." not in name}
    save_file(kept, file)
    with pytest.raises(GenerationFailed, match="could not be loaded") as failure:
        load_wan(folder, folder_fingerprint(folder), RecordedJob())
    assert weight in failure.value.details


def test_weights_of_more_blocks_than_the_configuration_has_are_refused(tmp_path: Path) -> None:
    folder = build_tiny_wan(tmp_path / "wan", TINIEST)
    config = folder / "transformer" / "config.json"
    config.write_text(json.dumps({**json.loads(config.read_text()), "num_layers": 1}))
    with pytest.raises(GenerationFailed, match="could not be loaded"):
        load_wan(folder, folder_fingerprint(folder), RecordedJob())
