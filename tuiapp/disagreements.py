"""Where items of one matter disagree: a stage that goes back, other figures, other enterprises, another due date."""

from collections.abc import Sequence

from msgspec import Struct

from tuiapp.archive import Archive
from tuiapp.fields import NAMED, Field
from tuiapp.model import Stage

COMPARED = (NAMED["stage"], NAMED["figures"], NAMED["enterprise"], NAMED["due"])
"""The fields of which a matter may have several values that do not fit together."""
_STAGES = list(Stage)


class Disagreement(Struct, frozen=True):
    """Two items of a matter that have different values of a field; no item between them has any."""

    field: Field
    before: int
    """The number of the item that was told first."""
    after: int


def disagreements(archive: Archive, number: int) -> list[Disagreement]:
    """Where item `number` disagrees with those of its matter that were told just before and just after it.

    An item without a value of a field disagrees with none: it is compared as if it were not there.
    """
    told = archive.matters.of(number)
    at = told.index(number)
    found = []
    for field in COMPARED if len(told) > 1 else ():
        if not field.values(archive, number):
            continue
        before, after = (_nearest(archive, field, told, at, step) for step in (-1, 1))
        pairs = [(other, number) for other in before] + [(number, other) for other in after]
        found += [Disagreement(field, *pair) for pair in pairs if _differs(archive, field, *pair)]
    return found


def _nearest(archive: Archive, field: Field, told: Sequence[int], at: int, step: int) -> list[int]:
    """The nearest item before or after place `at` of a matter that has a value of `field`, if there is one."""
    places = range(at + step, len(told) if step > 0 else -1, step)
    return next(([told[place]] for place in places if field.values(archive, told[place])), [])


def _differs(archive: Archive, field: Field, before: int, after: int) -> bool:
    if field.name == "stage":
        # A matter that goes on is no disagreement.
        earlier, later = (_STAGES.index(archive.model.items[number].stage) for number in (before, after))
        return later > earlier
    # The words are compared, because one article may give figures in one language and the other in two.
    one, other = (
        {field.words(archive.model, value) for value in field.values(archive, number)} for number in (before, after)
    )
    return one != other
