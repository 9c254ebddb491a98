"""A sentence with what an expert expects of the clip that it makes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Trait = Literal["front", "flow", "ends", "mirrored"]
"""What makes a law apply, as an expert says it without looking at how the law is judged.

`front`: a held hot end from the first frame on, one material, nothing lost sideways: the front's law.
`flow`: heat goes along the way only, in one material, with differences that can be seen: the second law
and the account of heat. `ends`: what happens between two ends that are held, or held and insulated: the
steady state, where it is reached. `mirrored`: left and right must be alike. That nothing flashes and that
no extremum appears inside applies to all."""


@dataclass(frozen=True)
class Scene:
    """A sentence.

    Attributes:
        name: short, unique.
        prompt: what a person would write.
        traits: what makes a law apply.
    """

    name: str
    prompt: str
    traits: frozenset[Trait] = frozenset()


def scene(name: str, prompt: str, *traits: Trait) -> Scene:
    """A sentence with its traits."""
    return Scene(name, prompt, frozenset(traits))
