"""A run in a few words."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale

from desktop_app.domain.concept import Language
from desktop_app.domain.run import Run, RunStatus
from desktop_app.domain.text import Text, say
from desktop_app.workflow.engines import SOLUTION, STARTER

STATUSES: dict[RunStatus, Text] = {
    "running": say("In progress"),
    "finished": say("Finished"),
    "cancelled": say("Cancelled"),
    "failed": say("Failed"),
}


def engine_words(run: Run) -> Text:
    """What made it."""
    if run.opened_from is not None:
        return say("{name}", name=run.opened_from)
    if run.request.model == SOLUTION:
        return say("Heat equation, computed")
    if run.request.model == STARTER:
        return say("Starter model")
    return say("{name}", name=Path(run.request.model).name)


def origin_words(run: Run) -> Text:
    """What made it and from which noise."""
    if run.computed or run.opened_from is not None:
        return engine_words(run)
    return say("{engine}, seed {seed}", engine=engine_words(run), seed=str(run.request.seed))


def date_words(run: Run, language: Language) -> str:
    """When it was made, as people of that language write it."""
    try:
        moment = datetime.fromisoformat(run.created)
    except ValueError:
        return run.created
    locale = QLocale(QLocale.Language.Chinese if language == "zh" else QLocale.Language.English)
    when = QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))
    return str(locale.toString(when, "M月d日 HH:mm" if language == "zh" else "d MMM, HH:mm"))
