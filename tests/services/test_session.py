from __future__ import annotations

import gc
import weakref

import numpy as np
import pytest
from pytestqt.qtbot import QtBot
from support.fake_verbs import PIECES, FakeVerbs

from desktop_app.domain.clip import Frames, Probe
from desktop_app.domain.errors import GenerationFailed
from desktop_app.domain.text import say
from desktop_app.services.probe_reading import ProbeReading
from desktop_app.services.session import Session
from desktop_app.workflow.orders import GenerationOrder

PROBE = Probe(1.0, 2.0, 30.0, 2.0)


@pytest.fixture
def session(qtbot: QtBot, verbs: FakeVerbs):
    session = Session(verbs)
    yield session
    verbs.gate.set()
    session.shut_down()


def finish(qtbot: QtBot, session: Session, order: GenerationOrder) -> ProbeReading:
    """Generate to the end; the reading of the whole clip."""

    def whole(answer: ProbeReading) -> bool:
        return answer.complete

    with qtbot.waitSignal(session.run_finished):
        session.generate(order)
    with qtbot.waitSignal(session.reading_changed, check_params_cb=whole) as caught:
        pass
    return caught.args[0]


def test_a_generation_leaves_a_whole_run_in_view(qtbot: QtBot, session: Session, order: GenerationOrder):
    answer = finish(qtbot, session, order)
    assert not session.busy
    assert session.saved.run.status == "finished"
    assert len(session.saved.clip.frames) == order.settings.num_frames
    assert session.saved.reading is answer.reading


def test_events_come_in_their_order(qtbot: QtBot, session: Session, order: GenerationOrder):
    heard: list[str] = []
    for name in ("run_started", "preview_ready", "frames_decoded", "run_finished"):
        getattr(session, name).connect(lambda _event, name=name: heard.append(name))
    finish(qtbot, session, order)
    assert heard == ["run_started", "preview_ready", *["frames_decoded"] * 3, "run_finished"]


def test_cancelling_keeps_the_frames_that_came(
    qtbot: QtBot, session: Session, verbs: FakeVerbs, order: GenerationOrder
):
    verbs.hold_after = 1
    with qtbot.waitSignal(session.frames_decoded):
        session.generate(order)
    with qtbot.waitSignal(session.generation_cancelled):
        session.cancel()
    assert not session.busy
    assert len(session.saved.clip.frames) == order.settings.num_frames / PIECES


def test_a_failure_is_told_and_the_next_generation_works(
    qtbot: QtBot, session: Session, verbs: FakeVerbs, order: GenerationOrder
):
    verbs.failure = GenerationFailed(say("It broke."), say("Mend it."))
    with qtbot.waitSignal(session.generation_failed) as caught:
        session.generate(order)
    assert caught.args[0] is verbs.failure
    verbs.failure = None
    assert finish(qtbot, session, order).complete


def test_a_generation_without_frames_is_a_failure(
    qtbot: QtBot, session: Session, verbs: FakeVerbs, order: GenerationOrder
):
    verbs.generate = lambda _order, _cancel: iter(())
    with qtbot.waitSignal(session.generation_failed) as caught:
        session.generate(order)
    assert "without a single frame" in str(caught.args[0])


def test_only_one_generation_at_a_time(
    qtbot: QtBot, session: Session, verbs: FakeVerbs, order: GenerationOrder
):
    verbs.gate.clear()
    with qtbot.waitSignal(session.run_started):
        session.generate(order)
    session.generate(order)
    verbs.gate.set()
    qtbot.waitUntil(lambda: not session.busy)
    assert len(verbs.orders) == 1


def test_a_moved_probe_is_read_along_and_remembered(
    qtbot: QtBot, session: Session, verbs: FakeVerbs, order: GenerationOrder
):
    finish(qtbot, session, order)
    with qtbot.waitSignal(session.reading_changed) as caught:
        session.move_probe(PROBE)
    assert caught.args[0].reading.probe == PROBE
    qtbot.waitUntil(lambda: bool(verbs.readings_kept))
    assert verbs.readings_kept[-1].probe == PROBE
    assert session.saved.reading.probe == PROBE


