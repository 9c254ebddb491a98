"""A job without a supervisor: what it reports is kept here."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from typing import Any

from desktop_app.domain.clip import Frames
from desktop_app.domain.events import PreviewReady, StageProgressed
from desktop_app.generation.job import Job
from desktop_app.generation.messages import Reported
from desktop_app.generation.shared import SharedBlock


class _Recorder:
    def __init__(self, on_send: Callable[[], None]) -> None:
        self.sent: list[Any] = []
        self._on_send = on_send

    def send(self, message: Any) -> None:
        self.sent.append(message)
        self._on_send()


class RecordedJob(Job):
    """Keeps what is sent; `cancel_after` sends, it is cancelled."""

    def __init__(self, cancel_after: int | None = None) -> None:
        self.shared = SharedBlock(multiprocessing.get_context("spawn"))
        self._recorder = _Recorder(self._on_send)
        self._cancel_after = cancel_after
        super().__init__(1, self._recorder, self.shared)  # type: ignore[arg-type]

    def _on_send(self) -> None:
        if len(self._recorder.sent) == self._cancel_after:
            self.shared.cancel(1)

    @property
    def messages(self) -> list[Any]:
        return self._recorder.sent

    def progress_of(self, stage: str) -> list[StageProgressed]:
        events = [message.event for message in self.messages if isinstance(message, Reported)]
        return [event for event in events if isinstance(event, StageProgressed) and event.stage == stage]

    def previews(self) -> list[Frames]:
        events = [message.event for message in self.messages if isinstance(message, Reported)]
        return [event.picture for event in events if isinstance(event, PreviewReady)]

    def frames(self, width: int, height: int) -> Frames:
        """All frames written, where the ring held them all."""
        return self.shared.take(0, self.frames_written, height, width)
