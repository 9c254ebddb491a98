from __future__ import annotations

import dataclasses
import inspect

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.clips import CHINESE, ENGLISH, FONTS, annotation, noise_frames

from desktop_app.domain.errors import ExportFailed
from desktop_app.media.export import export_clip
from desktop_app.media.overlay.annotation import Annotation
from desktop_app.media.overlay.annotator import Annotator
from desktop_app.media.overlay.disclaimer_strip import DisclaimerStrip
from desktop_app.media.overlay.lettering import Lettering
from desktop_app.media.overlay.origin_card import OriginCard
from desktop_app.media.overlay.scale import Scale

SIZES = [(320, 192), (854, 480), (832, 480), (1280, 704), (704, 1280), (480, 480), (192, 320), (128, 96)]
LANGUAGES = [ENGLISH, CHINESE]
DISCLAIMERS = {
    id(ENGLISH): "Visual illustration. Actual temperatures: see a thermodynamic model.",
    id(CHINESE): "本动画为视觉示意，实际温度分布请参考热力学模型。",
}


def black(width, height):
    return np.zeros((height, width, 3), np.uint8)


def touched(annotator, width, height, index=0):
    """Which pixels the overlay has anything to do with: (height, width) bool."""
    dark = annotator.annotate(black(width, height), index)
    light = annotator.annotate(255 - black(width, height), index)
    return (dark != 0).any(axis=2) | (light != 255).any(axis=2)


@pytest.mark.parametrize("catalogue", LANGUAGES, ids=["en", "zh"])
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_disclaimer_stands_whole_in_its_strip(width, height, catalogue, monkeypatch):
    drawn = []
    draw = Lettering.medium(Lettering(FONTS), 12).__class__.draw

    def note(self, picture, at, text, colour, *, right=False):
        left = at[0] - self.width(text) if right else at[0]
        assert 0 <= left <= picture.width - self.width(text), text
        assert 0 <= at[1] <= picture.height - self.line_height, text
        drawn.append((text, self.size))
        draw(self, picture, at, text, colour, right=right)

    monkeypatch.setattr("desktop_app.media.overlay.lettering.Letter.draw", note)
    strip = DisclaimerStrip(
        Scale(width, height), Lettering(FONTS), DISCLAIMERS[id(catalogue)], annotation(1).prompt
    )
    drawn.clear()
    Annotator((width, height), annotation(3), catalogue, FONTS)
    words = "".join(text for text, _ in drawn).replace(" ", "")
    assert DISCLAIMERS[id(catalogue)].replace(" ", "") in words
    assert strip.height <= height / 2
    assert all(size >= (14 if min(width, height) >= 480 else 10) for _, size in drawn)


@pytest.mark.parametrize("catalogue", LANGUAGES, ids=["en", "zh"])
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_strip_is_the_same_over_every_frame(width, height, catalogue):
    annotator = Annotator((width, height), annotation(4), catalogue, FONTS)
    rows = slice(height - annotator.strip_height, height)
    frames = [annotator.annotate(black(width, height), index)[rows] for index in range(4)]
    assert all(np.array_equal(frame, frames[0]) for frame in frames)
    assert (frames[0] > 200).all(axis=2).sum() > 100
    assert touched(annotator, width, height)[rows].all()


def test_there_is_no_way_to_leave_the_disclaimer_out():
    names = {field.name for field in dataclasses.fields(Annotation)}
    for function in (Annotator.__init__, Annotator.annotate, export_clip):
        names |= set(inspect.signature(function).parameters)
    assert not [name for name in names if "disclaimer" in name or "strip" in name]


def test_an_empty_translation_does_not_remove_it():
    source = DISCLAIMERS[id(ENGLISH)]
    english = Annotator((854, 480), annotation(1), ENGLISH, FONTS).annotate(black(854, 480), 0)
    emptied = Annotator((854, 480), annotation(1), {source: " "}, FONTS).annotate(black(854, 480), 0)
    assert np.array_equal(english, emptied)


@pytest.mark.parametrize("catalogue", LANGUAGES, ids=["en", "zh"])
@pytest.mark.parametrize("computed", [True, False])
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_cards_do_not_touch_each_other_or_the_strip(width, height, computed, catalogue):
    annotator = Annotator((width, height), annotation(2, computed=computed), catalogue, FONTS)
    seen = touched(annotator, width, height)
    free = ~seen
    assert free[height - annotator.strip_height - 1].all()
    assert free[0].all()
    assert free[: height - annotator.strip_height, [0, -1]].all()
    above = seen[: height - annotator.strip_height]
    beside, below = (np.diff(above.any(axis=axis).astype(int)).tolist().count(1) for axis in (0, 1))
    assert (beside, below) == {128: (1, 1), 192: (1, 2)}.get(width, (2, 1)), "cards run into each other"


