"""One starter model, tiny and made once, for all tests that only look at it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import torch
from support.tiny_starter import Made, make_starter


@pytest.fixture
def one_thread() -> Iterator[None]:
    """As the training runs, so that sums are added up in one order."""
    usual = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(usual)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Every step gone through without an interruption."""
    usual = torch.get_num_threads()
    torch.set_num_threads(1)
    made = make_starter(tmp_path_factory.mktemp("starter"))
    torch.set_num_threads(usual)
    return made


@pytest.fixture
def begun(made: Made, tmp_path: Path) -> Path:
    """A work folder with corpus and tokenizer, and nothing trained yet."""
    for part in ("corpus", "tokenizer"):
        shutil.copytree(made.work / part, tmp_path / part)
    return tmp_path
