"""Temperature at the start, time, look, and what is compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.domain.concept import Concept
from desktop_app.domain.look import Look
from desktop_app.domain.material import Material
from desktop_app.domain.text import say
from desktop_app.services.understanding import Understanding
from desktop_app.ui.concept import words
from desktop_app.ui.concept.fields.origins import origin
from desktop_app.ui.concept.fields.pieces import Choices, Line, Pick, Word
from desktop_app.ui.concept.fields.size_lines import Number, number_line
from desktop_app.ui.translation import current_language, in_words


def start_line(answer: Understanding, choices: Choices) -> Line:
    """The temperature at the start."""
    concept, was = answer.concept, answer.unedited
    number = Number(
        "initial_temperature_K",
        say("Starts at"),
        "temperature",
        concept.initial_temperature_K,
        was.initial_temperature_K if was is not None else None,
        ("start",),
    )
    return number_line(number, concept, choices, "thermometer")


def time_lines(answer: Understanding, choices: Choices, clip_seconds: float) -> list[Line]:
    """How much time the clip shows, and how fast."""
    concept, was = answer.concept, answer.unedited
    before = was.duration_s if was is not None else None
    number = Number("duration_s", say("Lasts"), "time", concept.duration_s, before, ("duration",))
    pace = in_words(words.pace_words(concept.duration_s, clip_seconds))
    hover = in_words(say("The clip takes {seconds} s to watch.", seconds=f"{clip_seconds:.1f}"))
    return [
        number_line(number, concept, choices, "clock"),
        Line("pace", (Word("pace", pace, hover),), small=True),
    ]


def look_line(
    concept: Concept, unedited: Concept | None, choices: Choices, look: Look | None, names: Sequence[str]
) -> Line:
    """How temperature becomes colour."""
    named = unedited.look if unedited is not None else None
    is_edited = choices.look is not None
    was = look_words(named) if named is not None else ""
    pick = Pick(
        key="look",
        name=in_words(say("Look: how temperature becomes colour")),
        options=tuple((name, look_words(name)) for name in dict.fromkeys((*names, concept.look))),
        current=concept.look,
        change=lambda choices, name: replace(choices, look=None if name == named else name),
        hover=origin(concept, ("look",), "", edited=is_edited, was=was),
        edited=is_edited,
    )
    return Line(
        "look",
        (pick,),
        "palette",
        label=in_words(say("Look")),
        undo=(lambda choices: replace(choices, look=None)) if is_edited else None,
        undo_hover=was,
        palette=look.palette if look is not None else None,
    )


def variant_lines(concept: Concept) -> list[Line]:
    """The same idea of other materials."""
    return [_variant(variant, number, concept.materials) for number, variant in enumerate(concept.variants)]


def _variant(variant: Concept, number: int, own: tuple[Material, ...]) -> Line:
    """What a variant is made of that the idea itself is not."""
    first = number == 0
    pieces: list[Word] = []
    for place, material in enumerate(m for m in variant.materials if m not in own):
        name = words.material_words(material, current_language() == "zh")
        source = in_words(words.source_words(material))
        diffusivity = words.plain_number(float(f"{material.thermal_diffusivity * 1e6:.4g}"))
        pieces.append(Word(f"name.{place}", name, source, caption=True))
        pieces.append(Word(f"alpha.{place}", f"α {diffusivity} mm²/s", source))
    label = in_words(say("Compared with")) if first else ""
    return Line(f"variant.{number}", tuple(pieces), "material" if first else "", label=label)


def look_words(name: str) -> str:
    """A look by the name people know it by."""
    known = words.LOOKS.get(name)
    return in_words(known) if known is not None else name
