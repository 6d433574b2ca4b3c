"""What the first lines of a text tell of the article: title, date, publisher, address, language."""

import re
from urllib.parse import urlsplit

from msgspec import Struct

from tuiapp.dates import Date
from tuiapp.draft.dates import Told, days
from tuiapp.draft.letters import tidy
from tuiapp.draft.sentences import BAR, Span

FIRST = 1_500
"""Characters in which the head is looked for."""
FIRST_LINES = 24
"""A page may have its menu, the weather and the rates of exchange before its heading."""
LONGEST_TITLE = 220
SHORT = 3
"""Words of a heading that may as well be a rubric."""
LONGEST_LINE = 90
"""Characters of a line that is a date with a rubric and a time; a longer one is a sentence."""

_HOST = re.compile(
    r"(?i)(?<![\w@/.-])(?:https?://)?(?:www\.|m\.)?((?:[\wа-яё-]+\.){1,3}(?:by|ru|com|org|net|info|kz|uz|kg|tj|am|az|md|tv|press|media|"
    r"news|рф|бел|eu|su))(?![\w.-])"
    r"(?=[\s/,;)]|$)"
)
_PICTURE = r"(?:фото|photo|снимок|иллюстрац\w+|изображени\w+|image|picture)"
_CREDIT = re.compile(
    rf"(?i)(?:{_PICTURE}\s*:?|корреспондент\w*|агентств\w*|agency|correspondent of|ссылкой на|according to|"
    r"пишет|сообщает|передает|передаёт)\s*[«“\"]?$"
)
"""Before the name of whoever took a picture or told it first, who is no publisher."""
_NO_TITLE = re.compile(rf"(?i){_PICTURE}\s*:|иллюстративн|^об этом |©|°|\s[>»→]\s|[←→]")
"""A credit, the weather, or the way to a page."""
_NO_DAY = re.compile(r"(?i)курс|валют|погод|сегодня на|currency|exchange|weather")
"""The day of something else than the article."""
_LEAD = re.compile(r"(?:\w+ ){0,2}\d{1,2}[./]\d\d[./]\d{4}(?:,? \d{1,2}:\d\d)?\s+(?=\S+ \S+ \S+)")
"""A rubric and a day before a heading."""
_HOUR_ENDS = re.compile(r"[\s,|]*\d{1,2}:\d\d(?::\d\d)?\W*")
_HOUR = re.compile(r"(?<!\d)\d{1,2}:\d\d(?!\d)")
_PLACE = re.compile(
    r"\W*(?:date |(?:[А-ЯЁA-Z][\w.-]*[ -]?){1,3}(?:\([^()\n]{3,40}\))?[,.] ?|(?i:сегодня|накануне|вчера),? )?"
)
"""What may stand before the day of a dateline: a place and a comma."""
_URL = re.compile(r"(?<!\S)https?://[!-~]+")
_SOURCE = re.compile(r"(?im)^\W{0,3}(?:источник|source|издание|publisher)\s*:\s*[«\"“]?([^\n«»\"“”]{2,60}?)[»\"”]?\s*$")
CRAWLED = re.compile(r"\s*(?:date \d{4}-\d\d-\d\d\b\s*)?(?:https?://\S+\s*)?")
"""What a crawler puts before the first line."""
_TOWN = r"[А-ЯЁA-Z][\w .-]{1,40}(?: \([^()\n]{3,40}\))?[,.]\s*|[А-ЯЁA-Z][А-ЯЁA-Z -]{2,30}\s+"
_ON = r"\d{1,2}(?:\.\d\d\.\d\d(?:\d\d)?|\s+\w+\.?(?:\s+\d{4})?(?:\s+г\w*)?)[.,]?\s*"
_WIRE = r"[А-ЯЁA-Z][\w-]+(?: [А-ЯЁA-Z][\w-]+){0,2}"
_REPORTER = r"корр\.?\s*|[А-ЯЁA-Z]\w+ [А-ЯЁA-Z]\w+\s*[,–—-]\s*"
_DATELINE = re.compile(
    r"(?m)/\s*[Кк]орр\.?\s*([А-ЯЁA-Z][\w-]{2,20})\s*/|"
    rf"^[^\S\n]*(?:date \S+ )?(?:(?:{_TOWN})(?:{_ON})?|{_ON}(?:[А-ЯЁ][\w-]+ )?)"
    rf"(?:[/(]\s*(?:{_REPORTER})?({_WIRE})\s*[/)](?=\s*[.—–-])|"
    r"[—–-]{1,2}\s*([А-ЯЁA-Z]{3,12})\.|\.\s*([А-ЯЁ]{4,10})\.)|"
    rf"^(?:{_TOWN})?{_ON}[—–-]\s*({_WIRE})\.|"
    rf"^\((?:{_TOWN})?{_ON}[«\"“]?({_WIRE})[»\"”]?[,)]"
)
"""`Минск, 5 июня /ТАСС/.`, `MINSK (BelTA) –`, `Минск, 5 июн - РИА Новости.` and
`(Казань, 5 июня, «Вести», Иван Петров).`"""
_AGENCY = re.compile(
    r"(?:сообщ\w+|передает|рассказал\w*|узнал\w*|корреспондент\w*|learned|told|reported|reports|"
    r"according to)\s+(?:корреспондент\w*\s+)?"
    r"(?:агентств\w+\s+)?[«\"“]?(БЕЛТА|BelTA|ТАСС|TASS|РИА Новости|Интерфакс\w?|Interfax|Sputnik|"
    r"СБ\. Беларусь сегодня)|"
    r"\b(БЕЛТА|BelTA|TASS|Interfax) (?:has )?(?:learned|reports|informs)|(?:[Фф]ото|Photo):? (БЕЛТА|BelTA)"
)  # fmt: skip
_BYLINE = re.compile(r"(?i)^\W*(?:источник|source|автор|фото|photo|share|поделиться|читать|tags|теги|\d{1,2}:\d\d\b)")


