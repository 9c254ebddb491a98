from __future__ import annotations

import numpy as np
import pytest

from desktop_app.ui.clip.frame_store import FrameStore

FRAMES = np.arange(6 * 2 * 4 * 3, dtype=np.uint8).reshape(6, 2, 4, 3)


def test_frames_come_back_as_they_went_in() -> None:
    store = FrameStore(6)
    store.append(0, FRAMES[:1])
    store.append(1, FRAMES[1:4])
    assert store.arrived == 4
    for index in range(4):
        np.testing.assert_array_equal(store.frame(index), FRAMES[index])


def test_room_for_all_frames_is_made_once() -> None:
    store = FrameStore(6)
    store.append(0, FRAMES[:1])
    first = store.frame(0)
    store.append(1, FRAMES[1:])
    assert np.shares_memory(first, store.frame(0))


def test_what_is_appended_is_copied() -> None:
    mine = FRAMES.copy()
    store = FrameStore(6)
    store.append(0, mine)
    mine[:] = 0
    np.testing.assert_array_equal(store.frame(5), FRAMES[5])


def test_a_whole_clip_is_not_copied() -> None:
    store = FrameStore.of(FRAMES)
    assert store.arrived == store.num_frames == 6
    assert np.shares_memory(store.frame(3), FRAMES)


def test_frames_decoded_again_take_their_place() -> None:
    store = FrameStore(6)
    store.append(0, FRAMES[:4])
    store.append(0, FRAMES[::-1][:2])
    assert store.arrived == 4
    np.testing.assert_array_equal(store.frame(0), FRAMES[5])


@pytest.mark.parametrize(("first", "count"), [(1, 2), (0, 7)])
def test_gaps_and_too_many_are_refused(first: int, count: int) -> None:
    store = FrameStore(6)
    with pytest.raises(ValueError, match="frames"):
        store.append(first, np.zeros((count, 2, 4, 3), np.uint8))


def test_other_sizes_are_refused() -> None:
    store = FrameStore(6)
    store.append(0, FRAMES[:1])
    with pytest.raises(ValueError, match="broadcast"):
        store.append(1, np.zeros((1, 3, 4, 3), np.uint8))


def test_a_frame_that_has_not_arrived_is_not_given() -> None:
    store = FrameStore(6)
    store.append(0, FRAMES[:2])
    with pytest.raises(IndexError):
        store.frame(2)
