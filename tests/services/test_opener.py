"""Opening a clip runs elsewhere, tells how far it is, and ends in one way."""

from __future__ import annotations

import pytest
from support.house import make_house
from support.painted import bar_video

from desktop_app.services.opener import ClipOpener, OpeningProgressed
from desktop_app.services.opening_order import OpeningOrder
from desktop_app.services.verbs import Verbs


@pytest.fixture
def house(tmp_path):
    return make_house(tmp_path)


@pytest.fixture
def opener(qtbot, house):
    opener = ClipOpener(Verbs(house))
    yield opener
    opener.shut_down()


def order(path):
    return OpeningOrder(path, "auto", False, None, "")


def test_a_clip_becomes_a_run(qtbot, opener, house, tmp_path):
    progress = []
    opener.opening_progressed.connect(progress.append)
    with qtbot.waitSignal(opener.clip_opened, timeout=20_000) as opened:
        opener.open(order(bar_video(tmp_path / "bar.mp4", house, frames=12)))
    assert house.runs.get(opened.args[0]).opened_from == "bar.mp4"
    assert progress[0] == OpeningProgressed(0, 0)
    assert progress[-1] == OpeningProgressed(12, 12)
    assert not opener.busy


def test_a_failure_is_a_sentence(qtbot, opener, tmp_path):
    with qtbot.waitSignal(opener.opening_failed, timeout=20_000) as failed:
        opener.open(order(tmp_path / "missing.mp4"))
    assert "missing.mp4" in str(failed.args[0].message)
    assert not opener.busy


def test_it_can_be_cancelled(qtbot, opener, house, tmp_path):
    path = bar_video(tmp_path / "bar.mp4", house, frames=12)
    with qtbot.waitSignal(opener.opening_cancelled, timeout=20_000):
        opener.open(order(path))
        opener.cancel()
    assert house.runs.list() == ()
