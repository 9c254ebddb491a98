from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.fake_verbs import FakeVerbs
from support.house import make_house
from support.opened import dialog, named, opened, pick

from desktop_app.domain.errors import ExportFailed
from desktop_app.domain.text import say
from desktop_app.services.verbs import Verbs
from desktop_app.ui.dialogs.error_dialog import ErrorDialog
from desktop_app.ui.dialogs.export_dialog import ExportDialog
from desktop_app.ui.export_presenter import file_name, unused
from desktop_app.ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def export(qtbot: QtBot, window: MainWindow) -> ExportDialog:
    """The dialog, open over a finished run."""
    window.concept.set_prompt("A copper rod, its left end in a flame")
    window.menus.generate.trigger()
    qtbot.waitUntil(lambda: "Finished" in window.progress.text)
    window.menus.export.trigger()
    return dialog(qtbot, window, ExportDialog)


def aim(export: ExportDialog, path: Path) -> None:
    named(export, "File to write").setText(str(path))


def test_video_and_table_are_written_and_the_way_there_is_shown(
    qtbot: QtBot, export: ExportDialog, verbs: FakeVerbs, tmp_path: Path
):
    aim(export, tmp_path / "clip")
    named(export, "Language of the text in the video").setCurrentIndex(1)
    named(export, "Also save the temperature profile as CSV").click()
    named(export, "Export the video").click()
    qtbot.waitUntil(lambda: named(export, "Show the exported file in its folder").isVisible())
    assert (tmp_path / "clip.mp4").exists()
    assert (tmp_path / "clip.csv").exists()
    assert verbs.exported[0][2] == "zh"
    export.close()


def test_the_disclaimer_is_said_to_be_always_there(export: ExportDialog):
    assert "always included" in export.promise
    export.close()


def test_escape_cancels_a_running_export_first(
    qtbot: QtBot, export: ExportDialog, verbs: FakeVerbs, tmp_path: Path
):
    verbs.gate.clear()
    aim(export, tmp_path / "clip.mp4")
    named(export, "Export the video").click()
    qtbot.waitUntil(named(export, "Export progress").isVisible)
    qtbot.keyClick(export, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: named(export, "Export the video").isEnabled())
    assert export.isVisible()
    assert not (tmp_path / "clip.mp4").exists()
    qtbot.keyClick(export, Qt.Key.Key_Escape)
    assert not export.isVisible()


def test_a_failure_is_told_and_another_place_can_be_tried(
    qtbot: QtBot, export: ExportDialog, verbs: FakeVerbs, tmp_path: Path
):
    verbs.failure = ExportFailed(say("The disk is full."), say("Free some space."))
    aim(export, tmp_path / "clip.mp4")
    named(export, "Export the video").click()
    dialog(qtbot, export, ErrorDialog).close()
    verbs.failure = None
    named(export, "Export the video").click()
    qtbot.waitUntil(lambda: (tmp_path / "clip.mp4").exists())
    qtbot.waitUntil(lambda: named(export, "Show the exported file in its folder").isVisible())
    export.close()


def test_without_a_path_there_is_nothing_to_export_to(export: ExportDialog):
    for nowhere in ("", "  ", "/"):
        named(export, "File to write").setText(nowhere)
        assert not named(export, "Export the video").isEnabled()
    export.close()


def test_the_dialog_opens_again_after_it_was_closed(qtbot: QtBot, window: MainWindow, export: ExportDialog):
    export.close()
    window.menus.export.trigger()
    again = dialog(qtbot, window, ExportDialog)
    again.close()


@pytest.mark.parametrize(
    ("prompt", "name"),
    [
        ("A copper rod, 20 cm!", "A-copper-rod-20-cm.mp4"),
        ("一根铜棒", "一根铜棒.mp4"),
        ("../../etc", "etc.mp4"),
        ("🔥", "heatsketch.mp4"),
    ],
)
def test_a_file_name_comes_from_the_prompt(prompt: str, name: str):
    assert file_name(prompt) == name


def test_a_file_that_is_there_is_not_suggested_and_its_replacement_is_said(
    export: ExportDialog, tmp_path: Path
):
    there = tmp_path / "clip.mp4"
    there.touch()
    (tmp_path / "clip-2.mp4").touch()
    assert unused(there) == tmp_path / "clip-3.mp4"
    aim(export, there)
    assert "replaced" in export.state
    aim(export, tmp_path / "new.mp4")
    assert export.state == ""
    export.close()


def test_the_replacement_of_the_table_is_said_too(export: ExportDialog, tmp_path: Path):
    (tmp_path / "clip.csv").touch()
    aim(export, tmp_path / "clip.mp4")
    assert export.state == ""
    box = named(export, "Also save the temperature profile as CSV")
    box.click()
    assert "clip.csv" in export.state
    assert "replaced" in export.state
    (tmp_path / "clip.mp4").touch()
    aim(export, tmp_path / "clip")
    assert "clip.mp4 and clip.csv" in export.state
    box.click()
    assert "clip.csv" not in export.state
    export.close()


