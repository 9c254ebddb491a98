from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot
from support.readings import RANGE_K, front_clip, front_reading, grey_look

from desktop_app.ui.clip.clip_panel import ClipPanel


@pytest.fixture
def panel(qtbot: QtBot) -> ClipPanel:
    """A panel that shows nothing yet."""
    panel = ClipPanel()
    qtbot.addWidget(panel)
    panel.resize(760, 560)
    panel.show()
    return panel


@pytest.fixture
def filled(panel: ClipPanel) -> ClipPanel:
    """A panel with a whole clip and its reading."""
    panel.set_clip(front_clip(), grey_look(), RANGE_K, computed=False)
    panel.set_reading(front_reading())
    return panel
