"""A review in a few words."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QDate, QLocale

from desktop_app.domain.concept import Language
from desktop_app.domain.review import Opinion, Review
from desktop_app.domain.text import Text, say
from desktop_app.ui.icons import Tone
from desktop_app.ui.translation import current_language, in_words

NOT_REVIEWED = say("Not reviewed")
OPINION_WORDS: Mapping[Opinion, Text] = {
    "fit": say("Fit"),
    "fit_as_schematic": say("Fit as a schematic"),
    "not_fit": say("Not fit"),
}
_ICONS: Mapping[Opinion, tuple[str, Tone]] = {
    "fit": ("law_holds", "good"),
    "fit_as_schematic": ("concept", "caution"),
    "not_fit": ("law_broken", "bad"),
}


def review_label(review: Review | None) -> Text:
    """The opinion, or that there is none."""
    return NOT_REVIEWED if review is None else OPINION_WORDS[review.opinion]


def review_icon(review: Review | None) -> tuple[str, Tone]:
    """Icon and tone of the opinion; shape tells it too, not only colour."""
    return ("law_undecided", "muted") if review is None else _ICONS[review.opinion]


def review_details(review: Review | None) -> str:
    """Who said it, when and with which remarks; each a line."""
    if review is None:
        return in_words(say("No person has said yet whether this clip may be shown."))
    who = f"{review.name}, {review.role}" if review.role else review.name
    lines = (in_words(OPINION_WORDS[review.opinion]), who, day_words(review.date, current_language()))
    return "\n".join((*lines, review.remarks) if review.remarks else lines)


def day_words(date: str, language: Language) -> str:
    """A day as people of that language write it; as it stands where it is no ISO date."""
    day = QDate.fromString(date, "yyyy-MM-dd")
    if not day.isValid():
        return date
    locale = QLocale(QLocale.Language.Chinese if language == "zh" else QLocale.Language.English)
    return str(locale.toString(day, "yyyy年M月d日" if language == "zh" else "d MMMM yyyy"))
