"""Points, regions and scales over the workflow and the library as they are."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot
from support.house import computed_order, make_house

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.clip import PixelBox, RegionProbe, SpotProbe, VideoClip
from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.events import RunFinished
from desktop_app.services.place_watching import PlaceWatching
from desktop_app.services.run_changes import RunChanges
from desktop_app.services.scale_finding import ScaleFinding
from desktop_app.services.session import Session
from desktop_app.services.verbs import Verbs
from desktop_app.workflow.history import SavedRun


@pytest.fixture
def verbs(tmp_path: Path) -> Verbs:
    return Verbs(make_house(tmp_path))


@pytest.fixture
def saved(verbs: Verbs) -> SavedRun:
    """A computed run, kept."""
    *_, finished = verbs.generate(computed_order(), CancelToken())
    assert isinstance(finished, RunFinished)
    return verbs.open_run(finished.run.id)


@pytest.fixture
def watching(qtbot: QtBot, verbs: Verbs):
    changes = RunChanges(verbs)
    watching = PlaceWatching(verbs, changes)
    yield watching
    watching.shut_down()
    changes.shut_down()


def places_on(saved: SavedRun) -> tuple[SpotProbe, RegionProbe]:
    """A point and a region on the body."""
    body = saved.run.body
    assert body is not None
    x, y = (body.left + body.right) / 2, (body.top + body.bottom) / 2
    return SpotProbe(x, y, 2.0), RegionProbe(PixelBox(body.left + 4, y - 2, body.left + 12, y + 2))


def test_places_are_read_and_kept(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, verbs: Verbs, saved: SavedRun, watching: PlaceWatching
) -> None:
    places = places_on(saved)
    with qtbot.waitSignal(watching.readings_changed) as told:
        watching.follow(saved, places)
    readings = told.args[0]
    assert tuple(reading.place for reading in readings) == places
    assert all(len(reading.temperature_K) == len(saved.clip.frames) for reading in readings)
    qtbot.waitUntil(lambda: verbs.find_run(saved.run.id).places == places)


def test_what_is_unkept_is_kept_when_the_run_is_left(
    qtbot: QtBot, verbs: Verbs, saved: SavedRun, watching: PlaceWatching
) -> None:
    places = places_on(saved)
    watching.follow(saved, places)
    watching.leave()
    qtbot.waitUntil(lambda: verbs.find_run(saved.run.id).places == places)


def test_no_places_are_answered_at_once(qtbot: QtBot, saved: SavedRun, watching: PlaceWatching) -> None:
    with qtbot.waitSignal(watching.readings_changed) as told:
        watching.read(saved, ())
    assert told.args[0] == ()


def test_a_table_of_places_lies_beside_the_video(verbs: Verbs, saved: SavedRun, tmp_path: Path) -> None:
    followed = replace(saved, run=replace(saved.run, places=places_on(saved)))
    verbs.export_places(followed, tmp_path / "a-places.csv")
    lines = (tmp_path / "a-places.csv").read_text().splitlines()
    assert len(lines) == 1 + 2 * len(saved.clip.frames)


def test_a_scale_from_two_places_is_that_which_gives_them_their_temperatures(
    qtbot: QtBot, verbs: Verbs, saved: SavedRun
) -> None:
    hot, cold = verbs.read_places(replace(saved, run=replace(saved.run, places=_two_apart(saved))))
    last = saved.clip.frames[-1]
    finding = ScaleFinding(verbs)
    first, second = (
        (reading.place.x, reading.place.y, float(reading.temperature_K[-1])) for reading in (hot, cold)
    )
    with qtbot.waitSignal(finding.scale_found) as told:
        finding.find_scale(saved, last, first, second)
    assert told.args[0] == pytest.approx(saved.run.temperature_range_K, abs=1.0)
    with qtbot.waitSignal(finding.scale_refused) as refused:
        finding.find_scale(saved, last, first, first)
    assert isinstance(refused.args[0], InvalidInput)
    finding.find_bar(saved)
    finding.shut_down()


def _two_apart(saved: SavedRun) -> tuple[SpotProbe, SpotProbe]:
    probe = saved.run.probe
    assert probe is not None
    x = [probe.x0 + share * (probe.x1 - probe.x0) for share in (0.03, 0.6)]
    return SpotProbe(x[0], probe.y0), SpotProbe(x[1], probe.y0)


def test_a_reading_on_another_scale_is_kept_and_back_again(qtbot: QtBot, verbs: Verbs, saved: SavedRun):
    session, changes = Session(verbs), RunChanges(verbs)
    changes.run_changed.connect(session.take_run)
    run_id, before = saved.run.id, saved.run.temperature_range_K
    with qtbot.waitSignal(session.reading_changed):
        session.open_run(run_id)
    for scale_K, expected in (((300.0, 500.0), (300.0, 500.0)), (None, before)):
        changes.scale(run_id, scale_K)
        qtbot.waitUntil(lambda: _kept_scale(verbs, run_id) == expected)  # noqa: B023
        assert session.saved is not None
        assert session.saved.reading is not None
        assert session.saved.reading.temperature_range_K == expected
    changes.shut_down()
    session.shut_down()


def _kept_scale(verbs: Verbs, run_id: str) -> tuple[float, float] | None:
    reading = verbs.open_run(run_id).reading
    return None if reading is None else reading.temperature_range_K


def test_a_probe_goes_back_to_the_body(qtbot: QtBot, verbs: Verbs, saved: SavedRun):
    session, run_id, laid = Session(verbs), saved.run.id, saved.run.probe
    assert laid is not None
    with qtbot.waitSignal(session.reading_changed):
        session.open_run(run_id)
    bent = replace(laid, via=(((laid.x0 + laid.x1) / 2, laid.y0 + 3.0),))
    session.move_probe(bent)
    qtbot.waitUntil(lambda: verbs.find_run(run_id).probe == bent)
    session.move_probe(None)
    qtbot.waitUntil(lambda: verbs.find_run(run_id).probe != bent)
    session.shut_down()
    again = verbs.find_run(run_id).probe
    assert again is not None
    assert again.via == ()


def test_only_a_scale_in_the_palette_the_run_is_read_with_is_told_of(verbs: Verbs, saved: SavedRun) -> None:
    frames = np.full((3, 352, 640, 3), (24, 48, 56), np.uint8)
    assert verbs.printed_scale(replace(saved, clip=VideoClip(frames, 12.0))) is None
    for name, told in ((saved.run.request.look, True), ("rainbow", False)):
        palette = verbs.look(name).palette
        assert palette is not None
        strip = palette[np.linspace(255, 0, 260).round().astype(int)]
        frames[:, 40:300, 600:614] = strip[None, :, None]
        box = verbs.printed_scale(replace(saved, clip=VideoClip(frames, 12.0)))
        assert box == (PixelBox(600, 40, 614, 300) if told else None)
