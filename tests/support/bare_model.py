"""The parts of a model folder made without torch: Wan2.2-TI2V-5B in form, a few bytes in weight."""

from __future__ import annotations

import json
import struct
from pathlib import Path
from typing import Any

INDEX = {
    "_class_name": "WanPipeline",
    "_diffusers_version": "0.42.1",
    "boundary_ratio": None,
    "expand_timesteps": True,
    "scheduler": ["diffusers", "UniPCMultistepScheduler"],
    "text_encoder": ["transformers", "UMT5EncoderModel"],
    "tokenizer": ["transformers", "T5TokenizerFast"],
    "transformer": ["diffusers", "WanTransformer3DModel"],
    "transformer_2": [None, None],
    "vae": ["diffusers", "AutoencoderKLWan"],
}
CONFIGS = {
    "scheduler/scheduler_config.json": {"_class_name": "UniPCMultistepScheduler"},
    "text_encoder/config.json": {"architectures": ["UMT5EncoderModel"]},
    "tokenizer/tokenizer_config.json": {"tokenizer_class": "T5Tokenizer"},
    "tokenizer/tokenizer.json": {"model": {}},
    "transformer/config.json": {"_class_name": "WanTransformer3DModel", "patch_size": [1, 2, 2]},
    "vae/config.json": {
        "_class_name": "AutoencoderKLWan",
        "scale_factor_spatial": 16,
        "scale_factor_temporal": 4,
    },
}
WEIGHTS = {
    "text_encoder": "text_encoder/model.safetensors",
    "transformer": "transformer/diffusion_pytorch_model.safetensors",
    "vae": "vae/diffusion_pytorch_model.safetensors",
}
TENSORS = {
    "__metadata__": {"format": "pt"},
    "a": {"dtype": "F32", "shape": [2, 3], "data_offsets": [0, 24]},
    "b": {"dtype": "BF16", "shape": [4], "data_offsets": [24, 32]},
    "empty": {"dtype": "F32", "shape": [0], "data_offsets": [32, 32]},
}


def safetensors(header: Any = TENSORS, data: bytes = b"\0" * 32) -> bytes:
    """A safetensors file, as honest as its arguments."""
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    return struct.pack("<Q", len(text)) + text + data


def write_json(file: Path, content: object) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(content))
