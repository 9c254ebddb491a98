from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider
from pytestqt.qtbot import QtBot
from support.golden import pixels
from support.readings import RANGE_K, front_clip, front_reading, grey_look, unreadable

from desktop_app.domain.clip import VideoClip
from desktop_app.domain.text import say
from desktop_app.ui.clip.clip_panel import ClipPanel

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)

DISCLAIMER = "Visual illustration. Actual temperatures: see a thermodynamic model."


def start(panel: ClipPanel, clip: VideoClip | None = None, computed: bool = False) -> None:
    room = (clip or front_clip()).frames
    panel.start_clip(room, 24.0, grey_look(), RANGE_K, computed)


def test_frames_are_shown_pixel_for_pixel_as_they_arrive(panel: ClipPanel) -> None:
    clip = front_clip(num_frames=4)
    panel.stage.setFixedSize(*clip.size)
    start(panel, clip)
    for index, frame in enumerate(clip.frames):
        panel.note_arrived(index + 1)
        assert panel.frame_index == index
        np.testing.assert_array_equal(pixels(panel.stage.grab().toImage()), frame)


def test_a_frame_keeps_its_proportions(panel: ClipPanel) -> None:
    white = VideoClip(np.full((1, 100, 300, 3), 255, np.uint8), 24.0)
    panel.stage.setFixedSize(500, 400)
    panel.set_clip(white, grey_look(), RANGE_K, computed=False)
    lit = (pixels(panel.stage.grab().toImage()) > 250).all(axis=2)
    rows, columns = lit.any(axis=1).sum(), lit.any(axis=0).sum()
    assert columns == 500
    assert rows == pytest.approx(500 / 3, abs=1)


def test_the_preview_is_called_one_until_frames_come(panel: ClipPanel) -> None:
    start(panel)
    panel.show_preview(np.full((11, 20, 3), 90, np.uint8))
    assert "Preview" in panel.stage.note_text
    panel.note_arrived(1)
    assert "Preview" not in panel.stage.note_text
    panel.show_preview(np.zeros((11, 20, 3), np.uint8))
    assert "Preview" not in panel.stage.note_text


def test_what_is_going_on_is_said(panel: ClipPanel) -> None:
    start(panel)
    panel.set_busy("Denoising 3 of 30")
    assert panel.stage.note_text == "Denoising 3 of 30"
    panel.set_busy("")
    assert panel.stage.note_text == ""


def test_before_a_clip_begins_it_is_said_too(panel: ClipPanel) -> None:
    panel.set_busy("Loading the model")
    assert "Loading the model" in panel.hint.text
    start(panel)
    assert panel.stage.note_text == "Loading the model"
    panel.clear()
    assert "Describe how something heats up" in panel.hint.text


def test_no_frame_number_before_the_first_frame(panel: ClipPanel) -> None:
    start(panel)
    assert panel.transport.readout.text == ""
    panel.note_arrived(1)
    assert panel.transport.readout.text == "Frame 1 / 12 · Clip 0.00 s"


def test_the_view_stays_where_somebody_put_it(panel: ClipPanel) -> None:
    start(panel)
    panel.note_arrived(4)
    panel.seek(1)
    panel.note_arrived(12)
    assert panel.frame_index == 1


def test_seeking_stays_with_what_has_arrived(panel: ClipPanel) -> None:
    start(panel)
    panel.note_arrived(5)
    panel.seek(11)
    assert panel.frame_index == 4


def test_frames_without_a_clip_are_refused(panel: ClipPanel) -> None:
    with pytest.raises(ValueError, match="no clip"):
        panel.note_arrived(12)


def test_the_frame_in_view_is_told(filled: ClipPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(filled.current_frame_changed) as told:
        filled.seek(5)
    assert told.args == [5]


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        (Qt.Key.Key_Right, 6),
        (Qt.Key.Key_Left, 4),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_End, 11),
        (Qt.Key.Key_J, 0),
    ],
)
def test_keys_select_frames(filled: ClipPanel, key: Qt.Key, expected: int) -> None:
    for place in (filled.stage, filled.transport.play, filled.transport.slider):
        if place is filled.transport.slider and key == Qt.Key.Key_J:
            continue
        filled.seek(5)
        QTest.keyClick(place, key)
        assert filled.frame_index == expected


def test_keys_play_loop_and_show_the_profile(filled: ClipPanel) -> None:
    QTest.keyClick(filled.stage, Qt.Key.Key_Space)
    assert filled.playback.playing
    assert filled.transport.play.accessibleName() == "Pause"
    QTest.keyClick(filled.stage, Qt.Key.Key_K)
    assert not filled.playback.playing
    QTest.keyClick(filled.stage, Qt.Key.Key_L)
    assert not filled.playback.loop
    assert not filled.transport.loop.isChecked()
    QTest.keyClick(filled.stage, Qt.Key.Key_P)
    assert filled.stage.overlay.isHidden()
    QTest.keyClick(filled.stage, Qt.Key.Key_P)
    assert not filled.stage.overlay.isHidden()


