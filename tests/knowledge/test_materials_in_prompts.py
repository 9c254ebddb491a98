"""Names of the table as prompts use them: the whole name counts, and nothing near it."""

from __future__ import annotations

import pytest

from desktop_app.knowledge.understanding import understand


@pytest.mark.parametrize(
    ("prompt", "id_"),
    [
        ("一根钨铜合金棒左端加热到200℃", "copper_tungsten"),
        ("钨铜棒左端100度", "copper_tungsten"),
        ("a tungsten copper rod heated at one end", "copper_tungsten"),
        ("钨棒左端加热", "tungsten"),
        ("铍铜棒左端加热", "beryllium_copper"),
        ("殷钢板左侧加热", "invar"),
        ("可伐合金块底部加热", "kovar"),
        ("TC4钛合金棒左端加热", "titanium_6al_4v"),
        ("TC4 钛合金棒左端加热", "titanium_6al_4v"),
        ("A380 压铸铝板左边加热", "aluminium_a380"),
        ("铝合金2024板左边加热", "aluminium_2024"),
        ("灰铸铁块底部加热", "cast_iron"),
        ("氧化锆陶瓷板左边加热", "zirconia"),
        ("A silicon carbide ceramic plate, left edge at 300 °C", "silicon_carbide"),
        ("硼硅酸盐玻璃板左边加热", "borosilicate_glass"),
        ("有机玻璃板左边加热", "acrylic"),
        ("teflon block on a hot plate", "ptfe"),
        ("聚苯乙烯泡沫板底部加热", "polystyrene_foam"),
        ("In a room, a copper rod is heated at its left end", "copper"),
        ("a gaming PC heat sink of copper", "copper"),
    ],
)
def test_the_whole_name_is_meant(table, prompt, id_):
    assert [m.id for m in understand(prompt, table).materials] == [id_]


@pytest.mark.parametrize(
    "prompt",
    [
        "a copper oxide rod heated at the left",
        "a glass fibre rod heated at the left",
        "a steel wool pad heated at the left",
        "an alumnium rod heated at the left",
        "钛合金棒左端加热",
        "铝合金板左边加热",
    ],
)
def test_nothing_near_is_taken_instead(table, prompt):
    assert understand(prompt, table).materials == ()
