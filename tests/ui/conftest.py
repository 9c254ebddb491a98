"""What every test of the window shares: the icons are found, the theme is on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from support.fake_verbs import FakeVerbs
from support.house import make_house
from support.opened import opened
from support.paths import RESOURCES

from desktop_app.ui.icons import use_icons
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.theme import DARK, apply_theme


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    use_icons(RESOURCES / "icons")
    apply_theme(qapp, DARK)


@pytest.fixture
def verbs(tmp_path: Path) -> FakeVerbs:
    """The workflow, in the test's hands."""
    return FakeVerbs(make_house(tmp_path / "house"))


@pytest.fixture
def window(qapp: QApplication, verbs: FakeVerbs, tmp_path: Path) -> Iterator[MainWindow]:
    """The whole window over a workflow that does what the test says."""
    with opened(qapp, verbs, tmp_path / "settings.ini") as window:
        yield window
        verbs.gate.set()
