"""The card follows the typing, whatever is still being worked out."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot
from support.fake_verbs import FakeVerbs

from desktop_app.ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def test_the_window_goes_on_while_a_prompt_is_understood(qtbot: QtBot, window: MainWindow, verbs: FakeVerbs):
    verbs.thinking.clear()
    window.concept.set_prompt("A copper rod, left end held at 100 °C")
    assert "Copper" not in window.concept.understood
    verbs.thinking.set()
    qtbot.waitUntil(lambda: "Copper" in window.concept.understood)


def test_an_answer_that_comes_too_late_is_never_shown(qtbot: QtBot, window: MainWindow, verbs: FakeVerbs):
    shown: list[str] = []
    verbs.thinking.clear()
    window.concept.set_prompt("A copper rod, left end held at 100 °C")
    qtbot.waitUntil(lambda: len(verbs.understood) == 1)
    window.concept.set_prompt("An iron rod, left end held at 100 °C")
    verbs.thinking.set()
    qtbot.waitUntil(lambda: shown.append(window.concept.understood) or "Iron" in window.concept.understood)
    assert not any("Copper" in text for text in shown)


def test_nothing_is_shown_of_a_prompt_that_was_wiped_away(qtbot: QtBot, window: MainWindow, verbs: FakeVerbs):
    verbs.thinking.clear()
    window.concept.set_prompt("A copper rod, left end held at 100 °C")
    qtbot.waitUntil(lambda: len(verbs.understood) == 1)
    window.concept.set_prompt("")
    verbs.thinking.set()
    qtbot.wait(100)
    assert "Copper" not in window.concept.understood