@pytest.mark.parametrize(("width", "height"), [(854, 480), (1280, 704), (832, 480), (704, 1280)])
def test_the_middle_of_the_picture_stays_free(width, height):
    seen = touched(Annotator((width, height), annotation(2), ENGLISH, FONTS), width, height)
    assert not seen[round(height * 0.4) : round(height * 0.9)].any()
    assert seen.mean() < 0.3


def test_the_frame_handed_in_is_not_changed():
    frame = noise_frames(1, 320, 192)[0]
    before = frame.copy()
    Annotator((320, 192), annotation(1), ENGLISH, FONTS).annotate(frame, 0)
    assert np.array_equal(frame, before)


def test_what_is_not_covered_stays_as_it_was():
    frame = noise_frames(1, 854, 480)[0]
    annotator = Annotator((854, 480), annotation(1), ENGLISH, FONTS)
    free = ~touched(annotator, 854, 480)
    assert np.array_equal(annotator.annotate(frame, 0)[free], frame[free])


def region(annotator, kind):
    card = {"profile": annotator._profile, "origin": annotator._origin}[kind]
    return card._static.area


def test_time_and_curves_follow_the_frame():
    annotator = Annotator((854, 480), annotation(5), ENGLISH, FONTS)
    first, last = (annotator.annotate(black(854, 480), index) for index in (0, 4))
    for card in ("profile", "origin"):
        assert not np.array_equal(first[region(annotator, card)], last[region(annotator, card)])


def test_the_curve_is_where_its_temperature_is():
    """A straight profile from the palette's lower to its upper end runs from corner to corner of the plot."""
    position = np.linspace(0, 1, 50)
    rising = np.linspace(293.15, 873.15, 50, dtype=np.float32)[None]
    facts = {"position": position, "temperature_K": rising, "solution_K": None}
    annotator = Annotator((854, 480), annotation(1, **facts), ENGLISH, FONTS)
    left, top, right, bottom = (edge + 12 for edge in annotator._profile._plan.plot)
    plot = annotator.annotate(black(854, 480), 0)[top:bottom, left:right].min(axis=2)
    highest = plot.argmax(axis=0)
    expected = np.linspace(bottom - top - 3, 2, right - left)
    assert np.abs(highest - expected).max() <= 2


def test_fouriers_curve_is_seen_where_both_agree():
    position = np.linspace(0, 1, 50)
    rising = np.linspace(293.15, 873.15, 50, dtype=np.float32)[None]
    facts = {"position": position, "temperature_K": rising}
    one, both = (
        Annotator((854, 480), annotation(1, **facts, solution_K=solution), ENGLISH, FONTS)
        for solution in (np.full_like(rising, np.nan), rising)
    )
    changed = one.annotate(black(854, 480), 0) != both.annotate(black(854, 480), 0)
    assert changed.any(axis=2).sum() > 200


def test_solution_with_gaps_and_values_beyond_the_scale():
    wild = np.full((2, 64), np.nan, np.float32)
    wild[0, 10:20] = 1e9
    wild[1, 5] = -1e9
    annotator = Annotator((854, 480), annotation(2, solution_K=wild), ENGLISH, FONTS)
    plain = Annotator((854, 480), annotation(2, solution_K=np.full_like(wild, np.nan)), ENGLISH, FONTS)
    frames = [a.annotate(black(854, 480), i).astype(int) for a in (annotator, plain) for i in (0, 1)]
    changed = np.argwhere((frames[0] != frames[2]).any(axis=2))
    assert len(changed)
    assert changed[:, 0].max() < 150
    assert np.array_equal(frames[1], frames[3])


def test_a_clip_that_cannot_be_read_has_no_profile_and_keeps_the_rest():
    unreadable = annotation(2, temperature_K=None, solution_K=None, palette=None)
    annotator = Annotator((854, 480), unreadable, ENGLISH, FONTS)
    seen = touched(annotator, 854, 480)
    assert not seen[:400, :427].any()
    assert seen[:100, 600:].any()
    assert seen[470].all()


