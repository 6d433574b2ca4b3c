"""Join files to a model: all of them if they are correct and fit together, or else those that are and do."""

from collections.abc import Collection, Sequence

from msgspec.structs import replace

from tuiapp.language import gettext
from tuiapp.library.checks.document import Document
from tuiapp.library.checks.names import compare
from tuiapp.library.checks.needs import complain, lacking
from tuiapp.library.checks.ties import bind
from tuiapp.library.fault import Fault, ModelError, quoted
from tuiapp.library.file import File
from tuiapp.library.kept import Library
from tuiapp.library.merge import merged
from tuiapp.model import Item, Model, ModelFile, Speech, Stage


def compared(files: Sequence[File]) -> tuple[Fault, ...]:
    """All faults of the files, alone and together."""
    documents = [_document(file) for file in files]
    compare(documents)
    bind(documents)
    return tuple([fault for document in documents for fault in document.faults()])


def fit_as_before(files: Sequence[File], before: Library) -> bool:
    """Whether `compared` certainly finds nothing, because those of `before` fit and nothing that it looks at changed.

    Most edits are of words, and of 1,000 files the comparison takes half of the time of reading one again.
    """
    return (
        before.merged is not None
        and not before.faults
        and len(files) == len(before.files)
        and all(
            one is other or (_sound(one) and _binding(one) == _binding(other))
            for one, other in zip(files, before.files, strict=True)
        )
    )


def _binding(file: File) -> ModelFile | None:
    """The file's content with all words made equal that no check of several files looks at."""
    return file.part.content and replace(file.part.content, items=tuple(map(_unworded, file.part.content.items)))


def _unworded(item: Item) -> Item:
    quotes = tuple([replace(each, exact="", speech=Speech.NARRATION, translation=None) for each in item.quotes])
    return replace(item, title="", stage=Stage.ACTIVE, products=(), figures=None, due=None, quotes=quotes)


def _document(file: File) -> Document:
    document = Document(file.listed.name, file.part, file.tree)
    if file.source and file.source.refused:
        document.complain(("article", "source"), file.source.refused)
    return document


def joined(files: Sequence[File], before: Library) -> Model:
    """The model of files without faults; the model of `before` if it would be equal."""
    sources = {file.part.article: file.source.text for file in files if file.source and file.source.text is not None}
    contents = [file.part.content for file in files if file.part.content]
    if before.merged and same(contents, [file.part.content for file in before.whole]):
        kept = before.merged.sources
        if kept.keys() == sources.keys() and same(list(kept.values()), list(sources.values())):
            return before.merged
    return merged(contents, sources)


def same(some: Sequence[object], others: Sequence[object]) -> bool:
    """Whether both hold the same objects, by identity."""
    return len(some) == len(others) and all(one is other for one, other in zip(some, others, strict=True))


def without_faulty(library: Library, before: Library) -> Library:
    """The library with a model of those files that are correct and fit together; the same one if it has a model.

    Files with faults of their own are left out first, with those that need them. If the others do not fit together
    then, those in which that is reported are left out too, and so on. Raises ModelError if nothing is left, or if a
    file would be left out whose path was given: its faults must be seen.
    """
    if library.merged:
        return library
    known = set(library.faults)
    unsound = {file.listed.name for file in library.files if not _sound(file)}
    # If no file has faults of its own, this was the first comparison.
    found = [fault for fault in library.faults if not unsound or fault.file in unsound]
    reasons: list[Fault] = []
    rest: Sequence[File] = library.files
    while found:
        reasons += [fault if fault in known else _consequence(fault) for fault in found]
        rest, lacks = _without({fault.file for fault in found}, rest)
        reasons += lacks
        found = list(compared(rest)) if rest else []
    left_out = {fault.file for fault in reasons}
    named = any(file.listed.named for file in library.files if file.listed.name in left_out)
    if not rest or not reasons or named:
        raise ModelError(library.faults)
    order = {file.listed.name: number for number, file in enumerate(library.files)}
    reasons.sort(key=lambda fault: order[fault.file])
    return Library(library.paths, library.files, library.faults, joined(rest, before), tuple(reasons))


def standing(library: Library, before: Library) -> Library:
    """The library, with those files that have become faulty as they are in `before`; the same one if it has a model.

    If the rest does not fit to these, more of them are as they are in `before`: those with any fault, or all. The
    faults of what is kept are `stale`. Raises ModelError if a file would be left out that is not left out in `before`.
    """
    if library.merged:
        return library
    good = {file.real: file for file in before.whole}
    blamed = {fault.file for fault in library.faults}
    unsound = {file.listed.name for file in library.files if not _sound(file)}
    for names in filter(None, (unsound, blamed, {file.listed.name for file in library.files})):
        files = tuple([good.get(file.real, file) if file.listed.name in names else file for file in library.files])
        kept = {file.listed.name for file in files if good.get(file.real) is file}.intersection(blamed)
        stale = tuple([fault for fault in library.faults if fault.file in kept])
        faults = compared(files)
        if not faults:
            return Library(library.paths, files, library.faults, joined(files, before), (), stale)
        there = without_faulty(Library(library.paths, files, faults, None), before)
        if not {fault.file for fault in there.left_out}.intersection(file.listed.name for file in good.values()):
            return replace(there, faults=library.faults, stale=stale)
    raise ModelError(library.faults)


def _sound(file: File) -> bool:
    """Whether the file has no fault of its own."""
    return file.part.content is not None and not (file.source and file.source.refused)


def _without(faulty: Collection[str], files: Sequence[File]) -> tuple[list[File], list[Fault]]:
    """The files without those called `faulty` and without those that need these, and why the latter are left out."""
    documents = [_document(file) for file in files]
    gone = [number for number, document in enumerate(documents) if document.name in faulty]
    faults: list[Fault] = []
    lacks = list(lacking(documents, gone))
    for lack in lacks:
        document, owner = documents[lack.number], documents[lack.owner].name
        needed = gettext("no file that is read has {name}: {file}, which has it, is left out")
        complain(document, lack, needed.format(name=quoted(lack.name), file=owner))
        faults += document.faults()
    out = {*gone, *(lack.number for lack in lacks)}
    return [file for number, file in enumerate(files) if number not in out], faults


def _consequence(fault: Fault) -> Fault:
    """A fault that the file has only because others are left out."""
    without = gettext("without the files that are left out: {message}")
    return replace(fault, message=without.format(message=fault.message))
