from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.ui.clip.playback import Playback


class Clock:
    """A clock that goes only when told."""

    now_ms = 1000.0

    def __call__(self) -> float:
        return self.now_ms

    def after(self, frames: float, fps: float = 24.0) -> None:
        self.now_ms += frames * 1000.0 / fps


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def playback(clock: Clock, qtbot: QtBot) -> Playback:
    playback = Playback(clock)
    playback.load(10, 24.0)
    playback.set_arrived(10)
    return playback


def test_the_frame_follows_the_clock(playback: Playback, clock: Clock) -> None:
    playback.play()
    for expected in (1, 2, 3):
        clock.after(1)
        playback.tick()
        assert playback.frame_index == expected


def test_a_late_tick_shows_the_frame_that_is_due(playback: Playback, clock: Clock) -> None:
    playback.play()
    clock.after(4.5)
    playback.tick()
    assert playback.frame_index == 4


def test_the_first_frame_follows_the_last_in_a_loop(playback: Playback, clock: Clock) -> None:
    playback.play()
    clock.after(9)
    playback.tick()
    assert playback.frame_index == 9
    clock.after(1)
    playback.tick()
    assert playback.frame_index == 0
    assert playback.playing


def test_without_a_loop_it_stops_at_the_last_and_starts_over(playback: Playback, clock: Clock) -> None:
    playback.set_loop(False)
    playback.play()
    clock.after(25)
    playback.tick()
    assert playback.frame_index == 9
    assert not playback.playing
    playback.play()
    assert playback.frame_index == 0


def test_it_waits_for_frames_that_have_not_arrived(playback: Playback, clock: Clock) -> None:
    playback.load(10, 24.0)
    playback.set_arrived(3)
    playback.play()
    clock.after(8)
    playback.tick()
    assert playback.frame_index == 2
    assert playback.playing
    playback.set_arrived(10)
    clock.after(1)
    playback.tick()
    assert playback.frame_index == 3


def test_seeking_while_playing_goes_on_from_there(playback: Playback, clock: Clock) -> None:
    playback.play()
    clock.after(2.5)
    playback.seek(6)
    clock.after(1)
    playback.tick()
    assert playback.frame_index == 7


def test_seeking_stays_with_what_has_arrived(playback: Playback) -> None:
    playback.set_arrived(4)
    playback.seek(9)
    assert playback.frame_index == 3
    playback.seek(-2)
    assert playback.frame_index == 0


def test_stepping_pauses(playback: Playback, clock: Clock) -> None:
    playback.play()
    clock.after(2)
    playback.tick()
    playback.step(-1)
    assert (playback.frame_index, playback.playing) == (1, False)


def test_nothing_plays_before_the_first_frame(qtbot: QtBot, clock: Clock) -> None:
    playback = Playback(clock)
    playback.load(10, 24.0)
    playback.play()
    assert not playback.playing


def test_the_timer_plays_without_being_told(qtbot: QtBot) -> None:
    playback = Playback()
    playback.load(5, 60.0)
    playback.set_arrived(5)
    playback.play()
    qtbot.waitUntil(lambda: playback.frame_index == 4)
    playback.pause()
