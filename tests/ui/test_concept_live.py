"""The card follows the typing, whatever is still being worked out."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot
from support.fake_verbs import FakeVerbs
from support.opened import named

from desktop_app.domain.errors import HeatSketchError
from desktop_app.domain.text import say
from desktop_app.ui.concept.enrichment_view import EnrichmentView
from desktop_app.ui.concept.schematic.schematic_view import SchematicView
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


def test_the_solution_is_painted_into_the_sketch_a_moment_later(
    qtbot: QtBot, window: MainWindow, verbs: FakeVerbs
):
    sketch = window.findChild(SchematicView)
    window.concept.set_prompt("A copper rod, left end held at 100 °C")
    qtbot.waitUntil(lambda: len(verbs.previewed) == 1)
    qtbot.waitUntil(lambda: sketch.isVisible())
    bare = sketch.grab().toImage()
    qtbot.waitUntil(lambda: sketch.grab().toImage() != bare or _is_painted(bare))


def _is_painted(picture: QImage) -> bool:
    """Whether more colours are in it than lines and letters have."""
    return len({picture.pixel(x, picture.height() // 2) for x in range(picture.width())}) > 40


def test_why_there_is_no_solution_is_said_beside_what_was_understood(
    qtbot: QtBot, window: MainWindow, verbs: FakeVerbs, monkeypatch: pytest.MonkeyPatch
):
    def failing(*_given: object) -> None:
        raise HeatSketchError(say("It cannot be solved."), say("Make it larger."))

    monkeypatch.setattr(verbs, "preview", failing)
    window.concept.set_prompt("A copper rod, left end held at 100 °C")
    qtbot.waitUntil(lambda: "It cannot be solved.\nMake it larger." in window.concept.understood)
    assert "Copper" in window.concept.understood
    monkeypatch.undo()
    window.concept.set_prompt("An iron rod, left end held at 100 °C")
    qtbot.waitUntil(lambda: "Iron" in window.concept.understood)
    assert "It cannot be solved." not in window.concept.understood


def test_a_number_of_the_clip_changes_what_is_said_of_its_pace_and_asks_nothing(
    qtbot: QtBot, window: MainWindow, verbs: FakeVerbs
):
    window.concept.set_prompt("A copper rod, left end held at 100 °C for 40 s")
    qtbot.waitUntil(lambda: "in 4.0 s, 10× faster" in window.concept.understood)
    asked = len(verbs.understood)
    named(window, "Frames per second", visible=False).setValue(48)
    assert "in 2.0 s, 20× faster" in window.concept.understood
    assert len(verbs.understood) == asked


def test_the_rules_of_the_models_prompt_are_edits_too(qtbot: QtBot, window: MainWindow):
    window.concept.set_prompt("A copper rod, left end held at 100 °C")
    qtbot.waitUntil(lambda: window.concept.concept is not None)
    rule = window.concept.concept.enrichment.additions[0].rule
    view = window.findChild(EnrichmentView)
    view.rule_toggled.emit(rule, False)
    qtbot.waitUntil(lambda: window.concept.concept.edits.removed_rules == (rule,))
    view.rule_toggled.emit(rule, True)
    view.prompt_edited.emit("a glowing rod")
    qtbot.waitUntil(lambda: window.concept.concept.enrichment.prompt == "a glowing rod")
    assert window.concept.choices.edits.removed_rules == ()
    named(window, "Everything back to what the prompt says").click()
    qtbot.waitUntil(lambda: window.concept.concept.enrichment.edited is None)