OPENING = re.compile(
    rf"[^\S\n]*(?:date \S+ )?(?:(?:{_TOWN})(?:{_ON})?|{_ON})[/(]\s*(?:{_REPORTER})?{_WIRE}\s*[/)]\s*[—–-]+\s+"
)
"""The place, the day and the agency before the first words of an article."""


class Head(Struct, frozen=True):
    """What is known of the article; what the text does not tell is None."""

    title: str | None = None
    published: Date | None = None
    yearless: str = ""
    """A day that the text gives without its year."""
    publisher: str | None = None
    url: str | None = None
    via: str | None = None
    language: str = "en"
    heading: Span | None = None
    """Where the title stands."""


def opened(sentence: str) -> str:
    """A sentence without the dateline or the address before it; empty if it is nothing else, or a credit."""
    bare = OPENING.sub("", CRAWLED.sub("", sentence, count=1), count=1)
    line = _DATELINE.match(bare)
    if line and bare.startswith("("):
        return bare.partition(")")[2].lstrip(" .,—–-")
    return "" if _NO_TITLE.search(bare) or (line and line.end() >= len(bare.rstrip("."))) else bare


def head(text: str, lines: list[Span], publishers: list[str]) -> Head:
    """The head of `text`, whose paragraphs are `lines`; `publishers` are those that the folder knows."""
    first = [line for line in lines[:FIRST_LINES] if line.start < FIRST]
    told = [line for line in first if _is_date(text[line.start : line.end])]
    title = _title(
        text,
        [part for line in first if (each := _heading(text, line, line in told)) for part in _parts(text, each)],
        alone=len(lines) == 1,
    )
    # A day with an hour is the article's; one without may be the page's own, today.
    timed = sorted(told, key=lambda line: not _HOUR.search(text[line.start : line.end]))
    found = [day for line in timed for day in days(text[line.start : line.end])]
    opening = _dateline(text[:FIRST])
    dated = next((day.date for day in [*found, *opening] if day.date), None)
    bare = next((day.words for day in [*found, *opening]), "")
    return Head(
        title=tidy(text[title.start : title.end]) if title else None,
        published=dated,
        yearless="" if dated else tidy(bare),
        publisher=_publisher(text, publishers),
        url=next(
            (
                match[0]
                for match in _URL.finditer(text[:FIRST])
                if not re.search(r"\.(?:webp|jpe?g|png|gif|svg)", match[0])
            ),
            None,
        ),
        via=next(
            (one for match in [_AGENCY.search(text[: 2 * FIRST])] if match for one in match.groups() if one), None
        ),
        language=_language(text),
        heading=title,
    )


def host(url: str) -> str | None:
    """The publisher that an address names: its host without `www.`."""
    try:
        name = urlsplit(url).hostname or ""
    except ValueError:
        return None
    return re.sub(r"^(?:www|m)\.", "", name) or None


