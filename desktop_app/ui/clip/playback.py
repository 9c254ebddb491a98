"""Which frame is in view, by the clock."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal


class Playback(QObject):
    """Plays a clip that may still be arriving.

    The frame in view follows from the time that has passed, never from the number of ticks, so that a
    late tick shows the right frame. Where the next frame has not arrived, playing waits for it.

    Args:
        clock_ms: monotonic milliseconds; replaced in tests.
        parent: owner.
    """

    frame_changed = Signal(int)
    playing_changed = Signal(bool)
    loop_changed = Signal(bool)

    def __init__(self, clock_ms: Callable[[], float] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._elapsed = QElapsedTimer()
        self._elapsed.start()
        self._clock_ms = clock_ms or (lambda: self._elapsed.nsecsElapsed() / 1e6)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)
        self._num_frames = 0
        self._arrived = 0
        self._fps = 24.0
        self._started_ms = 0.0
        self._started_frame = 0
        self.frame_index = 0
        self.playing = False
        self.loop = True

    def load(self, num_frames: int, fps: float) -> None:
        """Start over with a clip of `num_frames` frames at `fps`, none of which has arrived."""
        self.pause()
        self._num_frames, self._fps, self._arrived = num_frames, fps, 0
        self.frame_index = 0

    def set_arrived(self, arrived: int) -> None:
        """Tell how many frames can be shown."""
        self._arrived = arrived

    def play(self) -> None:
        """Play from the frame in view, or from the first where the last is in view."""
        if self._arrived == 0 or self.playing:
            return
        self.playing = True
        if self.frame_index >= self._num_frames - 1:
            self._show(0)
        self._restart_clock()
        self.playing_changed.emit(True)

    def pause(self) -> None:
        """Stay at the frame in view."""
        if self.playing:
            self.playing = False
            self._timer.stop()
            self.playing_changed.emit(False)

    def toggle(self) -> None:
        """Play where paused, pause where playing."""
        if self.playing:
            self.pause()
        else:
            self.play()

    def seek(self, index: int) -> None:
        """Show frame `index`, or the nearest that has arrived; playing goes on from there."""
        if self._arrived:
            self._show(min(max(index, 0), self._arrived - 1))
            if self.playing:
                self._restart_clock()

    def step(self, count: int) -> None:
        """Pause, and go `count` frames on (or back, where negative)."""
        self.pause()
        self.seek(self.frame_index + count)

    def set_loop(self, loop: bool) -> None:
        """Whether the first frame follows the last."""
        if loop != self.loop:
            self.loop = loop
            self.loop_changed.emit(loop)

    def tick(self) -> None:
        """Show the frame that is due now, and come back when the next one is."""
        if not self.playing:
            return
        due = self._started_frame + int(self._since_start_ms() * self._fps / 1000.0 + 1e-6)
        if due >= self._num_frames and not self.loop:
            self._show(self._num_frames - 1)
            self.pause()
        elif due >= self._arrived and self._arrived < self._num_frames:
            self._show(self._arrived - 1)
            self._restart_clock()
        else:
            self._show(due % self._num_frames)
            self._wait_for(due + 1)

    def _since_start_ms(self) -> float:
        return self._clock_ms() - self._started_ms

    def _restart_clock(self) -> None:
        self._started_ms, self._started_frame = self._clock_ms(), self.frame_index
        self._wait_for(self.frame_index + 1)

    def _wait_for(self, frame: int) -> None:
        due_ms = (frame - self._started_frame) * 1000.0 / self._fps
        self._timer.start(max(1, round(due_ms - self._since_start_ms())))

    def _show(self, index: int) -> None:
        if index != self.frame_index:
            self.frame_index = index
            self.frame_changed.emit(index)
