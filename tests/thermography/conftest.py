from __future__ import annotations

import pytest
from support.paths import RESOURCES

from desktop_app.thermography.looks import LookTable


@pytest.fixture(scope="session")
def looks() -> LookTable:
    return LookTable(RESOURCES / "palettes")
