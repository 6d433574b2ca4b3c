"""How much of real articles the draft finds: `python -m tests.draft.measure LIST FOLDER`.

LIST is a list of facts marked by hand, such as `unseen.tsv`. FOLDER has the texts, which are not in
the repository: they are other people's. A line of a list has the text's name, the kind of fact, and the fact: `text`
its address and SHA-256; `date`; `publisher`; `enterprise` its name, and others that are not counted; `useful` where a
sentence begins that says something, in characters, and the stages that it may be given; `either` one that may be
offered or not; `direct` where a quotation begins, and the surname of whoever speaks.
"""

import sys
from collections import defaultdict
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from tuiapp.draft.known import Known
from tuiapp.draft.passages import Passage, Reading
from tuiapp.draft.people import keys_of
from tuiapp.fold import sound, stems, words
from tuiapp.model import Speech

KINDS = ("enterprises", "useful sentences", "stages", "direct quotes with speaker", "dates", "publishers")
Facts = dict[str, list[list[str]]]


class Count(NamedTuple):
    """How many facts of one kind were found, missed, and offered though they are none."""

    found: int = 0
    missed: int = 0
    wrong: int = 0

    def __add__(self, other: object) -> "Count":
        assert isinstance(other, Count)
        return Count(*(a + b for a, b in zip(self, other, strict=True)))


def marked(path: Path) -> dict[str, Facts]:
    """The facts by text and kind."""
    texts: defaultdict[str, Facts] = defaultdict(lambda: defaultdict(list))
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, kind, *fact = line.split("\t")
            texts[name][kind].append(fact)
    return dict(texts)


def measured(facts: Facts, reading: Reading, tell: list[str]) -> dict[str, Count]:
    """The counts of one text; what is missed and wrong is told in words."""
    return {
        "enterprises": _enterprises(facts, reading, tell),
        **_sentences(facts, reading, tell),
        "direct quotes with speaker": _direct(facts, reading, tell),
        "dates": _one(facts.get("date"), reading.head.published, tell),
        "publishers": _one(facts.get("publisher"), reading.head.publisher, tell),
    }


def _key(name: str) -> frozenset[str]:
    return frozenset(sound(stems(word.folded)[0])[:6] for word in words(name) if len(word.folded) > 1)


def _enterprises(facts: Facts, reading: Reading, tell: list[str]) -> Count:
    wanted = {_key(name): name for name, *_ in facts.get("enterprise", [])}
    also = [_key(name) for names in facts.get("enterprise", []) for name in names[1:]]
    given = {_key(firm.name): firm.name for firm in reading.firms}
    tell += [f"missed enterprise {name}" for key, name in wanted.items() if not _among(key, given)]
    false = [name for key, name in given.items() if not _among(key, wanted) and key not in also]
    tell += [f"no enterprise: {name}" for name in false]
    found = sum(_among(key, given) for key in wanted)
    return Count(found, len(wanted) - found, len(false))


def _among(key: frozenset[str], others: object) -> bool:
    return any(key == other for other in others)  # type: ignore[attr-defined]


def _sentences(facts: Facts, reading: Reading, tell: list[str]) -> dict[str, Count]:
    useful = [(int(at), stages.split(",")) for at, stages in facts.get("useful", [])]
    either = [int(at) for at, *_ in facts.get("either", [])]
    found, right, wrong_stage = 0, 0, 0
    for at, stages in useful:
        passages = [each for each in reading.passages if _has(reading, each, at)]
        found += bool(passages)
        if not passages:
            tell.append(f"missed: {_shown(reading, at)}")
        elif any(each.told.stage in stages for each in passages):
            right += 1
        else:
            wrong_stage += 1
            tell.append(f"{passages[0].told.stage} for {','.join(stages)}: {_shown(reading, at)}")
    places = [at for at, _ in useful] + either
    offered = [each for each in reading.passages if not _is_cut(reading, each)]
    wrong = [each for each in offered if not any(_has(reading, each, at) for at in places)]
    tell += [f"not useful: {each.told.word!r}: {each.exact[:90]}" for each in wrong]
    return {
        "useful sentences": Count(found, len(useful) - found, len(wrong)),
        "stages": Count(right, wrong_stage, wrong_stage),
    }


def _has(reading: Reading, passage: Passage, at: int) -> bool:
    sentence = next((each for each in reading.sentences if each.start <= at < each.end), None)
    return (
        bool(sentence and sentence.start <= passage.span.start < sentence.end)
        or passage.span.start <= at < passage.span.end
    )


