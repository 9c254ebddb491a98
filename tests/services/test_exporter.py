from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot
from support.fake_verbs import FakeVerbs
from support.law_reports import mixed_report
from support.runs import run

from desktop_app.domain.clip import VideoClip
from desktop_app.domain.errors import ExportFailed
from desktop_app.domain.text import say
from desktop_app.services.exporter import Exporter, ExportOrder
from desktop_app.workflow.history import SavedRun

SAVED = SavedRun(run(), VideoClip(np.zeros((1, 2, 2, 3), np.uint8), 8.0), None, None)


@pytest.fixture
def exporter(qtbot: QtBot, verbs: FakeVerbs):
    exporter = Exporter(verbs)
    yield exporter
    verbs.gate.set()
    exporter.shut_down()
    qtbot.waitUntil(lambda: not exporter.busy)


def test_video_and_table_are_written(qtbot: QtBot, exporter: Exporter, verbs: FakeVerbs, tmp_path: Path):
    order = ExportOrder(tmp_path / "a.mp4", "zh", with_profile=True)
    with qtbot.waitSignals([exporter.export_progressed, exporter.export_finished]):
        exporter.export(SAVED, order)
    assert (tmp_path / "a.mp4").exists()
    assert (tmp_path / "a.csv").exists()
    assert verbs.exported == [(SAVED, tmp_path / "a.mp4", "zh")]


def test_the_table_is_only_written_when_asked_for(qtbot: QtBot, exporter: Exporter, tmp_path: Path):
    with qtbot.waitSignal(exporter.export_finished):
        exporter.export(SAVED, ExportOrder(tmp_path / "a.mp4", "en", with_profile=False))
    assert not (tmp_path / "a.csv").exists()


def test_the_use_and_the_verdicts_go_along(
    qtbot: QtBot, exporter: Exporter, verbs: FakeVerbs, tmp_path: Path
):
    laws = mixed_report()
    with qtbot.waitSignal(exporter.export_finished):
        exporter.export(
            SAVED, ExportOrder(tmp_path / "a.mp4", "en", with_profile=False, purpose="exam"), laws
        )
    assert verbs.uses == [("exam", laws)]


def test_a_failure_is_told(qtbot: QtBot, exporter: Exporter, verbs: FakeVerbs, tmp_path: Path):
    verbs.failure = ExportFailed(say("Full."), say("Empty it."))
    with qtbot.waitSignal(exporter.export_failed) as caught:
        exporter.export(SAVED, ExportOrder(tmp_path / "a.mp4", "en", with_profile=False))
    assert caught.args[0] is verbs.failure
    assert not exporter.busy


def test_cancelling_leaves_nothing(qtbot: QtBot, exporter: Exporter, verbs: FakeVerbs, tmp_path: Path):
    verbs.gate.clear()
    with qtbot.waitSignal(exporter.export_progressed):
        exporter.export(SAVED, ExportOrder(tmp_path / "a.mp4", "en", with_profile=False))
    with qtbot.waitSignal(exporter.export_cancelled):
        exporter.cancel()
    assert not (tmp_path / "a.mp4").exists()


def test_a_table_that_fails_does_not_deny_the_video(
    qtbot: QtBot, exporter: Exporter, verbs: FakeVerbs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def full(*_given: object) -> None:
        raise ExportFailed(say("Full."), say("Empty it."))

    monkeypatch.setattr(verbs, "export_profile", full)
    with qtbot.waitSignal(exporter.export_failed) as caught:
        exporter.export(SAVED, ExportOrder(tmp_path / "a.mp4", "en", with_profile=True))
    assert str(caught.args[0]) == "The video was saved as a.mp4, but the table beside it was not. Empty it."
    assert (tmp_path / "a.mp4").exists()