def _is_date(line: str) -> bool:
    """Whether a line has a day, and little beside it: a time, a rubric, a place, a heading."""
    if _NO_DAY.search(line):
        return False
    if _stamp(line) is not None or (_LEAD.match(line) and not line.rstrip().endswith(".")):
        return True
    if len(line) > LONGEST_LINE or (line.rstrip().endswith((".", "!")) and not re.search(r"\d{4} ?г?\.$", line)):
        return bool(re.match(r"\s*date \d{4}-", line))
    found = days(line)
    return bool(found) and (len(line) - sum(day.end - day.start for day in found) <= 45 or bool(_BYLINE.match(line)))


def _stamp(line: str) -> int | None:
    """Where a day with an hour begins that ends a line, as behind a heading."""
    last = next(reversed(days(line[: LONGEST_TITLE + 40])), None)
    return last.start if last and _HOUR_ENDS.fullmatch(line[last.end :]) else None


def _heading(text: str, line: Span, dated: bool) -> Span | None:
    """A line without what a crawler or a page's clock put around it; None if nothing else stands there."""
    said = text[line.start : line.end]
    above = _LEAD.match(said) or CRAWLED.match(said)
    begun = line.start + (above.end() if above else 0)
    stamp = _stamp(said)
    end = line.start + len(said[:stamp].rstrip(" ,|")) if stamp is not None else line.end
    return Span(begun, end) if begun < end and (stamp is not None or not dated or begun > line.start) else None


def _parts(text: str, line: Span) -> list[Span]:
    """What bars part: `Heading | Name of the site`."""
    edges = [line.start, *(end for bar in BAR.finditer(text, *line) for end in bar.span()), line.end]
    parts = []
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        said = text[start:end]
        if said.strip():
            parts.append(Span(start + len(said) - len(said.lstrip()), start + len(said.rstrip())))
    return parts


def _title(text: str, lines: list[Span], *, alone: bool) -> Span | None:
    """The best heading that no paragraph of the article stands before: one that the page repeats, then a long one."""
    headings: list[Span] = []
    for line in lines:
        said = text[line.start : line.end]
        if not alone and _is_title(said):
            headings.append(line)
        elif len(said) >= 80 and said.rstrip().endswith((".", "!", "?", "»", "”", '"')):
            break
    whole = [text[line.start : line.end] for line in headings]

    def poor(at: int) -> tuple[bool, bool, bool]:
        said = whole[at]
        repeated = len(said.split()) > SHORT and any(said in other for n, other in enumerate(whole) if n != at)
        return not repeated, said.isupper(), len(said.split()) <= SHORT

    return headings[min(range(len(headings)), key=poor)] if headings else None


def _is_title(line: str) -> bool:
    """Whether a line is a heading: short, without a full stop."""
    bare = line.strip()
    if (
        len(bare) > LONGEST_TITLE
        or len(bare.split()) < 3
        or _BYLINE.match(bare)
        or _HOST.fullmatch(bare)
        or "://" in bare
    ):
        return False
    if bare[0] in "•*>–—-" or bare[0].islower() or _NO_TITLE.search(bare) or (_NO_DAY.search(bare) and days(bare)):
        return False
    return not bare.endswith((".", ":", ";", ",", "…")) or bare.endswith("...")


def _dateline(text: str) -> list[Told]:
    """`Минск, 5 июня 2024 года. БЕЛТА` and `date 2025-09-30` at the beginning of a line."""
    starts = ((line[0], day) for line in re.finditer(r"(?m)^.*$", text) for day in days(line[0][:80]))
    return [day for line, day in starts if _PLACE.fullmatch(line[: day.start])]


def _publisher(text: str, publishers: list[str]) -> str | None:
    start = text[:FIRST]
    if source := _SOURCE.search(text):
        return tidy(source[1])
    known = next((name for name in publishers if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", start)), None)
    if known:
        return known
    line = _DATELINE.search(start)
    if line and (name := next((one for one in line.groups() if one), None)):
        return name
    hosts = (match for match in _HOST.finditer(text) if "//" not in match[0])
    bare = next(
        (match for match in hosts if not _CREDIT.search(text[max(0, match.start() - 60) : match.start()])), None
    )
    return bare[1] if bare else None


def _language(text: str) -> str:
    cyrillic = len(re.findall("[а-яёА-ЯЁ]", text[:20_000]))
    latin = len(re.findall("[a-zA-Z]", text[:20_000]))
    if cyrillic <= latin:
        return "en"
    return "be" if len(re.findall("[іўІЎ]", text[:20_000])) > cyrillic // 50 else "ru"
