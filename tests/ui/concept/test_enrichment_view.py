"""The enriched prompt in the window: what was added, why, and how to change it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot
from support.concepts import rod
from support.opened import named
from support.window import chinese, dressed

from desktop_app.domain.concept import Concept
from desktop_app.domain.edits import Edits
from desktop_app.domain.enrichment import Addition, Enrichment
from desktop_app.domain.text import say
from desktop_app.ui.concept.enrichment_view import EnrichmentView
from desktop_app.ui.concept.phrase_flow import PhraseFlow
from desktop_app.ui.concept.removed_phrases import RemovedPhrases
from desktop_app.ui.theme import DARK, LIGHT, Theme

ADDITIONS = (
    Addition("fixed camera, locked framing", "camera", say("This is why.")),
    Addition("heat spreads quickly to the right", "a_new_rule", say("Yes.")),
)


def concept(*removed: str, own: str = "a copper rod", edited: str | None = None) -> Concept:
    whole = Enrichment(own, ADDITIONS, "flicker, text", edited).without(removed)
    return rod(enrichment=whole, edits=Edits(removed_rules=removed, enriched_prompt=edited))


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication) -> EnrichmentView:
    made = EnrichmentView()
    qtbot.addWidget(made)
    made.show_enrichment(concept())
    made.resize(320, made.sizeHint().height())
    made.show()
    qapp.processEvents()
    return made


def names(view: EnrichmentView) -> set[str]:
    return {b.accessibleName() for b in view.findChildren(QAbstractButton) if b.isVisible()}


def removed(view: EnrichmentView) -> list[str]:
    rows = view.findChild(RemovedPhrases).findChildren(QLabel)
    return [row.accessibleName() for row in rows if row.isVisible() and "<s>" in row.text()]


def test_the_text_is_what_the_model_gets(view: EnrichmentView):
    assert view.text == concept().enrichment.prompt
    assert view.text == "A copper rod. Fixed camera, locked framing. Heat spreads quickly to the right."


def test_every_addition_can_be_left_out_and_own_words_cannot(view: EnrichmentView, qtbot: QtBot):
    assert {n for n in names(view) if n.startswith("Leave out")} == {
        "Leave out: Camera",
        "Leave out: a new rule",
    }
    with qtbot.waitSignal(view.rule_toggled) as told:
        named(view, "Leave out: Camera").click()
    assert told.args == ["camera", False]


def test_what_was_left_out_stays_listed_and_can_be_put_back(view: EnrichmentView, qtbot: QtBot):
    assert removed(view) == []
    view.show_enrichment(concept("camera"))
    assert "camera" not in view.text
    assert removed(view) == ["fixed camera, locked framing"]
    with qtbot.waitSignal(view.rule_toggled) as told:
        named(view, "Put back: Camera").click()
    assert told.args == ["camera", True]
    view.show_enrichment(concept())
    assert removed(view) == []


def test_a_rule_whose_phrase_was_never_seen_goes_by_its_name(qtbot: QtBot):
    view = EnrichmentView()
    qtbot.addWidget(view)
    view.show_enrichment(concept("camera", "a_new_rule"))
    view.show()
    assert removed(view) == ["Camera", "a new rule"]


def test_phrases_of_another_prompt_are_forgotten(view: EnrichmentView):
    view.show_enrichment(replace(concept("camera"), prompt="another"))
    assert removed(view) == ["Camera"]


def test_pointing_at_a_phrase_tells_why_it_is_there(view: EnrichmentView, qtbot: QtBot):
    flow = view.findChild(PhraseFlow)
    assert "Point at one" in view.reason
    button = named(view, "Leave out: Camera")
    qtbot.mouseMove(flow, button.pos() - QPoint(20, -4))
    assert view.reason == "Camera: This is why."
    qtbot.mouseMove(flow, QPoint(8, 8))
    assert "Point at one" in view.reason


def test_the_keyboard_tells_why_and_leaves_out(view: EnrichmentView, qtbot: QtBot):
    view.activateWindow()
    button = named(view, "Leave out: a new rule")
    button.setFocus()
    assert view.reason == "a new rule: Yes."
    with qtbot.waitSignal(view.rule_toggled) as told:
        qtbot.keyClick(button, Qt.Key.Key_Space)
    assert told.args == ["a_new_rule", False]


def test_a_new_answer_leaves_the_keyboard_where_it_was(view: EnrichmentView):
    view.activateWindow()
    named(view, "Leave out: a new rule").setFocus()
    view.show_enrichment(concept())
    assert QApplication.focusWidget() is named(view, "Leave out: a new rule")


def test_the_text_can_be_edited(view: EnrichmentView, qtbot: QtBot):
    named(view, "Edit the text for the video model").click()
    box = named(view, "Text for the video model")
    assert isinstance(box, QPlainTextEdit)
    assert box.toPlainText() == view.text
    box.setPlainText("Something\nelse ")
    with qtbot.waitSignal(view.prompt_edited) as told:
        named(view, "Use this text").click()
    assert told.args == ["Something else"]
    assert not box.isVisible()


def test_an_empty_text_is_not_accepted_and_the_same_one_is_no_edit(view: EnrichmentView, qtbot: QtBot):
    told: list[object] = []
    view.prompt_edited.connect(told.append)
    named(view, "Edit the text for the video model").click()
    named(view, "Text for the video model").setPlainText("  ")
    assert not named(view, "Use this text").isEnabled()
    named(view, "Text for the video model").setPlainText(view.text)
    named(view, "Use this text").click()
    assert told == []


def test_escape_discards_what_was_written(view: EnrichmentView, qtbot: QtBot):
    view.activateWindow()
    named(view, "Edit the text for the video model").click()
    box = named(view, "Text for the video model")
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert not box.isVisible()
    assert "Leave out: Camera" in names(view)


def test_what_is_being_written_survives_a_new_concept(view: EnrichmentView):
    named(view, "Edit the text for the video model").click()
    named(view, "Text for the video model").setPlainText("half a sent")
    view.show_enrichment(concept("camera"))
    assert named(view, "Text for the video model").toPlainText() == "half a sent"


def test_an_edited_text_is_said_to_be_one_and_can_be_taken_back(view: EnrichmentView, qtbot: QtBot):
    assert "Back to the composed text" not in names(view)
    view.show_enrichment(concept(edited="A rod glows."))
    assert view.text == "A rod glows."
    assert any(w.text().startswith("Edited by hand") for w in view.findChildren(QLabel) if w.isVisible())
    assert not [n for n in names(view) if n.startswith("Leave out")]
    with qtbot.waitSignal(view.prompt_edited) as told:
        named(view, "Back to the composed text").click()
    assert told.args == [None]


def test_the_negative_prompt_is_folded_away(view: EnrichmentView):
    label = next(w for w in view.findChildren(QLabel) if w.text() == "flicker, text")
    assert not label.isVisible()
    named(view, "Show what the model is to avoid").click()
    assert label.isVisible()


def test_words_in_another_language_are_said_to_be_replaced(view: EnrichmentView):
    view.show_enrichment(replace(concept(own=""), language="zh"))
    assert view.text.startswith("Fixed camera")
    assert any("Your words are not English" in w.text() for w in view.findChildren(QLabel))


def test_words_that_an_edit_replaced_are_said_to_be(view: EnrichmentView):
    view.show_enrichment(concept(own=""))
    assert any("You changed the idea" in w.text() for w in view.findChildren(QLabel))


def test_it_speaks_chinese_around_english_phrases(view: EnrichmentView, qapp: QApplication):
    with chinese(qapp):
        assert view.text == concept().enrichment.prompt
        assert "去掉：镜头" in names(view)
    assert "Leave out: Camera" in names(view)


@pytest.mark.parametrize("width", [240, 320, 560])
def test_phrases_are_broken_into_lines_that_fit(view: EnrichmentView, width: int, qapp: QApplication):
    view.resize(width, 600)
    qapp.processEvents()
    flow = view.findChild(PhraseFlow)
    for button in flow.findChildren(QAbstractButton):
        assert flow.rect().contains(button.geometry())
    assert flow.height() >= flow.heightForWidth(flow.width())


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
def test_additions_are_tinted_and_own_words_are_not(view: EnrichmentView, qapp: QApplication, theme: Theme):
    with dressed(qapp, theme):
        qapp.processEvents()
        flow = view.findChild(PhraseFlow)
        tinted = share(flow.grab().toImage(), theme)
        view.show_enrichment(concept("camera", "a_new_rule"))
        assert tinted > 0.2
        assert share(flow.grab().toImage(), theme) == 0


def share(image: QImage, theme: Theme) -> float:
    """How much of a picture has the tint of an added phrase."""
    pixels = [
        image.pixelColor(x, y).name() for y in range(0, image.height(), 2) for x in range(0, image.width(), 2)
    ]
    return sum(p == theme.accent_soft.lower() for p in pixels) / len(pixels)
