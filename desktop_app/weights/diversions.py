"""What in a model folder would lead diffusers or transformers to files that were not checked.

Each entry was found by reading the loaders (diffusers 0.42 `ModelMixin.from_pretrained`, transformers 5.23
`PreTrainedModel.from_pretrained` and `PreTrainedTokenizerBase.from_pretrained`). Files of other variants,
`*.bin` and their index are not listed: with `use_safetensors=True` and no `variant` nothing looks for them.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from desktop_app.weights import refusals

_CONFIG_KEYS = (
    "auto_map",  # Python files in the folder
    "configuration_files",  # another configuration than the one that was checked
    "fast_tokenizer_files",  # another tokenizer than the one that was checked
    "quantization_config",  # further packages, and what they read
    "transformers_weights",  # weights under any name, `adapter_model.bin` too
)
_IMPLEMENTATION_KEYS = (
    "attn_implementation",
    "_attn_implementation",
    "experts_implementation",
    "_experts_implementation",
)
_OWN_IMPLEMENTATIONS = (None, "eager", "sdpa")
"""Any other may be the name of a repository whose code is fetched."""

_FILES = (
    re.compile(r"adapter_(config|model)\..*"),  # laid over the weights where peft is installed
    re.compile(r"shard-\d+-model-.*\.safetensors"),  # a distributed checkpoint, read instead of the weights
)


def check_config(file: Path, role: str, config: dict[str, Any]) -> None:
    """Return where a component's configuration names no code and no other files.

    Raises:
        ModelUnusable: it does.
    """
    named = [key for key in _CONFIG_KEYS if config.get(key) is not None]
    named += [key for key in _IMPLEMENTATION_KEYS if config.get(key) not in _OWN_IMPLEMENTATIONS]
    if named:
        raise refusals.unknown_class(file, role, f"{named[0]}: {config[named[0]]!r}"[:200])


def check_names(folder: Path) -> None:
    """Return where a component's folder holds no file that would be read beside or instead of its weights.

    Raises:
        ModelUnusable: it does, or cannot be listed.
    """
    try:
        names = sorted(file.name for file in folder.iterdir())
    except OSError as error:
        raise refusals.unreadable(folder, repr(error)) from error
    for name in names:
        if any(pattern.fullmatch(name) for pattern in _FILES):
            raise refusals.unexpected_file(folder / name)
