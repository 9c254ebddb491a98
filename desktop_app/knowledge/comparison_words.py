"""How a comparison of materials is asked for."""

from __future__ import annotations

from desktop_app.knowledge.patterns import words

COMPARED = words(
    r"compar(?:e|ed|es|ing|ison)|versus|vs\.?|as\s+opposed\s+to|rather\s+than|instead\s+of"
    r"|(?:faster|slower|better|worse|quicker|hotter|colder|cooler|more|less|sooner)(?:\s+\w+){0,7}?\s+than"
    r"|(?:same|different)\s+(?:\w+\s+)?(?:for|with|as|from|in|of)|difference\s+between|relative\s+to"
    r"|next\s+to\s+(?:an?|the)\s+(?:identical|same|equal)",
    r"对比|比较|相比|对照|比一下|比一比|比起|(?:和|跟|与|同)[^,;。]{1,8}(?:的)?(?:比|PK)|谁(?:的?[传导散]热|升温|先|更|快)|哪个|哪种|哪根|哪块"
    r"|区别|差异|差别|换成|改成",
)
WHICH = words(
    r"which(?:\s+(?:one|of\s+\w+|metal|material|rod|bar|plate|\w+))?\s+(?:\w+\s+){0,3}?"
    r"(?:faster|slower|better|first|quicker|hotter|sooner|best|fastest)"
)


def is_comparison(text: str) -> bool:
    """Whether a normalised prompt compares."""
    return COMPARED.search(text) is not None or WHICH.search(text) is not None