def test_a_probe_moved_while_frames_arrive_wins_over_the_automatic_one(
    qtbot: QtBot, session: Session, verbs: FakeVerbs, order: GenerationOrder
):
    verbs.gate.clear()
    with qtbot.waitSignal(session.run_started):
        session.generate(order)
    session.move_probe(PROBE)
    verbs.gate.set()
    qtbot.waitUntil(lambda: not session.busy and session.saved.reading is not None)
    qtbot.waitUntil(lambda: session.saved.reading.probe == PROBE)
    assert len(session.saved.reading.time_s) == order.settings.num_frames


def test_an_opened_run_comes_into_view_with_its_reading(
    qtbot: QtBot, session: Session, verbs: FakeVerbs, order: GenerationOrder
):
    finish(qtbot, session, order)
    first = session.saved.run.id
    finish(qtbot, session, order)
    with qtbot.waitSignals([session.run_opened, session.reading_changed]):
        session.open_run(first)
    assert session.saved.run.id == first


def test_a_run_that_is_gone_is_told(qtbot: QtBot, session: Session):
    with qtbot.waitSignal(session.task_failed):
        session.open_run("no such run")
    assert session.saved is None


def test_shutting_down_ends_a_running_generation(
    qtbot: QtBot, session: Session, verbs: FakeVerbs, order: GenerationOrder
):
    verbs.gate.clear()
    with qtbot.waitSignal(session.run_started):
        session.generate(order)
    session.shut_down()
    qtbot.waitUntil(lambda: not session.busy)


def test_the_window_keeps_the_frames_in_one_place(qtbot: QtBot, session: Session, order: GenerationOrder):
    rooms: list[Frames] = []
    session.run_started.connect(lambda _event: rooms.append(session.room))
    finish(qtbot, session, order)
    assert np.shares_memory(rooms[0], session.saved.clip.frames)


def test_a_clip_that_does_not_fit_into_memory_is_told_with_a_remedy(
    qtbot: QtBot,
    session: Session,
    order: GenerationOrder,
    verbs: FakeVerbs,
    monkeypatch: pytest.MonkeyPatch,
):
    finish(qtbot, session, order)
    before = session.saved.run

    def too_much(_request: object) -> None:
        raise MemoryError

    monkeypatch.setattr("desktop_app.services.session.ClipBuffer", too_much)
    heard: list[object] = []
    session.run_started.connect(heard.append)
    session.frames_decoded.connect(heard.append)
    with qtbot.waitSignal(session.generation_failed) as caught:
        session.generate(order)
    assert "not enough memory" in str(caught.args[0])
    assert "fewer frames" in str(caught.args[0].remedy)
    assert heard == []
    assert session.saved.run == before
    monkeypatch.undo()
    assert finish(qtbot, session, order).complete


@pytest.mark.parametrize("verb", ["open_run", "generate"])
def test_no_memory_off_the_windows_thread_is_told_too(
    qtbot: QtBot, session: Session, order: GenerationOrder, verbs: FakeVerbs, verb: str
):
    def too_much(*_given: object) -> None:
        raise MemoryError

    setattr(verbs, verb, too_much)
    with qtbot.waitSignal(session.task_failed if verb == "open_run" else session.generation_failed) as caught:
        session.open_run("x") if verb == "open_run" else session.generate(order)
    assert "not enough memory" in str(caught.args[0])


def test_a_session_ends_with_its_last_name(qtbot: QtBot, verbs: FakeVerbs):
    """In a cycle it would be ended by the collector, which runs in any thread."""
    gc.collect()
    gc.disable()
    try:
        session = Session(verbs)
        ended = weakref.ref(session)
        del session
        assert ended() is None
    finally:
        gc.enable()
