"""Model folders made without torch."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from support.bare_model import CONFIGS, INDEX, WEIGHTS, safetensors, write_json


@pytest.fixture
def make_model(tmp_path: Path) -> Callable[[str], Path]:
    """Make a whole model folder at a relative path."""

    def make(name: str = "wan") -> Path:
        folder = tmp_path / name
        write_json(folder / "model_index.json", INDEX)
        for path, content in CONFIGS.items():
            write_json(folder / path, content)
        for path in WEIGHTS.values():
            (folder / path).write_bytes(safetensors())
        return folder

    return make


@pytest.fixture
def model(make_model: Callable[[str], Path]) -> Path:
    """A whole model folder."""
    return make_model("wan")
