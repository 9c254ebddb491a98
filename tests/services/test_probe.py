"""The probe is read along and kept with its run, over the workflow and the library as they are."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from support.house import SMALL, computed_order, make_house

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.clip import Probe, VideoClip
from desktop_app.domain.errors import GenerationFailed
from desktop_app.domain.events import FramesDecoded, StageProgressed
from desktop_app.domain.text import say
from desktop_app.services.probe_keeper import ProbeKeeper
from desktop_app.services.probe_reading import read_along
from desktop_app.services.session import Session
from desktop_app.services.verbs import Verbs

PROBE = Probe(30.0, 60.0, 150.0, 66.0, 4.0)


@pytest.fixture
def verbs(tmp_path: Path) -> Verbs:
    return Verbs(make_house(tmp_path))


@pytest.fixture
def at_rest_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The probe counts as come to rest while the generation still goes on."""
    monkeypatch.setattr("desktop_app.services.probing.KEEP_AFTER_MS", 0)


@pytest.fixture
def session(qtbot: QtBot, verbs: Verbs):
    session = Session(verbs)
    yield session
    session.shut_down()
    qtbot.waitUntil(lambda: not session.busy)


def kept_probe(qtbot: QtBot, session: Session, verbs: Verbs, probe: Probe) -> None:
    """Move the probe of the run in view and wait until the library has it."""
    run_id = session.saved.run.id
    session.move_probe(probe)
    qtbot.waitUntil(lambda: verbs.find_run(run_id).probe == probe)


def after_first_frames(monkeypatch: pytest.MonkeyPatch, then: Callable[[CancelToken], None]) -> None:
    """Let something happen in every generation as soon as its first frames are there."""
    from desktop_app.workflow.solution_engine import SolutionEngine

    whole = SolutionEngine.generate

    def interrupted(self, request, cancel):
        for event in whole(self, request, cancel):
            yield event
            if isinstance(event, FramesDecoded):
                then(cancel)

    monkeypatch.setattr(SolutionEngine, "generate", interrupted)


def until_cancelled(cancel: CancelToken) -> None:
    while True:
        cancel.check()
        time.sleep(0.001)


def fail(_cancel: CancelToken) -> None:
    raise GenerationFailed(say("It broke."), say("Mend it."))


def first_frames(clip: VideoClip, count: int) -> VideoClip:
    return VideoClip(clip.frames[:count], clip.fps)


def test_a_cancelled_run_stays_cancelled_when_its_probe_is_moved(
    qtbot: QtBot, session: Session, verbs: Verbs, monkeypatch: pytest.MonkeyPatch
):
    after_first_frames(monkeypatch, until_cancelled)
    session.frames_decoded.connect(lambda _event: session.cancel())
    with qtbot.waitSignal(session.generation_cancelled):
        session.generate(computed_order())
    before = verbs.find_run(session.saved.run.id)
    assert session.saved.run == before
    assert before.status == "cancelled"
    kept_probe(qtbot, session, verbs, PROBE)
    assert verbs.find_run(before.id) == replace(before, probe=PROBE)


def test_a_failed_run_keeps_its_sentence_when_its_probe_is_moved(
    qtbot: QtBot, session: Session, verbs: Verbs, monkeypatch: pytest.MonkeyPatch
):
    after_first_frames(monkeypatch, fail)
    with qtbot.waitSignal(session.generation_failed):
        session.generate(computed_order())
    assert session.saved.run.status == "failed"
    kept_probe(qtbot, session, verbs, PROBE)
    run = verbs.find_run(session.saved.run.id)
    assert (run.status, str(run.failure), run.frames_done) == ("failed", "It broke. Mend it.", 4)


def restored(verbs: Verbs, run_id: str) -> tuple[Probe | None, Probe, int]:
    """The probe of a kept run, the probe its reading is along, and how many frames that reads."""
    saved = verbs.open_run(run_id)
    return saved.run.probe, saved.reading.probe, len(saved.reading.time_s)


