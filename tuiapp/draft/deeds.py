"""Which words tell that something is done, planned or wanted, and how far along it is.

Two tables: `modals` say how far along whatever else the sentence names is, `acts` are deeds in themselves. All patterns
are for text in small letters, with е for ё. In a sentence the first telling modal counts, then the first act.
"""

import re
from typing import NamedTuple

from tuiapp.draft.acts import ACTS, TOPICS, Act, Needs
from tuiapp.draft.modals import BACKGROUND, DENIALS, MODALS, OPINIONS, Modal, Weight
from tuiapp.model import Stage


class Told(NamedTuple):
    """What a sentence tells."""

    stage: Stage
    word: str
    """What told it, as the text spells it."""
    start: int
    """Where that word stands, from the beginning of the sentence."""
    strong: bool
    """Whether the word is telling without a product or an enterprise beside it."""


def _compiled(patterns: list[str]) -> re.Pattern[str]:
    # The edge of a word stands outside, so that most places are left at once: five times as fast.
    rows = "|".join(f"(?P<r{at}>{pattern})" for at, pattern in enumerate(patterns))
    return re.compile(rf"\b(?:{rows})\b")


_MODAL = _compiled([row.pattern for row in MODALS])
_ACT = _compiled([row.pattern for row in ACTS])
_TOPIC = re.compile(rf"\b(?:{'|'.join(row.pattern for row in TOPICS)})")
_BACKGROUND = re.compile("|".join(row.pattern for row in BACKGROUND))
_OPINION = re.compile("|".join(row.pattern for row in OPINIONS))
_DENIED = re.compile("|".join(rf"(?:{row.pattern}) ?$" for row in DENIALS))
_DENYING = re.compile(r"\b(?:не|not|never)\b(?! (?:только|просто|лишь|менее|более|меньше|больше|only|just|merely))")
FURTHEST = 40
"""Characters before a word in which it may be denied: what is denied stands at once behind."""


def topical(low: str) -> bool:
    """Whether the words of industry are in a sentence in small letters."""
    return _TOPIC.search(low) is not None


def told(low: str, named: bool) -> Told | None:
    """What a sentence in small letters tells; None for greeting and background. `named`: it has an enterprise or a
    product."""
    if _BACKGROUND.search(low):
        return None
    modals, acts = _standing(low)
    topic, opinion = topical(low), bool(_OPINION.search(low))
    deed = next(((row, match) for row, match in acts if row.needs is Needs.ANY and (topic or named)), None)
    for row, match in modals:
        # What is only possible counts where no deed stands before it: `makes buses that can carry 90`.
        first = row.weight is not Weight.POSSIBLE or not deed or match.start() < deed[1].start()
        enough = topic or (named and (bool(acts) or row.weight is not Weight.POSSIBLE))
        # Who discusses, signs or wishes does so, whatever it is about; what only will be may be the weather.
        alone = row.weight is Weight.STRONG and row.stage is not Stage.PLANNED and not opinion
        if row.weight is not Weight.WEAK and first and (enough or alone):
            return Told(row.stage, match[0], match.start(), row.weight is Weight.STRONG)
    if deed:
        return Told(deed[0].stage, deed[1][0], deed[1].start(), True)
    if opinion:
        return None
    weak = next(((row, match) for row, match in modals if row.weight is Weight.WEAK), None)
    if weak and acts and (topic or named):
        return Told(weak[0].stage, weak[1][0], weak[1].start(), False)
    for act, match in acts:
        if (topic and named) or (act.needs is Needs.TOPIC and (topic or named)):
            return Told(act.stage, match[0], match.start(), False)
    return None


def _standing(low: str) -> tuple[list[tuple[Modal, re.Match[str]]], list[tuple[Act, re.Match[str]]]]:
    """The modals and the acts of a sentence without those that it denies, and without what a denial makes doubtful."""
    modals = [(MODALS[_row(match)], match) for match in _MODAL.finditer(low)]
    acts = [(ACTS[_row(match)], match) for match in _ACT.finditer(low)]
    both: list[tuple[Modal | Act, re.Match[str]]] = [*modals, *acts]
    denied = [row for row, match in both if _denied(low, match)]
    if denied:
        modals = [(row, match) for row, match in modals if row.weight is not Weight.WEAK and not _denied(low, match)]
        acts = [(row, match) for row, match in acts if row.needs is Needs.ANY and not _denied(low, match)]
    # Of a thing that is not made here, what else is done tells nothing: `is not made, but bought`. A plan does.
    whole = any(isinstance(row, Modal) or row.needs is Needs.ANY for row in denied)
    return modals, [] if whole else acts


def _denied(low: str, match: re.Match[str]) -> bool:
    """Whether it is told that this is not so."""
    before = low[max(0, match.start() - FURTHEST) : match.start()]
    within = _DENYING.search(low, match.start(), match.end() + 8)
    return bool(_DENIED.search(before) or (within and within.start() < match.end()))


def _row(match: re.Match[str]) -> int:
    return int(str(match.lastgroup)[1:])
