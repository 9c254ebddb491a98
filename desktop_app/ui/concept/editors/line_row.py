"""One line of the card."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from desktop_app.ui.concept.badge import SIDE, Badge
from desktop_app.ui.concept.colour_strip import ColourStrip
from desktop_app.ui.concept.editors.editing import Editing
from desktop_app.ui.concept.editors.mini_button import MiniButton
from desktop_app.ui.concept.editors.piece_flow import PieceFlow
from desktop_app.ui.concept.fields.pieces import Line
from desktop_app.ui.theme import set_role

LABEL_WIDTH = 78


class LineRow(QWidget):
    """Icon, label, and pieces that can be changed in place; beneath them what is wrong with one of them.

    Signals:
        changed: a `Change` of the choices.
    """

    changed = Signal(object)

    def __init__(self, line: Line, editing: Editing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = line
        self._refusal = self._typing_problem = ""
        self._badge = Badge()
        self._label = QLabel(wordWrap=True)
        set_role(self._label, "label")
        self._label.setFixedWidth(LABEL_WIDTH)
        self._flow = PieceFlow(editing)
        self._flow.changed.connect(self.changed)
        self._flow.problem_found.connect(self._on_problem_found)
        self._details = PieceFlow(editing)
        self._details.changed.connect(self.changed)
        self._details.problem_found.connect(self._on_problem_found)
        self._more = MiniButton("more")
        self._more.setCheckable(True)
        self._more.toggled.connect(self._on_more_toggled)
        self._undo = MiniButton("undo", "accent")
        self._undo.clicked.connect(self._on_undo_clicked)
        self._remove = MiniButton("close")
        self._remove.clicked.connect(self._on_remove_clicked)
        self._problem = QLabel(wordWrap=True)
        set_role(self._problem, "bad")
        self._strip = ColourStrip()
        self._grid = QGridLayout(self)
        self._beneath = False
        self._lay_out()
        self.show_line(line)

    @property
    def key(self) -> str:
        """Of its line."""
        return self._line.key

    @property
    def text(self) -> str:
        """What the line says, and what is wrong with it."""
        problem = "" if self._problem.isHidden() else self._problem.text()
        return f"{self._line.text}\n{problem}".strip()

    @property
    def controls(self) -> list[QWidget]:
        """What the keyboard goes through, in order."""
        return [*self._flow.controls, *self._buttons, *self._details.controls]

    def show_line(self, line: Line) -> None:
        """Show the line as it is now; what is being typed in it stays."""
        self._line = line
        self._badge.show_icon(line.icon, line.tone)
        self._label.setText(line.label)
        self._label.setVisible(bool(line.label))
        self._strip.show_palette(line.palette)
        self._show_buttons()
        self._show_pieces()
        self._refusal = ""
        self._show_problem()

    def show_refusal(self, sentence: str) -> None:
        """Say why what was chosen here makes no sense; empty if it does."""
        self._refusal = sentence
        self._show_problem()

    def commit(self) -> bool:
        """Take over what is being typed; whether all of it means something."""
        taken = [flow.commit() for flow in self._flows]
        return all(taken)

    def reset(self) -> None:
        """Forget what is being typed."""
        for flow in self._flows:
            flow.reset()

    def rest(self) -> None:
        """Forget everything, until another line is shown."""
        self.reset()
        self._more.setChecked(False)

    def focus_first(self) -> None:
        """Put the keyboard where the line begins."""
        self.controls[0].setFocus()

    def focus_problem(self) -> bool:
        """Put the keyboard where something is wrong; whether anything is."""
        return any(flow.focus_problem() for flow in self._flows)

    @property
    def _flows(self) -> tuple[PieceFlow, ...]:
        return self._flow, self._details

    @property
    def _buttons(self) -> tuple[MiniButton, ...]:
        return self._more, self._undo, self._remove

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room for what is wide."""
        super().resizeEvent(event)
        self._make_room()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        buttons.addWidget(self._more)
        buttons.addWidget(self._undo)
        buttons.addWidget(self._remove)
        layout = self._grid
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(0)
        layout.setVerticalSpacing(1)
        top = Qt.AlignmentFlag.AlignTop
        layout.addWidget(self._badge, 0, 0, top)
        layout.addWidget(self._label, 0, 1, top)
        layout.addWidget(self._flow, 0, 2)
        layout.addLayout(buttons, 0, 3, top)
        layout.addWidget(self._details, 2, 1, 1, 3)
        layout.addWidget(self._problem, 3, 1, 1, 3)
        layout.addWidget(self._strip, 4, 2)
        layout.setColumnMinimumWidth(0, SIDE + 8)
        layout.setColumnStretch(2, 1)

    def _show_pieces(self) -> None:
        line = self._line
        self._flow.show_pieces(line.pieces, small=line.small)
        self._details.show_pieces(line.more)
        self._details.setVisible(bool(line.more) and (line.opened or self._more.isChecked()))
        self._make_room()

    def _make_room(self) -> None:
        """Put what is too wide to stand beside the label beneath it."""
        buttons = [each.sizeHint().width() for each in self._buttons if not each.isHidden()]
        beside = self.width() - self._grid.columnMinimumWidth(0) - LABEL_WIDTH - sum(buttons)
        beneath = bool(self._line.label) and self._flow.widest > beside
        if beneath != self._beneath:
            self._beneath = beneath
            self._grid.removeWidget(self._flow)
            self._grid.addWidget(self._flow, *((1, 1, 1, 2) if beneath else (0, 2, 1, 1)))

    def _show_buttons(self) -> None:
        line = self._line
        what = line.label or line.text
        self._more.setVisible(bool(line.more) and not line.opened)
        self._more.say(self.tr("{what}: radiation, extent and time span").format(what=what))
        self._undo.setVisible(line.undo is not None)
        self._undo.setAccessibleName(self.tr("{what}: back to what the prompt says").format(what=what))
        back = self.tr("Back to what the prompt says: {was}").format(was=line.undo_hover)
        self._undo.setToolTip(back if line.undo_hover else self.tr("Back to what the prompt says"))
        self._remove.setVisible(line.remove is not None)
        self._remove.say(line.remove_name or self.tr("Remove"))

    def _show_problem(self) -> None:
        problem = self._typing_problem or self._refusal
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))

    @Slot()
    def _on_problem_found(self) -> None:
        self._typing_problem = next((flow.problem for flow in self._flows if flow.problem), "")
        self._show_problem()

    @Slot()
    def _on_more_toggled(self) -> None:
        self._show_pieces()

    @Slot()
    def _on_undo_clicked(self) -> None:
        if self._line.undo is not None:
            self.reset()
            self.changed.emit(self._line.undo)

    @Slot()
    def _on_remove_clicked(self) -> None:
        if self._line.remove is not None:
            self.changed.emit(self._line.remove)
