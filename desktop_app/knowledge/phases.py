"""What takes the place of what acted before: `left 100 °C for 20 s, then 0 °C`."""

from __future__ import annotations

import re

from desktop_app.domain.text import say
from desktop_app.knowledge.agents import Agent
from desktop_app.knowledge.draft_book import DraftBook
from desktop_app.knowledge.drafts import Draft
from desktop_app.knowledge.patterns import FLAGS

_THEN = re.compile(
    r"(?<![A-Za-z])(?:then|afterwards?|followed\s+by)\s+(?:(?:at|to|by|with|held|kept|is|it|switched|set|changed)\s+)*$"
    r"|(?:然后|接着|随后|之后|再)(?:换成|改为|改成|变为|变成|降到|降至|升到|升至|保持|为|在|用|以)*\s*$",
    FLAGS,
)


def is_next_phase(book: DraftBook, agent: Agent) -> bool:
    """Draft a temperature or a power that is said to act `then`, at the place of the one before it.

    Returns:
        Whether it is one.
    """
    if _THEN.search(book.text, max(0, agent.span[0] - 50), agent.span[0]) is None:
        return False
    kinds = ("temperature", "flame") if agent.kind == "temperature" else (agent.kind,)
    before = [d for d in book.drafts if d.kind in kinds and d.value is not None and d.spans]
    before = [d for d in before if max(d.spans) < agent.span]
    if agent.kind not in ("temperature", "power", "flux") or not before:
        return False
    first = max(before, key=lambda draft: max(draft.spans))
    book.drafts.append(
        Draft(first.where, agent.kind, agent.span[0], agent.value, spans=[agent.span], follows=first)
    )
    return True


def begin_phases(book: DraftBook) -> None:
    """Let each phase begin where the one before ends; one whose beginning is unknown is left out, noted."""
    for draft in [draft for draft in book.drafts if draft.follows is not None]:
        end = draft.follows.end_s if draft.follows is not None else None
        if end is not None:
            draft.start_s = end
            continue
        book.drafts.remove(draft)
        book.notes += [say("“{words}” was not used.", words=book.text[slice(*span)]) for span in draft.spans]
