from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.house import make_house

from desktop_app.workflow.context import Context


@pytest.fixture
def house(tmp_path: Path) -> Iterator[Context]:
    context = make_house(tmp_path)
    yield context
    context.worker.close()
    context.runs.close()
