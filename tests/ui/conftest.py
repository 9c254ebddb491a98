"""What every test of the window shares: the icons are found, the theme is on."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop_app.ui.icons import use_icons
from desktop_app.ui.theme import DARK, apply_theme

RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    use_icons(RESOURCES / "icons")
    apply_theme(qapp, DARK)
