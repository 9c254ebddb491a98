from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.flow_layout import KEEP_WITH_NEXT, FlowLayout

GAP = 2


class Brick(QWidget):
    """A widget of one size."""

    def __init__(self, width: int, height: int = 10, keep: bool = False) -> None:
        super().__init__()
        self.setFixedSize(width, height)
        self.setProperty(KEEP_WITH_NEXT, keep)


def laid(qtbot: QtBot, width: int, *bricks: Brick) -> list[tuple[int, int]]:
    """Where each brick lies in a wall of a width."""
    wall = QWidget()
    qtbot.addWidget(wall)
    flow = FlowLayout(wall, gap=GAP)
    for brick in bricks:
        flow.addWidget(brick)
    wall.resize(width, 200)
    wall.show()
    qtbot.waitExposed(wall)
    flow.activate()
    return [(brick.x(), brick.y()) for brick in bricks]


@pytest.mark.parametrize(
    ("width", "places"),
    [(100, [(0, 0), (32, 0), (64, 0)]), (70, [(0, 0), (32, 0), (0, 12)]), (40, [(0, 0), (0, 12), (0, 24)])],
)
def test_what_has_no_room_goes_into_the_next_line(qtbot: QtBot, width: int, places: list[tuple[int, int]]):
    assert laid(qtbot, width, Brick(30), Brick(30), Brick(30)) == places


def test_what_is_kept_together_goes_into_the_next_line_together(qtbot: QtBot):
    assert laid(qtbot, 70, Brick(30), Brick(30, keep=True), Brick(30)) == [(0, 0), (0, 12), (32, 12)]


def test_what_is_kept_together_is_parted_where_no_line_has_room_for_it(qtbot: QtBot):
    assert laid(qtbot, 50, Brick(30, keep=True), Brick(30)) == [(0, 0), (0, 12)]


def test_a_line_has_one_middle(qtbot: QtBot):
    assert laid(qtbot, 100, Brick(30, 10), Brick(30, 20)) == [(0, 5), (32, 0)]
