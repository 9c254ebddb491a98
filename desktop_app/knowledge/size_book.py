"""The lengths a prompt gives its body, taken one by one as the body is put together."""

from __future__ import annotations

from desktop_app.domain.edits import Edits
from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.text import Text, say
from desktop_app.knowledge.extents import EXTENT_WORDS, Extent
from desktop_app.knowledge.prompt_text import number
from desktop_app.knowledge.sizes import NamedSizes

SMALLEST_M, LARGEST_M = 1e-6, 100.0
_MILLIMETRES_BELOW_M = 0.1
_ROUND: frozenset[Extent] = frozenset({"diameter", "outer_diameter"})
_IN_ITS_PLANE: frozenset[Extent] = frozenset({"length", "width", "height", "side"})


class SizeBook:
    """Hands out lengths by what they measure, remembers which were used, and notes what was assumed."""

    def __init__(self, named: NamedSizes, edits: Edits) -> None:
        self.edits = edits
        self.notes: list[Text] = []
        self._lengths = list(named.lengths)
        self._product = named.product
        self._product_written = named.product_written
        self._each = named.each
        self._left_out = named.left_out
        self.product_of_the_base = named.of_the_base

    @property
    def has_only_a_diameter(self) -> bool:
        """Whether a diameter is all that is said of how far a plate goes in its plane."""
        extents = {length.extent for length in self._lengths}
        return not self._product and bool(extents & _ROUND) and not extents & _IN_ITS_PLANE

    def take(self, *extents: Extent) -> float | None:
        """The first length, m, that measures one of these, in the order given.

        Raises:
            InvalidInput: it is not positive or beyond any picture.
        """
        for extent in extents:
            for length in self._lengths:
                if length.extent == extent:
                    self._lengths.remove(length)
                    return checked(extent, length.value)
        return None

    def all_of(self, *extents: Extent) -> list[float]:
        """Every length that measures one of these, in the prompt's order."""
        found = [length for length in self._lengths if length.extent in extents]
        self._lengths = [length for length in self._lengths if length not in found]
        return [checked(length.extent or "length", length.value) for length in found]

    def take_unlabelled(self, extent: Extent, longest: float = LARGEST_M) -> float | None:
        """The first length that no word says what it measures, if it is not longer than `longest`."""
        for length in self._lengths:
            if length.extent is None and length.value <= longest:
                self._lengths.remove(length)
                return checked(extent, length.value)
        return None

    def lengths_of_parts(self, count: int) -> list[float]:
        """The lengths of as many parts in a row, where the prompt gives just so many; they stay untaken."""
        found = [length for length in self._lengths if length.extent in (None, "length")]
        if self._each and len(found) == 1:
            return [checked("length", found[0].value)] * count
        if len(found) != count:
            return []
        self._lengths = [length for length in self._lengths if length not in found[1:]]
        return [checked("length", length.value) for length in found]

    def take_product(self) -> tuple[float, ...]:
        """The sides of `a × b (× c)`, m; empty where there is none."""
        product, self._product = self._product, ()
        return tuple(checked("side", side) for side in product)

    def edited(self, extent: Extent, value: float | None) -> float | None:
        """A length from an edit, checked."""
        return None if value is None else checked(extent, value)

    def assume(self, extent: Extent, metres: float) -> float:
        """Note that a length was not given."""
        self.notes.append(
            say(
                "No {extent} was given: {value} is assumed.",
                extent=EXTENT_WORDS[extent],
                value=length_words(metres),
            )
        )
        return metres

    def unused(self) -> list[Text]:
        """What of the prompt's lengths was not used."""
        words = [length.quantity.written for length in self._lengths]
        if self._product:
            words.append(self._product_written)
        words += self._left_out
        return [say("“{words}” was not used.", words=word) for word in words]


def length_words(metres: float) -> str:
    """A length for a sentence, e.g. `10 mm`."""
    if metres < _MILLIMETRES_BELOW_M:
        return f"{number(metres * 1e3)} mm"
    return f"{number(metres)} m"


def checked(extent: Extent, metres: float) -> float:
    """`metres` if a body can be so large.

    Raises:
        InvalidInput: it is not positive or beyond any picture.
    """
    if SMALLEST_M <= metres <= LARGEST_M:
        return metres
    raise InvalidInput(
        say("A {extent} of {value} m makes no body.", extent=EXTENT_WORDS[extent], value=number(metres)),
        say(
            "Give sizes between {smallest} m and {largest} m.", smallest="0.000001", largest=number(LARGEST_M)
        ),
    )


def refused(message: Text, remedy: Text) -> InvalidInput:
    """Sizes that contradict each other."""
    return InvalidInput(message, remedy)
