from __future__ import annotations

import pytest
from support.paths import RESOURCES

from desktop_app.knowledge.materials import MaterialTable


@pytest.fixture(scope="session")
def table() -> MaterialTable:
    return MaterialTable.load(RESOURCES / "materials")
