"""A comparison of two clips in sentences for a designer."""

from __future__ import annotations

from math import floor, log10
from typing import TYPE_CHECKING

from desktop_app.domain.concept import Language
from desktop_app.domain.laws import Estimate, Verdict
from desktop_app.domain.text import Text, say

if TYPE_CHECKING:
    from desktop_app.workflow.comparing import Comparison


def answer_words(ratio: Estimate | None) -> Text:
    """How many times faster heat runs through one of the clips."""
    if ratio is None:
        return say("Which clip conducts heat faster cannot be told.")
    low, high = ratio.interval
    if low <= 1 <= high:
        value, least, most = _numbers(ratio.value, low, high)
        return say(
            "Heat runs about equally fast through both clips: the first has {ratio} times "
            "({low} to {high}) the second's diffusivity.",
            ratio=value,
            low=least,
            high=most,
        )
    if ratio.value > 1:
        value, least, most = _numbers(ratio.value, low, high)
        return say(
            "Heat runs {ratio} ({low} to {high}) times faster through the first clip "
            "than through the second.",
            ratio=value,
            low=least,
            high=most,
        )
    value, least, most = _numbers(1 / ratio.value, 1 / high, 1 / low)
    return say(
        "Heat runs {ratio} ({low} to {high}) times faster through the second clip than through the first.",
        ratio=value,
        low=least,
        high=most,
    )


def promise_words(comparison: Comparison, language: Language) -> Text | None:
    """What the materials promise, told the way the answer is; None where nothing is promised.

    Args:
        comparison: of two clips.
        language: in which the materials are named.
    """
    first, second = comparison.first.material, comparison.second.material
    promised = comparison.promised_ratio
    if first is None or second is None or promised is None:
        return None
    names = [each.name_zh if language == "zh" else each.name for each in (first, second)]
    told = comparison.ratio.value if comparison.ratio is not None else promised
    if told < 1:
        names.reverse()
        promised = 1 / promised
    return say(
        "Promised: {ratio} times, for {fast} against {slow}.",
        ratio=_with_figures(promised, 3),
        fast=names[0],
        slow=names[1],
    )


def judgement_words(verdict: Verdict, promised: bool, factor: float) -> Text:
    """How a ratio stands to what the materials promise."""
    if not promised:
        return say("Nobody said what both bodies are made of, so there is no promise to hold it against.")
    said = f"{factor:g}"
    if verdict == "holds":
        return say(
            "The whole 95 % interval lies within a factor of {factor} of what the materials promise, "
            "the tolerance fixed beforehand.",
            factor=said,
        )
    if verdict == "broken":
        return say(
            "The whole 95 % interval lies further than a factor of {factor}, the tolerance fixed beforehand, "
            "from what the materials promise.",
            factor=said,
        )
    return say(
        "The 95 % interval reaches both into and beyond a factor of {factor} of what the materials promise, "
        "the tolerance fixed beforehand.",
        factor=said,
    )


def in_clip(number: int, why: Text) -> Text:
    """A reason with the clip it is about: 0 is the first, 1 the second."""
    if number == 0:
        return say("In the first clip: {why}", why=why)
    return say("In the second clip: {why}", why=why)


def _numbers(value: float, low: float, high: float) -> tuple[str, str, str]:
    """A number and its interval with the decimals that the interval deserves."""
    width = high - low
    decimals = 2 if width <= 0 else min(3, max(0, 1 - floor(log10(width))))
    return f"{value:.{decimals}f}", f"{low:.{decimals}f}", f"{high:.{decimals}f}"


def _with_figures(value: float, figures: int) -> str:
    return f"{value:.{max(0, figures - 1 - floor(log10(value)))}f}"
