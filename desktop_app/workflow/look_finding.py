"""Which palette a clip from disk is read with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.domain.clip import Frames
from desktop_app.domain.look import Look
from desktop_app.domain.text import Text, say
from desktop_app.thermography.colour_bar import ColourBar, find_colour_bar
from desktop_app.thermography.look_choice import LookFit, choose_look, fit_look
from desktop_app.thermography.look_variants import reversed_look
from desktop_app.thermography.looks import LookTable
from desktop_app.thermography.undithering import undithered
from desktop_app.workflow.provenance import ClipOrigin

AUTO = "auto"
OWN_PALETTE = "colour_bar"


@dataclass(frozen=True, eq=False)
class FoundLook:
    """A palette, the colour bar in the picture if there is one, and what is to be said of the choice."""

    look: Look
    bar: ColourBar | None
    said: tuple[Text, ...]


def find_look(
    looks: LookTable, name: str, reversed_palette: bool, origin: ClipOrigin | None, few: Frames
) -> FoundLook | None:
    """The palette that was asked for, that the file names, that a colour bar shows, or that fits.

    Args:
        looks: known ones.
        name: of one of them, or `auto`.
        reversed_palette: whether its usual hot end is the cold one.
        origin: what the file says of itself, if it is one of ours.
        few: some frames, (frame, row, column, 3).

    Returns:
        None where none fits.

    Raises:
        InvalidInput: there is no look of that name.
    """
    known = [looks.get(each) for each in looks.names]
    if name == AUTO and origin is not None and origin.look in looks.names:
        return FoundLook(_turned(looks.get(origin.look), reversed_palette), None, ())
    bar = find_colour_bar(few, known)
    if name != AUTO:
        turned = reversed_palette or (bar is not None and bar.look == name and bar.reversed)
        if not looks.get(name).readable:
            return FoundLook(looks.get(name), bar, ())
        fit = fit_look(few, looks.variants(name))
        return FoundLook(_turned(fit.look, turned), bar, tuple(_said_of_range(fit)))
    if bar is not None and bar.look is not None:
        return _of_bar(bar, looks, reversed_palette)
    chosen = choose_look(few, looks.all) or choose_look(undithered(few), looks.all)
    if chosen is None:
        return None if bar is None else _of_bar(bar, looks, reversed_palette)
    said = list(_said_of(chosen))
    if not reversed_palette:
        said.append(say("Its usual direction is assumed: the palette turned round has the same colours."))
    return FoundLook(_turned(chosen.look, reversed_palette), None, tuple(said))


def _said_of(fit: LookFit) -> Iterator[Text]:
    name = fit.look.name
    yield say("The palette “{look}” was chosen by its fit to the clip's colours.", look=name)
    if fit.rivals:
        yield say(
            "The palette could as well be {names}: the colours do not tell.", names=", ".join(fit.rivals)
        )
    if fit.grey:
        yield say("The clip is grey: it is taken for a thermal camera's, not for a black-and-white film.")
    yield from _said_of_range(fit)


def _said_of_range(fit: LookFit) -> Iterator[Text]:
    if fit.colour_range == "video":
        yield say("The palette's colours are in video range (16 to 235), and read as such.")
    if fit.colour_range == "stretched":
        yield say("The palette's colours were stretched from video range, and are read as such.")


def _of_bar(bar: ColourBar, looks: LookTable, reversed_palette: bool) -> FoundLook:
    if bar.look is not None:
        look = _turned(looks.get(bar.look), bar.reversed != reversed_palette)
        said = say("The palette “{look}” was taken from the colour bar in the picture.", look=bar.look)
        return FoundLook(look, bar, (said,))
    own = Look(OWN_PALETTE, bar.palette, False, "the colour bar in the picture")
    said = say("The clip is read with the colours of the colour bar in the picture.")
    return FoundLook(_turned(own, reversed_palette), bar, (said,))


def _turned(look: Look, turned: bool) -> Look:
    return reversed_look(look) if turned else look
