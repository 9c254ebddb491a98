"""Tiny models, built once for the session, and supervisors that end their worker."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from support.tiny_wan import SMALL, TINIEST, build_tiny_wan

from desktop_app.generation.supervisor import WorkerSupervisor


@pytest.fixture(scope="session")
def tiny_wan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiniest folder of the Wan2.2-TI2V architecture."""
    return build_tiny_wan(tmp_path_factory.mktemp("models") / "tiny-wan", TINIEST)


@pytest.fixture(scope="session")
def small_wan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with seven million transformer parameters."""
    return build_tiny_wan(tmp_path_factory.mktemp("models") / "small-wan", SMALL)


@pytest.fixture
def supervise(tmp_path: Path) -> Iterator[Callable[..., WorkerSupervisor]]:
    """Make supervisors of the fake worker (or of `worker_module`); each is closed at the end."""
    made: list[WorkerSupervisor] = []

    def make(**options: Any) -> WorkerSupervisor:
        options = {"worker_module": "support.fake_worker", **options}
        made.append(WorkerSupervisor(tmp_path / "work", tmp_path / "cache", **options))
        return made[-1]

    yield make
    for supervisor in made:
        supervisor.close()
