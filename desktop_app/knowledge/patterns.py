"""How a word of either language is looked for: English by whole words, Chinese anywhere."""

from __future__ import annotations

import re

FLAGS = re.IGNORECASE | re.ASCII


def words(english: str, chinese: str = "") -> re.Pattern[str]:
    """A pattern for English alternatives as whole words, and Chinese ones wherever they stand.

    Raises:
        ValueError: an alternative is empty.

    >>> bool(words("tin", "锡").search("heating a bar"))
    False
    """
    whole = rf"(?<![A-Za-z0-9])(?:{english})(?![A-Za-z0-9])"
    compiled = re.compile(f"{whole}|{chinese}" if chinese else whole, FLAGS)
    if compiled.fullmatch(""):
        raise ValueError(f"an empty alternative matches everywhere: {compiled.pattern}")
    return compiled
