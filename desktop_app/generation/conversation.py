"""One job's exchange with the worker, from the order to the answer that ends it."""

from __future__ import annotations

import time
from collections.abc import Iterator

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.errors import Cancelled, GenerationFailed
from desktop_app.domain.events import EngineEvent, EngineFinished, FramesDecoded, StageProgressed
from desktop_app.generation import failures
from desktop_app.generation.messages import (
    Failed,
    Finished,
    FramesWritten,
    Generate,
    Reported,
    Stopped,
    WorkerMessage,
)
from desktop_app.generation.worker_process import WorkerDied, WorkerProcess

_POLL_SECONDS = 0.05


class Conversation:
    """Passes a job's events on, carries the cancel over, and watches that the worker lives.

    Args:
        heartbeat_timeout_s: a worker that is silent for so long is ended. Only time spent listening counts,
            so that neither a slow reader nor a computer that slept looks like a dead worker.
        loading_grace_s: a component that still loads so long after a cancel is not waited for.
    """

    def __init__(
        self,
        worker: WorkerProcess,
        order: Generate,
        cancel: CancelToken,
        heartbeat_timeout_s: float,
        loading_grace_s: float,
    ) -> None:
        self._worker = worker
        self._order = order
        self._cancel = cancel
        self._heartbeat_timeout_s = heartbeat_timeout_s
        self._loading_grace_s = loading_grace_s
        self._abandoned = False
        self._over = False
        self._loading = True
        self._cancelled_at: float | None = None
        self._heartbeat = worker.shared.heartbeat
        self._silent_s = 0.0
        self._sent_at = 0.0
        self._start_up_s: float | None = None

    def events(self) -> Iterator[EngineEvent]:
        """Send the order and yield what comes back; an iterator closed early stops the job and hears it out.

        Raises:
            Cancelled: the worker stopped, or it was ended while it loaded or from outside.
            GenerationFailed: the worker reported a failure, died or fell silent.
        """
        try:
            yield StageProgressed("loading", 0, 0)
            self._worker.shared.forget_frames()
            self._sent_at = time.monotonic()
            self._worker.send(self._order)
            while not self._over:
                message = self._next_message()
                if message is not None:
                    yield from self._events_of(message)
        except WorkerDied as error:
            self._over = True
            if self._worker.ended or self._cancel.cancelled:
                raise Cancelled from error
            raise failures.worker_died(self._worker.last_words()) from error
        finally:
            self._hear_out()

    def _events_of(self, message: WorkerMessage) -> Iterator[EngineEvent]:
        match message:
            case Reported(event=event):
                self._loading = isinstance(event, StageProgressed) and event.stage == "loading"
                yield event
            case FramesWritten(first=first, count=count, height=height, width=width):
                frames = self._worker.shared.take(first, count, height, width)
                yield FramesDecoded(first, frames)
            case Finished(event=finished):
                self._over = True
                yield self._with_start_up(finished)
            case Stopped():
                self._over = True
                raise Cancelled
            case Failed():
                self._over = True
                if not message.worker_usable:
                    self._worker.end()
                raise GenerationFailed(message.message, message.remedy, message.details)

    def _next_message(self) -> WorkerMessage | None:
        """One message of this job, or None after a short wait."""
        self._carry_cancel_over()
        asked = time.monotonic()
        message = self._worker.receive(_POLL_SECONDS)
        if message is None:
            self._listen_for_heartbeat(time.monotonic() - asked)
        elif self._start_up_s is None:
            self._start_up_s = time.monotonic() - self._sent_at
        return message

    def _with_start_up(self, finished: EngineFinished) -> EngineFinished:
        """Count the time a new worker took to start and import torch as loading."""
        waited = self._start_up_s or 0.0
        since_sent = ("loading", "first_frame", "total")
        timings = {name: s + waited * (name in since_sent) for name, s in finished.timings_s.items()}
        return EngineFinished(timings)

    def _carry_cancel_over(self) -> None:
        if not (self._cancel.cancelled or self._abandoned):
            return
        now = time.monotonic()
        if self._cancelled_at is None:
            self._cancelled_at = now
            self._worker.shared.cancel(self._order.job)
        if self._loading and now - self._cancelled_at > self._loading_grace_s:
            self._worker.end()

    def _listen_for_heartbeat(self, listened_s: float) -> None:
        heartbeat = self._worker.shared.heartbeat
        if heartbeat != self._heartbeat:
            self._heartbeat, self._silent_s = heartbeat, 0.0
            return
        self._silent_s += min(listened_s, 2 * _POLL_SECONDS)
        if self._silent_s > self._heartbeat_timeout_s:
            self._over = True
            self._worker.end()
            raise failures.worker_silent(self._silent_s)

    def _hear_out(self) -> None:
        """Cancel a job that nobody listens to any more and take its remaining messages out of the pipe."""
        self._abandoned = True
        while not self._over:
            try:
                for _ in self._events_of_next():
                    pass
            except (Cancelled, GenerationFailed, WorkerDied):
                self._over = True

    def _events_of_next(self) -> Iterator[EngineEvent]:
        message = self._next_message()
        return iter(()) if message is None else self._events_of(message)
