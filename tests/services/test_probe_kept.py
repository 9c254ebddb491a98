"""Where a person laid the probe is kept with the run, over the workflow and the library as they are."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from support.house import computed_order, make_house

from desktop_app.domain.clip import Probe
from desktop_app.domain.errors import GenerationFailed
from desktop_app.domain.events import FramesDecoded
from desktop_app.domain.text import say
from desktop_app.services.session import Session
from desktop_app.services.verbs import Verbs

PROBE = Probe(30.0, 60.0, 150.0, 66.0, 4.0)


@pytest.fixture
def verbs(tmp_path: Path) -> Verbs:
    return Verbs(make_house(tmp_path))


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


def fail_after(verbs: Verbs, frames: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every generation fail as soon as so many frames are there."""
    from desktop_app.workflow.solution_engine import SolutionEngine

    whole = SolutionEngine.generate

    def short(self, request, cancel):
        for event in whole(self, request, cancel):
            yield event
            if isinstance(event, FramesDecoded) and event.first + len(event.frames) >= frames:
                raise GenerationFailed(say("It broke."), say("Mend it."))

    monkeypatch.setattr(SolutionEngine, "generate", short)


def test_a_cancelled_run_stays_cancelled_when_its_probe_is_moved(
    qtbot: QtBot, session: Session, verbs: Verbs
):
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
    fail_after(verbs, 4, monkeypatch)
    with qtbot.waitSignal(session.generation_failed):
        session.generate(computed_order())
    assert session.saved.run.status == "failed"
    kept_probe(qtbot, session, verbs, PROBE)
    run = verbs.find_run(session.saved.run.id)
    assert (run.status, str(run.failure), run.frames_done) == ("failed", "It broke. Mend it.", 4)
