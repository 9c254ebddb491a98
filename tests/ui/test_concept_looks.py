"""How the concept panel looks, and what its card says."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.concepts import rod
from support.fake_verbs import FakeVerbs
from support.golden import check_golden
from support.opened import named
from support.window import chinese, dressed

from desktop_app.domain.concept import Concept
from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.look import Look
from desktop_app.domain.text import say
from desktop_app.services.understanding import Misunderstanding, Understanding
from desktop_app.ui.concept.concept_panel import ConceptPanel
from desktop_app.ui.theme import DARK, LIGHT, Theme

NOTES = (say("Surfaces not mentioned are insulated."), say("This is why."))


@pytest.fixture
def panel(qtbot: QtBot, verbs: FakeVerbs) -> ConceptPanel:
    """A panel with the computed engine to choose, and a prompt."""
    panel = ConceptPanel()
    qtbot.addWidget(panel)
    panel.offer(verbs.engines(), verbs.default_engine(verbs.engines()))
    panel.set_tables(verbs.material_table, verbs.look_names)
    panel.set_prompt("a copper rod, left end held hot")
    return panel


def show(panel: ConceptPanel, concept: Concept, look: Look) -> None:
    panel.show_understanding(Understanding(concept, concept), look)


def lines(panel: ConceptPanel) -> list[str]:
    return panel.understood.splitlines()


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
def test_looks_as_it_did(
    panel: ConceptPanel,
    qapp: QApplication,
    pytestconfig: pytest.Config,
    verbs: FakeVerbs,
    theme: Theme,
) -> None:
    with dressed(qapp, theme):
        panel.setFixedSize(330, 720)
        show(panel, rod(notes=NOTES), verbs.look("inferno"))
        panel.show()
        qapp.processEvents()
        check_golden(pytestconfig, f"concept_{theme.name}", panel.grab().toImage())


def test_assumptions_are_listed_in_their_order(panel: ConceptPanel, verbs: FakeVerbs):
    show(panel, rod(notes=NOTES), verbs.look("inferno"))
    assert lines(panel)[-2:] == ["Surfaces not mentioned are insulated.", "This is why."]


def test_what_is_not_covered_comes_first_and_why_before_the_assumptions(
    panel: ConceptPanel, verbs: FakeVerbs
):
    show(panel, rod(notes=NOTES, supported=False), verbs.look("inferno"))
    assert "Conduction does not cover this idea" in lines(panel)[0]
    assert lines(panel)[-2] == "This is why."


def test_an_error_takes_the_place_of_the_facts_and_the_other_way_round(panel: ConceptPanel, verbs: FakeVerbs):
    panel.show_misunderstanding(Misunderstanding(InvalidInput(say("Too long."), say("Write less.")), False))
    assert "Too long.\nWrite less." in panel.understood
    assert "Copper" not in panel.understood
    show(panel, rod(), verbs.look("inferno"))
    assert "Copper" in panel.understood
    assert "Too long." not in panel.understood


def test_sources_are_told_on_hover(panel: ConceptPanel, verbs: FakeVerbs):
    show(panel, rod(), verbs.look("inferno"))
    hover = named(panel, "Copper: Thermal conductivity", visible=False).toolTip()
    assert "Source: a test, unverified" in hover
    assert "k ? 401 W/(m·K)" in panel.understood
    assert "k 401 W/(m·K)" in panel_of_sure(panel, verbs)


def panel_of_sure(panel: ConceptPanel, verbs: FakeVerbs) -> str:
    """What the panel says of a material whose sources were opened."""
    concept = rod()
    sure = replace(concept.parts[0].material.thermal_conductivity, verified=True)
    part = replace(concept.parts[0], material=replace(concept.parts[0].material, thermal_conductivity=sure))
    show(panel, replace(concept, parts=(part,)), verbs.look("inferno"))
    return panel.understood


def test_materials_and_words_follow_the_language(panel: ConceptPanel, verbs: FakeVerbs, qapp: QApplication):
    show(panel, rod(), verbs.look("inferno"))
    with chinese(qapp):
        assert "铜" in panel.understood
        assert "左端 保持 100 °C" in panel.understood
    assert "Left end held at 100 °C" in panel.understood


def test_a_quality_is_down_only_while_the_settings_are_its_own(panel: ConceptPanel):
    fine, fps = (named(panel, name, visible=False) for name in ("Quality: Fine", "Frames per second"))
    fine.click()
    assert panel.order.settings.width == 1280
    fps.setValue(23)
    assert not fine.isChecked()
    fps.setValue(24)
    assert fine.isChecked()


def test_the_dice_gives_another_seed(panel: ConceptPanel):
    dice, seeds = named(panel, "Another seed", visible=False), set()
    dice.setEnabled(True)
    for _ in range(5):
        dice.click()
        seeds.add(panel.order.seed)
    assert len(seeds) > 1
