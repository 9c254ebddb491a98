"""A person's way through the window, mostly by keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QListView, QMessageBox, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot
from support.fake_verbs import PIECES, FakeVerbs
from support.house import make_house
from support.opened import dialog, named, opened, pick

from desktop_app.domain.clip import Probe
from desktop_app.domain.errors import GenerationFailed
from desktop_app.domain.text import say
from desktop_app.services.verbs import Verbs
from desktop_app.ui.dialogs.error_dialog import ErrorDialog
from desktop_app.ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform has no size hints
PROMPT = "A copper rod, left end held at 100 C"


def write(qtbot: QtBot, window: MainWindow, prompt: str = PROMPT) -> None:
    editor = named(window, "Prompt: your idea in one sentence")
    editor.setFocus()
    qtbot.keyClicks(editor, prompt)


def understood(window: MainWindow) -> str:
    return window.concept.understood


def press_generate(qtbot: QtBot, window: MainWindow) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    focused = QApplication.focusWidget() or window
    qtbot.keyClick(focused, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def generate(qtbot: QtBot, window: MainWindow) -> None:
    """Press Ctrl+Return and wait until the run is finished and listed."""
    before = len(window.runs.runs)
    press_generate(qtbot, window)
    qtbot.waitUntil(lambda: len(window.runs.runs) == before + 1 and window.runs.runs[0].status == "finished")


def cards(window: MainWindow) -> QListView:
    return named(window, "Runs, newest first")


def choose(qtbot: QtBot, window: MainWindow, row: int) -> None:
    view = cards(window)
    place = view.visualRect(view.model().index(row, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_from_a_sentence_to_a_clip_and_back_from_the_list(qapp: QApplication, qtbot: QtBot, tmp_path: Path):
    house = make_house(tmp_path)
    with opened(qapp, Verbs(house), tmp_path / "settings.ini") as window:
        write(qtbot, window)
        qtbot.waitUntil(lambda: "Copper" in understood(window))
        assert "Left end held at 100 °C" in understood(window)
        generate(qtbot, window)
        settings = window.concept.order.settings
        assert window.clip.frame_index == settings.num_frames - 1
        assert "Finished in" in window.progress.text

        window.concept.set_prompt("An iron plate with a spot held at 300 C in its centre")
        named(window, "Quality: Standard").click()
        choose(qtbot, window, 0)
        qtbot.waitUntil(lambda: window.concept.prompt == PROMPT)
        assert window.concept.order.settings == settings
        qtbot.waitUntil(lambda: "Copper" in understood(window))
        assert window.clip.frame_index == 0


@pytest.mark.parametrize(("chosen", "restored"), [(None, None), ("iron", "iron")])
def test_a_restored_run_keeps_a_look_only_if_somebody_chose_it(
    qtbot: QtBot, window: MainWindow, chosen: str | None, restored: str | None
):
    write(qtbot, window)
    qtbot.waitUntil(lambda: "Copper" in understood(window))
    looks = named(window, "Look: how temperature becomes colour", visible=False)
    if chosen is not None:
        pick(looks, chosen.capitalize())
    generate(qtbot, window)
    pick(looks, "Rainbow")
    choose(qtbot, window, 0)
    qtbot.waitUntil(lambda: window.concept.choices.look == restored)


def test_frames_appear_while_they_arrive(qtbot: QtBot, window: MainWindow, verbs: FakeVerbs):
    verbs.hold_after = 1
    write(qtbot, window)
    press_generate(qtbot, window)
    arrived = window.concept.order.settings.num_frames // PIECES
    qtbot.waitUntil(lambda: window.clip.frame_index == arrived)
    assert "Decoding frames" in window.progress.text
    assert "elapsed" in window.progress.text
    verbs.gate.set()
    qtbot.waitUntil(lambda: "Finished" in window.progress.text)


def test_escape_cancels_and_the_frames_stay(qtbot: QtBot, window: MainWindow, verbs: FakeVerbs):
    verbs.hold_after = 2
    write(qtbot, window)
    press_generate(qtbot, window)
    qtbot.waitUntil(lambda: window.clip.frame_index > 0)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: "Cancelled" in window.progress.text)
    assert named(window, "Generate the clip").isEnabled()
    assert named(window, "Export the clip in view").isEnabled()
    assert window.clip.frame_index > 0


def test_asking_to_cancel_again_stops_a_model_that_does_not_listen(
    qtbot: QtBot, window: MainWindow, verbs: FakeVerbs, monkeypatch: pytest.MonkeyPatch
):
    stopped: list[bool] = []
    monkeypatch.setattr(verbs, "wait", lambda cancel: verbs.gate.wait(5) and cancel.check())
    monkeypatch.setattr(verbs, "stop_engines", lambda: (stopped.append(True), verbs.gate.set()))
    verbs.hold_after = 1
    write(qtbot, window)
    press_generate(qtbot, window)
    qtbot.waitUntil(lambda: window.clip.frame_index > 0)
    named(window, "Cancel the generation").click()
    again = named(window, "Stop the model now")
    assert "Stop now" in again.text()
    assert stopped == []
    again.click()
    qtbot.waitUntil(lambda: "Cancelled" in window.progress.text)
    assert stopped == [True]
    verbs.hold_after = None
    generate(qtbot, window)
    assert not window.menus.cancel.autoRepeat()


def test_the_keyboard_stays_on_the_button_when_it_changes(qtbot: QtBot, window: MainWindow, verbs: FakeVerbs):
    verbs.gate.clear()
    write(qtbot, window)
    button = named(window, "Generate the clip")
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: named(window, "Cancel the generation").hasFocus())
    qtbot.keyClick(named(window, "Cancel the generation"), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: named(window, "Generate the clip").hasFocus())


def test_a_failure_is_a_sentence_with_a_remedy_and_the_next_one_works(
    qtbot: QtBot, window: MainWindow, verbs: FakeVerbs
):
    verbs.failure = GenerationFailed(say("The worker ended."), say("Generate again."), "signal 9")
    write(qtbot, window)
    press_generate(qtbot, window)
    failed = dialog(qtbot, window, ErrorDialog)
    assert "The worker ended." in failed.message
    assert failed.windowModality() != Qt.WindowModality.ApplicationModal
    window.concept.set_prompt("An iron rod, left end held at 100 C")
    qtbot.waitUntil(lambda: "Iron" in understood(window))
    assert not named(failed, "Technical details", visible=False).isVisible()
    named(failed, "Show the technical details").click()
    assert named(failed, "Technical details").toPlainText() == "signal 9"
    named(failed, "Copy the technical details").click()
    assert "signal 9" in QApplication.clipboard().text()
    named(failed, "Close").click()
    verbs.failure = None
    generate(qtbot, window)


def test_a_dragged_probe_is_read_along(qtbot: QtBot, window: MainWindow, verbs: FakeVerbs):
    write(qtbot, window)
    generate(qtbot, window)
    probe = Probe(10.0, 20.0, 200.0, 30.0)
    window.clip.probe_moved.emit(probe)
    qtbot.waitUntil(lambda: probe in verbs.probes_read)
    qtbot.waitUntil(lambda: bool(verbs.readings_kept))
    assert verbs.readings_kept[-1].probe == probe


def test_an_empty_prompt_is_told_without_starting_anything(
    qtbot: QtBot, window: MainWindow, verbs: FakeVerbs
):
    press_generate(qtbot, window)
    dialog(qtbot, window, ErrorDialog).close()
    assert verbs.orders == []
    assert named(window, "Generate the clip").isEnabled()


@pytest.mark.parametrize("prompt", ["x" * 10_000, "🔥🔥🔥", "   "], ids=["long", "emoji", "blank"])
def test_odd_prompts_leave_the_window_alive(qtbot: QtBot, window: MainWindow, prompt: str):
    window.concept.set_prompt(prompt)
    qtbot.waitUntil(lambda: bool(understood(window)))
    assert window.isVisible()


def test_an_impossible_size_is_told_before_generating(qtbot: QtBot, window: MainWindow):
    named(window, "Advanced settings").click()
    width = named(window, "Width in pixels")
    width.setValue(4095)
    qtbot.waitUntil(lambda: "4095" in window.concept.settings_problem)
    width.setValue(480)
    qtbot.waitUntil(lambda: window.concept.settings_problem == "")


def test_an_impossible_size_is_refused_by_the_generation_too(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
):
    with opened(qapp, Verbs(make_house(tmp_path)), tmp_path / "settings.ini") as window:
        write(qtbot, window)
        named(window, "Advanced settings").click()
        named(window, "Width in pixels").setValue(4095)
        press_generate(qtbot, window)
        failed = dialog(qtbot, window, ErrorDialog)
        assert "4095" in failed.message
        failed.close()
        assert named(window, "Generate the clip").isEnabled()
        assert window.runs.runs == ()


def test_an_example_fills_the_prompt(qtbot: QtBot, window: MainWindow):
    named(window, "Example: Hot spot").click()
    assert "300 °C" in window.concept.prompt
    qtbot.waitUntil(lambda: "Aluminium" in understood(window))


def test_what_conduction_does_not_cover_is_said(qtbot: QtBot, window: MainWindow):
    window.concept.set_prompt("Water boiling in a pot")
    qtbot.waitUntil(lambda: "Conduction does not cover this idea" in understood(window))


def test_a_run_is_deleted_only_when_confirmed(qtbot: QtBot, window: MainWindow, verbs: FakeVerbs):
    write(qtbot, window)
    generate(qtbot, window)
    for answer, left in (("Keep the run", 1), ("Delete the run", 0)):
        cards(window).setFocus()
        qtbot.keyClick(cards(window), Qt.Key.Key_Delete)
        question = dialog(qtbot, window, QMessageBox)
        named(question, answer).click()
        qtbot.waitUntil(lambda left=left: len(window.runs.runs) == left)
    assert verbs.kept == []
    assert not named(window, "Export the clip in view").isEnabled()


def test_closing_while_frames_arrive_ends_the_thread(
    qapp: QApplication, qtbot: QtBot, verbs: FakeVerbs, tmp_path: Path
):
    verbs.hold_after = 1
    with opened(qapp, verbs, tmp_path / "settings.ini") as window:
        write(qtbot, window)
        press_generate(qtbot, window)
        qtbot.waitUntil(lambda: window.clip.frame_index > 0)
        window.close()
        assert not window.isVisible()


def test_tab_leaves_the_prompt_for_the_examples(qtbot: QtBot, window: MainWindow):
    editor = named(window, "Prompt: your idea in one sentence")
    assert isinstance(editor, QPlainTextEdit)
    editor.setFocus()
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert isinstance(QApplication.focusWidget(), QPushButton)
    assert editor.toPlainText() == ""


def test_an_unforeseen_error_in_understanding_is_a_sentence_everywhere(
    qtbot: QtBot, window: MainWindow, verbs: FakeVerbs, monkeypatch: pytest.MonkeyPatch
):
    write(qtbot, window)
    generate(qtbot, window)

    def broken(*_given: object) -> None:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr(Verbs, "understand", broken)
    window.concept.set_prompt("An iron rod")
    qtbot.waitUntil(lambda: "Something unexpected went wrong" in understood(window))
    press_generate(qtbot, window)
    failed = dialog(qtbot, window, ErrorDialog)
    assert "Something unexpected went wrong" in failed.message
    assert "a bug" in named(failed, "Technical details", visible=False).toPlainText()
    failed.close()
    assert len(verbs.orders) == 1
    choose(qtbot, window, 0)
    qtbot.waitUntil(lambda: window.concept.choices.look == "inferno")
