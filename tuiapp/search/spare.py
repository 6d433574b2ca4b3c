"""Words that a query may have too many: legal forms, prepositions and the like, pasted or written along with a name.

`ОАО «Гомсельмаш»`, `г. Гомель` and `в «Аливарии»` are typed for names that the model has without them.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from tuiapp.fold import fold, look_alikes, other_layout, stems
from tuiapp.search.query import Term

FORMS = """
    оао зао пао ао ооо одо сооо сзао тоо ип чп уп руп чуп чтуп чпуп куп кунпп рнпуп рупп пруп нпо по пк гк фгуп гуп мп
    ooo oao zao pao jsc ojsc cjsc pjsc llc ltd inc corp co plc gmbh ag kg sa spa srl bv nv oy ab as sp zoo
"""
"""Legal forms of Belarus, Russia and their neighbours, and of companies elsewhere."""
PHRASES = (
    "открытое акционерное общество", "закрытое акционерное общество", "публичное акционерное общество",
    "акционерное общество", "общество с ограниченной ответственностью", "общество с дополнительной ответственностью",
    "республиканское унитарное предприятие", "частное унитарное предприятие", "унитарное предприятие",
    "научно-производственное объединение", "производственное объединение",
    "open joint stock company", "closed joint stock company", "joint stock company", "joint-stock company",
    "limited liability company",
)  # fmt: skip
"""Legal forms that are spelled out; in a query also in another case."""
PLACES = """
    г. гор. обл. р-н респ. вобласць вобласці рэспубліка рэспублікі voblasc voblasć
"""
"""What stands before or behind the name of a place, in short or in Belarusian. The Russian words whole are in the names
of regions, and г without its dot begins words."""
SAYING = """
    say says said tell tells told write writes wrote
    говорит говорят сказал сказала сказали пишет пишут
"""
"""What a question asks of somebody."""
PREPOSITIONS = """
    в во на с со у из от до для по к ко о об при под за над между через без про и а или его их
    не что кто где как какой какая какие это есть был была были
    in at of on from to for with by about and or the a an
    not what who which where how do does did is are was were
"""
"""With them stand conjunctions, pronouns and particles."""
INITIALS = re.compile(r"(?:[^\W\d_a-zа-яё]\.)+")
"""They are no prepositions: С. Громов."""
MARKS = '.,;:()«»"'
SPARE = frozenset((FORMS + PLACES + SAYING + PREPOSITIONS).split())
PREPOSITION = frozenset(PREPOSITIONS.split())


@cache
def is_spare(folded: str) -> bool:
    """Whether a folded word is a legal form or a preposition."""
    return folded in SPARE


def spare_terms(terms: Sequence[Term]) -> tuple[Term, ...]:
    """The terms that may be left out; none if all may."""
    phrased = set(_phrased(terms))
    spare = tuple(
        term for term in terms if term.plain and not term.scope and (may_be_spare(term.text) or term in phrased)
    )
    return spare if len(spare) < len(terms) else ()


def _phrased(terms: Sequence[Term]) -> Iterator[Term]:
    """The terms that spell out a legal form together."""
    typed = [_bare(term.text) for term in terms]
    at = 0
    while at < len(terms):
        sizes = (len(phrase) for phrase in _phrases() if typed[at : at + len(phrase)] == phrase)
        size = max(sizes, default=0)
        yield from terms[at : at + size]
        at += size or 1


@cache
def _phrases() -> tuple[list[str], ...]:
    return tuple([_bare(word) for word in phrase.split()] for phrase in PHRASES)


@cache
def _bare(typed: str) -> str:
    """A word without its ending and the marks around it."""
    return stems(fold(typed).strip(MARKS))[0]


def linking(terms: Sequence[Term]) -> tuple[Term, ...]:
    """The prepositions between other words, which say nothing of what is sought. A last one may be unfinished."""
    spare = spare_terms(terms)
    return tuple(term for term in spare if term is not terms[-1] and PREPOSITION.intersection(_read(term.text)))


def may_be_spare(typed: str) -> bool:
    """The same for a word as typed: in the other script's look-alike letters or on the other layout, too."""
    return bool(SPARE.intersection(_read(typed)))


def _read(typed: str) -> set[str]:
    if INITIALS.fullmatch(typed):
        return set()
    bare = fold(typed).strip(MARKS)
    return {fold(typed), bare, look_alikes(bare) or bare, *(fold(reading) for reading in other_layout(typed))}
