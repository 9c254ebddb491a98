"""What can be done with probe, points, regions and scale of the clip in view."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.ui.clip.clip_stage import ClipStage
from desktop_app.ui.icons import icon


class ReadingMenu(QMenu):
    """One menu for the button under the video, the context menu on it and the menu bar.

    Signals:
        body_wanted: the probe should lie along the body again.
        scale_wanted: what the palette's ends stand for should be set.
    """

    body_wanted = Signal()
    scale_wanted = Signal()

    def __init__(self, stage: ClipStage, parent: QWidget) -> None:
        super().__init__(parent)
        self._stage = stage
        self._at: QPointF | None = None
        self._allowed = False
        self.point = self._entry("plus")
        self.region = self._entry("shape")
        self.nothing = self._entry("trash")
        self.addSeparator()
        self.corner = self._entry(None)
        self.straight = self._entry(None)
        self.body = self._entry("reset")
        self.addSeparator()
        self.scale = self._entry("thermometer")
        self.point.triggered.connect(self._on_point)
        self.region.triggered.connect(self._on_region)
        self.nothing.triggered.connect(stage.place_marks.remove_all)
        self.corner.triggered.connect(self._on_corner)
        self.straight.triggered.connect(stage.probe_line.straighten)
        self.body.triggered.connect(self.body_wanted)
        self.scale.triggered.connect(self.scale_wanted)
        self.aboutToShow.connect(self.refresh)
        self.aboutToHide.connect(self.refresh)
        self._retranslate()
        self.refresh()

    def set_allowed(self, allowed: bool) -> None:
        """Whether there is a whole clip whose colours can be read."""
        self._allowed = allowed
        self.refresh()

    @property
    def allowed(self) -> bool:
        """Whether there is a whole clip whose colours can be read."""
        return self._allowed

    def open_at(self, place: QPointF) -> None:
        """Open over the stage for a place of it."""
        self._at = place
        self.popup(self._stage.mapToGlobal(place).toPoint())

    def refresh(self) -> None:
        """Offer what is possible now."""
        stage, probe = self._stage, self._stage.probe_line.probe
        room = self._allowed and not stage.place_marks.full
        self.point.setEnabled(room)
        self.region.setEnabled(room)
        self.nothing.setEnabled(bool(stage.place_marks.places))
        self.corner.setEnabled(probe is not None)
        self.straight.setEnabled(probe is not None and bool(probe.via))
        self.body.setEnabled(self._allowed and probe is not None)
        self.scale.setEnabled(self._allowed)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _entry(self, picture: str | None) -> QAction:
        action = QAction(self) if picture is None else QAction(icon(picture), "", self)
        self.addAction(action)
        return action

    def _taken_place(self) -> QPointF | None:
        """Where the menu was opened on the stage; None where it was not."""
        at, self._at = self._at, None
        return at

    def _on_point(self) -> None:
        self._stage.pick(region=False, at=self._taken_place())

    def _on_region(self) -> None:
        self._stage.pick(region=True, at=self._taken_place())

    def _on_corner(self) -> None:
        at, line = self._taken_place(), self._stage.probe_line
        line.bend(QPointF(line.middle.geometry().center()) if at is None else at)

    def _retranslate(self) -> None:
        self.setTitle(self.tr("&Reading"))
        self.point.setText(self.tr("Add a point"))
        self.region.setText(self.tr("Add a region"))
        self.nothing.setText(self.tr("Remove all points and regions"))
        self.corner.setText(self.tr("Add a corner to the probe"))
        self.straight.setText(self.tr("Make the probe straight again"))
        self.body.setText(self.tr("Lay the probe along the body again"))
        self.scale.setText(self.tr("Set the scale…"))
