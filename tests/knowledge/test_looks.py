from __future__ import annotations

import pytest

from desktop_app.knowledge.looks import find_look


@pytest.mark.parametrize(
    ("words", "look"),
    [
        ("natural photo look, realistic", "natural"),
        ("realistic photo of a copper rod", "natural"),
        ("a realistic temperature of 300 °C", None),
        ("写实风格", "natural"),
        ("真实照片效果", "natural"),
        ("3 min, jet", "rainbow"),
        ("jet colormap", "rainbow"),
        ("cooled by an air jet, 20 °C", None),
        ("a water jet.", None),
        ("彩虹配色", "rainbow"),
        ("infrared view", "iron"),
        ("in infrared", "iron"),
        ("heated by an infrared lamp", None),
        ("红外灯加热", None),
        ("红外热像仪风格", "iron"),
        ("thermal camera palette", "iron"),
        ("thermal conductivity", None),
        ("iron rod", None),
        ("black and white", "white_hot"),
        ("灰度显示", "white_hot"),
        ("发红光的效果", "glow"),
        ("glowing metal style", "glow"),
        ("inferno colors", "inferno"),
    ],
)
def test_the_look_a_prompt_asks_for(words, look):
    found = find_look(words)
    assert (found[0] if found else None) == look
