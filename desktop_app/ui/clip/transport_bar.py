"""Play, pause, step, loop, scrub; and where in time the frame in view is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from desktop_app.ui.clip.readout import Readout
from desktop_app.ui.clip.scrub_slider import ScrubSlider
from desktop_app.ui.icons import icon
from desktop_app.ui.theme import set_role

_NARROW = 400
_FRAME_KEYS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End)


class TransportButton(QToolButton):
    """A flat icon button that leaves the frame keys to the panel."""

    def __init__(self, icon_name: str, checkable: bool = False) -> None:
        super().__init__()
        self.setCheckable(checkable)
        self.setIcon(icon(icon_name))
        self.setIconSize(QSize(20, 20))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_role(self, "flat")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt would move the focus with the arrow keys."""
        if event.key() in _FRAME_KEYS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def name(self, text: str, keys: str) -> None:
        """What it does, and the key that does it too."""
        self.setAccessibleName(text)
        self.setToolTip(f"{text} ({keys})")


class TransportBar(QWidget):
    """The controls under the video."""

    play_clicked = Signal()
    step_clicked = Signal(int)
    loop_toggled = Signal(bool)
    profile_toggled = Signal(bool)
    frame_scrubbed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.slider = ScrubSlider()
        self.back = TransportButton("frame_back")
        self.play = TransportButton("play")
        self.forward = TransportButton("frame_forward")
        self.loop = TransportButton("loop", checkable=True)
        self.tools = TransportButton("thermometer")
        self.tools.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.profile = TransportButton("profile", checkable=True)
        self.readout = Readout()
        self._row = QHBoxLayout()
        self._column = QVBoxLayout(self)
        self._home: QBoxLayout = self._row
        self._playing = False
        self._shown: tuple[int, int, float, str] | None = None
        self._arrange()
        self.slider.frame_scrubbed.connect(self.frame_scrubbed)
        self.back.clicked.connect(lambda: self.step_clicked.emit(-1))
        self.forward.clicked.connect(lambda: self.step_clicked.emit(1))
        self.play.clicked.connect(self.play_clicked)
        self.loop.clicked.connect(self.loop_toggled)
        self.profile.clicked.connect(self.profile_toggled)
        self._retranslate()

    def show_extent(self, num_frames: int, arrived: int) -> None:
        """How many frames there will be, and how many there are."""
        if num_frames != self.slider.maximum() + 1:
            self.readout.reset()
        self.slider.set_extent(num_frames, arrived)
        for button in (self.back, self.play, self.forward):
            button.setEnabled(arrived > 0)

    def show_frame(self, index: int, num_frames: int, clip_s: float, physical: str) -> None:
        """Where the frame in view is.

        Args:
            index: of the frame, from 0.
            num_frames: frames of the whole clip.
            clip_s: seconds since the clip's beginning.
            physical: physical time as it is written; empty where it is not known.
        """
        self.slider.setValue(index)
        self._shown = (index, num_frames, clip_s, physical)
        texts = [
            self.tr("Frame {number} / {count}").format(number=index + 1, count=num_frames),
            self.tr("Clip {seconds} s").format(seconds=f"{clip_s:.2f}"),
        ]
        if physical:
            texts.append(self.tr("Physical time {time}").format(time=physical))
        self.readout.show_texts(*texts)

    def add_menu(self, menu: QMenu) -> None:
        """Let the button of the thermometer open a menu."""
        self.tools.setMenu(menu)

    def show_nothing(self) -> None:
        """No frame is in view."""
        self._shown = None
        self.readout.reset()

    def show_playing(self, playing: bool) -> None:
        """Whether the clip is playing."""
        self._playing = playing
        self.play.setIcon(icon("pause" if playing else "play"))
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the readout a row of its own where there is little room."""
        super().resizeEvent(event)
        home: QBoxLayout = self._column if event.size().width() < _NARROW else self._row
        if home is not self._home:
            self._home = home
            self._column.removeWidget(self.readout)
            self._row.removeWidget(self.readout)
            if home is self._row:
                self._row.insertWidget(self._row.count() - 3, self.readout, 1)
            else:
                self._column.insertWidget(1, self.readout)

    def _arrange(self) -> None:
        row = self._row
        row.setSpacing(4)
        for button in (self.back, self.play, self.forward, self.loop):
            row.addWidget(button)
        row.addSpacing(8)
        row.addWidget(self.readout, 1)
        row.addStretch(0)
        row.addWidget(self.tools)
        row.addWidget(self.profile)
        layout = self._column
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.slider)
        layout.addLayout(row)

    def _retranslate(self) -> None:
        if self._shown is not None:
            self.readout.reset()
            self.show_frame(*self._shown)
        space = self.tr("Space")
        self.play.name(self.tr("Pause") if self._playing else self.tr("Play"), space)
        self.back.name(self.tr("One frame back"), "←")
        self.forward.name(self.tr("One frame on"), "→")
        self.loop.name(self.tr("Play in a loop"), "L")
        self.profile.name(self.tr("Temperature profile over the video"), "P")
        words = self.tr("Points, regions, probe and scale")
        self.tools.setAccessibleName(words)
        self.tools.setToolTip(words)
        self.slider.setAccessibleName(self.tr("Frame in view"))
