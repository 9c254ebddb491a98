"""The style sheet laid over Qt's Fusion style: one template, filled from a `Theme`."""

from __future__ import annotations

from dataclasses import asdict
from string import Template

from desktop_app.ui.theme import Theme

_TEMPLATE = Template("""
QWidget { color: $text; }
QMainWindow, QMainWindow::separator { background: $window; }
QMainWindow::separator { width: 6px; height: 6px; }
QMainWindow::separator:hover { background: $border_strong; }
QToolTip { background: $raised; color: $text; border: 1px solid $border_strong; padding: 6px 8px; }

QMenuBar { background: $panel; border-bottom: 1px solid $border; padding: 2px 8px; }
QMenuBar::item { padding: 5px 10px; border-radius: 6px; background: transparent; }
QMenuBar::item:selected { background: $raised_hover; }
QMenu { background: $raised; border: 1px solid $border_strong; padding: 6px; }
QMenu::item { padding: 6px 28px 6px 12px; border-radius: 6px; }
QMenu::item:selected { background: $accent_soft; }
QMenu::item:disabled { color: $faint; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: $border; margin: 6px 8px; }
QStatusBar { background: $panel; border-top: 1px solid $border; }
QStatusBar::item { border: none; }

QWidget[role="panel"] { background: $panel; }
QWidget[role="stage"] { background: $window; }

QLabel { background: transparent; }
QLabel[role="title"] { font-size: ${title}pt; font-weight: 600; }
QLabel[role="heading"] { font-size: ${base}pt; font-weight: 600; }
QLabel[role="section"] { font-size: ${small}pt; font-weight: 600; color: $muted; }
QLabel[role="value"] { font-size: ${base}pt; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="small"] { font-size: ${small}pt; color: $muted; }
QLabel[role="caution"] { font-size: ${small}pt; color: $caution; }
QLabel[role="bad"] { font-size: ${small}pt; color: $bad; }
QLabel[role="keys"] { background: $field; border: 1px solid $border_strong; border-radius: 5px;
    padding: 2px 8px; font-size: ${small}pt; color: $muted; }
QWidget[role="header"] { background: $panel; border-bottom: 1px solid $border; }
QFrame[role="foot"] { background: $panel; border-top: 1px solid $border; }
QToolButton[role="badge"] { background: transparent; border: none; padding: 0; }
QFrame[role="card"] { background: $raised; border: 1px solid $border; border-radius: 10px; }
QFrame[role="rule"] { background: $border; border: none; max-height: 1px; }

QPlainTextEdit, QTextEdit, QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox {
    background: $field; border: 1px solid $border_strong; border-radius: 8px; padding: 6px 9px;
    selection-background-color: $accent; selection-color: $on_accent; }
QPlainTextEdit { padding: 6px 7px; }
QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox { min-height: 20px; }
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus { background: transparent; border: none;
    padding: 0; min-height: 0; }
QPlainTextEdit:hover, QLineEdit:hover, QSpinBox:hover, QDoubleSpinBox:hover, QComboBox:hover {
    border-color: $faint; }
QPlainTextEdit:focus, QTextEdit:focus, QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus,
QComboBox:focus {
    border: 2px solid $focus; padding: 5px 8px; }
QPlainTextEdit:focus { padding: 5px 6px; }
QSpinBox:disabled, QDoubleSpinBox:disabled, QComboBox:disabled, QPlainTextEdit:disabled {
    color: $faint; border-color: $border; background: $panel; }
QComboBox { padding-right: 26px; }
QComboBox::drop-down { border: none; width: 26px; }
QComboBox::down-arrow { image: url(icons:arrow_down_$name.svg); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $border_strong; padding: 4px;
    outline: none; selection-background-color: $accent_soft; selection-color: $text; }
QComboBox QAbstractItemView::item { min-height: 28px; padding: 2px 8px; border-radius: 6px; }
QSpinBox::up-button, QDoubleSpinBox::up-button { subcontrol-position: top right; width: 20px; border: none;
    margin: 3px 3px 0 0; }
QSpinBox::down-button, QDoubleSpinBox::down-button { subcontrol-position: bottom right; width: 20px;
    border: none; margin: 0 3px 3px 0; }
QAbstractSpinBox::up-arrow { image: url(icons:arrow_up_$name.svg); width: 9px; height: 9px; }
QAbstractSpinBox::down-arrow { image: url(icons:arrow_down_$name.svg); width: 9px; height: 9px; }

QLabel[role="label"] { color: $muted; padding-top: 3px; }
QLineEdit[role="inline"], QComboBox[role="inline"] { background: transparent; border: 1px solid transparent;
    border-radius: 5px; padding: 0 3px; min-height: 0; }
QLineEdit[role="inline"]:hover, QComboBox[role="inline"]:hover { background: $field;
    border-color: $border_strong; }
QLineEdit[role="inline"]:focus, QComboBox[role="inline"]:focus { background: $field;
    border: 1px solid $focus; padding: 0 3px; }
QLineEdit[role="inline"][edited="true"], QComboBox[role="inline"][edited="true"] { color: $accent; }
QLineEdit[role="inline"][bad="true"] { background: $field; border-color: $bad; }
QComboBox[role="inline"], QComboBox[role="inline"]:focus { padding: 0 2px 0 5px; }
QComboBox[role="inline"]::drop-down, QComboBox[role="inline"]::down-arrow { width: 0; height: 0;
    image: none; }
QLineEdit[role="inline"][small="true"] { font-size: ${small}pt; color: $muted; }
QLineEdit[role="inline"][small="true"][edited="true"] { color: $accent; }
QListView[role="popup"] { background: $raised; border: 1px solid $border_strong; border-radius: 0;
    padding: 4px;
    selection-background-color: $accent_soft; selection-color: $text; }
QListView[role="popup"]::item { min-height: 24px; padding: 1px 6px; border-radius: 5px; }

QPushButton, QToolButton { background: $raised; border: 1px solid $border_strong; border-radius: 8px;
    padding: 6px 12px; }
QPushButton { min-height: 20px; }
QPushButton:hover, QToolButton:hover { background: $raised_hover; border-color: $faint; }
QPushButton:pressed, QToolButton:pressed { background: $border; }
QPushButton:default { border-color: $faint; }
QPushButton:focus, QToolButton:focus { border: 2px solid $focus; padding: 5px 11px; }
QPushButton:disabled, QToolButton:disabled { color: $faint; background: $panel; border-color: $border; }
QToolButton { padding: 5px; }
QToolButton:focus { padding: 4px; }
QToolButton:checked { background: $accent_soft; border-color: $accent; }

QPushButton[role="primary"] { background: $accent; color: $on_accent; border: 1px solid $accent;
    font-weight: 600; padding: 9px 16px; border-radius: 9px; }
QPushButton[role="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[role="primary"]:pressed { background: $accent_pressed; border-color: $accent_pressed; }
QPushButton[role="primary"]:focus { border: 2px solid $text; padding: 8px 15px; }
QPushButton[role="primary"]:disabled { background: $raised; color: $faint; border-color: $border; }
QPushButton[role="large"] { padding: 9px 16px; border-radius: 9px; font-weight: 600; }
QPushButton[role="large"]:focus { padding: 8px 15px; }

QPushButton[role="chip"] { background: transparent; border: 1px solid $border_strong; border-radius: 13px;
    padding: 3px 11px; min-height: 18px; font-size: ${small}pt; color: $muted; text-align: left; }
QPushButton[role="chip"]:hover { color: $text; border-color: $accent; background: $accent_soft; }
QPushButton[role="chip"]:focus { border: 2px solid $focus; padding: 2px 10px; color: $text; }

QToolButton[role="flat"], QPushButton[role="flat"] { background: transparent; border: 1px solid transparent; }
QToolButton[role="flat"]:hover, QPushButton[role="flat"]:hover { background: $raised_hover; }
QToolButton[role="flat"]:checked { background: $accent_soft; border-color: $accent_soft; }
QToolButton[role="flat"]:focus, QPushButton[role="flat"]:focus { border: 2px solid $focus; }
QToolButton[role="flat"]:disabled { background: transparent; border-color: transparent; }
QToolButton[role="mini"] { background: transparent; border: 1px solid transparent; border-radius: 5px;
    padding: 2px; }
QToolButton[role="mini"]:hover { background: $raised_hover; border-color: $border_strong; }
QToolButton[role="mini"]:checked { background: transparent; border-color: $border_strong; }
QToolButton[role="mini"]:focus { border: 1px solid $focus; padding: 2px; }
QPushButton[role="link"], QToolButton[role="link"] { background: transparent; border: 1px solid transparent;
    border-radius: 5px; padding: 1px 4px; min-height: 0; font-size: ${small}pt; color: $muted; }
QPushButton[role="link"]:hover, QToolButton[role="link"]:hover { color: $text; background: $raised_hover; }
QPushButton[role="link"]:focus, QToolButton[role="link"]:focus { border: 1px solid $focus; padding: 1px 4px;
    color: $text; }
QToolButton::menu-indicator { image: none; width: 0; }
QToolButton[role="fold"] { background: transparent; border: 1px solid transparent; font-weight: 600;
    color: $muted; padding: 4px 6px 4px 1px; }
QToolButton[role="fold"]:hover { color: $text; }
QToolButton[role="fold"]:focus { border: 2px solid $focus; padding: 3px 5px 3px 0; }
QToolButton[role="fold"]:checked { background: transparent; }

QFrame[role="segments"] { background: $field; border: 1px solid $border_strong; border-radius: 9px; }
QPushButton[role="segment"] { background: transparent; border: 1px solid transparent; border-radius: 7px;
    padding: 4px 10px; color: $muted; }
QPushButton[role="segment"]:hover { color: $text; }
QPushButton[role="segment"]:checked { background: $raised_hover; color: $text; font-weight: 600;
    border-color: $border_strong; }
QPushButton[role="segment"]:focus { border: 2px solid $focus; padding: 3px 9px; }

QCheckBox, QRadioButton { spacing: 8px; background: transparent; padding: 3px; border: 1px solid transparent;
    border-radius: 6px; }
QCheckBox:focus, QRadioButton:focus { border: 1px solid $focus; }
QCheckBox::indicator { width: 16px; height: 16px; border: 1px solid $border_strong; border-radius: 5px;
    background: $field; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url(icons:tick_$name.svg); }
QCheckBox::indicator:disabled { background: $panel; border-color: $border; }
QRadioButton::indicator { width: 16px; height: 16px; border: 1px solid $border_strong; border-radius: 9px;
    background: $field; }
QRadioButton::indicator:checked { width: 8px; height: 8px; border: 5px solid $accent;
    background: $on_accent; }
QRadioButton::indicator:disabled { background: $panel; border-color: $border; }

QScrollArea, QScrollArea > QWidget > QWidget[role="scrolled"] { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 2px; }
QScrollBar::handle { background: $border_strong; border-radius: 3px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $faint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QListView { background: transparent; border: 1px solid transparent; outline: none; border-radius: 8px; }
QListView:focus { border: 1px solid $focus; }
QComboBox[role="unit"] QLineEdit, QComboBox[role="unit"] QLineEdit:focus { background: transparent;
    border: none; padding: 0; min-height: 0; }
QTableView { background: $field; alternate-background-color: $panel; border: 1px solid $border_strong;
    border-radius: 8px; outline: none; selection-background-color: $accent_soft; selection-color: $text; }
QTableView:focus { border: 1px solid $focus; }
QTableView::item { padding: 0 8px; border: none; }
QHeaderView { background: $raised; border: none; }
QHeaderView::section { background: $raised; color: $muted; font-size: ${small}pt; border: none;
    border-bottom: 1px solid $border; padding: 5px 8px; }
QHeaderView::section:hover { color: $text; }
QHeaderView::up-arrow { image: url(icons:arrow_up_$name.svg); width: 8px; height: 8px; }
QHeaderView::down-arrow { image: url(icons:arrow_down_$name.svg); width: 8px; height: 8px; }
QProgressBar { background: $raised; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QSlider { min-height: 20px; border: 1px solid transparent; border-radius: 6px; }
QSlider:focus { border: 1px solid $focus; }
QSlider::groove:horizontal { height: 4px; background: $border_strong; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 2px; }
QSlider::handle:horizontal { width: 14px; height: 14px; margin: -5px 0; border-radius: 7px;
    background: $text; }
QSlider::handle:horizontal:hover { background: $accent_hover; }
QSlider::sub-page:horizontal:disabled { background: $border_strong; }
QSlider::handle:horizontal:disabled { background: $faint; }
QSplitter::handle { background: $window; }
QDialog { background: $panel; }
QTabWidget::pane { border: none; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: $muted; padding: 7px 12px; border: none;
    border-bottom: 2px solid transparent; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; border-bottom: 2px solid $accent; }
QTabBar::tab:focus { color: $text; border-bottom: 2px solid $focus; }
QGraphicsView { border: none; }
""")


def stylesheet(theme: Theme, base_pt: float) -> str:
    """The application's style sheet.

    Args:
        theme: its colours.
        base_pt: size of the application's font, points.
    """
    sizes = {"small": f"{base_pt * 0.92:.1f}", "base": f"{base_pt:.1f}", "title": f"{base_pt * 1.3:.1f}"}
    return _TEMPLATE.substitute(asdict(theme) | sizes)
