"""What is said of a thing that is pointed at."""

from __future__ import annotations

import html

from PySide6.QtWidgets import QWidget


def set_hover(widget: QWidget, text: str) -> None:
    """Say it on hover, in lines of a readable length, and to a screen reader."""
    lines = html.escape(text, quote=False).replace("\n", "<br>")
    widget.setToolTip(f"<qt>{lines}</qt>" if text else "")
    widget.setAccessibleDescription(text)
