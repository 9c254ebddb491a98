from __future__ import annotations

import numpy as np
import pytest

from desktop_app.ui.clip.frame_store import FrameStore

FRAMES = np.arange(6 * 2 * 4 * 3, dtype=np.uint8).reshape(6, 2, 4, 3)


def test_frames_that_are_filled_in_are_seen_once_they_have_arrived() -> None:
    room = np.zeros_like(FRAMES)
    store = FrameStore(room)
    room[:4] = FRAMES[:4]
    store.note_arrived(4)
    for index in range(4):
        np.testing.assert_array_equal(store.frame(index), FRAMES[index])


def test_frames_are_not_copied() -> None:
    store = FrameStore(FRAMES, len(FRAMES))
    assert store.arrived == store.num_frames == 6
    assert np.shares_memory(store.frame(3), FRAMES)


def test_frames_decoded_again_do_not_take_others_away() -> None:
    store = FrameStore(FRAMES)
    store.note_arrived(4)
    store.note_arrived(2)
    assert store.arrived == 4


def test_more_than_there_is_room_for_are_refused() -> None:
    with pytest.raises(ValueError, match="7 frames"):
        FrameStore(FRAMES).note_arrived(7)


@pytest.mark.parametrize("index", [-1, 2])
def test_a_frame_that_has_not_arrived_is_not_given(index: int) -> None:
    with pytest.raises(IndexError):
        FrameStore(FRAMES, 2).frame(index)
