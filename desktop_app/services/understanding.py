"""What a prompt means, worked out beside the window while a person types."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.edits import NO_EDITS, Edits
from desktop_app.domain.errors import HeatSketchError
from desktop_app.services.background import Report
from desktop_app.services.latest import LatestTask

if TYPE_CHECKING:
    from desktop_app.domain.concept import Concept
    from desktop_app.services.verbs import Verbs


@dataclass(frozen=True)
class Understanding:
    """An answer to what was asked.

    Attributes:
        concept: with the edits and the look that were asked for.
        unedited: what the prompt alone means; None where it alone means nothing.
    """

    concept: Concept
    unedited: Concept | None


@dataclass(frozen=True)
class Misunderstanding:
    """Why nothing is understood.

    Attributes:
        error: one sentence, and what to do.
        edits_at_fault: whether the prompt alone means something, so that what was changed of it does not.
    """

    error: HeatSketchError
    edits_at_fault: bool


class LiveUnderstanding(QObject):
    """Answers the newest question only, and then previews its solution; all of it off the window's thread.

    Signals:
        understood: an `Understanding`.
        misunderstood: a `Misunderstanding`, in the place of `understood`.
        previewed: the coarse `TemperatureField` of what was understood last; a moment after `understood`.
        preview_failed: a `HeatSketchError`, in the place of `previewed`.
    """

    understood = Signal(object)
    misunderstood = Signal(object)
    previewed = Signal(object)
    preview_failed = Signal(object)

    def __init__(self, verbs: Verbs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._verbs = verbs
        self._understanding = LatestTask(self)
        self._understanding.answered.connect(self._on_answered)
        self._understanding.failed.connect(self._on_failed)
        self._previewing = LatestTask(self)
        self._previewing.answered.connect(self.previewed)
        self._previewing.failed.connect(self.preview_failed)

    @property
    def busy(self) -> bool:
        """Whether an answer or a preview is still to come."""
        return self._understanding.busy or self._previewing.busy

    def ask(self, prompt: str, look: str | None, edits: Edits = NO_EDITS) -> None:
        """Understand a prompt; what was asked before is not answered any more."""
        verbs = self._verbs

        def understood(_cancel: CancelToken, _report: Report) -> object:
            edited = look is not None or edits != NO_EDITS
            try:
                concept = verbs.understand(prompt, look, edits)
            except HeatSketchError as error:
                return Misunderstanding(error, edited and _plain(verbs, prompt) is not None)
            return Understanding(concept, _plain(verbs, prompt) if edited else concept)

        self._previewing.forget()
        self._understanding.ask(understood)

    def adopt(self, concept: Concept) -> None:
        """Answer with a concept that was understood earlier; only what its prompt alone means is new."""
        verbs = self._verbs

        def adopted(_cancel: CancelToken, _report: Report) -> object:
            return Understanding(concept, _plain(verbs, concept.prompt))

        self._previewing.forget()
        self._understanding.ask(adopted)

    def forget(self) -> None:
        """Answer nothing until something is asked again."""
        self._understanding.forget()
        self._previewing.forget()

    def shut_down(self) -> None:
        """Forget everything and wait until no thread runs any more."""
        self._understanding.shut_down()
        self._previewing.shut_down()

    @Slot(object)
    def _on_answered(self, answer: Understanding | Misunderstanding) -> None:
        if isinstance(answer, Misunderstanding):
            self.misunderstood.emit(answer)
            return
        self.understood.emit(answer)
        concept, verbs = answer.concept, self._verbs
        if not concept.supported:
            return

        def previewed(cancel: CancelToken, _report: Report) -> object:
            return verbs.preview(concept, cancel)

        self._previewing.ask(previewed)

    @Slot(object)
    def _on_failed(self, error: HeatSketchError) -> None:
        self.misunderstood.emit(Misunderstanding(error, edits_at_fault=False))


def _plain(verbs: Verbs, prompt: str) -> Concept | None:
    """What a prompt means by itself."""
    try:
        return verbs.understand(prompt, None)
    except HeatSketchError:
        return None
