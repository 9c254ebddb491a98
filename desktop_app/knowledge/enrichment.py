"""What the video model is told besides the prompt: a list of phrases, each with its rule and reason.

The rules, in the order of the prompt, which is that of importance; their names are kept in runs and edits:

| rule | adds | when |
| --- | --- | --- |
| `body` | shape, fins, layers in order, materials; colour where the look shows it | with a shape |
| `hot_look` | how the material glows | looks `natural` and `glow`, from 798 K up |
| `heat` | what is done where, with temperatures, powers and times | heating is known |
| `spread` | direction from shape and place, speed and comparison from the diffusivity | something changes |
| `reach` | how far the heat has come by mid-clip | from the story, where one thing drives it |
| `melting` | where it melts or sets | from the story, for a body of one material |
| `palette` | the look's colours, their direction and scale | always |
| `camera` | a fixed camera, one shot | always |
| `framing` | the whole body in view, and from where | a shape is known |
| `background` | nothing behind the body | a shape is known |
| `steady` | whether the end is steady | from the story |
| `smoothness` | no jumps of colour; a room's air in one colour | a shape is known |

The pipeline hands 512 tokens to the text encoder (`WanPipeline.__call__`; its `encode_prompt` alone would cut
at 226, about 160 words at an estimated 1.4 tokens a word). Beyond `WORD_LIMIT` the `LEAST_NEEDED` go.
"""

from __future__ import annotations

from collections.abc import Callable

from desktop_app.domain.concept import Concept
from desktop_app.domain.enrichment import Addition, Enrichment
from desktop_app.knowledge.enrichment_rules.body import body
from desktop_app.knowledge.enrichment_rules.course import melting, reach, steady
from desktop_app.knowledge.enrichment_rules.heat import heat
from desktop_app.knowledge.enrichment_rules.hot_look import hot_look
from desktop_app.knowledge.enrichment_rules.negative import negative_prompt
from desktop_app.knowledge.enrichment_rules.picture import background, camera, framing, palette, smoothness
from desktop_app.knowledge.enrichment_rules.spread import spread
from desktop_app.knowledge.outside import outside_conduction
from desktop_app.knowledge.prompt_text import normalised

Rule = Callable[[Concept], Addition | None]

RULES: dict[str, Rule] = {
    "body": body,
    "hot_look": hot_look,
    "heat": heat,
    "spread": spread,
    "reach": reach,
    "melting": melting,
    "palette": palette,
    "camera": camera,
    "framing": framing,
    "background": background,
    "steady": steady,
    "smoothness": smoothness,
}
OF_ANY_SCENE = ("palette", "camera")
"""What holds for a scene that is no heat conduction, which the other rules would describe wrongly."""
WORD_LIMIT = 160
LEAST_NEEDED = ("smoothness", "steady", "reach", "hot_look")
_FLUIDS = frozenset({"air", "water"})


def enrich(concept: Concept) -> Enrichment:
    """Add what helps a video model and what physics says.

    This is the one place where the language is chosen: the result is English whatever the prompt's, so that
    an English prompt is kept and comes first, and any other is replaced by the description of what was
    understood. So is one whose idea a person changed in the card, since its words would contradict it. Only
    where nothing could be described are words of another language kept, as Wan's encoder reads Chinese too.
    """
    conducts = _conducts(concept)
    rules = RULES if conducts else OF_ANY_SCENE
    wanted = [rule for rule in rules if rule not in concept.edits.removed_rules]
    found = [addition for rule in wanted if (addition := RULES[rule](concept)) is not None]
    kept = concept.language == "en" and not concept.edits.change_the_idea
    own = _own_words(concept.prompt) if kept or not conducts else ""
    additions = _within_limit(own, found)
    edited = concept.edits.enriched_prompt
    seen = [a.phrase for a in additions if a.rule in ("body", "heat", "melting")]
    asked = edited if edited is not None else " ".join([own, *seen])
    return Enrichment(own, additions, negative_prompt(concept, asked, conducts=conducts), edited)


def _conducts(concept: Concept) -> bool:
    """Whether the rules can describe what is to be seen: heat conducted in a solid body."""
    if concept.shape is None:
        return False
    if concept.supported:
        return True
    fluid = bool(concept.materials) and concept.materials[0].id in _FLUIDS
    return not fluid and not outside_conduction(normalised(concept.prompt))


def _own_words(prompt: str) -> str:
    return " ".join(prompt.split()).rstrip(" .。?？!！,;")


def _within_limit(own: str, additions: list[Addition]) -> tuple[Addition, ...]:
    kept = list(additions)
    for rule in LEAST_NEEDED:
        if len(own.split()) + sum(len(a.phrase.split()) for a in kept) <= WORD_LIMIT:
            break
        kept = [a for a in kept if a.rule != rule]
    return tuple(kept)
