"""The video and everything that lies over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QWidget

from desktop_app.domain.clip import Frames
from desktop_app.domain.reading import Reading
from desktop_app.ui.clip.law_mark import LawMarkOverlay
from desktop_app.ui.clip.place_marks import PlaceMarks
from desktop_app.ui.clip.place_picker import PlacePicker
from desktop_app.ui.clip.place_shape import point_at, region_between
from desktop_app.ui.clip.probe_line import ProbeLine
from desktop_app.ui.clip.video_canvas import VideoCanvas
from desktop_app.ui.clip.video_note import VideoNote

if TYPE_CHECKING:
    from desktop_app.ui.clip.profile_overlay import ProfileOverlay

_MARGIN = 10.0
_OVERLAY_SHARE = 0.35
_OVERLAY_HEIGHTS = (84.0, 230.0)


class ClipStage(VideoCanvas):
    """A canvas with the profile, the probe line, points, regions and remarks over the picture.

    The profile is made when the first reading comes, since importing pyqtgraph takes a quarter of a second.

    Signals:
        probe_moved: a `Probe`; menu_wanted: where in the stage.
    """

    probe_moved = Signal(object)
    menu_wanted = Signal(QPointF)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._overlay: ProfileOverlay | None = None
        self._overlay_share: float | None = None
        self._overlay_wanted = True
        self._readable = False
        self._preview = False
        self._busy = ""
        self._note = VideoNote(self)
        self.probe_line = ProbeLine(self)
        self.probe_line.moved.connect(self._on_probe_moved)
        self.law_mark = LawMarkOverlay(self, self.probe_line)
        self.place_marks = PlaceMarks(self)
        self.picker = PlacePicker(self)
        self.picker.picked.connect(self.place_marks.add)
        self.picker.ended.connect(self._write_note)
        self.geometry_changed.connect(self._place)
        self._retranslate()

    @property
    def overlay(self) -> ProfileOverlay:
        """The profile over the video, made at the first call."""
        if self._overlay is None:
            from desktop_app.ui.clip.profile_overlay import ProfileOverlay

            self._overlay = ProfileOverlay(self)
            self._overlay.moved.connect(self._on_overlay_moved)
        return self._overlay

    @property
    def note_text(self) -> str:
        """The remark shown over the picture, empty where there is none."""
        return self._note.text() if not self._note.isHidden() else ""

    def show_preview(self, picture: Frames) -> None:
        """Show what the denoising is arriving at, and say that it is a preview."""
        self._preview = True
        self.show_picture(picture)
        self._write_note()

    def show_frame(self, picture: Frames, index: int) -> None:
        """Show frame `index` and its profile."""
        first = self._preview or not self.has_picture
        self._preview = False
        self.law_mark.show_frame(index)
        self.place_marks.show_frame(index)
        self.show_picture(picture)
        if self._overlay is not None:
            self._overlay.show_frame(index)
        if first:
            self._write_note()
            self._place()
            self.place_marks.lay_out()

    def set_reading(self, reading: Reading | None) -> None:
        """Show a reading's probe and profile, or neither."""
        self._readable = reading is not None and reading.readable
        self.probe_line.show_probe(None if reading is None else reading.probe)
        if self._readable:
            self.overlay.set_reading(reading)
        elif self._overlay is not None:
            self._overlay.set_reading(None)
        self._place()

    def set_solution(self, solution_C: NDArray[np.float64] | None) -> None:
        """Show what Fourier's law says, (frame, sample) in °C, or nothing."""
        if self._overlay is not None or solution_C is not None:
            self.overlay.set_solution(solution_C)
            self._place()

    def set_profile_visible(self, wanted: bool) -> None:
        """Whether the profile lies over the video where there is one."""
        self._overlay_wanted = wanted
        self._place()

    def set_busy(self, text: str) -> None:
        """Say what is going on; an empty text takes that away."""
        self._busy = text
        self._write_note()

    def pick(self, region: bool, at: QPointF | None) -> None:
        """Add a point or a region to be followed: at a place of the stage, or where the hand will choose."""
        if self.place_marks.full or not self.has_picture:
            return
        if at is None:
            self.picker.start(region)
            self._write_note()
            return
        place = self.to_frame(at).toTuple()
        size = self.frame_size.toTuple()
        self.place_marks.add(region_between(place, place, size) if region else point_at(place))

    def clear(self) -> None:
        """Show nothing."""
        super().clear()
        self._preview = False
        self.picker.stop()
        self.place_marks.show_places(())
        self.law_mark.show_mark(None)
        self.set_reading(None)
        self.set_solution(None)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done here."""
        self.menu_wanted.emit(QPointF(event.pos()))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Video"))
        self.probe_line.retranslate()
        self.place_marks.retranslate()
        self._write_note()

    def _write_note(self) -> None:
        lines = [self.tr("Preview while denoising, not yet the clip")] if self._preview else []
        if not self.picker.isHidden():
            lines.append(self.tr("Click where to read, or drag a box for a region. Esc ends this."))
        if self._busy:
            lines.append(self._busy)
        self._note.say("\n".join(lines))
        self._place()

    def _on_probe_moved(self, probe: object) -> None:
        self._place()
        self.probe_moved.emit(probe)

    def _on_overlay_moved(self, top: float) -> None:
        room = self.video_rect()
        free = room.height() - self.overlay.height() - 2 * _MARGIN
        self._overlay_share = min(max((top - room.top() - _MARGIN) / max(free, 1.0), 0.0), 1.0)
        self._place()

    def _free_share(self, height: float) -> float:
        """Where the profile does not hide the probe: at the top, or else at the bottom."""
        probe, room = self.probe_line.probe, self.video_rect()
        if probe is None:
            return 0.0
        ends = [self.to_widget(QPointF(0, y)).y() for _, y in probe.corners]
        hidden_at_top = min(ends) < room.top() + height + 2 * _MARGIN
        hidden_at_bottom = max(ends) > room.bottom() - height - 2 * _MARGIN
        return 1.0 if hidden_at_top and not hidden_at_bottom else 0.0

    def _place(self) -> None:
        """Lay everything where it belongs on the picture."""
        room = self.video_rect()
        if self.has_picture:
            low = room.bottom() - self._note.height() - _MARGIN
            self._note.move(round(room.left() + _MARGIN), round(low))
        else:
            middle = self.rect().center() - self._note.rect().center()
            self._note.move(middle)
        if self._overlay is None:
            return
        overlay = self._overlay
        overlay.setVisible(self._readable and self._overlay_wanted and self.has_picture)
        height = min(max(room.height() * _OVERLAY_SHARE, _OVERLAY_HEIGHTS[0]), _OVERLAY_HEIGHTS[1])
        free = room.height() - height - 2 * _MARGIN
        share = self._free_share(height) if self._overlay_share is None else self._overlay_share
        top = room.top() + _MARGIN + share * max(free, 0.0)
        overlay.setGeometry(
            round(room.left() + _MARGIN), round(top), round(room.width() - 2 * _MARGIN), round(height)
        )
        probe = self.probe_line.probe
        if probe is not None:
            start, end = QPointF(probe.x0, probe.y0), QPointF(probe.x1, probe.y1)
            if probe.via:  # a bent probe lies under no straight axis: the profile takes the whole width
                end = start
            overlay.align(self.to_widget(start).x(), self.to_widget(end).x())
        for handle in self.probe_line.handles:
            handle.raise_()
        for mark in self.place_marks.marks:
            mark.raise_()
        if not self.picker.isHidden():
            self._note.raise_()
        self.picker.raise_()
