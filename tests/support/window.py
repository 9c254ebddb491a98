"""Fonts, themes and languages for tests of widgets."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QCursor, QFont, QFontDatabase
from PySide6.QtWidgets import QApplication
from support.paths import RESOURCES

from desktop_app.ui.theme import DARK, Theme, apply_theme
from desktop_app.ui.translation import LanguageSwitch


@contextmanager
def chinese(app: QApplication) -> Iterator[None]:
    """The window in Chinese, English again afterwards."""
    catalogue: dict[str, str] = {}
    for file in (RESOURCES / "translations" / "zh_CN").glob("*.json"):
        catalogue |= json.loads(file.read_text(encoding="utf-8"))
    switch = LanguageSwitch({"zh": catalogue})
    switch.use("zh")
    app.processEvents()
    try:
        yield
    finally:
        switch.use("en")
        app.processEvents()


@contextmanager
def dressed(app: QApplication, theme: Theme) -> Iterator[None]:
    """The font that is shipped at a fixed size and a theme, as before afterwards; no mouse over anything."""
    QCursor.setPos(app.primaryScreen().geometry().bottomRight())
    before = app.font()
    number = QFontDatabase.addApplicationFont(str(RESOURCES / "fonts" / "NotoSansSC-Regular.ttf"))
    font = QFont(QFontDatabase.applicationFontFamilies(number)[0])
    font.setPointSizeF(10.0)
    app.setFont(font)
    apply_theme(app, theme)
    app.processEvents()
    try:
        yield
    finally:
        app.setFont(before)
        apply_theme(app, DARK)
        QFontDatabase.removeApplicationFont(number)
