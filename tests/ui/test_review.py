"""A person's judgement: given, shown, kept, taken back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem
from pytestqt.qtbot import QtBot
from support.fake_verbs import FakeVerbs
from support.house import computed_order, make_house
from support.opened import dialog, named, opened
from support.runs import run
from support.window import chinese

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.errors import ExportFailed
from desktop_app.domain.events import RunFinished
from desktop_app.domain.review import Review
from desktop_app.domain.text import say
from desktop_app.services.verbs import Verbs
from desktop_app.ui.clip_header import ClipHeader
from desktop_app.ui.dialogs.error_dialog import ErrorDialog
from desktop_app.ui.dialogs.review_dialog import ReviewDialog
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.runs.run_delegate import CARD, RunDelegate
from desktop_app.ui.runs.run_list_model import RunListModel
from desktop_app.workflow.generation import generate

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

TODAY = date.today().isoformat()
GIVEN = Review("fit_as_schematic", "Ada", "thermal engineer", "2026-01-02", "Ends <b>too</b> early.")


def badge(window: MainWindow | ClipHeader, opinion: str):
    return named(window, f"Review of the clip: {opinion}")


@pytest.fixture
def made(qtbot: QtBot, window: MainWindow) -> MainWindow:
    """The window over a finished run."""
    window.concept.set_prompt("A copper rod, its left end in a flame")
    window.menus.generate.trigger()
    qtbot.waitUntil(lambda: "Finished" in window.progress.text)
    return window


def fill(review: ReviewDialog, opinion: str, name: str) -> None:
    named(review, f"Opinion: {opinion}").click()
    named(review, "Name of the reviewer").setText(name)


def test_a_review_is_kept_and_shown(qtbot: QtBot, made: MainWindow, verbs: FakeVerbs):
    badge(made, "Not reviewed").click()
    review = dialog(qtbot, made, ReviewDialog)
    keep = named(review, "Keep the review")
    assert not keep.isEnabled()
    fill(review, "Fit as a schematic", "   ")
    assert not keep.isEnabled()
    fill(review, "Fit as a schematic", " Ada ")
    named(review, "Role of the reviewer").setText("thermal engineer")
    named(review, "Remarks on the clip").setPlainText("Too even.\n")
    keep.click()
    qtbot.waitUntil(lambda: verbs.kept[0].run.review is not None)
    given = Review("fit_as_schematic", "Ada", "thermal engineer", TODAY, "Too even.")
    assert verbs.kept[0].run.review == given
    qtbot.waitUntil(lambda: "Ada, thermal engineer" in badge(made, "Fit as a schematic").toolTip())
    qtbot.waitUntil(lambda: made.runs.runs[0].review == given)


def test_it_can_be_changed_and_taken_back(qtbot: QtBot, made: MainWindow, verbs: FakeVerbs):
    badge(made, "Not reviewed").click()
    first = dialog(qtbot, made, ReviewDialog)
    assert not named(first, "Take the review back", visible=False).isVisible()
    fill(first, "Fit", "Ada")
    named(first, "Keep the review").click()
    qtbot.waitUntil(lambda: badge(made, "Fit").isVisible())
    made.menus.review.trigger()
    second = dialog(qtbot, made, ReviewDialog)
    assert named(second, "Opinion: Fit").isChecked()
    assert named(second, "Name of the reviewer").text() == "Ada"
    named(second, "Opinion: Not fit").click()
    named(second, "Keep the review").click()
    qtbot.waitUntil(lambda: badge(made, "Not fit").isVisible())
    made.menus.review.trigger()
    named(dialog(qtbot, made, ReviewDialog), "Take the review back").click()
    qtbot.waitUntil(lambda: badge(made, "Not reviewed").isVisible())
    assert verbs.kept[0].run.review is None


def test_cancelling_keeps_nothing(qtbot: QtBot, made: MainWindow, verbs: FakeVerbs):
    badge(made, "Not reviewed").click()
    review = dialog(qtbot, made, ReviewDialog)
    fill(review, "Fit", "Ada")
    qtbot.keyClick(review, Qt.Key.Key_Escape)
    assert verbs.kept[0].run.review is None
    assert badge(made, "Not reviewed").isVisible()


def test_a_review_that_cannot_be_kept_is_told(qtbot: QtBot, made: MainWindow, verbs: FakeVerbs):
    verbs.failure = ExportFailed(say("The disk is full."), say("Free some space."))
    made.menus.review.trigger()
    review = dialog(qtbot, made, ReviewDialog)
    fill(review, "Fit", "Ada")
    named(review, "Keep the review").click()
    dialog(qtbot, made, ErrorDialog).close()
    assert badge(made, "Not reviewed").isVisible()


def test_the_review_is_there_when_the_window_opens_again(qapp: QApplication, qtbot: QtBot, tmp_path: Path):
    house = make_house(tmp_path)
    for event in generate(house, computed_order(), CancelToken()):
        if isinstance(event, RunFinished):
            run_id = event.run.id
    for again in (False, True):
        with opened(qapp, Verbs(house), tmp_path / "settings.ini") as window:
            qtbot.waitUntil(lambda window=window: len(window.runs.runs) == 1)
            window.runs.run_chosen.emit(run_id)
            badge_now = "Not fit" if again else "Not reviewed"
            qtbot.waitUntil(lambda window=window: window.menus.review.isEnabled(), timeout=20_000)
            assert badge(window, badge_now).isVisible()
            window.menus.review.trigger()
            review = dialog(qtbot, window, ReviewDialog)
            assert named(review, "Name of the reviewer").text() == ("Ada" if again else "")
            fill(review, "Not fit", "Ada")
            named(review, "Keep the review").click()
            qtbot.waitUntil(lambda window=window: badge(window, "Not fit").isVisible())
    house.runs.close()


def test_the_name_is_remembered_for_the_next_run(qtbot: QtBot, made: MainWindow, verbs: FakeVerbs):
    made.menus.review.trigger()
    review = dialog(qtbot, made, ReviewDialog)
    fill(review, "Fit", "Ada")
    named(review, "Keep the review").click()
    qtbot.waitUntil(lambda: badge(made, "Fit").isVisible())
    made.concept.generate_clicked.emit()
    qtbot.waitUntil(lambda: len(verbs.kept) == 2 and "Finished" in made.progress.text)
    badge(made, "Not reviewed").click()
    again = dialog(qtbot, made, ReviewDialog)
    assert named(again, "Name of the reviewer").text() == "Ada"
    again.close()


def test_no_review_without_a_clip(window: MainWindow):
    assert not window.menus.review.isEnabled()
    assert not named(window, "Review of the clip: Not reviewed", visible=False).isVisible()


def test_the_badge_says_what_was_said_as_it_was_written(qapp: QApplication, qtbot: QtBot):
    header = ClipHeader()
    qtbot.addWidget(header)
    header.resize(900, 60)
    header.show_run(run(review=GIVEN))
    header.show()
    shown = badge(header, "Fit as a schematic")
    assert shown.text() == "Fit as a schematic"
    for told in ("Ada, thermal engineer", "2 January 2026", "Ends &lt;b&gt;too&lt;/b&gt; early."):
        assert told in shown.toolTip()
    header.resize(300, 60)
    assert shown.text() == ""
    header.resize(900, 60)
    with chinese(qapp):
        assert shown.text() == "可作为示意图"


def test_the_card_of_a_reviewed_run_has_a_mark(qtbot: QtBot, window: MainWindow):
    def card(review: Review | None) -> tuple[QImage, str]:
        model = window.runs.findChild(RunListModel)
        model.set_runs([run(status="finished", review=review)])
        option = QStyleOptionViewItem()
        option.rect.setRect(0, 0, CARD.width() + 8, CARD.height() + 8)
        image = QImage(CARD.width() + 8, CARD.height() + 8, QImage.Format.Format_RGB32)
        image.fill(0)
        painter = QPainter(image)
        RunDelegate().paint(painter, option, model.index(0))
        painter.end()
        return image, str(model.index(0).data(Qt.ItemDataRole.AccessibleTextRole))

    bare, bare_words = card(None)
    marked, words = card(GIVEN)
    assert bare != marked
    assert "Not reviewed" in bare_words
    assert "Fit as a schematic" in words
