from __future__ import annotations

import pytest

from desktop_app.knowledge.understanding import understand


def _times(prompt, table):
    return [(h.kind, h.start_s, h.end_s) for h in understand(prompt, table).heating]


@pytest.mark.parametrize(
    "prompt",
    [
        "steel rod, left end heated by a torch for 30 s then the torch is removed",
        "steel rod: hold the left end in a flame for 30 s, then take the flame away",
        "steel rod, left end in a candle flame which is blown out after 30 s",
        "steel rod, its left end is in a flame; after 30 s the flame is switched off",
        "steel rod with a torch at the left end, turned off after 30 s",
        "heat the left end of a steel rod with a flame for 30 s and let it cool",
        "steel rod, for the first 30 seconds a flame heats its left end",
        "steel rod, flame at the left end for 30 s, show 10 minutes",
        "钢棒左端用火焰加热30秒后撤去火焰",
        "钢棒左端用喷灯烧30秒，然后移开",
        "钢棒左端火焰加热30秒后停止加热，自然冷却过程看10分钟",
        "先用火焰加热钢棒左端30秒，再移走火焰，看5分钟",
        "钢棒左端用喷灯加热，30秒后关闭",
    ],
)
def test_a_flame_that_goes_away(prompt, table):
    flame = next(time for time in _times(prompt, table) if time[0] == "flame")
    assert flame == ("flame", 0.0, 30.0)


@pytest.mark.parametrize(
    "prompt",
    [
        "copper plate, a 5 W laser in the middle, a single pulse of 10 ms",
        "copper plate hit in the middle by a 10 ms laser pulse of 5 W",
        "铜板中心激光功率5W，脉冲宽度10毫秒",
        "铜板中心激光5W照射10毫秒后关闭",
    ],
)
def test_a_pulse_is_a_source_with_an_end(prompt, table):
    assert _times(prompt, table) == [("power", 0.0, 0.01)]


@pytest.mark.parametrize(
    "prompt",
    [
        "aluminium heat sink with a 20 W chip; after 60 s a fan is switched on",
        "aluminium heat sink with a 20 W chip, the fan is turned on after 1 min",
        "铝散热器，芯片20W，60秒后打开风扇",
        "铝散热器，芯片20W，1分钟后风扇启动",
    ],
)
def test_a_fan_that_starts_late(prompt, table):
    assert _times(prompt, table) == [("power", 0.0, None), ("convection", 60.0, None)]


def test_air_that_comes_after_the_flame_acts_from_then_on(table):
    times = _times("steel bar, left end in a flame for 30 s, then cools in still air at 20 °C", table)
    assert times == [("flame", 0.0, 30.0), ("convection", 30.0, None)]


@pytest.mark.parametrize(
    "prompt",
    ["a copper rod heated at one end for 2 minutes", "铜棒左端加热2分钟", "copper rod heated at left, 30 s"],
)
def test_how_long_something_is_heated_is_what_is_shown_where_nothing_else_is_said(prompt, table):
    assert _times(prompt, table) == [("temperature", 0.0, None)]
