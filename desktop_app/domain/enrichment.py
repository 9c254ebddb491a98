"""What the video model is told besides the prompt."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop_app.domain.text import Text


@dataclass(frozen=True)
class Addition:
    """One phrase added to the prompt.

    Attributes:
        phrase: English, as the video model is given it.
        rule: name of the rule that added it.
        reason: why, for a person.
    """

    phrase: str
    rule: str
    reason: Text


@dataclass(frozen=True)
class Enrichment:
    """The prompt for the video model, piece by piece.

    Attributes:
        own: the person's words as the model gets them; empty where only the additions are English.
        additions: what the rules add, in order.
        negative_prompt: what the model is to avoid.
        edited: the text a person put in the place of all of it, else None.
    """

    own: str
    additions: tuple[Addition, ...]
    negative_prompt: str
    edited: str | None = None

    @property
    def prompt(self) -> str:
        """What the video model is given."""
        if self.edited is not None:
            return self.edited
        phrases = [phrase for phrase in (self.own, *(a.phrase for a in self.additions)) if phrase]
        return "".join(f"{phrase[:1].upper()}{phrase[1:]}. " for phrase in phrases).strip()

    def without(self, rules: tuple[str, ...]) -> Enrichment:
        """The same with the additions of some rules left out."""
        return replace(self, additions=tuple(a for a in self.additions if a.rule not in rules))
