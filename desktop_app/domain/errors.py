"""Failures a person is told about: one sentence, and what to do about it."""

from __future__ import annotations

from desktop_app.domain.text import Text


class HeatSketchError(Exception):
    """Something went wrong that the user can understand.

    Attributes:
        message: what happened, one sentence.
        remedy: what to do about it, one sentence.
        details: technical text for the folded part of a dialog; never shown by itself.
    """

    def __init__(self, message: Text, remedy: Text, details: str = "") -> None:
        super().__init__(message, remedy, details)
        self.message = message
        self.remedy = remedy
        self.details = details

    def __str__(self) -> str:
        return f"{self.message} {self.remedy}"


class InvalidInput(HeatSketchError):
    """The call itself was wrong (an option, a size, an empty prompt); exit status 2."""


class OutsideConduction(HeatSketchError):
    """The prompt is understood, but the heat equation solved here does not cover it."""


class OutsideModel(HeatSketchError):
    """The prompt is understood, but the chosen model was never shown such a thing."""


class UnreadableVideo(HeatSketchError):
    """A video file cannot be opened or decoded."""


class ExportFailed(HeatSketchError):
    """A file could not be written; nothing that was there before is damaged."""


class ModelUnusable(HeatSketchError):
    """A model folder is missing, incomplete, unsafe or of an unknown kind."""


class GenerationFailed(HeatSketchError):
    """The worker reported an error or died."""


class RunUnreadable(HeatSketchError):
    """A saved run cannot be opened."""


class Cancelled(Exception):
    """The user cancelled; exit status 130."""
