"""Numbers of a prompt that nothing was made of: none is dropped without a word."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop_app.domain.text import Text, say
from desktop_app.knowledge.agent_words import BARE_H, EMISSIVITY
from desktop_app.knowledge.bare_temperatures import bare_temperatures
from desktop_app.knowledge.fin_count import FIN_COUNT
from desktop_app.knowledge.numerals import DIGITS
from desktop_app.knowledge.patterns import FLAGS
from desktop_app.knowledge.powers import DEVICES
from desktop_app.knowledge.prompt_text import Span, blanked, without
from desktop_app.knowledge.properties import BARE_PROPERTIES
from desktop_app.knowledge.quantities import Dimension, Quantity, range_notes

MOST_TOLD = 5
"""Numbers told one by one; a prompt with more of them is about something else."""

_UNUSED: frozenset[Dimension] = frozenset({"other", "latent_heat", "thermal_diffusivity"})
_NUMBER = re.compile(
    rf"(?<![A-Za-z0-9_.\-#/^]){DIGITS}(?![A-Za-z0-9_/^]|[-.][A-Za-z0-9])(?:\s?(?:%"
    rf"|[A-Za-z]{{1,4}}(?![A-Za-z])))?",
    FLAGS,
)
_FACTOR = re.compile(rf"{DIGITS}\s*(?:mm|cm|m|in|毫米|厘米|米)?\s*(?:[×*xX]|by)(?=\s*[.\d])", FLAGS)
_MEANS_NOTHING = re.compile(
    r"(?<![A-Za-z])(?:t|x|y|z)\s*=\s*0(?![.\d])|^\s*\d{1,2}\s*[.)、](?!\d)|(?:figure|fig\.|question|problem"
    r"|no\.|step|part|case|table|chapter)\s*\d+"
    r"|第\s*\d+|\d+\s*(?:fps|p\b|K\s+(?:video|resolution)|D\b|-D\b|次|道|题|个|片|根|块|条|台|层|张|种|件)"
    r"|(?:one|two|three|[1-3])[\s-]?(?:D\b|dimension\w*)|\d+(?:st|nd|rd|th)\b",
    FLAGS,
)


def unused_numbers(text: str, quantities: Sequence[Quantity], names: Sequence[Span]) -> tuple[Text, ...]:
    """A note for each number of a normalised prompt that was not used, and for each range.

    Args:
        text: the prompt.
        quantities: its quantities; what is made of those with a dimension that a concept has is told
            elsewhere.
        names: spans of what has a number for a name, such as a material's grade, or was used whole.
    """
    notes = [
        say("“{words}” was not used.", words=quantity.written)
        for quantity in quantities
        if quantity.dimension in _UNUSED
    ]
    temperatures = [quantity for quantity in quantities if quantity.dimension == "temperature"]
    remaining = without(text, _FACTOR)
    for span in (*(q.span for q in (*quantities, *bare_temperatures(text, temperatures))), *names):
        remaining = blanked(remaining, span)
    for pattern in (BARE_H, EMISSIVITY, FIN_COUNT, DEVICES, *BARE_PROPERTIES, _MEANS_NOTHING):
        remaining = without(remaining, pattern)
    bare = [say("“{words}” was not used.", words=match[0].strip()) for match in _NUMBER.finditer(remaining)]
    return (*range_notes(quantities), *notes, *bare[:MOST_TOLD])
