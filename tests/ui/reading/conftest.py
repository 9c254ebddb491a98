from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot
from support.readings import front_reading

from desktop_app.ui.reading.reading_panel import ReadingPanel


@pytest.fixture
def panel(qtbot: QtBot) -> ReadingPanel:
    """A panel that shows nothing yet."""
    panel = ReadingPanel()
    qtbot.addWidget(panel)
    panel.resize(380, 760)
    panel.show()
    return panel


@pytest.fixture
def filled(panel: ReadingPanel) -> ReadingPanel:
    """A panel with the reading of a whole clip."""
    panel.set_reading(front_reading(), complete=True)
    return panel