def test_playing_ends_with_the_clip_that_plays(filled: ClipPanel) -> None:
    filled.toggle_play()
    start(filled)
    assert not filled.playback.playing
    assert filled.frame_index == 0


def test_the_slider_scrubs_no_further_than_has_arrived(panel: ClipPanel) -> None:
    start(panel)
    panel.note_arrived(5)
    slider = panel.transport.slider
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=slider.rect().center())
    assert panel.frame_index == 4
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(1, 12))
    assert panel.frame_index == 0
    QTest.keyClick(slider, Qt.Key.Key_End)
    assert (panel.frame_index, slider.value()) == (4, 4)


def test_the_time_is_read_out(filled: ClipPanel) -> None:
    filled.seek(11)
    assert filled.transport.readout.text == "Frame 12 / 12 · Clip 0.46 s · Physical time 60.0 s"
    filled.set_reading(None)
    assert filled.transport.readout.text == "Frame 12 / 12 · Clip 0.46 s"


def test_the_disclaimer_is_there_whenever_a_clip_is(panel: ClipPanel) -> None:
    assert not panel.disclaimer.isVisible()
    start(panel)
    assert panel.disclaimer.isVisible()
    panel.note_arrived(12)
    for number in range(2):
        panel.set_profile_visible(bool(number))
        panel.set_reading(front_reading() if number else None)
        panel.set_busy("busy" * number)
        panel.seek(3)
        panel.toggle_play()
        panel.resize(panel.minimumSizeHint())
        assert panel.disclaimer.isVisible()
        assert panel.disclaimer.sentence.text() == DISCLAIMER
        assert panel.disclaimer.sentence.height() >= panel.disclaimer.sentence.heightForWidth(
            panel.disclaimer.sentence.width()
        )
    panel.clear()
    assert not panel.disclaimer.isVisible()


@pytest.mark.parametrize(
    ("computed", "origin"), [(False, "AI-generated"), (True, "Computed from the heat equation")]
)
def test_the_origin_is_said(panel: ClipPanel, computed: bool, origin: str) -> None:
    start(panel, computed=computed)
    assert panel.disclaimer.badge.text() == origin


def test_a_look_without_a_palette_has_no_colour_bar(panel: ClipPanel) -> None:
    look = grey_look()
    panel.set_clip(front_clip(), type(look)("natural", None, False, ""), RANGE_K, computed=False)
    panel.set_reading(unreadable())
    assert panel.colour_bar.isHidden()
    panel.set_clip(front_clip(), look, RANGE_K, computed=False)
    assert panel.colour_bar.isVisible()
    assert "20 °C" in panel.colour_bar.accessibleName()
    assert "800 °C" in panel.colour_bar.accessibleName()


def test_every_control_has_a_name_and_takes_the_keyboard(filled: ClipPanel) -> None:
    controls = [
        *filled.findChildren(QAbstractButton),
        *filled.findChildren(QAbstractSlider),
        *filled.stage.probe_line.handles,
        filled.stage.overlay,
        filled.stage,
    ]
    controls = [control for control in controls if control.isVisible()]
    assert len(controls) >= 11
    for control in controls:
        assert control.accessibleName()
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus, control.accessibleName()


def test_frames_that_arrive_are_not_copied(panel: ClipPanel) -> None:
    clip = front_clip(num_frames=2)
    panel.stage.setFixedSize(*clip.size)
    room = np.zeros_like(clip.frames)
    panel.start_clip(room, 24.0, grey_look(), RANGE_K, False)
    room[:1] = clip.frames[:1]
    panel.note_arrived(1)
    np.testing.assert_array_equal(pixels(panel.stage.grab().toImage()), clip.frames[0])


def test_no_physical_time_is_told_where_nobody_knows_it(filled: ClipPanel) -> None:
    shown = filled.transport.readout.text
    assert "Physical time" in shown
    filled.set_physical_time(False)
    assert "Physical time" not in filled.transport.readout.text
    filled.set_clip(front_clip(), grey_look(), RANGE_K, computed=False)
    filled.set_reading(front_reading())
    assert filled.transport.readout.text == shown


def test_what_was_assumed_is_told_until_another_clip_comes(panel: ClipPanel) -> None:
    strip = panel.disclaimer
    strip.set_unknown()
    strip.set_assumed((say("The <b>scale</b> was assumed."), say("So was the probe.")))
    assert strip.sentence.text().startswith(DISCLAIMER)
    assert "assumptions" in strip.sentence.text()
    assert "&lt;b&gt;scale" in strip.toolTip()
    assert strip.accessibleDescription() == "The <b>scale</b> was assumed.\nSo was the probe."
    strip.set_computed(True)
    assert strip.sentence.text() == DISCLAIMER
    assert strip.toolTip() == strip.accessibleDescription() == ""