def test_a_table_is_only_offered_where_there_is_a_profile(qapp: QApplication, qtbot: QtBot, tmp_path: Path):
    with opened(qapp, Verbs(make_house(tmp_path)), tmp_path / "settings.ini") as window:
        named(window, "Quality: Draft").click()
        for look, readable in (("Natural", False), ("Inferno", True)):
            window.concept.set_prompt("A copper rod, its left end in a flame")
            qtbot.waitUntil(lambda: "Inferno" in window.concept.understood)
            pick(named(window, "Look: how temperature becomes colour"), look)
            window.menus.generate.trigger()
            qtbot.waitUntil(lambda: "Finished" in window.progress.text, timeout=20_000)
            window.menus.export.trigger()
            export = dialog(qtbot, window, ExportDialog)
            box = named(export, "Also save the temperature profile as CSV")
            qtbot.waitUntil(lambda box=box, readable=readable: box.isEnabled() == readable)
            assert ("could not be read" in box.toolTip()) is not readable
            assert ("carries the profile" in export.promise) is readable
            aim(export, tmp_path / look)
            named(export, "Export the video").click()
            written = named(export, "Show the exported file in its folder", visible=False)
            qtbot.waitUntil(written.isVisible, timeout=20_000)
            assert (tmp_path / f"{look}.mp4").stat().st_size > 0
            export.close()


def test_what_is_exported_is_the_run_the_dialog_was_opened_for(
    qtbot: QtBot, window: MainWindow, verbs: FakeVerbs, export: ExportDialog, tmp_path: Path
):
    shown = verbs.kept[0].run.id
    window.concept.generate_clicked.emit()
    qtbot.waitUntil(lambda: len(verbs.kept) == 2 and "Finished" in window.progress.text)
    aim(export, tmp_path / "clip.mp4")
    named(export, "Export the video").click()
    qtbot.waitUntil(lambda: bool(verbs.exported))
    saved = verbs.exported[0][0]
    assert saved.run.id == shown
    assert saved.reading is not None
    qtbot.waitUntil(lambda: named(export, "Show the exported file in its folder").isVisible())
    export.close()


def test_a_file_name_is_never_too_long():
    assert len(file_name("word " * 200)) < 60


def test_the_use_is_asked_for_and_goes_with_the_order(
    qtbot: QtBot, window: MainWindow, export: ExportDialog, verbs: FakeVerbs, tmp_path: Path
):
    assert "Not reviewed by a person." in export.promise
    aim(export, tmp_path / "clip.mp4")
    named(export, "For: Teaching").click()
    qtbot.waitUntil(lambda: "Departs from: no flashing" in export.promise)
    named(export, "Export the video").click()
    qtbot.waitUntil(lambda: bool(verbs.uses))
    purpose, report = verbs.uses[0]
    assert purpose == "teaching"
    assert report is not None
    assert [each.verdict for each in report.verdicts].count("broken") == 1
    qtbot.waitUntil(lambda: named(export, "Show the exported file in its folder").isVisible())
    export.close()


@pytest.mark.parametrize("use", ["Engineering report", "Exam", "Paper"])
def test_what_could_pass_for_a_result_needs_a_tick(
    qtbot: QtBot, export: ExportDialog, verbs: FakeVerbs, tmp_path: Path, use: str
):
    aim(export, tmp_path / "clip.mp4")
    button = named(export, "Export the video")
    assert button.isEnabled()
    named(export, f"For: {use}").click()
    assert "This clip is not a simulation result." in export.promise
    assert not button.isEnabled()
    consent = named(export, "I understand that this clip is not a simulation result")
    consent.click()
    assert button.isEnabled()
    named(export, "For: Concept talk").click()
    assert button.isEnabled()
    assert "not a simulation result" not in export.promise
    named(export, f"For: {use}").click()
    assert not button.isEnabled()
    consent.click()
    button.click()
    qtbot.waitUntil(lambda: bool(verbs.uses))
    assert verbs.uses[0][0] == use.lower().replace(" ", "_")
    qtbot.waitUntil(lambda: named(export, "Show the exported file in its folder").isVisible())
    export.close()


def test_a_caption_that_comes_or_goes_cuts_no_other_sentence(
    qtbot: QtBot, window: MainWindow, export: ExportDialog
):
    layout = export.layout()
    for use in ("Teaching", "Paper", "Concept talk", "Teaching"):
        named(export, f"For: {use}").click()
        promised = export.minimumHeight()
        qtbot.wait(20)
        layout.invalidate()
        assert promised == layout.totalHeightForWidth(export.minimumWidth()), use
