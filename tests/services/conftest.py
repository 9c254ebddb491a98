from __future__ import annotations

from pathlib import Path

import pytest
from support.fake_verbs import FakeVerbs
from support.house import computed_order, make_house

from desktop_app.workflow.orders import GenerationOrder


@pytest.fixture
def verbs(tmp_path: Path) -> FakeVerbs:
    return FakeVerbs(make_house(tmp_path))


@pytest.fixture
def order() -> GenerationOrder:
    return computed_order()
