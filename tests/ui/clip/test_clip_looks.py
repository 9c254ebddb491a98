"""How the clip looks, and that it follows language and theme."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from support.golden import check_golden
from support.readings import RANGE_K, front_clip, front_reading, grey_look
from support.window import chinese, dressed

from desktop_app.ui.clip.clip_panel import ClipPanel
from desktop_app.ui.theme import DARK, LIGHT

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


def test_the_language_can_be_switched(filled: ClipPanel, qapp: QApplication) -> None:
    filled.seek(3)
    with chinese(qapp):
        assert filled.disclaimer.sentence.text() == "本动画为视觉示意，实际温度分布请参考热力学模型。"
        assert filled.disclaimer.badge.text() == "AI生成"
        assert filled.transport.play.accessibleName() == "播放"
        assert filled.transport.readout.text.startswith("第 4 / 12 帧")
        assert filled.stage.probe_line.start.accessibleName() == "探测线起点"
        assert filled.colour_bar.accessibleName().startswith("色标")
        assert filled.stage.overlay.accessibleName().startswith("当前帧的温度分布")
    assert filled.transport.play.accessibleName() == "Play"


def test_the_hint_is_translated(panel: ClipPanel, qapp: QApplication) -> None:
    english = panel.hint.text
    with chinese(qapp):
        assert panel.hint.text != english
    assert panel.hint.text == english


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
def test_looks_as_it_did(
    panel: ClipPanel, qapp: QApplication, pytestconfig: pytest.Config, theme: object
) -> None:
    with dressed(qapp, theme):
        panel.setFixedSize(640, 520)
        panel.set_clip(front_clip(width=640, height=384), grey_look(), RANGE_K, computed=theme is LIGHT)
        panel.set_reading(front_reading(width=640, height=384))
        panel.set_solution(front_reading().temperature_K * 0.97)
        panel.seek(6)
        qapp.processEvents()
        name = f"clip_{'light' if theme is LIGHT else 'dark'}"
        check_golden(pytestconfig, name, panel.grab().toImage())