@pytest.mark.usefixtures("at_rest_at_once")
def test_a_probe_moved_during_a_generation_is_kept_with_the_whole_reading(
    qtbot: QtBot, session: Session, verbs: Verbs
):
    session.frames_decoded.connect(lambda event: event.first or session.move_probe(PROBE))
    with qtbot.waitSignal(session.run_finished) as finished:
        session.generate(computed_order())
    run_id = finished.args[0].run.id
    qtbot.waitUntil(lambda: verbs.find_run(run_id).probe == PROBE)
    assert restored(verbs, run_id) == (PROBE, PROBE, SMALL.num_frames)
    qtbot.waitUntil(lambda: session.saved.run == verbs.find_run(run_id))


@pytest.mark.usefixtures("at_rest_at_once")
def test_a_probe_moved_before_a_cancel_is_kept_with_the_frames_that_came(
    qtbot: QtBot, session: Session, verbs: Verbs, monkeypatch: pytest.MonkeyPatch
):
    after_first_frames(monkeypatch, until_cancelled)

    def on_frames(_event: FramesDecoded) -> None:
        session.move_probe(PROBE)
        session.cancel()

    session.frames_decoded.connect(on_frames)
    with qtbot.waitSignal(session.generation_cancelled):
        session.generate(computed_order())
    run_id = session.saved.run.id
    qtbot.waitUntil(lambda: verbs.find_run(run_id).probe == PROBE)
    assert restored(verbs, run_id) == (PROBE, PROBE, verbs.find_run(run_id).frames_done)
    assert verbs.find_run(run_id).status == "cancelled"


def test_a_probe_moved_just_before_closing_is_kept(qtbot: QtBot, session: Session, verbs: Verbs):
    with qtbot.waitSignal(session.run_finished) as finished:
        session.generate(computed_order())
    session.move_probe(PROBE)
    session.shut_down()
    assert restored(verbs, finished.args[0].run.id) == (PROBE, PROBE, SMALL.num_frames)


def test_a_probe_moved_in_a_run_that_closing_ends_is_kept(qtbot: QtBot, session: Session, verbs: Verbs):
    with qtbot.waitSignal(session.frames_decoded):
        session.generate(computed_order())
    session.move_probe(PROBE)
    session.shut_down()
    assert verbs.find_run(session.saved.run.id).probe == PROBE


@pytest.mark.parametrize("what", ["open", "generate"])
def test_a_probe_moved_just_before_something_else_is_kept(
    qtbot: QtBot, session: Session, verbs: Verbs, what: str
):
    for _ in range(2):
        with qtbot.waitSignal(session.run_finished):
            session.generate(computed_order())
    newest, oldest = (run.id for run in verbs.runs())
    session.move_probe(PROBE)
    if what == "open":
        with qtbot.waitSignal(session.run_opened):
            session.open_run(oldest)
    else:
        with qtbot.waitSignal(session.run_finished):
            session.generate(computed_order())
    qtbot.waitUntil(lambda: verbs.find_run(newest).probe == PROBE)
    assert PROBE not in [run.probe for run in verbs.runs() if run.id != newest]
    session.shut_down()
    assert restored(verbs, newest) == (PROBE, PROBE, SMALL.num_frames)


def test_a_reading_of_only_a_part_is_taken_again_when_its_run_is_opened(
    qtbot: QtBot, session: Session, verbs: Verbs
):
    with qtbot.waitSignal(session.run_finished) as finished:
        session.generate(computed_order())
    run_id = finished.args[0].run.id
    saved = verbs.open_run(run_id)
    verbs.keep_reading(run_id, read_along(verbs, replace(saved, clip=first_frames(saved.clip, 4)), PROBE))
    with qtbot.waitSignal(session.run_opened):
        session.open_run(run_id)
    with qtbot.waitSignal(session.reading_changed) as caught:
        pass
    assert (caught.args[0].reading.probe, len(caught.args[0].reading.time_s)) == (PROBE, SMALL.num_frames)


