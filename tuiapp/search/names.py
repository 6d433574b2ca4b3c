"""The names of enterprises, sectors, people and the like: few, short, and shared by many items."""

from collections import defaultdict, deque
from collections.abc import Collection, Iterator

from tuiapp.archive import Archive
from tuiapp.fields import Field
from tuiapp.search.clipped import parted
from tuiapp.search.corpus import Said
from tuiapp.search.entries import SEWN, entries, seam
from tuiapp.search.matching import Way
from tuiapp.search.owners import Owners
from tuiapp.search.query import ALL, Scope, Term
from tuiapp.search.vocabulary import Vocabulary


class Names:
    """The words of names; its units are their owners. See `Corpus`."""

    def __init__(self, archive: Archive, fields: tuple[Field, ...]) -> None:
        """`fields` are all of one tier."""
        self.fields = fields
        self.tier = fields[0].searched // 10
        self.owners = Owners(archive, fields)
        gathered = self._gathered()
        plain = {word for (word, _), spelled in gathered.items() if not spelled.apart}
        initials = {word for word, are_initials in gathered if are_initials}
        joined = {word for word, are_initials in gathered if not are_initials} - plain
        seams = {word: spelled.seam for (word, _), spelled in gathered.items() if spelled.seam}
        self.vocabulary = Vocabulary(sorted(plain), joined, initials, seams)
        deque(self.vocabulary.build(), 0)
        single = [gathered[word, False] for word in self.vocabulary.plain.words + self.vocabulary.joined.words]
        listed = single + [gathered[word, True] for word in self.vocabulary.initials.words]
        self.owners_of = [tuple(spelled.owners) for spelled in listed]
        """For each word, the numbers of its owners, ascending."""
        self._heads = [tuple(n for n, first in spelled.owners.items() if first) for spelled in listed]
        """For each word, the owners with a name that begins with it."""
        self._begun = self._by_first_letter()

    def units(self, way: Way, term: Term, scope: Scope) -> set[int]:
        """The owners in `scope`, such as enterprises, with a name that has one of the words that `way` matched."""
        lists = self._heads if term.anchor == "beginning" else self.owners_of
        owners: set[int] = set().union(*[lists[word] for word in way.words])
        if way.head:
            owners = self._clipped(way, owners)
        if scope == ALL:
            return owners
        held = self.owners.of_field(scope)
        return {owner for owner in owners if owner in held}

    def _clipped(self, way: Way, owners: set[int]) -> set[int]:
        """Those of `owners` that have a name with a word that begins with the way's head, too."""
        begun = self.vocabulary.plain.beginning(way.head)
        tails = {self.vocabulary.words[word] for word in way.words}
        both = owners.intersection(*[set().union(*[self.owners_of[word] for word in begun])])
        return {owner for owner in both if any(parted(name, way.head, tails) for name in self.owners.names[owner])}

    def items(self, units: Collection[int], term: Term) -> int:
        """The items of these owners."""
        return self.owners.postings.union(units)

    def begun(self, letter: str) -> int:
        """The items with a name that has a word that begins with `letter`."""
        return self._begun.get(letter, 0)

    def together(self, units: Collection[frozenset[int]]) -> int:
        """The items of the owners whose names match all terms."""
        return self.owners.postings.union(frozenset.intersection(*units))

    def said(self, number: int, scope: Scope) -> Iterator[Said]:
        """The values of item `number` in `scope`."""
        for field in self.fields:
            if scope in (ALL, field.name):
                for owner in self.owners.of_item(number, field):
                    yield Said(field, self.owners.values[owner], self.owners.names[owner])

    def _gathered(self) -> dict[tuple[str, bool], "_Spelled"]:
        """Every entry of every name, by its folded letters and whether these are initials."""
        gathered: defaultdict[tuple[str, bool], _Spelled] = defaultdict(_Spelled)
        for number, names in enumerate(self.owners.names):
            for name in names:
                sewn = SEWN.search(name) is not None
                for entry in entries(name):
                    spelled = gathered[entry.word, entry.kind == "initials"]
                    spelled.owners[number] = spelled.owners.get(number, False) or entry.first
                    if entry.kind == "word":
                        spelled.apart = False
                        spelled.seam = seam(name, entry) if sewn else spelled.seam
        return gathered

    def _by_first_letter(self) -> dict[str, int]:
        begun: defaultdict[str, set[int]] = defaultdict(set)
        # Initials match as a whole only; the words that begin with the same letter are there in any case.
        for word, owners in zip(self.vocabulary.words, self.owners_of, strict=True):
            begun[word[0]].update(owners)
        return {letter: self.owners.postings.union(owners) for letter, owners in begun.items()}


class _Spelled:
    """What is collected about a word while the names are read."""

    __slots__ = ("apart", "owners", "seam")

    def __init__(self) -> None:
        self.owners: dict[int, bool] = {}
        """The numbers of its owners, ascending, and whether a name of the owner begins with it."""
        self.apart = True
        """Whether it occurs only as words that stand apart."""
        self.seam = 0
        """The result of `seam` for the last name that has it."""