def _is_cut(reading: Reading, passage: Passage) -> bool:
    """Whether it is the text's last sentence, cut where the text was: these texts are beginnings of pages."""
    last = reading.sentences[-1]
    return last.has(passage.span) and not reading.text[: last.end].rstrip('»”"').endswith((".", "!", "?"))


def _shown(reading: Reading, at: int) -> str:
    return " ".join(reading.text[at : at + 90].split())


def _direct(facts: Facts, reading: Reading, tell: list[str]) -> Count:
    found, seen = 0, set()
    for at, surname in facts.get("direct", []):
        part = next((each for each in reading.voices.speeches if each.span.start - 3 <= int(at) < each.span.end), None)
        said_by = part.speaker.name if part and part.speaker else ""
        seen.add(part)
        fits = bool(said_by) and any(set(keys_of(word)) & set(keys_of(surname)) for word in said_by.split()[-1:])
        found += fits or (surname == "-" and part is not None)
        if not fits:
            tell.append(f"by {said_by or 'nobody'}, not {surname}: {_shown(reading, int(at))}")
    wanted = len(facts.get("direct", []))
    others = [each for each in reading.voices.speeches if each.speech is Speech.DIRECT and each not in seen]
    return Count(found, wanted - found, len([each for each in others if not each.speaker]) + wanted - found)


def _one(fact: list[list[str]] | None, given: str | None, tell: list[str]) -> Count:
    wanted = fact[0][0] if fact else None
    found = wanted is not None and given is not None and given.casefold() == wanted.casefold()
    if not found and given != wanted:
        tell.append(f"{given}, not {wanted}")
    return Count(int(found), int(wanted is not None and not found), int(given is not None and not found))


MEASURED = Path(__file__).with_name("measured.tsv")
"""What the runs gave that docs/model.md shows: run, kind, found, missed, wrong."""


def tables() -> str:
    """The kept runs in Markdown: how much of all that is there was found, and how much of what was offered is right."""
    runs: defaultdict[str, dict[str, Count]] = defaultdict(dict)
    for line in MEASURED.read_text(encoding="utf-8").splitlines():
        run, kind, *numbers = line.split("\t")
        runs[run][kind] = Count(*map(int, numbers))
    lines = [f"| texts | {' | '.join(KINDS)} |", f"| --- |{' --- |' * len(KINDS)}"]
    for run, counts in runs.items():
        lines.append(f"| {run} | {' | '.join(_cell(counts.get(kind, Count())) for kind in KINDS)} |")
    return "\n".join(["", *lines, ""])


def _cell(count: Count) -> str:
    there, offered = count.found + count.missed, count.found + count.wrong
    if not there:
        return ""
    right = f" / {count.found / offered:.2f}" if offered else ""
    return f"{count.found / there:.2f}{right} of {there}"


def keep(run: str, counts: dict[str, Count]) -> None:
    """Put a run into the kept ones, in place of an earlier one of that name."""
    lines = MEASURED.read_text(encoding="utf-8").splitlines() if MEASURED.exists() else []
    others = [line for line in lines if line.split("\t")[0] != run]
    new = ["\t".join([run, kind, *map(str, counts[kind])]) for kind in KINDS]
    MEASURED.write_text("\n".join([*others, *new, ""]), encoding="utf-8")


def counted(marks: str, folder: str) -> dict[str, Count]:
    """The counts of all texts of a list; what is missed and wrong is told on standard error."""
    total: defaultdict[str, Count] = defaultdict(Count)
    for name, facts in marked(Path(marks)).items():
        raw = (Path(folder) / f"{name}.txt").read_bytes()
        if sha256(raw).hexdigest() != facts["text"][0][1]:
            sys.stderr.write(f"{name}: another text than the one that was marked\n")
        tell: list[str] = []
        for kind, count in measured(facts, Reading(raw.decode(), Known(), []), tell).items():
            total[kind] += count
        sys.stderr.writelines(f"{name}: {each}\n" for each in tell)
    return dict(total)


def main(arguments: list[str]) -> None:
    """Print the counts of LIST FOLDER [LIST FOLDER …]; `--keep RUN` keeps them for docs/model.md."""
    run = arguments[arguments.index("--keep") + 1] if "--keep" in arguments else ""
    pairs = [each for each in arguments if each not in ("--keep", run)]
    total: defaultdict[str, Count] = defaultdict(Count)
    for marks, folder in zip(pairs[::2], pairs[1::2], strict=True):
        for kind, count in counted(marks, folder).items():
            total[kind] += count
    sys.stdout.writelines(f"{kind}: {_cell(total[kind])}\n" for kind in KINDS)
    if run:
        keep(run, {kind: total[kind] for kind in KINDS})


if __name__ == "__main__":
    main(sys.argv[1:])
