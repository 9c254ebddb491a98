"""Sentences of the report about a run: where it is from, how it was read, how it compares."""

from __future__ import annotations

from datetime import datetime

from desktop_app.domain.laws import LawReport
from desktop_app.domain.reading import Reading
from desktop_app.domain.run import Run
from desktop_app.domain.scales import number_text, time_unit
from desktop_app.domain.text import Text, say
from desktop_app.domain.units import ZERO_CELSIUS_K
from desktop_app.workflow.report.content import ReportContent
from desktop_app.workflow.report.numbers import interval_text, number


def origin_facts(content: ReportContent) -> list[Text]:
    """What made the clip, its measures, and what wrote the page."""
    run, (width, height) = content.run, content.size
    facts = []
    if run.opened_from is not None:
        facts.append(say("File: {name}", name=run.opened_from))
    elif run.computed:
        facts.append(say("Made by: {model}", model=content.model))
    else:
        facts.append(say("Made by: {model}, seed {seed}", model=content.model, seed=str(run.request.seed)))
    count = str(len(content.time_s))
    facts.append(
        say("Frames: {count}, {width} × {height} px", count=count, width=str(width), height=str(height))
    )
    facts.append(say("{date}", date=_day(run)))
    facts.append(say("Written by HeatSketch {version}", version=content.app_version))
    return facts


def _day(run: Run) -> str:
    try:
        return datetime.fromisoformat(run.created).date().isoformat()
    except ValueError:
        return run.created


def reading_facts(reading: Reading) -> list[Text]:
    """How temperature was read from the colours, or where it was tried."""
    low, high = (kelvin - ZERO_CELSIUS_K for kelvin in reading.temperature_range_K)
    camera = {
        True: say("The camera moved; the probe followed it."),
        False: say("The camera did not move."),
        None: say("Whether the camera moved was not looked at."),
    }[reading.camera_moved]
    corners = ", ".join(f"({x:.0f}, {y:.0f})" for x, y in reading.probe.corners)
    facts = [
        say(
            "Probe, in pixels from the top left: {corners}; {band} wide",
            corners=corners,
            band=f"{reading.probe.band_px:.0f}",
        ),
        camera,
    ]
    if not reading.readable:
        return facts
    return [
        say("Palette: {look}", look=reading.look),
        say(
            "The palette's ends are taken for {low} °C and {high} °C.",
            low=number_text(low, high - low),
            high=number_text(high, high - low),
        ),
        *facts,
        say("At an end of the palette: {percent} % of samples", percent=_percent(reading.saturated_fraction)),
        say("Off the palette: {percent} % of samples", percent=_percent(reading.off_palette_fraction)),
    ]


def comparison_facts(reading: Reading, laws: LawReport) -> list[Text]:
    """The Fourier number measured and promised, and how far the reading is from the solution."""
    facts = []
    estimate, promised = laws.fourier_number, laws.promised_fourier_number
    if estimate is None:
        facts.append(say("The Fourier number cannot be told from this clip."))
    else:
        facts.append(
            say(
                "Fourier number at the end, from the colours: {value} (95 %: {interval})",
                value=number(estimate.value), interval=interval_text(estimate.interval),
            )
        )  # fmt: skip
    if promised is not None:
        facts.append(say("Fourier number that the materials promise: {value}", value=number(promised)))
    departure = laws.departure
    if departure is None:
        facts.append(say("There is no computed solution to compare the profile with."))
        return facts
    unit = time_unit(float(abs(reading.time_s).max(initial=0.0)))
    facts.append(
        say(
            "Away from the solution by {rmse} K (root mean square), at most by {largest} K, "
            "at {time} and position {position}",
            rmse=number(departure.rmse_K), largest=number(departure.largest_K),
            time=unit.text(float(reading.time_s[departure.frame])), position=f"{departure.position:.2f}",
        )
    )  # fmt: skip
    return facts


def _percent(share: float) -> str:
    return number(100 * share)
