from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from support.fake_verbs import FakeVerbs
from support.opened import dialog, named

from desktop_app.domain.errors import ExportFailed
from desktop_app.domain.text import say
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


def test_a_file_name_is_never_too_long():
    assert len(file_name("word " * 200)) < 60
