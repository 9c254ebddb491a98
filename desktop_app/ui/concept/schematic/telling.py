"""The sketch in words: what stands under the mouse, and all of it for whoever cannot see it."""

from __future__ import annotations

from desktop_app.domain.concept import Heating
from desktop_app.domain.geometry import Annulus, Part, Role
from desktop_app.domain.text import Text, say
from desktop_app.ui.concept import words
from desktop_app.ui.concept.schematic.amounts import length_text
from desktop_app.ui.concept.schematic.marks import Mark
from desktop_app.ui.concept.schematic.scene import Scene
from desktop_app.ui.concept.schematic.tags import name_of
from desktop_app.ui.translation import in_words

ROLES: dict[Role, Text] = {
    "body": say("body"),
    "base": say("base plate"),
    "fin": say("fin"),
    "layer": say("layer"),
    "chip": say("chip"),
    "paste": say("thermal interface"),
    "spreader": say("heat spreader"),
    "sink": say("heat sink"),
    "board": say("circuit board"),
    "first": say("first body"),
    "second": say("second body"),
    "leg": say("leg"),
    "foot": say("foot"),
    "wall": say("wall"),
    "air": say("air of one temperature"),
}


def part_words(part: Part) -> str:
    """A part with its size, its material, and where each property comes from."""
    head = say(
        "{material}, {role}, {size}", material=name_of(part.material), role=ROLES[part.role], size=_size(part)
    )
    return f"{in_words(head)}\n{in_words(words.source_words(part.material))}"


def mark_words(scene: Scene, mark: Mark) -> str:
    """A sign with its exact numbers and where they come from."""
    if mark.kind == "cut":
        return in_words(say("The body goes on here: only a piece is shown, and no heat crosses this edge."))
    if mark.heating is None:
        return in_words(say("Insulated: no heat passes."))
    lines = [in_words(words.heating_words(mark.heating)), *_details(mark.heating)]
    by_hand = scene.concept.edits.heating is not None
    source = say("Set by hand.") if by_hand else say("From the prompt; what was assumed is in the notes.")
    return "\n".join([*lines, in_words(source)])


def temperature_words(temperature_K: float) -> str:
    """The temperature of a place when the clip ends."""
    return in_words(say("{temperature} here at the end", temperature=words.celsius(temperature_K)))


def range_words(range_K: tuple[float, float]) -> Text:
    """The temperatures there are when the clip ends."""
    low, high = (words.celsius(value) for value in range_K)
    return say("at the end between {low} and {high}", low=low, high=high)


def description(scene: Scene, range_K: tuple[float, float] | None) -> str:
    """All of the sketch in sentences; `range_K` are the last temperatures of its solution."""
    concept = scene.concept
    shape = words.SHAPES[concept.shape] if concept.shape is not None else say("body")
    materials = ", ".join(name_of(material) for material in scene.materials)
    sizes = " × ".join(
        measure.text for measure in scene.measures if measure.row == _last_row(scene, measure.axis)
    )
    found = [say("{shape} of {materials}, {sizes}", shape=shape, materials=materials, sizes=sizes)]
    found += [words.heating_words(heating) for heating in concept.heating]
    if any(mark.kind == "insulated" for mark in scene.marks):
        found.append(say("other surfaces insulated"))
    if not scene.to_scale:
        found.append(say("not to scale"))
    if range_K is not None:
        found.append(range_words(range_K))
    return "; ".join(in_words(text) for text in found)


def _last_row(scene: Scene, axis: str) -> int:
    return max(measure.row for measure in scene.measures if measure.axis == axis)


def _size(part: Part) -> str:
    outline = part.outline
    if isinstance(outline, Annulus):
        inner, outer = length_text(2 * outline.inner_radius), length_text(2 * outline.outer_radius)
        return f"⌀ {inner} – ⌀ {outer}" if outline.inner_radius > 0 else f"⌀ {outer}"
    return f"{length_text(outline.width)} × {length_text(outline.height)}"


def _details(heating: Heating) -> list[str]:
    found = []
    if heating.unit == "K":
        found.append(f"{heating.value:g} K")
    if heating.ambient_K is not None:
        found.append(in_words(say("surroundings {temperature} K", temperature=f"{heating.ambient_K:g}")))
    if heating.emissivity > 0:
        found.append(in_words(say("radiates too, emissivity {value}", value=f"{heating.emissivity:g}")))
    if heating.extent_m is not None:
        found.append(in_words(say("over {length}", length=length_text(heating.extent_m))))
    if heating.end_s is not None:
        found.append(
            in_words(
                say(
                    "from {start} to {end}",
                    start=words.duration_words(heating.start_s),
                    end=words.duration_words(heating.end_s),
                )
            )
        )
    elif heating.start_s > 0:
        found.append(in_words(say("from {start} on", start=words.duration_words(heating.start_s))))
    return found
