"""What people wrote, shown in a tooltip as they wrote it."""

from __future__ import annotations

from html import escape

MOST_LETTERS = 600


def plain_tooltip(text: str) -> str:
    """Lines of text that Qt takes for no markup, whatever is in them; a very long text is cut short."""
    shown = text if len(text) <= MOST_LETTERS else f"{text[:MOST_LETTERS]}…"
    return f'<p style="white-space: pre-wrap">{escape(shown)}</p>'
