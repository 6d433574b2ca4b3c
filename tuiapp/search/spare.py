"""Words that a query may have too many: legal forms and prepositions, pasted or written along with a name.

`ОАО «Гомсельмаш»` and `в «Аливарии»` are typed for names that the model has without them.
"""

from collections.abc import Sequence
from functools import cache

from tuiapp.fold import fold, look_alikes, other_layout
from tuiapp.search.query import Term

FORMS = """
    оао зао пао ао ооо одо сооо сзао тоо ип чп уп руп чуп чтуп чпуп куп кунпп рнпуп рупп пруп нпо по пк гк фгуп гуп мп
    ooo oao zao pao jsc ojsc cjsc pjsc llc ltd inc corp co plc gmbh ag kg sa spa srl bv nv oy ab as sp zoo
"""
"""Legal forms of Belarus, Russia and their neighbours, and of companies elsewhere."""
PREPOSITIONS = """
    в во на с со у из от до для по к ко о об при под за над между через без и а или его их
    in at of on from to for with by and or the a an
"""
SPARE = frozenset((FORMS + PREPOSITIONS).split())
PREPOSITION = frozenset(PREPOSITIONS.split())


@cache
def is_spare(folded: str) -> bool:
    """Whether a folded word is a legal form or a preposition."""
    return folded in SPARE


def spare_terms(terms: Sequence[Term]) -> tuple[Term, ...]:
    """The terms that may be left out; none if all may."""
    spare = tuple(term for term in terms if term.plain and not term.scope and may_be_spare(term.text))
    return spare if len(spare) < len(terms) else ()


def linking(terms: Sequence[Term]) -> tuple[Term, ...]:
    """The prepositions between other words, which say nothing of what is sought. A last one may be unfinished."""
    spare = spare_terms(terms)
    return tuple(term for term in spare if term is not terms[-1] and PREPOSITION.intersection(_read(term.text)))


def may_be_spare(typed: str) -> bool:
    """The same for a word as typed: in the other script's look-alike letters or on the other layout, too."""
    return bool(SPARE.intersection(_read(typed)))


def _read(typed: str) -> set[str]:
    bare = fold(typed).strip('.,;:()«»"')
    return {bare, look_alikes(bare) or bare, *(fold(reading) for reading in other_layout(typed))}
