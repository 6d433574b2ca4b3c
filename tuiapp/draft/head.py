"""What the first lines of a text tell of the article: title, date, publisher, address, language."""

import re
from urllib.parse import urlsplit

from msgspec import Struct

from tuiapp.dates import Date
from tuiapp.draft.dates import days
from tuiapp.draft.letters import tidy
from tuiapp.draft.sentences import Span

FIRST = 1_500
"""Characters in which the head is looked for."""
LONGEST_TITLE = 220
LONGEST_LINE = 90
"""Characters of a line that is a date with a rubric and a time; a longer one is a sentence."""

_HOST = re.compile(
    r"(?i)(?<![\w@/.-])(?:https?://)?(?:www\.|m\.)?((?:[\wа-яё-]+\.){1,3}(?:by|ru|com|org|net|info|kz|press|media|"
    r"news|рф|бел|eu|su))(?![\w.-])"
    r"(?=[\s/,;)]|$)"
)
_CREDIT = re.compile(r"(?i)(?:фото|photo|снимок|иллюстрац\w+|image)\s*:?\s*$")
"""Before the name of whoever took a picture, who is no publisher."""
_HOUR = re.compile(r"(?<!\d)\d{1,2}:\d\d(?!\d)")
_PLACE = re.compile(r"\W*(?:date |(?:[А-ЯЁA-Z][\w.-]*[ -]?){1,3}[,.] ?)?")
"""What may stand before the day of a dateline: a place and a comma."""
_URL = re.compile(r"(?<!\S)https?://[!-~]+")
_SOURCE = re.compile(r"(?im)^\W{0,3}(?:источник|source|издание|publisher)\s*:\s*[«\"“]?([^\n«»\"“”]{2,60}?)[»\"”]?\s*$")
_DATELINE = re.compile(
    r"(?m)/\s*[Кк]орр\.?\s*([А-ЯЁA-Z][\w-]{2,20})\s*/|"
    r"^(?:[А-ЯЁA-Z][\w .-]{1,40}[,.]\s*)?(?:\d{1,2}\s+\w+(?:\s+\d{4})?(?:\s+г\w*)?[.,]?\s*)?"
    r"(?:[/(]\s*(?:корр\.?\s*)?([А-ЯЁA-Z][\w-]{2,20})\s*[/)]|[—–-]{1,2}\s*([А-ЯЁA-Z]{3,12})\.|\.\s*([А-ЯЁ]{4,10})\.)"
)
_AGENCY = re.compile(
    r"(?:сообщ\w+|передает|рассказал\w*|узнал\w*|корреспондент\w*|learned|told|reported|reports|"
    r"according to)\s+(?:корреспондент\w*\s+)?"
    r"(?:агентств\w+\s+)?[«\"“]?(БЕЛТА|BelTA|ТАСС|TASS|РИА Новости|Интерфакс\w?|Interfax|Sputnik|"
    r"СБ\. Беларусь сегодня)|"
    r"\b(БЕЛТА|BelTA|TASS|Interfax) (?:has )?(?:learned|reports|informs)|(?:[Фф]ото|Photo):? (БЕЛТА|BelTA)"
)  # fmt: skip
_BYLINE = re.compile(r"(?i)^\W*(?:источник|source|автор|фото|photo|share|поделиться|читать|tags|теги|\d{1,2}:\d\d\b)")


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


def head(text: str, lines: list[Span], publishers: list[str]) -> Head:
    """The head of `text`, whose paragraphs are `lines`; `publishers` are those that the folder knows."""
    first = [line for line in lines[:14] if line.start < FIRST]
    told = [line for line in first if _is_date(text[line.start : line.end])]
    title = _title(text, [line for line in first if line not in told], alone=len(lines) == 1)
    # A day with an hour is the article's; one without may be the page's own, today.
    timed = sorted(told, key=lambda line: not _HOUR.search(text[line.start : line.end]))
    found = [day for line in timed for day in days(text[line.start : line.end])]
    dated = next((day.date for day in found if day.date), None) or _dateline(text[:FIRST])
    bare = next(
        (
            text[line.start : line.end][day.start : day.end]
            for line in told
            for day in days(text[line.start : line.end])
        ),
        "",
    )
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
    """Whether a line has a day, and little beside it: a time, a rubric, a place."""
    if len(line) > LONGEST_LINE or (line.rstrip().endswith((".", "!")) and not re.search(r"\d{4} ?г?\.$", line)):
        return bool(re.match(r"\s*date \d{4}-", line))
    found = days(line)
    return bool(found) and (len(line) - sum(day.end - day.start for day in found) <= 45 or bool(_BYLINE.match(line)))


def _title(text: str, lines: list[Span], *, alone: bool) -> Span | None:
    """The first heading, unless a paragraph of the article stands before it."""
    for line in lines[:5]:
        said = text[line.start : line.end]
        if not alone and _is_title(said):
            return line
        if len(said) >= 80 and said.rstrip().endswith((".", "!", "?", "»", "”", '"')):
            return None
    return None


def _is_title(line: str) -> bool:
    """Whether a line is a heading: short, without a full stop."""
    bare = line.strip()
    if len(bare) > LONGEST_TITLE or len(bare.split()) < 3 or _BYLINE.match(bare) or _HOST.fullmatch(bare):
        return False
    return not bare.endswith((".", ":", ";", ",", "…")) or bare.endswith("...")


def _dateline(text: str) -> Date | None:
    """`Минск, 5 июня 2024 года. БЕЛТА` and `date 2025-09-30` at the beginning of a line."""
    starts = ((line[0], day) for line in re.finditer(r"(?m)^.*$", text) for day in days(line[0][:80]))
    return next((day.date for line, day in starts if day.date and _PLACE.fullmatch(line[: day.start])), None)


def _publisher(text: str, publishers: list[str]) -> str | None:
    start = text[:FIRST]
    if source := _SOURCE.search(text):
        return tidy(source[1])
    known = next((name for name in publishers if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", start)), None)
    if known:
        return known
    line = _DATELINE.search(start[:400])
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
