"""The main job with the `solution` engine: events, what is kept, what happens when it is stopped."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from support.house import SMALL, computed_order

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.errors import (
    Cancelled,
    ExportFailed,
    GenerationFailed,
    HeatSketchError,
    InvalidInput,
    OutsideConduction,
)
from desktop_app.domain.events import EngineFinished, FramesDecoded, FramesRead, RunFinished, RunStarted
from desktop_app.domain.text import say
from desktop_app.workflow.comparison import solution_beside
from desktop_app.workflow.engines import EngineChoice
from desktop_app.workflow.generation import generate, ordered_concept
from desktop_app.workflow.history import delete_run, keep_reading, list_runs, open_run, thumbnail
from desktop_app.workflow.probing import probe_of
from desktop_app.workflow.reading import read_run


def test_events_come_in_order_and_end_with_the_whole_run(house):
    events = list(generate(house, computed_order(), CancelToken()))
    kinds = [type(event) for event in events]
    assert kinds.index(RunStarted) < kinds.index(FramesDecoded) < kinds.index(FramesRead)
    assert kinds[-1] is RunFinished
    decoded = [event for event in events if isinstance(event, FramesDecoded)]
    assert [event.first for event in decoded] == [0, 4, 8]
    assert sum(len(event.frames) for event in decoded) == SMALL.num_frames
    run = events[-1].run
    assert run.status == "finished"
    assert run.computed
    assert run.frames_done == SMALL.num_frames
    assert set(run.timings_s) == {"solving", "painting"}


def test_frames_are_read_as_they_arrive(house):
    readings = [
        e.reading for e in generate(house, computed_order(), CancelToken()) if isinstance(e, FramesRead)
    ]
    assert [len(reading.temperature_K) for reading in readings] == [4, 8, 9]


def test_what_is_read_is_the_solution_within_a_percent_of_span(house):
    *_, last = generate(house, computed_order(), CancelToken())
    saved = open_run(house, last.run.id)
    solution = solution_beside(saved, last.reading)
    departure = np.abs(last.reading.temperature_K - solution)
    assert np.nanmedian(departure[1:]) < 0.8
    assert last.reading.temperature_K[-1, 0] > last.reading.temperature_K[-1, -1] + 10


def test_the_kept_run_is_what_was_shown(house):
    events = list(generate(house, computed_order(), CancelToken()))
    shown = np.concatenate([event.frames for event in events if isinstance(event, FramesDecoded)])
    run = events[-1].run
    saved = open_run(house, run.id)
    assert np.array_equal(saved.clip.frames, shown)
    assert saved.clip.fps == pytest.approx(SMALL.fps)
    assert saved.run == run
    assert np.array_equal(saved.reading.temperature_K, events[-1].reading.temperature_K)
    assert saved.solution.temperature_K.shape[0] == SMALL.num_frames
    assert thumbnail(house, run.id).read_bytes().startswith(b"\x89PNG")


def test_same_order_gives_the_same_frames(house):
    first, second = (
        [e.frames for e in generate(house, computed_order(), CancelToken()) if isinstance(e, FramesDecoded)]
        for _ in range(2)
    )
    assert all(np.array_equal(a, b) for a, b in zip(first, second, strict=True))


def test_cancelling_keeps_the_frames_so_far(house):
    cancel = CancelToken()
    events = generate(house, computed_order(), cancel)
    while not isinstance(next(events), FramesDecoded):
        pass
    cancel.cancel()
    with pytest.raises(Cancelled):
        list(events)
    (run,) = list_runs(house)
    assert run.status == "cancelled"
    assert run.frames_done == 4
    assert len(open_run(house, run.id).clip.frames) == 4


def test_walking_away_counts_as_cancelling(house):
    events = generate(house, computed_order(), CancelToken())
    while not isinstance(next(events), FramesDecoded):
        pass
    events.close()
    run = list_runs(house)[0]
    assert run.status == "cancelled"
    assert run.probe == probe_of(run.concept, run.body), "its frames are still read where the body is"


class BrokenEngine:
    """Gives one frame, then fails with a sentence."""

    def __init__(self, failure: Exception) -> None:
        self.failure = failure

    def generate(self, request, cancel):
        yield FramesDecoded(0, np.zeros((1, request.height, request.width, 3), np.uint8))
        raise self.failure

    def close(self) -> None:
        pass


class HotEngine(BrokenEngine):
    """Paints white frames, whatever the concept says."""

    def generate(self, request, cancel):
        yield FramesDecoded(0, np.full((request.num_frames, request.height, request.width, 3), 255, np.uint8))
        yield EngineFinished({"total": 0.0})


def foreign_order(monkeypatch, **changes):
    monkeypatch.setattr("desktop_app.workflow.generation.check_settings", lambda *_: None)
    engine = EngineChoice("/a/folder", say("x"), computed=False, folder=Path("/a/folder"))
    return replace(computed_order(**changes), engine=engine)


def test_a_failing_engine_leaves_a_failed_run_with_its_sentence(house, monkeypatch):
    failure = GenerationFailed(say("The worker ended."), say("Try again."))
    broken = replace(house, worker=BrokenEngine(failure))
    with pytest.raises(GenerationFailed):
        list(generate(broken, foreign_order(monkeypatch), CancelToken()))
    (run,) = list_runs(house)
    assert (run.status, run.failure, run.frames_done) == ("failed", run.failure, 1)
    assert str(run.failure) == "The worker ended. Try again."


class SilentEngine(BrokenEngine):
    """Ends without a frame."""

    def generate(self, request, cancel):
        yield EngineFinished({})


def test_a_model_without_frames_is_a_failure(house, monkeypatch):
    silent = replace(house, worker=SilentEngine(AssertionError()))
    with pytest.raises(GenerationFailed):
        list(generate(silent, foreign_order(monkeypatch), CancelToken()))
    assert list_runs(house)[0].status == "failed"


def test_a_full_disk_at_the_end_does_not_leave_the_run_running(house, monkeypatch):
    def full(*_):
        raise ExportFailed(say("No space."), say("Free some."))

    monkeypatch.setattr("desktop_app.library.run_files.RunFiles.save_thumbnail", full)
    with pytest.raises(ExportFailed):
        list(generate(house, computed_order(), CancelToken()))
    (run,) = list_runs(house)
    assert run.status == "failed"
    delete_run(house, run.id)
    assert list_runs(house) == ()


def test_full_memory_is_told_with_a_remedy(house, monkeypatch):
    def full(*_args, **_options):
        raise MemoryError("4 GiB")

    monkeypatch.setattr("desktop_app.workflow.generation.solve", full)
    with pytest.raises(HeatSketchError, match="not enough memory"):
        list(generate(house, computed_order(), CancelToken()))


def test_closing_after_the_end_leaves_the_run_finished(house):
    events = generate(house, computed_order(), CancelToken())
    for event in events:
        if isinstance(event, RunFinished):
            break
    events.close()
    assert list_runs(house)[0].status == "finished"


def test_an_unforeseen_error_is_not_swallowed(house, monkeypatch):
    broken = replace(house, worker=BrokenEngine(ZeroDivisionError()))
    with pytest.raises(ZeroDivisionError):
        list(generate(broken, foreign_order(monkeypatch), CancelToken()))
    assert list_runs(house)[0].status == "failed"


def test_the_reading_is_of_the_frames_and_not_of_the_concept(house, monkeypatch):
    hot = replace(house, worker=HotEngine(AssertionError()))
    order = foreign_order(monkeypatch, look="white_hot")
    *_, last = generate(hot, order, CancelToken())
    assert last.reading.temperature_K == pytest.approx(373.15)
    assert not last.run.computed


def test_what_conduction_does_not_cover_still_goes_to_a_model(house, monkeypatch):
    hot = replace(house, worker=HotEngine(AssertionError()))
    order = foreign_order(monkeypatch, prompt="water boiling in a copper pot", look="white_hot")
    events = list(generate(hot, order, CancelToken()))
    started = next(event for event in events if isinstance(event, RunStarted))
    assert started.solution is None
    with pytest.raises(OutsideConduction):
        list(generate(house, computed_order("water boiling in a copper pot"), CancelToken()))


@pytest.mark.parametrize(
    "changes",
    [
        {"width": 191},
        {"height": 0},
        {"width": 100_000},
        {"num_frames": 0},
        {"num_frames": 10_000},
        {"num_frames": 1},
        {"fps": 0},
        {"num_inference_steps": 0},
        {"guidance_scale": -1.0},
        {"guidance_scale": float("nan")},
        {"width": 4096, "height": 4096, "num_frames": 1000},
    ],
    ids=str,
)
def test_impossible_settings_are_refused_before_anything_is_kept(house, changes):
    order = replace(computed_order(), settings=replace(SMALL, **changes))
    with pytest.raises(InvalidInput):
        list(generate(house, order, CancelToken()))
    assert list_runs(house) == ()


@pytest.mark.parametrize("seed", [-1, 2**40])
def test_impossible_seeds_are_refused(house, seed):
    with pytest.raises(InvalidInput):
        list(generate(house, replace(computed_order(), seed=seed), CancelToken()))


def test_a_probe_moved_later_is_remembered(house):
    *_, last = generate(house, computed_order(), CancelToken())
    saved = open_run(house, last.run.id)
    probe = replace(last.reading.probe, y0=last.reading.probe.y0 + 3, band_px=1.0)
    reading = read_run(house, saved, probe)
    keep_reading(house, saved.run.id, reading)
    again = open_run(house, last.run.id)
    assert again.run.probe == probe
    assert again.reading.probe == probe


def test_deleting_a_run_removes_it(house):
    *_, last = generate(house, computed_order(), CancelToken())
    delete_run(house, last.run.id)
    assert list_runs(house) == ()


def test_a_clip_is_painted_on_a_scale_that_holds_its_solution(house, monkeypatch):
    order = computed_order("a steel plate with 2 W spot 2 mm in diameter, 10 s")
    told = ordered_concept(house, order)
    narrow = replace(told, story=replace(told.story, temperature_range_K=(293.15, 294.0)))
    monkeypatch.setattr("desktop_app.workflow.generation.ordered_concept", lambda *_: narrow)
    events = list(generate(house, order, CancelToken()))
    (started,) = (event for event in events if isinstance(event, RunStarted))
    assert started.concept.temperature_range_K[1] == pytest.approx(started.solution.temperature_K.max())
    assert started.run.concept.temperature_range_K == started.concept.temperature_range_K
