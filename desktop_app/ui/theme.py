"""The colours and type sizes of the window, in a dark and a light version."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.services.settings import ThemeChoice


@dataclass(frozen=True)
class Theme:
    """Every colour the window uses, as `#rrggbb`.

    Attributes:
        window: behind everything; panel: docks and bars; raised: cards and buttons.
        field: what is typed into.
        border: hairlines; border_strong: around what can be used.
        text, muted, faint: three steps of emphasis; faint is for what may be overlooked.
        accent, accent_hover, accent_pressed: ember; accent_soft: its tint behind a selection.
        on_accent: text on the accent.
        focus: the ring around what has the keyboard.
        good, caution, bad: states.
        plot_reading: the profile read from colours; plot_solution: Fourier's; plot_grid, plot_axis: the rest.
        overlay, overlay_text, overlay_border: over the video, dark in both themes since pictures are.
    """

    name: Literal["dark", "light"]
    window: str
    panel: str
    raised: str
    raised_hover: str
    field: str
    border: str
    border_strong: str
    text: str
    muted: str
    faint: str
    accent: str
    accent_hover: str
    accent_pressed: str
    accent_soft: str
    on_accent: str
    focus: str
    good: str
    caution: str
    bad: str
    plot_background: str
    plot_reading: str
    plot_solution: str
    plot_grid: str
    plot_axis: str
    overlay: str
    overlay_text: str
    overlay_border: str

    @property
    def is_dark(self) -> bool:
        """Whether this is the dark version."""
        return self.name == "dark"


DARK = Theme(
    name="dark",
    window="#12171A",
    panel="#181F23",
    raised="#212A2F",
    raised_hover="#2A353B",
    field="#10161A",
    border="#283238",
    border_strong="#3A474E",
    text="#E8EDEE",
    muted="#9DACB3",
    faint="#71828A",
    accent="#F2803C",
    accent_hover="#FF9352",
    accent_pressed="#DB6C2B",
    accent_soft="#3A2A21",
    on_accent="#1B0E05",
    focus="#4FB0BD",
    good="#6CC69A",
    caution="#E9B44C",
    bad="#F07A6E",
    plot_background="#12181B",
    plot_reading="#F58B4A",
    plot_solution="#6CC3CF",
    plot_grid="#28333A",
    plot_axis="#8B9BA3",
    overlay="#0E1416",
    overlay_text="#F1F4F4",
    overlay_border="#3A474E",
)

LIGHT = Theme(
    name="light",
    window="#E9EDED",
    panel="#F5F7F7",
    raised="#FFFFFF",
    raised_hover="#EDF2F2",
    field="#FFFFFF",
    border="#DAE1E2",
    border_strong="#B9C5C8",
    text="#182226",
    muted="#54646B",
    faint="#6F7F86",
    accent="#C2500F",
    accent_hover="#D55C18",
    accent_pressed="#A8430A",
    accent_soft="#FBE9DD",
    on_accent="#FFFFFF",
    focus="#16727F",
    good="#1F7A4D",
    caution="#8F6400",
    bad="#B93A2E",
    plot_background="#FFFFFF",
    plot_reading="#C2500F",
    plot_solution="#16727F",
    plot_grid="#E3E9EA",
    plot_axis="#5D6D74",
    overlay="#0E1416",
    overlay_text="#F1F4F4",
    overlay_border="#3A474E",
)

_current = DARK


def current_theme() -> Theme:
    """The theme the window is painted in; widgets that paint themselves ask again on `StyleChange`."""
    return _current


def palette(dark: bool) -> Theme:
    """The dark or the light theme."""
    return DARK if dark else LIGHT


def theme_for(choice: ThemeChoice) -> Theme:
    """The theme a choice stands for; `system` follows the desktop, dark where it does not say."""
    if choice == "system":
        return palette(QGuiApplication.styleHints().colorScheme() != Qt.ColorScheme.Light)
    return palette(choice == "dark")


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Paint the whole application in a theme; every widget gets `PaletteChange`, then `StyleChange`."""
    from desktop_app.ui.stylesheet import stylesheet

    global _current
    _current = theme
    if app.style().objectName() != "fusion":
        app.setStyle("Fusion")
    app.setPalette(_qt_palette(theme))
    app.setStyleSheet(stylesheet(theme, app.font().pointSizeF()))


def set_role(widget: QWidget, role: str) -> None:
    """Give a widget one of the style sheet's roles, such as `title`, `muted`, `card` or `primary`."""
    widget.setProperty("role", role)
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    restyle(widget)


def restyle(widget: QWidget) -> None:
    """Let the style sheet see a property that has changed; what was never shown is seen when it is."""
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def _qt_palette(theme: Theme) -> QPalette:
    """The theme for everything the style sheet does not reach (plots, native parts, disabled text)."""
    roles = {
        QPalette.ColorRole.Window: theme.panel,
        QPalette.ColorRole.WindowText: theme.text,
        QPalette.ColorRole.Base: theme.field,
        QPalette.ColorRole.AlternateBase: theme.raised,
        QPalette.ColorRole.Text: theme.text,
        QPalette.ColorRole.PlaceholderText: theme.faint,
        QPalette.ColorRole.Button: theme.raised,
        QPalette.ColorRole.ButtonText: theme.text,
        QPalette.ColorRole.BrightText: theme.bad,
        QPalette.ColorRole.Highlight: theme.accent,
        QPalette.ColorRole.HighlightedText: theme.on_accent,
        QPalette.ColorRole.Accent: theme.accent,
        QPalette.ColorRole.Link: theme.focus,
        QPalette.ColorRole.LinkVisited: theme.focus,
        QPalette.ColorRole.ToolTipBase: theme.raised,
        QPalette.ColorRole.ToolTipText: theme.text,
        QPalette.ColorRole.Light: theme.raised_hover,
        QPalette.ColorRole.Midlight: theme.raised,
        QPalette.ColorRole.Mid: theme.border_strong,
        QPalette.ColorRole.Dark: theme.border,
        QPalette.ColorRole.Shadow: theme.window,
    }
    made = QPalette()
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.faint))
    made.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Highlight, QColor(theme.border_strong))
    return made
