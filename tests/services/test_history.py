from __future__ import annotations

import threading

import numpy as np
import pytest
from pytestqt.qtbot import QtBot
from support.fake_verbs import FakeVerbs
from support.runs import run

from desktop_app.domain.clip import VideoClip
from desktop_app.domain.errors import ExportFailed
from desktop_app.domain.text import say
from desktop_app.services.history import History
from desktop_app.workflow.history import SavedRun


@pytest.fixture
def history(qtbot: QtBot, verbs: FakeVerbs):
    clip = VideoClip(np.zeros((1, 2, 2, 3), np.uint8), 8.0)
    verbs.kept = [SavedRun(run(name), clip, None, None) for name in "cba"]
    history = History(verbs)
    yield history
    history.shut_down()
    qtbot.waitUntil(lambda: not history.busy)


def test_runs_are_listed(qtbot: QtBot, history: History):
    with qtbot.waitSignal(history.runs_listed) as caught:
        history.refresh()
    assert [run.id for run in caught.args[0]] == ["c", "b", "a"]


def test_every_run_asked_to_go_is_gone_from_the_last_list(qtbot: QtBot, history: History):
    lists: list[tuple] = []
    history.runs_listed.connect(lists.append)
    for name in "ac":
        history.delete(name)
    qtbot.waitUntil(lambda: not history.busy)
    assert [run.id for run in lists[-1]] == ["b"]


def test_a_failure_to_delete_is_told_once(qtbot: QtBot, verbs: FakeVerbs, history: History):
    def refuse(run_id: str) -> None:
        raise OSError(run_id)

    verbs.delete_run = refuse
    with qtbot.waitSignal(history.failed):
        history.delete("a")
    with qtbot.waitSignal(history.runs_listed) as caught:
        history.refresh()
    assert len(caught.args[0]) == 3


@pytest.fixture
def held(verbs: FakeVerbs, monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Deleting waits for it; “a” cannot be deleted."""
    gate = threading.Event()
    delete = verbs.delete_run

    def slow(run_id: str) -> None:
        gate.wait(5)
        if run_id == "a":
            raise ExportFailed(say("It is in use."), say("Close it."))
        delete(run_id)

    monkeypatch.setattr(verbs, "delete_run", slow)
    return gate


def test_a_failure_is_told_although_something_else_is_deleted_after_it(
    qtbot: QtBot, history: History, held: threading.Event
):
    failures: list[object] = []
    lists: list[tuple] = []
    history.failed.connect(failures.append)
    history.runs_listed.connect(lists.append)
    for name in "abc":
        history.delete(name)
    held.set()
    qtbot.waitUntil(lambda: not history.busy)
    assert [str(failure) for failure in failures] == ["It is in use. Close it."]
    assert [run.id for run in lists[-1]] == ["a"]


def test_closing_still_deletes_what_waits(history: History, verbs: FakeVerbs, held: threading.Event):
    for name in "abc":
        history.delete(name)
    held.set()
    history.shut_down()
    assert [saved.run.id for saved in verbs.kept] == ["a"]
