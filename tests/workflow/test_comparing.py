"""Copper or iron: the ratio of two clips' diffusivities, and when it cannot be told."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from support.compared import COPPER, IRON, LONGER_IRON, SHORT_IRON, painted_run, unknown_bar
from support.house import make_house
from support.painted import bar_video
from support.readings import front_reading

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.text import say
from desktop_app.workflow.comparing import PROMISE_FACTOR, compare_runs
from desktop_app.workflow.comparing_differences import difference_of
from desktop_app.workflow.comparing_reports import comparison_to_json
from desktop_app.workflow.comparing_sources import compare_given
from desktop_app.workflow.comparing_words import promise_words
from desktop_app.workflow.history import SavedRun
from desktop_app.workflow.opening import open_clip
from desktop_app.workflow.reading_plan import Wishes

COPPER_BY_IRON = 117 / 23.1
"""α of both in mm²/s at 300 K as tabulated: T. L. Bergman et al., Fundamentals of Heat and Mass Transfer,
7th ed. 2011, table A.1; 5.06. Its k, ρ and c, which the clips are made from, give 5.11."""


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    house = make_house(tmp_path_factory.mktemp("compared"))
    yield house
    house.worker.close()
    house.runs.close()


@pytest.fixture(scope="module")
def copper(place):
    return painted_run(place, COPPER)


@pytest.fixture(scope="module")
def iron(place):
    return painted_run(place, IRON)


def compared(place, first, second):
    return compare_runs(place, first, second, CancelToken())


def test_copper_or_iron(place, copper, iron):
    found = compared(place, copper, iron)
    low, high = found.ratio.interval
    assert low < COPPER_BY_IRON < high
    assert low < found.promised_ratio < high
    assert found.verdict == "holds"
    assert found.tolerance == pytest.approx(
        (found.promised_ratio / PROMISE_FACTOR, found.promised_ratio * PROMISE_FACTOR)
    )
    assert "faster through the first clip" in str(found.answer)
    assert str(promise_words(found, "en")).endswith("for copper against iron.")
    assert "铜对铁" in promise_words(found, "zh").to(place.catalogues["zh"])
    assert found.one_scale
    assert found.assumptions == ()


def test_the_other_way_round_is_the_same_answer(place, copper, iron):
    there, back = compared(place, copper, iron), compared(place, iron, copper)
    assert back.ratio.value == pytest.approx(1 / there.ratio.value, rel=1e-6)
    assert back.verdict == "holds"
    assert "faster through the second clip" in str(back.answer)
    assert str(promise_words(back, "en")) == str(promise_words(there, "en"))
    assert np.allclose(back.difference.difference_K, -there.difference.difference_K)


def test_a_wrong_pair_is_found(place, copper, iron):
    called_iron = SavedRun(
        replace(copper.run, concept=iron.run.concept), copper.clip, copper.reading, iron.solution
    )
    found = compared(place, copper, called_iron)
    assert found.verdict == "broken"
    assert found.ratio.interval[0] <= 1 <= found.ratio.interval[1]
    assert "equally fast" in str(found.answer)


@pytest.mark.parametrize("prompt", [SHORT_IRON, LONGER_IRON])
def test_other_lengths_and_other_time_lapses_give_the_same_ratio(place, copper, prompt):
    found = compared(place, copper, painted_run(place, prompt))
    assert found.ratio.interval[0] < found.promised_ratio < found.ratio.interval[1]
    assert found.verdict == "holds"


def test_fronts_are_further_in_copper(copper, iron, place):
    found = compared(place, copper, iron)
    assert found.levels_K == pytest.approx((313.15, 333.15, 353.15))
    ours, theirs = found.first.fronts, found.second.fronts
    assert ours.shape == theirs.shape == (33, 3)
    both = np.isfinite(ours) & np.isfinite(theirs)
    assert both[8:].all()
    assert (ours[8:] > 1.8 * theirs[8:]).all(), "√5.1 = 2.26, less where a front feels its end"


def test_only_one_with_physical_time_cannot_be_told(place, copper, tmp_path):
    foreign = open_clip(
        place, bar_video(tmp_path / "bar.mp4", place), Wishes(), CancelToken(), lambda *_: None
    )
    found = compared(place, copper, foreign)
    assert found.ratio is None
    assert found.verdict == "undecided"
    assert "time-lapse" in str(found.why)
    assert found.difference is None
    assert promise_words(found, "en") is None


def test_two_clips_that_nobody_described_share_a_time_lapse(place, tmp_path):
    fast, slow = (
        open_clip(
            place, unknown_bar(tmp_path / f"{fo}.mp4", place, fo), Wishes(), CancelToken(), lambda *_: None
        )
        for fo in (0.3, 0.1)
    )
    found = compared(place, fast, slow)
    assert found.ratio.interval[0] < 3 < found.ratio.interval[1]
    assert found.promised_ratio is None
    assert found.verdict == "undecided"
    assert len(found.assumptions) == 3
    assert "Nobody said" in str(found.why)


def test_a_clip_at_the_end_of_its_palette_tells_no_rate(place, tmp_path):
    foreign = open_clip(
        place, bar_video(tmp_path / "bar.mp4", place), Wishes(), CancelToken(), lambda *_: None
    )
    found = compared(place, foreign, foreign)
    assert found.ratio is None
    assert str(found.why).startswith("In the first clip: Too little")
    assert found.difference.rmse_K == 0


def test_what_cannot_be_read_is_refused_with_its_reason(place, copper, iron):
    blank = replace(
        iron.reading,
        readable=False,
        reason=say("No known palette fits this clip's colours."),
        temperature_K=np.empty((0, 0), np.float32),
        time_s=np.empty(0),
    )
    found = compared(place, copper, replace(iron, reading=blank))
    assert found.ratio is None
    assert str(found.why) == "In the second clip: No known palette fits this clip's colours."
    assert found.difference is None
    assert comparison_to_json(found, str)["rmse_K"] is None


def test_heat_that_does_not_flow_along_the_probe_is_refused(place, copper):
    spot = painted_run(place, "A square copper plate with a hot spot of 100 °C in its middle")
    found = compared(place, copper, spot)
    assert found.ratio is None
    assert str(found.why).startswith("In the second clip:")


def test_differences_are_taken_where_both_are():
    first = front_reading(9)
    later = replace(first, time_s=first.time_s * 2, temperature_K=first.temperature_K[:, ::-1] * 0 + 300)
    apart = difference_of(first, later)
    assert apart.time_s[-1] == first.time_s[-1]
    assert apart.difference_K == pytest.approx(first.temperature_K - 300, abs=1e-3)
    assert apart.rmse_K == pytest.approx(np.sqrt(np.mean((first.temperature_K - 300.0) ** 2)), rel=1e-5)
    assert apart.largest_K == pytest.approx(np.abs(first.temperature_K - 300).max(), rel=1e-5)
    after = replace(first, time_s=first.time_s + first.time_s[-1] + 1)
    assert difference_of(first, after) is None


def test_a_name_that_is_neither_file_nor_run_is_refused(house):
    nothing = (Wishes(), Wishes())
    with pytest.raises(InvalidInput, match="neither a file nor a run"):
        compare_given(house, ("nowhere.mp4", "nowhere.mp4"), nothing, CancelToken())


def test_a_run_keeps_its_own_prompt_and_scale(place, copper, iron):
    ids = (copper.run.id, iron.run.id)
    with pytest.raises(InvalidInput, match="what it shows is kept"):
        compare_given(place, ids, (Wishes(), Wishes(prompt="a glass rod")), CancelToken())
    with pytest.raises(InvalidInput, match="palettes and scales"):
        compare_given(place, ids, (Wishes(look="iron"), Wishes(look="iron")), CancelToken())
    before = place.runs.list()
    assert compare_given(place, ids, (Wishes(), Wishes()), CancelToken()).verdict == "holds"
    assert place.runs.list() == before