@pytest.mark.parametrize("change", ["temperature_K", "solution_K"])
def test_curves_of_another_length_are_a_mistake_of_the_caller(change):
    with pytest.raises(ValueError, match="curves of shape"):
        annotation(3, **{change: np.zeros((2, 64), np.float32)})


@pytest.mark.parametrize("catalogue", LANGUAGES, ids=["en", "zh"])
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_ai_label_is_as_high_as_the_standard_asks(width, height, catalogue):
    card = OriginCard(Scale(width, height), Lettering(FONTS), annotation(2), catalogue, height)
    assert card._label == [catalogue.get("AI-generated", "AI-generated")]
    assert card._heading.ink_height(card._label[0]) >= 0.05 * min(width, height)


@pytest.mark.parametrize("catalogue", LANGUAGES, ids=["en", "zh"])
def test_computed_clips_say_so_in_place_of_the_ai_label(catalogue):
    card = OriginCard(
        Scale(320, 192), Lettering(FONTS), annotation(2, computed=True, seed=None), catalogue, 192
    )
    sentence = "Computed from the heat equation"
    assert "".join(card._label).replace(" ", "") == catalogue.get(sentence, sentence).replace(" ", "")
    assert card._notes == ["Wan2.2-TI2V-5B"]


@pytest.mark.parametrize("size", [(2, 2), (16, 16), (64, 64), (2000, 32), (32, 2000), (34, 98)])
@pytest.mark.parametrize("computed", [True, False])
def test_absurd_sizes_do_not_fail(size, computed):
    annotator = Annotator(size, annotation(2, computed=computed), ENGLISH, FONTS)
    assert annotator.annotate(black(*size), 1).shape == (size[1], size[0], 3)


@pytest.mark.parametrize(
    "change",
    [
        {"prompt": "🔥" * 50},
        {"prompt": ""},
        {"prompt": "word " * 5000},
        {"prompt": "铜\n棒\0\u202e"},
        {"model": "a/very long name " * 20},
        {"model": ""},
        {"seed": 2**63},
        {"temperature_range_K": (300.0, 300.0)},
        {"temperature_range_K": (0.0, 1e6)},
        {"time_lapse": 1e-6},
        {"time_lapse": 1e9},
        {"time_lapse": None},
        {"time_s": np.array([0.0, 1e9])},
        {"time_s": np.zeros(2)},
    ],
)
@pytest.mark.parametrize("size", [(320, 192), (854, 480)])
def test_unusual_values_do_not_fail(change, size):
    annotator = Annotator(size, annotation(2, **change), CHINESE, FONTS)
    assert (annotator.annotate(black(*size), 1) > 0).any()


def test_frames_of_another_size_are_a_mistake_of_the_caller():
    with pytest.raises(ValueError, match="not that of size"):
        Annotator((320, 192), annotation(1), ENGLISH, FONTS).annotate(black(322, 192), 0)


def test_missing_fonts(tmp_path):
    with pytest.raises(ExportFailed, match=r"font .* is missing"):
        Annotator((320, 192), annotation(1), ENGLISH, tmp_path)


letter = Lettering(FONTS).regular(14)


@given(st.text(st.sampled_from("ab .,中文，。 é"), max_size=60), st.integers(20, 200))
def test_wrapping_loses_no_letter_and_keeps_to_the_width(text, width):
    lines = letter.wrap(text, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(letter.width(line) <= width or " " not in line for line in lines)


@given(st.text(st.sampled_from("ab 中文"), max_size=60), st.integers(0, 200))
def test_shortening_keeps_to_the_width(text, width):
    shown = letter.shorten(text, width)
    assert letter.width(shown) <= width
    assert shown == text or shown == "" or text.startswith(shown.removesuffix("...").rstrip())


def test_signs_without_a_shape_are_left_out():
    lettering = Lettering(FONTS)
    assert lettering.printable("a 🔥 copper\nrod\u200b, 600 °C → 20 °C ½ α≈1,1·10⁴") == (
        "a copper rod, 600 °C → 20 °C ½ α≈1,1·10⁴"
    )


def test_the_fonts_have_every_character_of_the_overlay():
    lettering = Lettering(FONTS)
    missing = bytes(lettering.regular(24)._font.getmask("\U0010fffd"))
    for text in CHINESE.values():
        for character in text:
            assert bytes(lettering.regular(24)._font.getmask(character)) != missing or character == " "
            assert bytes(lettering.medium(24)._font.getmask(character)) != missing or character == " "
