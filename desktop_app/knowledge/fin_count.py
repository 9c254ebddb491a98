"""How many fins a prompt gives a heat sink."""

from __future__ import annotations

import re

from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.text import say
from desktop_app.knowledge.numerals import CHINESE_NUMERAL, ENGLISH_NUMERAL, parse_number
from desktop_app.knowledge.patterns import FLAGS

MOST_FINS = 200
DEFAULT_FINS = 10

_FIN = (
    r"(?:(?:straight|parallel|vertical|thin|plate|rectangular|cooling|alumini?um|copper|tall)\s+){0,2}"
    r"fins?(?![A-Za-z])"
)
_LENGTH = r"(?:\d+(?:\.\d+)?\s*-?(?:mm|cm|in)\s*(?:tall|high|long|thick)?\s*)?"
_FIN_CHINESE = r"(?:散热鳍片|散热翅片|散热片|翅片|鳍片|肋片|鳍|翅)"
_NUMBER = rf"(?P<{{name}}>-?\d[\d,]*(?![\d,.])|{ENGLISH_NUMERAL})"
FIN_COUNT = re.compile(
    rf"(?<![A-Za-z0-9_.]){_NUMBER.format(name='a')}[\s-]*(?:x\s*)?{_LENGTH}{_FIN}"
    rf"|(?P<b>-?\d+|{CHINESE_NUMERAL})\s*(?:[片个根块条枚道]|fins?)?\s*(?:{_FIN_CHINESE}|fins?(?![A-Za-z]))"
    r"|(?:fin\s+count|number\s+of\s+fins|fins|N_?fins?)\s*(?:of|is|=|:)\s*"
    rf"{_NUMBER.format(name='c')}(?!\s*(?:mm|cm|m)\b)"
    rf"|{_FIN_CHINESE}(?:的)?(?:共|有|共有|为|是|=|:)?\s*(?P<d>-?\d+|{CHINESE_NUMERAL})\s*[片个根]"
    rf"|(?:{_FIN_CHINESE}(?:的)?(?:数量?|个数|数目)|片数)\s*(?:为|是|=|:)?\s*(?P<e>-?\d+|{CHINESE_NUMERAL})"
    rf"|{_FIN_CHINESE}\s*(?P<h>\d+)(?=[,;。]|\s*$)"
    r"|(?:^|[,;。\s])(?P<g>\d+)\s*片(?=[,;。\s]|$)"
    rf"|(?:共|共有|一共|总共)\s*(?P<f>\d+|{CHINESE_NUMERAL})\s*[片个根](?!小时)"
    r"|(?P<none>(?:no|zero|without)\s+fins|没有翅片|零个?翅片)",
    FLAGS,
)


def find_fin_count(text: str) -> int | None:
    """The number of fins in a normalised prompt, None where it gives none.

    Raises:
        InvalidInput: there are none of them, or more than can be drawn.
    """
    for match in FIN_COUNT.finditer(text):
        if match["none"]:
            return checked_fin_count(0)
        written = next(match[name] for name in "abcdefgh" if match[name])
        return checked_fin_count(round(parse_number(written.replace(",", ""))))
    return None


def checked_fin_count(count: int) -> int:
    """`count` if a heat sink can have so many fins.

    Raises:
        InvalidInput: it cannot.
    """
    if 1 <= count <= MOST_FINS:
        return count
    raise InvalidInput(
        say("A heat sink with {count} fins cannot be drawn.", count=count),
        say("Give between 1 and {limit} fins.", limit=MOST_FINS),
    )
