"""Supervisors that end their worker."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop_app.generation.supervisor import WorkerSupervisor


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
