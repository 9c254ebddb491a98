from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea
from pytestqt.qtbot import QtBot
from support.golden import check_golden, pixels
from support.law_reports import BOX_MARK, PROBE_MARK, TIME_MARK, bare_report, mixed_report
from support.readings import front_reading, grey_look, unreadable
from support.window import chinese, dressed

from desktop_app.ui.reading.law_row import LawRow
from desktop_app.ui.reading.reading_panel import ReadingPanel
from desktop_app.ui.theme import DARK, LIGHT

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


@pytest.fixture
def judged(filled: ReadingPanel) -> ReadingPanel:
    """A panel that shows what was found of the laws."""
    filled.set_laws(mixed_report(), pending=False)
    filled.plots.switch.choose(1)
    QApplication.processEvents()
    return filled


def row(panel: ReadingPanel, law: str) -> LawRow:
    return next(row for row in panel.plots.laws.list.rows if row.verdict.law == law)


def cut(root) -> list[str]:
    labels = [label for label in root.findChildren(QLabel) if label.isVisible() and label.wordWrap()]
    return [label.text() for label in labels if label.heightForWidth(label.width()) > label.height() + 1]


def test_every_law_has_a_row_in_words(judged: ReadingPanel) -> None:
    rows = judged.plots.laws.list.rows
    assert [r.accessibleName() for r in rows] == [
        "Front advances like diffusion: holds",
        "No flashing: broken",
        "Maximum principle: holds",
        "Heat flows downhill: holds",
        "No heat from nowhere: cannot tell",
        "Settles to a steady state: holds",
        "Mirrored heating, mirrored field: holds",
    ]
    broken = row(judged, "no_flashing")
    assert (
        broken.numbers.text().replace("\u00a0", " ") == "Largest setback, in σ: 14 (12 … 17), allowed up to 5"
    )
    assert broken.why.text() == str(broken.verdict.why)
    assert broken.toolTip().splitlines() == [
        "Largest setback, in σ: 14.2.",
        "95 % interval: 11.8 to 17.1.",
        "Tolerance, fixed beforehand: allowed up to 5.",
    ]
    assert broken.when.text() == "See 21.8 – 38.2 s"
    untold = row(judged, "energy")
    assert untold.numbers.isHidden()
    assert untold.when.isHidden()


def test_verdicts_differ_in_shape_and_in_colour(judged: ReadingPanel) -> None:
    seen = [
        pixels(row(judged, law).icon.pixmap().toImage()) for law in ("energy", "no_flashing", "second_law")
    ]
    for n, one in enumerate(seen):
        for other in seen[n + 1 :]:
            assert ((one.max(axis=2) > 60) != (other.max(axis=2) > 60)).sum() > 20
            assert abs(one.reshape(-1, 3).max(0).astype(int) - other.reshape(-1, 3).max(0)).max() > 20


def test_the_summary_counts(judged: ReadingPanel) -> None:
    assert judged.plots.laws.summary.text == "5 hold · 1 broken · 1 cannot tell"
    judged.set_laws(bare_report(), pending=False)
    assert judged.plots.laws.summary.text == "0 hold · 0 broken · 7 cannot tell"


def test_the_switch_tells_of_broken_laws(judged: ReadingPanel) -> None:
    laws = judged.plots.switch.laws
    assert (laws.text(), laws.accessibleName()) == ("Laws  1", "Laws: 1 broken")
    judged.set_laws(bare_report(), pending=False)
    assert (laws.text(), laws.accessibleName()) == ("Laws", "Laws: 7 cannot tell")
    judged.set_laws(None, pending=True)
    assert laws.text() == "Laws …"


def test_hovering_a_law_marks_it(judged: ReadingPanel, qtbot: QtBot) -> None:
    told: list[object] = []
    judged.law_hovered.connect(told.append)
    marks = judged.plots.kymograph.marks
    standing = len(marks.boxes)
    QTest.mouseMove(row(judged, "maximum_principle"))
    assert told == [BOX_MARK]
    assert len(marks.boxes) == 2 * standing
    QTest.mouseMove(row(judged, "no_flashing"))
    QTest.mouseMove(judged.plots.switch.plots)
    qtbot.waitUntil(lambda: told[-1] is None)
    assert told == [BOX_MARK, PROBE_MARK, None] or told == [BOX_MARK, None, PROBE_MARK, None]
    assert len(marks.boxes) == standing


def test_the_keyboard_goes_through_the_laws(judged: ReadingPanel, qtbot: QtBot) -> None:
    told: list[object] = []
    went: list[int] = []
    judged.law_hovered.connect(told.append)
    judged.frame_selected.connect(went.append)
    judged.activateWindow()
    row(judged, "front_advance").setFocus()
    QTest.keyClick(row(judged, "front_advance"), Qt.Key.Key_Down)
    assert row(judged, "no_flashing").hasFocus()
    assert told == [PROBE_MARK]
    QTest.keyClick(row(judged, "no_flashing"), Qt.Key.Key_Return)
    QTest.keyClick(row(judged, "no_flashing"), Qt.Key.Key_Up)
    assert row(judged, "front_advance").hasFocus()
    QTest.keyClick(row(judged, "front_advance"), Qt.Key.Key_Return)
    assert went == [PROBE_MARK.frames[0]]
    assert told == [PROBE_MARK, None]


