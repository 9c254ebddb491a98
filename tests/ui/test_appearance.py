from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QColor
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDockWidget,
    QLabel,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot
from support.fake_verbs import FakeVerbs
from support.opened import opened
from support.paths import RESOURCES, ROOT

from desktop_app.ui.icons import icon, pixmap, use_icons
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.theme import DARK, LIGHT, Theme, apply_theme, current_theme

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
PAIRS = [
    ("text", "window", 7.0),
    ("text", "panel", 7.0),
    ("text", "raised", 7.0),
    ("muted", "panel", 4.5),
    ("muted", "raised", 4.5),
    ("on_accent", "accent", 4.5),
    ("bad", "panel", 4.5),
    ("caution", "panel", 4.5),
    ("focus", "panel", 3.0),
    ("plot_reading", "plot_background", 3.0),
    ("plot_solution", "plot_background", 3.0),
    ("overlay_text", "overlay", 7.0),
]
SAME_IN_CHINESE = {"HeatSketch", "×", "English", "简体中文"}


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in QColor(colour).getRgbF()[:3]
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
@pytest.mark.parametrize(("front", "back", "least"), PAIRS)
def test_text_can_be_read(theme: Theme, front: str, back: str, least: float):
    assert contrast(getattr(theme, front), getattr(theme, back)) >= least


def test_contrast_finds_what_cannot_be_read():
    assert contrast("#777777", "#888888") < 1.5
    assert round(contrast("#000000", "#ffffff")) == 21


def test_icons_follow_the_theme(qapp: QApplication):
    def darkest() -> int:
        image = icon("play").pixmap(24, 24).toImage()
        return max(image.pixelColor(12, 12).lightness(), 0)

    dark = darkest()
    apply_theme(qapp, LIGHT)
    assert darkest() < dark


def test_icons_are_sharp_on_dense_screens(qapp: QApplication):
    assert icon("play").pixmap(icon("play").actualSize(pixmap("play", 24).size()), 2.0).width() == 48
    assert pixmap("error", 16, ratio=2.0).width() == 32
    assert pixmap("error", 0).isNull()


def test_an_unknown_icon_is_not_silently_empty():
    with pytest.raises(FileNotFoundError, match="no_such_icon"):
        icon("no_such_icon")


def test_every_icon_is_used():
    code = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "desktop_app" / "ui").rglob("*.py"))
    used = set(re.findall(r'["\':](\w+?)(?:_\$name)?(?:\.svg|["\'])', code))
    files = {re.sub(r"_(dark|light)$", "", file.stem) for file in (RESOURCES / "icons").glob("*.svg")}
    assert files - used == set()


def test_a_theme_is_chosen_and_remembered(qapp: QApplication, qtbot: QtBot, verbs: FakeVerbs, tmp_path: Path):
    path = tmp_path / "s.ini"
    with opened(qapp, verbs, path) as window:
        window.menus.theme_action("light").trigger()
        assert current_theme() is LIGHT
        assert window.palette().window().color().name() == LIGHT.window.lower()
    with opened(qapp, verbs, path) as window:
        assert current_theme() is LIGHT
        assert window.menus.theme_action("light").isChecked()
        window.menus.theme_action("dark").trigger()
        assert current_theme() is DARK


def words(root: QWidget) -> set[str]:
    """Every text a person can see or hear in a window."""
    seen: set[str] = set()
    for widget in [root, *root.findChildren(QWidget)]:
        if widget.objectName().startswith("qt_dockwidget"):  # Qt's own buttons, which ours hide
            continue
        seen |= {widget.accessibleName(), widget.toolTip(), widget.windowTitle()}
        if isinstance(widget, QAbstractButton | QLabel):
            seen.add(widget.text())
        if isinstance(widget, QComboBox):
            seen |= {widget.itemText(i) for i in range(widget.count())}
    seen |= {action.text().replace("&", "") for action in root.findChildren(QAction)}
    return {text.strip() for text in seen if any(c.isalpha() for c in text)}


def is_chinese(text: str) -> bool:
    return any("\u4e00" <= c <= "\u9fff" for c in text)


def test_everything_is_said_in_chinese_and_back(qtbot: QtBot, window: MainWindow, verbs: FakeVerbs):
    window.concept.set_prompt("A copper rod, its left end in a flame")
    qtbot.waitUntil(lambda: "Copper" in window.concept.understood)
    before = words(window)
    window.menus.language_action("zh").trigger()
    QApplication.processEvents()
    untranslated = {text for text in words(window) if not is_chinese(text)} - SAME_IN_CHINESE
    told = window.concept.concept.enrichment  # English whatever the language of the window
    assert untranslated <= {"k", "ρ", "c", "α 116.6 mm²/s", told.prompt, told.negative_prompt}
    assert {dock.windowTitle() for dock in window.findChildren(QDockWidget)} == {"构思", "读数", "运行记录"}
    window.menus.language_action("en").trigger()
    QApplication.processEvents()
    assert words(window) == before


def test_what_was_typed_and_where_the_window_was_is_remembered(
    qapp: QApplication, qtbot: QtBot, verbs: FakeVerbs, tmp_path: Path
):
    path = tmp_path / "s.ini"
    with opened(qapp, verbs, path) as window:
        window.concept.set_prompt("half a thought, 一半")
        window.resize(900, 650)
        window.findChild(QDockWidget, "runs").hide()
        window.menus.language_action("zh").trigger()
    with opened(qapp, verbs, path) as window:
        assert window.concept.prompt == "half a thought, 一半"
        assert (window.width(), window.height()) == (900, 650)
        assert window.findChild(QDockWidget, "runs").isHidden()
        assert window.menus.language_action("zh").isChecked()
        window.menus.reset.trigger()
        assert window.findChild(QDockWidget, "runs").isVisible()


def test_icons_are_looked_for_where_they_are_said_to_be(tmp_path: Path, qapp: QApplication):
    use_icons(tmp_path)
    with pytest.raises(FileNotFoundError, match=str(tmp_path)):
        icon("another_icon")


def test_every_field_of_text_is_known_to_the_word_collector(window: MainWindow):
    assert all(isinstance(field, QWidget) for field in window.findChildren(QLineEdit))
    assert len(words(window)) > 40
