"""Whoever asks twice does not wait for a model that does not listen."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from support.house import make_house

from desktop_app.domain.events import StageProgressed
from desktop_app.generation.supervisor import WorkerSupervisor
from desktop_app.services.session import Session
from desktop_app.services.verbs import Verbs
from desktop_app.workflow.orders import GenerationOrder, Settings

SETTINGS = Settings(width=64, height=64, num_frames=5, fps=8, num_inference_steps=2, guidance_scale=1.0)


@pytest.fixture
def verbs(tmp_path: Path) -> Iterator[Verbs]:
    """The workflow with a worker that does not listen while it denoises."""
    worker = WorkerSupervisor(tmp_path / "work", tmp_path / "cache", worker_module="support.fake_worker")
    verbs = Verbs(replace(make_house(tmp_path), worker=worker))
    yield verbs
    verbs.stop_engines()


def test_a_second_cancel_ends_the_process_off_the_windows_thread(
    qtbot: QtBot, verbs: Verbs, tiny_wan: Path, monkeypatch: pytest.MonkeyPatch
):
    stopped_on: list[threading.Thread] = []
    stop = verbs.stop_engines
    monkeypatch.setattr(
        verbs, "stop_engines", lambda: (stopped_on.append(threading.current_thread()), stop())
    )
    session = Session(verbs)
    order = GenerationOrder("block denoising", verbs.engine_at(tiny_wan), SETTINGS, 0, enrich=False)

    def denoises(event: StageProgressed) -> bool:
        return event.stage == "denoising"

    with qtbot.waitSignal(session.stage_progressed, check_params_cb=denoises, timeout=20_000):
        session.generate(order)
    session.cancel()
    qtbot.wait(200)
    assert session.busy
    assert stopped_on == []
    with qtbot.waitSignal(session.generation_cancelled):
        session.cancel()
        session.cancel()
    assert len(stopped_on) == 1
    assert stopped_on[0] is not threading.main_thread()
    assert verbs.find_run(session.saved.run.id).status == "cancelled"
    session.shut_down()
