"""No sentence is cut off, whatever the language and however small the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QDockWidget,
    QLabel,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from support.law_reports import mixed_report
from support.opened import named
from support.readings import RANGE_K, front_clip, front_reading, grey_look
from support.window import chinese

from desktop_app.domain.errors import HeatSketchError
from desktop_app.domain.review import Purpose, Review
from desktop_app.domain.text import say
from desktop_app.ui.clip.disclaimer_strip import DisclaimerStrip
from desktop_app.ui.concept.editors.inline_text import InlineText
from desktop_app.ui.concept.editors.pick_edit import PickEdit
from desktop_app.ui.concept.editors.word_label import WordLabel
from desktop_app.ui.dialogs.about_dialog import AboutDialog
from desktop_app.ui.dialogs.error_dialog import ErrorDialog
from desktop_app.ui.dialogs.export_dialog import ExportDialog
from desktop_app.ui.dialogs.review_dialog import ReviewDialog
from desktop_app.ui.dialogs.shortcuts_dialog import ShortcutsDialog
from desktop_app.ui.main_window import MainWindow
from desktop_app.workflow.intended_use import PURPOSE_NAMES

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
PIECES = (WordLabel, InlineText, PickEdit)
REVIEW = Review("fit_as_schematic", "Ada " * 8, "thermal engineer", "2026-01-02", "Too even. " * 30)
LONG = say("The generation process ended unexpectedly while something with a rather long name was going on.")


def cut(root: QWidget) -> list[str]:
    """Texts of labels and of the card's fields that are smaller than what they say."""
    labels = [label for label in root.findChildren(QLabel) if label.isVisible() and label.wordWrap()]
    cut_off = [label.text() for label in labels if label.heightForWidth(label.width()) > label.height() + 1]
    pieces = [piece for kind in PIECES for piece in root.findChildren(kind) if piece.isVisible()]
    return cut_off + [piece.accessibleName() for piece in pieces if not fits(piece)]


def fits(piece: QWidget) -> bool:
    """Whether all of a word or a field is seen."""
    return piece.fits if isinstance(piece, InlineText) else piece.width() >= piece.sizeHint().width()


@pytest.mark.parametrize("dialog", ["error", "about", "shortcuts", "export", "review"])
def test_dialogs_have_room_for_what_they_say(
    qapp: QApplication, qtbot: QtBot, window: MainWindow, tmp_path: Path, dialog: str
):
    made = {
        "error": lambda: ErrorDialog(HeatSketchError(LONG, LONG), window),
        "about": lambda: AboutDialog("1.0", window),
        "shortcuts": lambda: ShortcutsDialog(window),
        "export": lambda: ExportDialog(tmp_path / "a.mp4", "en", True, window),
        "review": lambda: ReviewDialog(REVIEW, "", "", "2026-01-02", window),
    }[dialog]()
    made.open()
    qapp.processEvents()
    qtbot.waitUntil(lambda: cut(made) == [])
    with chinese(qapp):
        qtbot.waitUntil(lambda: cut(made) == [])
    made.close()


@pytest.mark.parametrize("use", ["concept_talk", "teaching", "paper"])
def test_every_use_has_room_for_what_goes_with_it(
    qapp: QApplication, qtbot: QtBot, window: MainWindow, tmp_path: Path, use: Purpose
):
    export = ExportDialog(tmp_path / "a.mp4", "en", True, window, REVIEW)
    export.open()
    export.set_report(mixed_report())
    name = str(PURPOSE_NAMES[use])
    named(export, f"For: {name}").click()
    qtbot.waitUntil(lambda: cut(export) == [])
    for button in export.findChildren(QRadioButton):
        assert button.height() >= button.sizeHint().height()
    with chinese(qapp):
        qtbot.waitUntil(lambda: cut(export) == [])
    export.close()


