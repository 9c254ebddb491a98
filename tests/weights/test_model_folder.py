"""Which model folders are accepted, and what is said of the others."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from support.bare_model import CONFIGS, INDEX, WEIGHTS, safetensors, write_json
from support.tiny_wan import TINIEST, build_tiny_wan

from desktop_app.domain.errors import ModelUnusable
from desktop_app.weights.model_folder import ModelFolder, check_model_folder

Spoil = Callable[[Path], None]


def refused(folder: Path) -> str:
    """The sentence and remedy a folder is refused with."""
    with pytest.raises(ModelUnusable) as caught:
        check_model_folder(folder)
    return str(caught.value)


def with_index(model: Path, **changes: Any) -> Path:
    write_json(model / "model_index.json", {**INDEX, **changes})
    return model


def test_a_whole_folder_is_accepted(model: Path) -> None:
    size = 3 * len(safetensors())
    assert check_model_folder(model) == ModelFolder(model, "wan", "WanPipeline", size, None)


def test_a_folder_that_diffusers_saved_is_accepted(tmp_path: Path) -> None:
    folder = build_tiny_wan(tmp_path / "tiny", TINIEST)
    weights = sum(file.stat().st_size for file in folder.rglob("*.safetensors"))
    assert check_model_folder(folder).bytes == weights


def test_the_second_transformer_is_checked_too(model: Path) -> None:
    with_index(model, transformer_2=["diffusers", "WanTransformer3DModel"], boundary_ratio=0.875)
    assert "lacks its transformer_2" in refused(model)
    for path in (WEIGHTS["transformer"], "transformer/config.json"):
        target = model / path.replace("transformer/", "transformer_2/")
        target.parent.mkdir(exist_ok=True)
        target.write_bytes((model / path).read_bytes())
    assert check_model_folder(model).bytes == 4 * len(safetensors())


def test_no_folder_and_no_index(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    for path in (tmp_path / "nowhere", file, Path("nul\0byte")):
        assert "is not a folder. Choose the folder" in refused(path)
    assert "holds no model_index.json" in refused(tmp_path)


@pytest.mark.parametrize("text", [b"", b"{", b"[]", b'"x"', b"\xff\xfe", b"[" * 100_000, b"null"])
@pytest.mark.parametrize("name", ["model_index.json", "vae/config.json"])
def test_malformed_json(model: Path, name: str, text: bytes) -> None:
    (model / name).write_bytes(text)
    assert f"{name} is damaged" in refused(model)


@pytest.mark.parametrize(
    "changes",
    [
        {"_class_name": "StableDiffusionPipeline"},
        {"_class_name": ["pipeline", "WanPipeline"]},
        {"_class_name": None},
        {"vae": ["os", "system"]},
        {"vae": ["diffusers", "AutoencoderKL"]},
        {"transformer": ["custom_transformer", "WanTransformer3DModel"]},
        {"tokenizer": ["transformers", "AutoTokenizer"]},
        {"scheduler": ["diffusers", ["UniPCMultistepScheduler"]]},
        {"vae": "AutoencoderKLWan"},
        {"vae": 3},
        {"safety_checker": ["subprocess", "Popen"]},
    ],
)
def test_a_class_not_on_the_allowlist(model: Path, changes: dict[str, Any]) -> None:
    assert "not known to be safe. Use a Wan" in refused(with_index(model, **changes))


@pytest.mark.parametrize(
    ("config", "content"),
    [
        ("vae/config.json", {"_class_name": "AutoencoderKL"}),
        ("text_encoder/config.json", {"architectures": ["CLIPTextModel"]}),
        (
            "text_encoder/config.json",
            {"architectures": ["UMT5EncoderModel"], "auto_map": {"AutoModel": "evil.X"}},
        ),
        ("scheduler/scheduler_config.json", {}),
        ("tokenizer/tokenizer_config.json", {"auto_map": {"AutoTokenizer": ["evil.X", None]}}),
        ("tokenizer/tokenizer_config.json", {"fast_tokenizer_files": ["tokenizer.4.0.0.json"]}),
        *(
            ("text_encoder/config.json", {"architectures": ["UMT5EncoderModel"], **diversion})
            for diversion in (
                {"transformers_weights": "adapter_model.bin"},
                {"configuration_files": ["config.4.0.0.json"]},
                {"quantization_config": {"quant_method": "bitsandbytes"}},
                {"attn_implementation": "somebody/kernels"},
                {"_attn_implementation": "somebody/kernels"},
            )
        ),
        ("vae/config.json", {"_class_name": "AutoencoderKLWan", "quantization_config": {"a": 1}}),
    ],
)
def test_a_component_that_says_it_is_something_else(
    model: Path, config: str, content: dict[str, Any]
) -> None:
    write_json(model / config, content)
    assert f"{config} asks for" in refused(model)


def test_a_setting_of_the_wrong_kind(model: Path) -> None:
    assert "model_index.json is damaged" in refused(with_index(model, expand_timesteps="yes"))


@pytest.mark.parametrize("role", ["tokenizer", "text_encoder", "transformer", "vae", "scheduler"])
def test_a_component_left_out_of_the_index(model: Path, role: str) -> None:
    assert f"lacks its {role}" in refused(with_index(model, **{role: [None, None]}))


@pytest.mark.parametrize(
    "missing", [*WEIGHTS.values(), *(name for name in CONFIGS if "tokenizer_c" not in name)]
)
def test_a_missing_file(model: Path, missing: str) -> None:
    (model / missing).unlink()
    assert f"lacks its {missing.split('/')[0]}" in refused(model)


@pytest.mark.parametrize(
    ("role", "pickle"),
    [
        ("vae", "diffusion_pytorch_model.bin"),
        ("transformer", "model.ckpt"),
        ("text_encoder", "pytorch_model.pth"),
    ],
)
def test_pickles_are_refused_and_never_opened(model: Path, role: str, pickle: str) -> None:
    (model / WEIGHTS[role]).unlink()
    os.mkfifo(model / role / pickle)  # opening it would block for ever
    assert "pickle files" in refused(model)


def test_pickles_beside_safetensors_are_not_in_the_way(model: Path) -> None:
    os.mkfifo(model / "vae" / "diffusion_pytorch_model.bin")
    assert check_model_folder(model).problem is None


def test_a_config_that_is_far_too_large(model: Path) -> None:
    with (model / "vae" / "config.json").open("wb") as stream:
        stream.truncate(2 * 1024**2)
    assert "larger than such a file can be" in refused(model)


def test_a_file_that_is_no_regular_file(model: Path) -> None:
    (model / "vae" / "config.json").unlink()
    os.mkfifo(model / "vae" / "config.json")
    assert "cannot be read" in refused(model)


@pytest.mark.parametrize("name", ["model_index.json", "vae/config.json", WEIGHTS["transformer"]])
def test_a_link_out_of_the_folder(model: Path, tmp_path: Path, name: str) -> None:
    outside = tmp_path / "outside"
    (model / name).rename(outside)
    (model / name).symlink_to(outside)
    assert f"{name} leads out of the model's folder. Copy" in refused(model)


def test_a_component_folder_that_is_a_link_out(model: Path, tmp_path: Path) -> None:
    (model / "vae").rename(tmp_path / "elsewhere")
    (model / "vae").symlink_to(tmp_path / "elsewhere")
    assert "leads out" in refused(model)


def test_a_link_within_the_folder_is_fine(model: Path) -> None:
    (model / "vae" / "config.json").rename(model / "shared.json")
    (model / "vae" / "config.json").symlink_to(model / "shared.json")
    check_model_folder(model)


def test_a_link_in_a_circle(model: Path) -> None:
    (model / "vae" / "config.json").unlink()
    (model / "vae" / "config.json").symlink_to(model / "vae" / "config.json")
    assert refused(model)


def test_links_of_a_hugging_face_cache_are_followed(make_model: Callable[[str], Path]) -> None:
    snapshot = make_model("models--Wan-AI--Wan2.2-TI2V-5B-Diffusers/snapshots/abc")
    blobs = snapshot.parent.parent / "blobs"
    blobs.mkdir()
    for number, name in enumerate(("model_index.json", WEIGHTS["vae"])):
        (snapshot / name).rename(blobs / str(number))
        (snapshot / name).symlink_to(blobs / str(number))
    assert check_model_folder(snapshot).name == "Wan-AI/Wan2.2-TI2V-5B-Diffusers"


@pytest.fixture
def sharded(model: Path) -> Path:
    """A model whose transformer is in two shards."""
    (model / WEIGHTS["transformer"]).unlink()
    folder = model / "transformer"
    for shard, name in (("one.safetensors", "x"), ("two.safetensors", "y")):
        header = {name: {"dtype": "U8", "shape": [3], "data_offsets": [0, 3]}}
        (folder / shard).write_bytes(safetensors(header, b"abc"))
    set_weight_map(model, {"x": "one.safetensors", "y": "two.safetensors"})
    return model


def set_weight_map(model: Path, weight_map: object) -> None:
    index = model / "transformer" / "diffusion_pytorch_model.safetensors.index.json"
    write_json(index, {"metadata": {"total_size": 6}, "weight_map": weight_map})


def test_shards_are_counted_together(sharded: Path) -> None:
    shards = sum(file.stat().st_size for file in (sharded / "transformer").glob("*.safetensors"))
    assert check_model_folder(sharded).bytes == 2 * len(safetensors()) + shards


def test_a_shard_that_is_missing_cut_short_or_lacks_a_tensor(sharded: Path) -> None:
    shard = sharded / "transformer" / "two.safetensors"
    whole = shard.read_bytes()
    shard.write_bytes(whole[:-1])
    assert "two.safetensors is incomplete" in refused(sharded)
    shard.write_bytes(whole.replace(b'"y"', b'"z"'))
    assert "two.safetensors is incomplete" in refused(sharded)
    shard.unlink()
    assert "lacks its transformer/two.safetensors" in refused(sharded)


@pytest.mark.parametrize("name", ["../vae/x.safetensors", "/etc/x.safetensors", "..\\x.safetensors"])
def test_a_shard_name_that_leaves_the_folder(sharded: Path, name: str) -> None:
    set_weight_map(sharded, {"x": name})
    assert "leads out" in refused(sharded)


@pytest.mark.parametrize("weight_map", [None, {}, [], {"x": 3}, {"x": "pytorch_model.bin"}])
def test_a_malformed_shard_index(sharded: Path, weight_map: object) -> None:
    set_weight_map(sharded, weight_map)
    assert "index.json is damaged" in refused(sharded)


@pytest.mark.parametrize("role", WEIGHTS)
def test_an_index_beside_a_whole_file_is_checked_too(model: Path, role: str) -> None:
    index = model / f"{WEIGHTS[role]}.index.json"
    shard = model / role / "one.safetensors"
    whole = (model / WEIGHTS[role]).stat().st_size
    os.mkfifo(model / role / "evil.bin")  # opening it would block for ever
    write_json(index, {"metadata": {}, "weight_map": {"a": "evil.bin"}})
    assert "index.json is damaged" in refused(model)
    write_json(index, {"metadata": {}, "weight_map": {"a": "one.safetensors"}})
    assert f"lacks its {role}/one.safetensors" in refused(model)
    shard.write_bytes(safetensors()[:-1])
    assert "one.safetensors is incomplete" in refused(model)
    shard.write_bytes(safetensors())
    assert check_model_folder(model).bytes == 3 * whole + shard.stat().st_size


@pytest.mark.parametrize("role", WEIGHTS)
@pytest.mark.parametrize(
    "name", ["adapter_config.json", "adapter_model.bin", "shard-00001-model-00001-of-00001.safetensors"]
)
def test_a_file_that_would_be_read_beside_the_weights(model: Path, role: str, name: str) -> None:
    os.mkfifo(model / role / name)
    assert f"{name} does not belong" in refused(model)


def test_settings_that_lead_nowhere_are_fine(model: Path) -> None:
    config = CONFIGS["text_encoder/config.json"]
    write_json(
        model / "text_encoder" / "config.json",
        {**config, "attn_implementation": "sdpa", "quantization_config": None},
    )
    check_model_folder(model)


def test_a_tokenizer_that_would_have_to_be_converted(model: Path) -> None:
    (model / "tokenizer" / "tokenizer.json").unlink()
    (model / "tokenizer" / "spiece.model").write_bytes(b"pieces")
    assert "tokenizer lacks its tokenizer.json. Copy tokenizer.json" in refused(model)
