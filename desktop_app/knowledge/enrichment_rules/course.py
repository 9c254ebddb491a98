"""The rules `reach`, `steady` and `melting`: what the solution says of the clip's course."""

from __future__ import annotations

from desktop_app.domain.concept import Concept, Heating
from desktop_app.domain.enrichment import Addition
from desktop_app.domain.story import Story
from desktop_app.domain.text import say
from desktop_app.domain.units import ZERO_CELSIUS_K
from desktop_app.knowledge.enrichment_rules.appearance import COLOURED_BY_MATERIAL, plain_words
from desktop_app.knowledge.enrichment_rules.body import noun
from desktop_app.knowledge.enrichment_rules.drivers import (
    changes_evenly,
    drivers_of,
    ends_early,
    is_slender,
    place_on_body,
    push,
)
from desktop_app.knowledge.enrichment_rules.fractions import NEXT_TO_ALL, NEXT_TO_NOTHING, fraction
from desktop_app.knowledge.enrichment_rules.heat import degrees
from desktop_app.knowledge.enrichment_rules.places import place
from desktop_app.knowledge.prompt_text import number

NEARLY_STEADY = 0.98
"""Share of the change done at nine tenths of the clip; 1 − e⁻ˣ has it at x = 3, where 95 % is behind it."""
STILL_CHANGING = 0.965
"""The same at x = 2, where 14 % of the change is still to come."""


def reach(concept: Concept) -> Addition | None:
    """How far the heat has come by mid-clip, where one thing drives it and the solution says so."""
    only = drivers_of(concept).only
    if concept.story is None or only is None or only != _driver_of_story(concept) or changes_evenly(concept):
        return None
    if only.start_s > 0 or (only.end_s is not None and only.end_s < concept.duration_s / 2):
        return None
    share = concept.story.reach_at_mid_clip
    what = "warmth" if push(concept, only) > 0 else "cooling"
    if share < NEXT_TO_NOTHING:
        phrase = f"halfway through the clip the {what} has hardly gone beyond {place(concept, only)}"
    else:
        phrase = f"halfway through the clip the {what} has come {_share_of_way(concept, only, share)}"
    return Addition(
        phrase,
        "reach",
        say(
            "In the solution {percent} % of the way has changed by a tenth of the most by then.",
            percent=round(100 * share),
        ),
    )


def _driver_of_story(concept: Concept) -> Heating:
    """What the story's way begins at: the strongest of what is held or put in, else of what flows past."""

    def strength(heating: Heating) -> tuple[int, float]:
        if heating.kind in ("power", "flux"):
            return 2, abs(heating.value)
        change = abs(push(concept, heating))
        return (0 if heating.kind == "convection" or change == 0 else 2), change

    return max(concept.heating, key=strength)


def _share_of_way(concept: Concept, heating: Heating, share: float) -> str:
    way = _way(concept, heating)
    return f"all {way}" if share >= NEXT_TO_ALL else f"about {fraction(share)} of {way}"


def _way(concept: Concept, heating: Heating) -> str:
    """The way of the heat, as it goes on after `all` and `a third of`."""
    where, body = place_on_body(concept, heating), noun(concept)
    if concept.shape == "room":
        return "the way through the walls"
    if concept.shape == "ring":
        across = where in ("inside", "centre", "spot", "all_around")
        return "the way through the wall" if across else f"the way around the {body}"
    if where == "all_around":
        return "the way to the core"
    if where == "both_ends":
        return "the way from each end to the middle"
    if concept.shape == "heat_sink" and where in ("base", "bottom"):
        return "the way from the base to the tips of the fins"
    if concept.shape == "l_bracket" and where in ("bottom", "left"):
        return "the way up the standing leg" if where == "bottom" else "the way along the foot"
    if where in ("centre", "spot", "inside"):
        along = concept.shape == "rod" or is_slender(concept)
        return "the way from the middle to each end" if along else "the way from the centre to the edges"
    if concept.shape == "plate" and concept.section == "cut":
        return "the way through the slab"
    return f"the way {'up' if where == 'bottom' else 'down' if where == 'top' else 'along'} the {body}"


def steady(concept: Concept) -> Addition | None:
    """Whether the end of the clip shows the steady state."""
    if concept.story is None or not drivers_of(concept).all:
        return None
    percent = round(100 * concept.story.steadiness)
    if concept.story.steadiness >= NEARLY_STEADY:
        return Addition(
            "nearly steady by the end, the colours hardly change any more",
            "steady",
            say("{percent} % of the change is done at nine tenths of the clip.", percent=percent),
        )
    if concept.story.steadiness <= STILL_CHANGING:
        return Addition(
            f"still {_changing(concept)} at the end",
            "steady",
            say(
                "Only {percent} % of the change is done at nine tenths of the clip: no steady state yet.",
                percent=percent,
            ),
        )
    return None


def _changing(concept: Concept) -> str:
    drivers = drivers_of(concept)
    if any(ends_early(concept, h) for h in drivers.all) or (drivers.hot and drivers.cold):
        return "changing slowly"
    return "warming" if drivers.hot else "cooling"


def melting(concept: Concept) -> Addition | None:
    """That it melts or sets, where the solution passes the melting point of a body of one material."""
    if concept.story is None or concept.variants or len(concept.materials) != 1:
        return None
    material = concept.materials[0]
    if not material.melts or material.melting_point is None:
        return None
    point_K = material.melting_point.value
    sets = concept.initial_temperature_K > point_K
    if not _passes(concept.story, point_K, sets=sets):
        return None
    words = plain_words(material)
    if sets:
        phrase = f"the {words} sets from {_front_start(concept)}, a sharp line between solid and liquid"
    elif concept.look in COLOURED_BY_MATERIAL:
        phrase = (
            f"the {words} melts: it turns wet and glossy at {_front_start(concept)}, drips and slowly shrinks"
        )
    else:
        phrase = (
            f"the {words} melts at {degrees(point_K)}, the molten layer slowly growing from "
            f"{_front_start(concept)} while the solid part shrinks"
        )
    return Addition(
        phrase,
        "melting",
        say(
            "In the solution it passes its melting point, {celsius} °C.",
            celsius=number(point_K - ZERO_CELSIUS_K),
        ),
    )


def _passes(story: Story, point_K: float, *, sets: bool) -> bool:
    low, high = story.temperature_range_K
    return low < point_K if sets else high > point_K


def _front_start(concept: Concept) -> str:
    drivers = drivers_of(concept).all
    return place(concept, drivers[0]) if drivers else "its surface"