def test_keeping_the_probe_of_a_deleted_run_is_no_failure(qtbot: QtBot, session: Session, verbs: Verbs):
    kept = []
    for _ in range(2):
        with qtbot.waitSignal(session.run_finished):
            session.generate(computed_order())
        kept.append(session.saved)
    keeper = ProbeKeeper(verbs)
    failures: list[object] = []
    keeper.failed.connect(failures.append)
    verbs.delete_run(kept[0].run.id)
    keeper.keep(kept[0], PROBE)
    with qtbot.waitSignal(keeper.probe_kept) as caught:
        keeper.keep(kept[1], PROBE)
    assert caught.args[0].id == kept[1].run.id
    assert failures == []
    keeper.shut_down()
    qtbot.waitUntil(lambda: not keeper.busy)


def test_the_reading_follows_a_probe_that_never_rests(
    qtbot: QtBot, session: Session, verbs: Verbs, monkeypatch: pytest.MonkeyPatch
):
    with qtbot.waitSignal(session.run_finished):
        session.generate(computed_order())
    with qtbot.waitSignal(session.reading_changed):
        pass
    read_run = verbs.read_run
    monkeypatch.setattr(verbs, "read_run", lambda *given: time.sleep(0.03) or read_run(*given))
    moves = [replace(PROBE, y0=PROBE.y0 + step / 8) for step in range(120)]
    answers: list[Probe] = []
    session.reading_changed.connect(lambda answer: answers.append(answer.reading.probe))
    for probe in moves:
        session.move_probe(probe)
        qtbot.wait(8)
    on_the_way = len(answers)
    qtbot.waitUntil(lambda: answers[-1:] == moves[-1:])
    assert on_the_way > 3
    assert [moves.index(probe) for probe in answers] == sorted(moves.index(probe) for probe in answers)


def test_no_answer_for_one_run_reaches_another(
    qtbot: QtBot, session: Session, verbs: Verbs, monkeypatch: pytest.MonkeyPatch
):
    for _ in range(2):
        with qtbot.waitSignal(session.run_finished):
            session.generate(computed_order())
    oldest = verbs.runs()[-1]
    gate = threading.Event()
    read_run = verbs.read_run
    monkeypatch.setattr(verbs, "read_run", lambda *given: gate.wait(5) and read_run(*given))
    session.move_probe(PROBE)
    with qtbot.waitSignal(session.run_opened):
        session.open_run(oldest.id)
    answers: list[Probe] = []
    session.reading_changed.connect(lambda answer: answers.append(answer.reading.probe))
    gate.set()
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [oldest.probe]


@pytest.mark.parametrize("then", [until_cancelled, fail], ids=["cancelled", "failed"])
def test_the_last_frames_of_a_run_that_was_cut_short_are_read_too(
    qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch, then: Callable[[CancelToken], None]
):
    """The reading that came along is of fewer frames than came, since its reader was slower."""
    after_first_frames(monkeypatch, then)
    silent = StageProgressed("saving", 0, 1)
    monkeypatch.setattr("desktop_app.workflow.generation.FramesRead", lambda *_: silent)
    session.frames_decoded.connect(lambda _event: session.cancel())
    session.generate(computed_order())
    qtbot.waitUntil(lambda: not session.busy)
    qtbot.waitUntil(lambda: session.saved.reading is not None)
    assert len(session.saved.reading.time_s) == len(session.saved.clip.frames) > 0


def test_a_finished_run_has_its_whole_reading_at_once(qtbot: QtBot, session: Session):
    read: list[int] = []
    session.run_finished.connect(lambda _event: read.append(len(session.saved.reading.time_s)))
    with qtbot.waitSignal(session.run_finished):
        session.generate(computed_order())
    assert read == [SMALL.num_frames]
    with qtbot.waitSignal(session.reading_changed) as caught:
        pass
    assert caught.args[0].complete
