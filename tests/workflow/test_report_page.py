"""The report holds what was found, nothing that can run, and nothing from outside."""

from __future__ import annotations

import re
from base64 import b64decode
from dataclasses import replace
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from support.house import computed_order
from support.law_reports import bare_report, mixed_report

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.clip import VideoClip
from desktop_app.domain.errors import ExportFailed
from desktop_app.domain.events import RunFinished
from desktop_app.domain.review import Review
from desktop_app.domain.text import Text
from desktop_app.workflow.context import Context
from desktop_app.workflow.generation import generate
from desktop_app.workflow.history import SavedRun, open_run
from desktop_app.workflow.report_page import save_report_page

VOID = {"meta", "img", "br"}
HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(2)> ]]> & {name} \u202e\x00\x1b'


class Page(HTMLParser):
    """A page taken apart; an element that is not closed in order fails."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] != "style":
            self.text += data

    def all(self, name: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.elements if tag == name]


def picture(address: str) -> Image.Image:
    """The PNG in a data address, decoded."""
    head, content = address.split(",", 1)
    assert head == "data:image/png;base64"
    image = Image.open(BytesIO(b64decode(content)))
    image.load()
    return image


@pytest.fixture
def saved(house: Context) -> SavedRun:
    for event in generate(house, computed_order(), CancelToken()):
        if isinstance(event, RunFinished):
            return open_run(house, event.run.id)
    raise AssertionError("a generation ends with RunFinished")


@pytest.fixture
def write(house: Context, tmp_path: Path):
    def written(saved: SavedRun, laws=None, language="en") -> str:
        path = tmp_path / "report.html"
        save_report_page(house, saved, path, language, CancelToken(), laws)
        return path.read_text(encoding="utf-8")

    return written


def test_a_computed_run_is_told_whole(saved: SavedRun, write):
    page = Page(write(saved))
    for told in (
        "a copper rod, left end held at 100 °C",
        "Computed from the heat equation",
        "Not reviewed by a person.",
        "Visual illustration. Actual temperatures: see a thermodynamic model.",
        "The palette's ends are taken for 20 °C and 100 °C.",
        "Off the palette: 0 % of samples",
        "Fourier number that the materials promise: 0.502",
        "solution of the heat equation",
        "Surfaces not mentioned are insulated.",
        "HeatSketch 0.0-test",
    ):
        assert told in page.text
    assert len(page.all("tr")) == 1 + 1 + 7  # the stills, the head, the laws
    stills = [picture(each["src"] or "") for each in page.all("img")]
    assert [still.size for still in stills] == [(192, 128)] * 3
    assert np.abs(np.asarray(stills[2].convert("RGB"), int) - saved.clip.frames[-1]).max() == 0


def test_the_profile_is_drawn_where_it_is(saved: SavedRun, write):
    curves = Page(write(saved)).all("polyline")
    assert len(curves) == 6  # three moments, read and solved
    dashed = [curve for curve in curves if "stroke-dasharray" in curve]
    assert len(dashed) == 3
    points = [tuple(map(float, pair.split(","))) for pair in str(curves[-1]["points"]).split()]
    low, high = 118.0, 20.0  # the plot's lower and upper edge stand for 20 and 100 °C
    celsius = [20 + 80 * (low - y) / (low - high) for _, y in points]
    expected = saved.reading.temperature_K[-1] - 273.15
    assert np.abs(np.array(celsius) - expected).max() < 0.1


def test_the_map_has_the_clips_colours_and_the_broken_law(saved: SavedRun, write):
    page = Page(write(saved, mixed_report()))
    image, _key = page.all("image")
    shown = np.asarray(picture(str(image["xlink:href"])).convert("RGB"), int)
    hot, far = shown[-1, -1], shown[0, -1]  # position 0 lies at the bottom
    frame = saved.clip.frames[-1]
    row = int(saved.reading.probe.y0)
    left, right = round(saved.reading.probe.x0) + 1, round(saved.reading.probe.x1) - 2
    assert np.abs(hot - frame[row, left]).max() < 12
    assert np.abs(far - frame[row, right]).max() < 12
    outlines = [each for each in page.all("rect") if each.get("stroke-dasharray")]
    assert len(outlines) == 1
    assert float(outlines[0]["height"] or 0) == pytest.approx(104 * 0.3 - 2, abs=0.1)


def test_the_laws_are_told_with_their_numbers(saved: SavedRun, write):
    text = Page(write(saved, mixed_report())).text
    for told in (
        "✓ 1. the front's advance: holds",
        "✗ 2. no flashing: broken",
        "? 5. no heat from nowhere: cannot be told",
        "14.2", "11.8 … 17.1", "up to 5", "0.4 to 0.6", "The middle of the bar flashes",
        "0.0412 (95 %: 0.0391 … 0.0436)", "promise: 0.04", "11.3 K (root mean square), at most by 62 K",
    ):  # fmt: skip
        assert told in text


def test_a_clip_that_cannot_be_read_says_why_and_draws_nothing(saved: SavedRun, write):
    reading = replace(
        saved.reading,
        readable=False,
        reason=Text("Its contrast was changed from place to place."),
        temperature_K=np.empty((0, 0), np.float32),
        sigma_K=np.empty((0, 0), np.float32),
        confidence=np.empty((0, 0), np.float32),
        censored=np.empty((0, 0), np.int8),
        position=np.empty(0),
        time_s=np.empty(0),
    )
    page = Page(write(replace(saved, reading=reading), bare_report()))
    assert "could not be read as temperatures. Its contrast was changed from place to place." in page.text
    assert page.text.count(": cannot be told") == 7
    assert page.all("svg") == []
    assert len(page.all("img")) == 3
    assert "palette" not in page.text


@pytest.mark.parametrize("language", ["en", "zh"])
def test_words_from_outside_are_never_markup(saved: SavedRun, write, language: str):
    concept = replace(saved.run.concept, prompt=HOSTILE, notes=(Text("{x}", (("x", HOSTILE),)),))
    review = Review("fit", HOSTILE, HOSTILE, "2026-01-02", HOSTILE)
    laws = mixed_report()
    hostile_law = replace(laws.verdicts[0], why=Text("{x}", (("x", HOSTILE),)))
    run = replace(saved.run, concept=concept, review=review, opened_from=HOSTILE)
    text = write(replace(saved, run=run), replace(laws, verdicts=(hostile_law, *laws.verdicts[1:])), language)
    page = Page(text)
    assert page.all("script") == []
    assert all((each["src"] or "").startswith("data:") for each in page.all("img"))
    assert not [key for _, attributes in page.elements for key in attributes if key.startswith("on")]
    assert "<script>alert(1)</script>" in page.text
    assert re.search("[\x00\x1b]", text) is None


def test_nothing_is_fetched_from_anywhere(saved: SavedRun, write):
    page = Page(write(saved, mixed_report()))
    for _, attributes in page.elements:
        for key, value in attributes.items():
            if key in ("src", "href", "xlink:href"):
                assert (value or "").startswith("data:image/png")
    assert {tag for tag, _ in page.elements} & {"link", "iframe", "object", "a", "form"} == set()


def test_the_review_and_its_remarks_are_told(saved: SavedRun, write):
    review = Review("not_fit", "Ada", "thermal engineer", "2026-01-02", "Too even on the right.")
    text = Page(write(replace(saved, run=replace(saved.run, review=review)), mixed_report())).text
    assert "Reviewed by Ada, thermal engineer, 2026-01-02: not fit to be shown." in text
    assert "Remarks: Too even on the right." in text


def test_it_speaks_chinese(saved: SavedRun, write):
    text = write(saved, None, "zh")
    page = Page(text)
    assert page.all("html") == [{"lang": "zh-CN"}]
    assert "短片中的导热定律" in page.text
    assert (
        re.findall("[A-Za-z]{4,}", re.sub("a copper rod.*?°C|HeatSketch|inferno|test", "", page.text)) == []
    )


def test_without_frames_there_is_nothing_to_report_on(house: Context, saved: SavedRun, tmp_path: Path):
    empty = replace(saved, clip=VideoClip(saved.clip.frames[:0], 8.0))
    with pytest.raises(ExportFailed, match="no frames"):
        save_report_page(house, empty, tmp_path / "a.html", "en", CancelToken())
    assert list(tmp_path.glob("*.html")) == []


@pytest.mark.parametrize("count", [1, 2])
def test_the_shortest_clips_have_a_report_too(saved: SavedRun, write, count: int):
    reading = replace(
        saved.reading,
        temperature_K=saved.reading.temperature_K[:count],
        sigma_K=saved.reading.sigma_K[:count],
        confidence=saved.reading.confidence[:count],
        censored=saved.reading.censored[:count],
        time_s=saved.reading.time_s[:count],
    )
    short = replace(saved, clip=VideoClip(saved.clip.frames[:count], 8.0), reading=reading)
    assert len(Page(write(short)).all("img")) == count


@pytest.mark.parametrize("name", ["no/such/folder.html", "", "x" * 300 + ".html"])
def test_a_bad_file_name_is_refused_with_a_sentence(
    house: Context, saved: SavedRun, tmp_path: Path, name: str
):
    with pytest.raises(ExportFailed) as caught:
        save_report_page(house, saved, tmp_path / name, "en", CancelToken(), mixed_report())
    assert str(caught.value.remedy)