@pytest.mark.parametrize(
    "prompt",
    [
        "Water boiling in a pot over a stove, with a copper rod in it",
        "a copper rod 1.234 m long, left end heated with 12.5 kW/m² from 10 s to 90 s, compare with iron",
        "a stack of silicon, thermal paste, pyrolytic graphite sheet and an Aluminium A380 sink, 40 W chip",
        "a finned heat sink of boron nitride with 12 fins, 40 W, fan at 25 °C",
        "a room heated by 1500 W, outside 5 °C, brick walls",
    ],
)
def test_the_concept_has_room_in_the_smallest_window(
    qapp: QApplication, qtbot: QtBot, window: MainWindow, prompt: str
):
    window.resize(window.minimumSize())
    dock = window.findChild(QDockWidget, "concept")
    window.resizeDocks([dock], [window.concept.minimumWidth()], Qt.Orientation.Horizontal)
    window.concept.set_prompt(prompt)
    qtbot.waitUntil(lambda: window.concept.concept is not None)
    qtbot.waitUntil(lambda: cut(window.concept) == [])
    assert window.concept.width() == 300
    for area in window.concept.findChildren(QScrollArea):
        assert area.widget().width() <= area.viewport().width()
    with chinese(qapp):
        qtbot.waitUntil(lambda: cut(window.concept) == [])


def test_a_cut_sentence_is_found(qapp: QApplication, window: MainWindow):
    label = QLabel(str(LONG) * 3, window)
    label.setWordWrap(True)
    label.setFixedSize(80, 20)
    label.show()
    assert cut(window) == [label.text()]


def overlapping(root: QWidget) -> list[tuple[str, str]]:
    """Neighbours in one layout that lie on each other, or reach out of what they lie in."""
    found = []
    for parent in [root, *root.findChildren(QWidget)]:
        if parent.layout() is None or not parent.isVisible():
            continue
        items = [parent.layout().itemAt(i).widget() for i in range(parent.layout().count())]
        parts = [widget for widget in items if widget is not None and widget.isVisible()]
        found += [
            (type(a).__name__, type(b).__name__)
            for n, a in enumerate(parts)
            for b in parts[n + 1 :]
            if a.geometry().intersects(b.geometry())
        ]
        found += [
            (type(a).__name__, "outside")
            for a in parts
            if not isinstance(parent.parent(), QAbstractScrollArea)
            and not parent.rect().contains(a.geometry())
        ]
    return found


@pytest.mark.parametrize("size", [(900, 600), (1100, 700), (1440, 900)], ids=str)
def test_nothing_is_cut_or_overlaps_whatever_is_in_view(
    qapp: QApplication, qtbot: QtBot, window: MainWindow, size: tuple[int, int]
):
    window.resize(*size)
    window.arrange()
    clip = front_clip(width=640, height=384)
    for computed in (False, True, False):
        window.clip.set_clip(clip, grey_look(), RANGE_K, computed)
        reading = front_reading(width=640, height=384)
        window.clip.set_reading(reading)
        window.reading.set_reading(reading, complete=True)
        qtbot.waitUntil(lambda: cut(window) == [])
        qtbot.waitUntil(lambda: overlapping(window.clip) == [])
        with chinese(qapp):
            qtbot.waitUntil(lambda: cut(window) == [])
            qtbot.waitUntil(lambda: overlapping(window.clip) == [])


@pytest.mark.parametrize("width", range(240, 760, 40))
def test_the_disclaimer_is_never_cut(qapp: QApplication, qtbot: QtBot, width: int):
    page = QWidget()
    layout = QVBoxLayout(page)
    strip = DisclaimerStrip()
    layout.addWidget(strip)
    layout.addStretch()
    qtbot.addWidget(page)
    page.resize(width, 200)
    page.show()
    for computed in (False, True, False, True):
        strip.set_computed(computed)
        qtbot.waitUntil(lambda: cut(strip) == [])
        assert overlapping(page) == []
        assert strip.badge.width() >= strip.badge.sizeHint().width()
        with chinese(qapp):
            qtbot.waitUntil(lambda: cut(strip) == [])
            assert strip.badge.width() >= strip.badge.sizeHint().width()
        qapp.processEvents()


def test_an_overlap_is_found(qapp: QApplication, qtbot: QtBot):
    page = QWidget()
    layout = QVBoxLayout(page)
    first, second = QLabel("one"), QLabel("two")
    for label in (first, second):
        layout.addWidget(label)
    qtbot.addWidget(page)
    page.show()
    qapp.processEvents()
    assert overlapping(page) == []
    second.move(first.pos())
    assert overlapping(page) == [("QLabel", "QLabel")]
