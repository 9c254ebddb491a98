from __future__ import annotations

from dataclasses import replace

from support.house import SMALL, computed_order
from support.runs import run

from desktop_app.domain.events import StageProgressed
from desktop_app.services.pace import PaceMeter, earlier_timings


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_nothing_is_foretold_before_anything_happened():
    assert PaceMeter().remaining_s is None


def test_the_pace_of_a_stage_tells_what_is_left_of_it():
    clock = Clock()
    pace = PaceMeter(clock=clock)
    pace.note(StageProgressed("denoising", 0, 10))
    clock.now += 6
    pace.note(StageProgressed("denoising", 3, 10))
    assert pace.remaining_s == 14
    clock.now += 1
    assert pace.remaining_s == 13
    assert pace.elapsed_s == 7


def test_work_done_before_the_first_report_does_not_count_as_pace():
    clock = Clock()
    pace = PaceMeter(clock=clock)
    pace.note(StageProgressed("decoding", 1, 5))
    assert pace.remaining_s is None
    clock.now += 2
    pace.note(StageProgressed("decoding", 3, 5))
    assert pace.remaining_s == 2


def test_later_stages_take_what_they_took_before():
    clock = Clock()
    pace = PaceMeter({"denoising": 99.0, "decoding": 30.0, "saving": 2.0}, clock)
    pace.note(StageProgressed("denoising", 0, 4))
    clock.now += 10
    pace.note(StageProgressed("denoising", 2, 4))
    assert pace.remaining_s == 10 + 30 + 2


def test_a_stage_without_numbers_takes_what_it_took_before():
    clock = Clock()
    pace = PaceMeter({"loading": 20.0, "denoising": 40.0}, clock)
    pace.note(StageProgressed("loading", 0, 0))
    clock.now += 5
    assert pace.remaining_s == 15 + 40
    clock.now += 100
    assert pace.remaining_s == 40


def test_only_a_finished_run_of_the_same_kind_foretells():
    order = computed_order()
    request = replace(
        run().request,
        model=order.engine.id,
        width=SMALL.width,
        height=SMALL.height,
        num_frames=SMALL.num_frames,
        num_inference_steps=SMALL.num_inference_steps,
    )
    like = run(request=request, status="finished")
    others = (
        replace(like, status="cancelled"),
        replace(like, request=replace(request, model="other")),
        replace(like, request=replace(request, num_frames=5)),
        replace(like, request=replace(request, num_inference_steps=9)),
    )
    assert earlier_timings(others, order) == {}
    assert earlier_timings((*others, like), order) == {"denoising": 1.5}
