"""A field that looks like text until it is pointed at."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QSizePolicy, QWidget

from desktop_app.ui.concept.editors.editing import Editing
from desktop_app.ui.theme import restyle, set_role

SETTLE_MS = 300
COMPLAIN_AFTER_MS = 1200
_MARGIN, _AROUND = 16, 12
_SHARES = (1.0, 0.95, 0.9, 0.85, 0.8)
_ROOM_TO_TYPE = 56


class InlineText(QLineEdit):
    """One line, as wide as its text; what is typed is taken over while it is being typed.

    A subclass says what the text means. Enter takes it over at once, Escape puts back what was there when
    the keyboard came. Text that means nothing stays as it was typed.

    Signals:
        changed: a `Change` of the choices.
        problem_found: one sentence about what is typed, with what to do; empty once all is well.
    """

    changed = Signal(object)
    problem_found = Signal(str)

    def __init__(self, editing: Editing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editing = editing
        self._before = editing.choices
        self._text_before = ""
        self._touched = False
        set_role(self, "inline")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._shown = ""
        self._problem = ""
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self._on_settled)
        self._complain = QTimer(self, singleShot=True, interval=COMPLAIN_AFTER_MS)
        self._complain.timeout.connect(self._on_complaint_due)
        self.textEdited.connect(self._on_text_edited)
        self.textChanged.connect(self.updateGeometry)
        self.textChanged.connect(self._fit)

    @property
    def problem(self) -> str:
        """What is wrong with what is typed; empty where nothing is."""
        return self._problem

    @property
    def pending(self) -> bool:
        """Whether there is text that is not taken over: just typed, or not understood."""
        return self._settle.isActive() or bool(self._problem)

    def show_text(self, text: str) -> None:
        """Show a value, unless something is being typed in its place."""
        self._shown = text
        if not (self.hasFocus() and self.isModified()) and not self.pending:
            self._write(text)

    def show_marks(self, *, edited: bool) -> None:
        """Show whether the value is a person's choice."""
        self._mark("edited", edited)

    def commit(self) -> bool:
        """Take over what is typed, now; whether it means something."""
        self._settle.stop()
        self._complain.stop()
        if not self.isModified():
            return not self._problem
        self.setModified(False)
        problem = self._take(self.text())
        self._set_problem(problem)
        self.setModified(bool(problem))
        return not problem

    def reset(self) -> None:
        """Forget what is typed."""
        self._settle.stop()
        self._complain.stop()
        self._set_problem("")
        self._write(self._shown)

    def _take(self, text: str) -> str:
        """Emit `changed` for a text that means something; what is wrong with it otherwise."""
        raise NotImplementedError

    @property
    def fits(self) -> bool:
        """Whether all of the text is seen."""
        return self.fontMetrics().horizontalAdvance(self.text()) + _AROUND <= self.width()

    def sizeHint(self) -> QSize:
        """As wide as the text, with room to type while it has the keyboard."""
        metrics = QFontMetrics(self._usual_font)
        width = metrics.horizontalAdvance(self.text() or self.placeholderText()) + _MARGIN
        if self.hasFocus():
            width = max(width + 8, _ROOM_TO_TYPE)
        return QSize(width, metrics.height() + 6)

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        return QSize(min(_ROOM_TO_TYPE, self.sizeHint().width()), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Write smaller where there is too little room."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Claim Escape before the window's Cancel gets it, if there is something to put back."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.key() == Qt.Key.Key_Escape
            and self._touched
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter applies, Escape restores; where a list of completions is open, both are meant for that."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers()
        popup = self._open_list()
        if popup is not None and (not enter or popup.currentIndex().isValid()):
            super().keyPressEvent(event)
        elif enter:
            if popup is not None:
                popup.hide()
            self.setModified(True)
            if self.commit():
                self._start()
                self.selectAll()
        elif event.key() == Qt.Key.Key_Escape and self._touched:
            self._restore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select everything, so that typing replaces it."""
        super().focusInEvent(event)
        self.updateGeometry()
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._start()
            QTimer.singleShot(0, self, self.selectAll)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take over what is typed."""
        super().focusOutEvent(event)
        if event.reason() == Qt.FocusReason.PopupFocusReason:
            return
        self.deselect()
        self.commit()
        self.updateGeometry()

    def _open_list(self) -> QAbstractItemView | None:
        """The list of completions, while it is seen."""
        completer = self.completer()
        popup = completer.popup() if completer is not None else None
        return popup if popup is not None and popup.isVisible() else None

    def _start(self) -> None:
        """What holds now is what Escape puts back."""
        self._before = self._editing.choices
        self._text_before = self._shown if self._problem else self.text()
        self._touched = bool(self._problem)

    @property
    def _usual_font(self) -> QFont:
        """That of the text around it, unless the style sheet has one for it."""
        around = self.parentWidget()
        return self.font() if around is None or self.property("small") else around.font()

    def _fit(self) -> None:
        """Shrink the letters as far as they can still be read, if the text does not fit otherwise."""
        usual = self._usual_font
        font = QFont(usual)
        for share in _SHARES:
            font.setPointSizeF(usual.pointSizeF() * share)
            if QFontMetrics(font).horizontalAdvance(self.text()) + _AROUND <= self.width():
                break
        if font != self.font():
            self.setFont(font)

    def _restore(self) -> None:
        self._touched = False
        self._settle.stop()
        self._complain.stop()
        self._set_problem("")
        before = self._before
        self.changed.emit(lambda _choices: before)
        self._write(self._text_before)
        self.selectAll()

    def _write(self, text: str) -> None:
        if self.text() != text:
            self.setText(text)
        self.setModified(False)
        self.setCursorPosition(0)

    def _set_problem(self, problem: str) -> None:
        if problem != self._problem:
            self._problem = problem
            self._mark("bad", bool(problem))
            self.problem_found.emit(problem)

    def _mark(self, name: str, on: bool) -> None:
        if bool(self.property(name)) != on:
            self.setProperty(name, on)
            restyle(self)

    @Slot()
    def _on_text_edited(self) -> None:
        self._touched = True
        self._complain.stop()
        self._settle.start()

    @Slot()
    def _on_settled(self) -> None:
        """Take it over if it means something; half a word is not complained about at once."""
        problem = self._take(self.text())
        if problem:
            self._complain.start()
        else:
            self._set_problem("")

    @Slot()
    def _on_complaint_due(self) -> None:
        self._set_problem(self._take(self.text()))