def test_the_switch_is_reached_by_keyboard(filled: ReadingPanel) -> None:
    filled.activateWindow()
    switch = filled.plots.switch
    switch.plots.setFocus()
    QTest.keyClick(switch.plots, Qt.Key.Key_Right)
    QTest.keyClick(switch.laws, Qt.Key.Key_Space)
    assert filled.plots.laws.isVisible()
    assert not filled.plots.profile.isVisible()
    assert filled.plots.kymograph.isVisible()


def test_clicking_a_law_jumps_to_it(judged: ReadingPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(judged.frame_selected) as told:
        QTest.mouseClick(row(judged, "steady_state"), Qt.MouseButton.LeftButton)
    assert told.args == [TIME_MARK.frames[0]]
    with qtbot.assertNotEmitted(judged.frame_selected):
        QTest.mouseClick(row(judged, "energy"), Qt.MouseButton.LeftButton)


def test_the_comparison_says_where_the_clip_departs(judged: ReadingPanel, qtbot: QtBot) -> None:
    block = judged.plots.laws.comparison
    assert block.fourier.text().replace("\u00a0", " ") == "Fourier number at the end: 0.041 (0.039 … 0.044)"
    assert block.promise.text() == "The materials promise 0.04: inside the interval."
    assert block.rmse.text() == "Away from the solution: 11.3 K (root mean square)"
    assert block.largest.text() == "Most: 62 K at 27.3 s, position 0.42"
    with qtbot.waitSignal(judged.frame_selected) as told:
        block.show_largest.click()
    assert told.args == [5]
    judged.set_laws(replace(mixed_report(), promised_fourier_number=0.2), pending=False)
    assert block.promise.text() == "The materials promise 0.2: outside the interval."


def test_what_cannot_be_compared_is_said(judged: ReadingPanel) -> None:
    judged.set_laws(bare_report(), pending=False)
    block = judged.plots.laws.comparison
    assert block.fourier.text() == "Fourier number at the end: cannot be told"
    assert block.rmse.text() == "There is no computed solution to compare with."
    assert block.show_largest.isHidden()


def test_before_there_is_a_report_its_place_says_so(filled: ReadingPanel) -> None:
    laws = filled.plots.laws
    filled.plots.switch.choose(1)
    assert "Not judged yet" in laws.hint.text
    filled.set_laws(None, pending=True)
    assert "Judging…" in laws.hint.text
    assert laws.hint.isVisible()
    filled.set_laws(mixed_report(), pending=False)
    assert not laws.hint.isVisible()
    filled.set_laws(None, pending=False)
    assert "Not judged yet" in laws.hint.text
    assert laws.list.rows == []
    assert filled.plots.kymograph.marks.boxes == []
    assert "not a measurement" in laws.convention.text()
    assert laws.convention.isVisible()


def test_an_unreadable_clip_is_not_judged(judged: ReadingPanel) -> None:
    judged.set_reading(unreadable(), complete=True)
    assert judged.hint.isVisible()
    assert "So its laws cannot be judged either." in judged.hint.text
    judged.plots.laws.show_reading(unreadable())
    assert "The laws cannot be judged" in judged.plots.laws.hint.text


def test_a_report_that_is_being_made_anew_stays_in_view(judged: ReadingPanel) -> None:
    before = judged.plots.laws.list.rows[0]
    judged.set_laws(judged.plots.laws._report, pending=True)
    assert judged.plots.laws.list.rows[0] is before
    said = [label.text() for label in judged.plots.laws.summary.findChildren(QLabel) if label.isVisible()]
    assert "Judging again…" in said


def test_a_report_may_come_before_its_reading(panel: ReadingPanel) -> None:
    panel.set_laws(mixed_report(), pending=False)
    panel.set_reading(front_reading(), complete=True)
    assert row(panel, "no_flashing").when.text() == "See 21.8 – 38.2 s"
    later = front_reading()
    panel.set_reading(replace(later, time_s=later.time_s * 2), complete=True)
    assert row(panel, "no_flashing").when.text() == "See 44 – 76 s"


@pytest.mark.parametrize("width", [290, 360, 520])
def test_no_sentence_is_cut(judged: ReadingPanel, qapp: QApplication, qtbot: QtBot, width: int) -> None:
    judged.resize(width, 760)
    area = judged.plots.laws.findChild(QScrollArea)
    qtbot.waitUntil(lambda: cut(judged) == [])
    assert area.widget().width() <= area.viewport().width()
    with chinese(qapp):
        assert row(judged, "no_flashing").accessibleName() == "无闪烁：不成立"
        assert judged.plots.laws.summary.text == "5 项成立 · 1 项不成立 · 1 项无法判断"
        qtbot.waitUntil(lambda: cut(judged) == [])
        assert area.widget().width() <= area.viewport().width()


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
def test_laws_look_as_they_did(
    panel: ReadingPanel, qapp: QApplication, pytestconfig: pytest.Config, theme: object
) -> None:
    with dressed(qapp, theme):
        panel.set_look(grey_look())
        panel.set_reading(front_reading(), complete=True)
        panel.set_laws(mixed_report(), pending=False)
        panel.plots.switch.choose(1)
        qapp.processEvents()
        name = f"laws_{'light' if theme is LIGHT else 'dark'}"
        check_golden(pytestconfig, name, panel.grab().toImage())
