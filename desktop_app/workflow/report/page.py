"""The report as one page of HTML that needs nothing else."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.concept import Language
from desktop_app.domain.scales import time_unit
from desktop_app.domain.text import Catalogue, Text, say
from desktop_app.domain.units import ZERO_CELSIUS_K
from desktop_app.media.overlay.wording import DISCLAIMER, origin
from desktop_app.media.stills import data_uri
from desktop_app.workflow.intended_use import review_line
from desktop_app.workflow.report.content import ReportContent
from desktop_app.workflow.report.facts import comparison_facts, origin_facts, reading_facts
from desktop_app.workflow.report.laws_table import laws_table
from desktop_app.workflow.report.markup import NOTHING, Markup, element, isolated, joined
from desktop_app.workflow.report.profiles import Moment, profiles_svg
from desktop_app.workflow.report.space_time import NumberedMark, map_svg
from desktop_app.workflow.report.style import STYLE

POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
LOCALES: dict[Language, str] = {"en": "en", "zh": "zh-CN"}


def report_page(content: ReportContent, language: Language, catalogue: Catalogue) -> str:
    """The page; nothing in it is fetched from anywhere, and no word of a prompt is markup."""
    title = say("Report: {prompt}", prompt=content.run.concept.prompt).to(catalogue)
    head = element(
        "head",
        None,
        element("meta", {"charset": "utf-8"}),
        element("meta", {"http-equiv": "Content-Security-Policy", "content": POLICY}),
        element("meta", {"name": "viewport", "content": "width=device-width"}),
        element("title", None, title),
        Markup(f"<style>{STYLE}</style>"),
    )
    body = element(
        "body",
        None,
        _header(content, catalogue),
        _stills(content, catalogue),
        _plots(content, catalogue),
        _laws(content, catalogue),
        _foot(content, catalogue),
    )
    return f"<!DOCTYPE html>\n{element('html', {'lang': LOCALES[language]}, head, body).text}\n"


def _header(content: ReportContent, catalogue: Catalogue) -> Markup:
    run = content.run
    label = element("span", {"class": "origin"}, origin(run.computed, run.of_unknown_origin).to(catalogue))
    facts = [isolated(fact.to(catalogue)) for fact in origin_facts(content)]
    with_dots = [joined(" · ", fact) for fact in facts]
    review = run.review
    remarks = (
        element("p", {"class": "muted"}, say("Remarks: {remarks}", remarks=review.remarks).to(catalogue))
        if review is not None and review.remarks
        else NOTHING
    )
    estimated = say("Temperatures here are read from colours, which is a convention and not a measurement.")
    return element(
        "header",
        None,
        element("h1", None, isolated(run.concept.prompt)),
        element("p", None, label, *with_dots),
        element("p", None, review_line(review).to(catalogue)),
        remarks,
        element("p", {"class": "disclaimer"}, f"{DISCLAIMER.to(catalogue)} {estimated.to(catalogue)}"),
    )


def _stills(content: ReportContent, catalogue: Catalogue) -> Markup:
    times = content.time_s
    unit = time_unit(float(np.abs(times).max(initial=0.0)))
    cells = []
    for number, png in content.stills:
        caption = say(
            "Frame {number}: {time}", number=number + 1, time=f"t = {unit.text(float(times[number]))}"
        ).to(catalogue)
        picture = element("img", {"src": data_uri(png), "alt": caption})
        cells.append(element("td", None, picture, element("div", {"class": "small"}, caption)))
    return element("table", {"class": "stills", "role": "presentation"}, element("tr", None, *cells))


def _plots(content: ReportContent, catalogue: Catalogue) -> Markup:
    reading = content.reading
    heading = element("h2", None, say("Temperature along the probe").to(catalogue))
    if not reading.readable or not len(reading.time_s):
        why = reading.reason or say("The clip is not readable.")
        lead = say("The colours of this clip could not be read as temperatures.").to(catalogue)
        return joined(heading, element("p", None, f"{lead} {why.to(catalogue)}"))
    scale = (
        reading.temperature_range_K[0] - ZERO_CELSIUS_K,
        reading.temperature_range_K[1] - ZERO_CELSIUS_K,
    )
    profiles = profiles_svg(_moments(content), reading.position, scale, catalogue)
    if content.palette is None:
        return joined(heading, profiles)
    marks = [
        NumberedMark(number, verdict.mark)
        for number, verdict in enumerate(content.laws.verdicts, start=1)
        if verdict.verdict == "broken" and verdict.mark is not None
    ]
    return joined(heading, profiles, map_svg(reading, content.palette, marks, catalogue))


def _moments(content: ReportContent) -> list[Moment]:
    reading, solution = content.reading, content.solution_K
    unit = time_unit(float(np.abs(reading.time_s).max()))
    return [
        Moment(
            title=f"t = {unit.text(float(reading.time_s[frame]))}",
            celsius=_celsius(reading.temperature_K[frame]),
            sigma=reading.sigma_K[frame].astype(np.float64),
            estimated=reading.censored[frame] == 0,
            solution=None if solution is None else _celsius(solution[frame]),
        )
        for frame in three_of(len(reading.time_s))
    ]


def three_of(count: int) -> list[int]:
    """Numbers of the first, the middle and the last frame; of a shorter clip, those there are."""
    return sorted({0, count // 2, count - 1}) if count else []


def _celsius(kelvin: NDArray[np.float32]) -> NDArray[np.float64]:
    return np.asarray(kelvin.astype(np.float64) - ZERO_CELSIUS_K)


def _laws(content: ReportContent, catalogue: Catalogue) -> Markup:
    heading = element("h2", None, say("The laws of heat conduction in this clip").to(catalogue))
    return joined(heading, laws_table(content.laws.verdicts, catalogue))


def _foot(content: ReportContent, catalogue: Catalogue) -> Markup:
    parts = [
        _listing(
            say("Beside the computed solution"), comparison_facts(content.reading, content.laws), catalogue
        ),
        _listing(say("How it was read"), reading_facts(content.reading), catalogue),
    ]
    if content.run.concept.notes:
        parts.append(_listing(say("What was assumed"), content.run.concept.notes, catalogue))
    return element("div", {"class": "foot"}, *parts)


def _listing(title: Text, facts: Iterable[Text], catalogue: Catalogue) -> Markup:
    items = (element("li", None, isolated(fact.to(catalogue))) for fact in facts)
    return element("section", None, element("h2", None, title.to(catalogue)), element("ul", None, *items))
