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


class LiveUnderstanding(QObject):
    """Answers the newest question only, and then previews its solution; all of it off the window's thread.

    Signals:
        understood: an `Understanding`.
        misunderstood: a `HeatSketchError`, in the place of `understood`.
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
        self._understanding.answered.connect(self._on_understood)
        self._understanding.failed.connect(self.misunderstood)
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
            concept = verbs.understand(prompt, look, edits)
            return Understanding(concept, _unedited(verbs, concept, look))

        self._previewing.forget()
        self._understanding.ask(understood)

    def adopt(self, concept: Concept) -> None:
        """Answer with a concept that was understood earlier; only what its prompt alone means is new."""
        verbs = self._verbs

        def adopted(_cancel: CancelToken, _report: Report) -> object:
            return Understanding(concept, _unedited(verbs, concept, concept.look))

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
    def _on_understood(self, answer: Understanding) -> None:
        self.understood.emit(answer)
        concept, verbs = answer.concept, self._verbs
        if not concept.supported:
            return

        def previewed(cancel: CancelToken, _report: Report) -> object:
            return verbs.preview(concept, cancel)

        self._previewing.ask(previewed)


def _unedited(verbs: Verbs, concept: Concept, look: str | None) -> Concept | None:
    """What the prompt of a concept means by itself."""
    if look is None and concept.edits == NO_EDITS:
        return concept
    try:
        return verbs.understand(concept.prompt, None)
    except HeatSketchError:
        return None
