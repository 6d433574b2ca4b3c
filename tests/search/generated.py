"""The queries of `tests.search.kinds` that a rule makes from the names of its folder. Seeded by the caller."""

import re
from collections.abc import Iterable, Iterator
from functools import partial
from random import Random
from string import ascii_lowercase
from typing import NamedTuple

from tests.search import typed
from tests.search.folder import Folder, plain, words
from tests.search.spelling import SYSTEMS, other_keys, romanised, slip
from tuiapp.model import in_language

Made = Iterable[tuple[str, str, frozenset[int]]]
"""Kinds and queries, with the items that are right."""

CYRILLIC = re.compile("[а-яё]+")
DOUBTFUL = frozenset(("как", "обувая"))
"""Made queries that may well mean something else."""

FORM_WORDS = {"оао", "ооо", "зао", "llc", "jsc", "cjsc"}
LEGAL = (
    "ОАО «{ru}»", "{ru}, ОАО", "ООО {ru}", "ПАО «{ru}»", "АО «{ru}»", "{ru} ЗАО", "JSC {en}", "{en} JSC", "{en}, LLC",
    "PJSC {en}", "JSC «{ru}»", "OAO {ru}", "jfj {ru}", "OAO {en}", "ОАО {en}", "СООО «{ru}»", "УП {ru}", "{en} OJSC",
)  # fmt: skip


class Name(NamedTuple):
    """An enterprise's name, and the word that tells it from the others."""

    ru: str
    en: str
    word: str
    """The rarest Russian word in small letters, the longest of those; empty where the name has none."""
    english: str
    right: frozenset[int]


def names(folder: Folder) -> list[Name]:
    """The name of every enterprise."""
    found = []
    for key, enterprise in folder.model.enterprises.items():
        ru, en = (in_language(enterprise.name, language) for language in ("ru", "en"))
        russian = [word for word in re.findall(r"\w+", ru.lower()) if CYRILLIC.fullmatch(word) and len(word) > 3]
        latin = [word for word in words(en) if word.isascii() and word.isalpha() and len(word) > 3]

        def common(word: str) -> tuple[int, int]:
            return len(folder.having(word)), -len(word)

        found.append(
            Name(ru, en, min(russian, key=common, default=""), min(latin, key=common, default=""), folder.meant(key))
        )
    return found


def _initials(folder: Folder, all_names: list[Name]) -> Made:
    short: dict[str, set[int]] = {}
    for name in all_names:
        for text in (name.ru, "" if "«" in name.ru else name.en):
            bare = re.sub(r"\b(of|and|the)\b", "", text)
            if re.search(r"\b[А-ЯA-Z]{2,}\b| и ", text):
                continue
            if len(first := typed.initials(bare)) > 2 and first.isalpha():
                short.setdefault(first, set()).update(name.right)
    for first, numbers in short.items():
        right = frozenset(numbers) | folder.having(first)
        if first.isascii():
            yield "initials-english", first, right
            continue
        yield "initials", first, right
        if len(latin := romanised(first, "passport")) == len(first):
            yield "initials-romanised", latin, right
        if (keys := other_keys(first)).isalpha():
            yield "initials-layout", keys, right


def _legal_form(_: Folder, all_names: list[Name]) -> Made:
    plain_names = [name for name in all_names if name.word and name.english and not FORM_WORDS & set(words(name.ru))]
    for place, name in enumerate(plain_names):
        yield "legal-form", LEGAL[place % len(LEGAL)].format(ru=re.sub("[«»]", "", name.ru), en=name.en), name.right


def _runs(_: Folder, all_names: list[Name]) -> Made:
    for name in all_names:
        parts = re.findall(r"\w+", name.ru.lower())
        if len(parts) in (3, 4) and all(map(CYRILLIC.fullmatch, parts)):
            yield "runs", "".join(parts), name.right
        parts = re.findall(r"\w+", name.en.lower())
        if len(parts) in (3, 4) and all(map(str.isalpha, parts)) and not FORM_WORDS & set(parts):
            yield "runs", "".join(parts), name.right


def _one_letter(folder: Folder, all_names: list[Name]) -> Made:
    for name in all_names:
        first, *others = re.findall("[а-яё]+", name.ru.lower())[:2] or [""]
        if others and len(first) > 3 and (keys := other_keys(others[0][0])).isalpha():
            right = folder.meant(f"@{plain(first)}&@{plain(others[0][0])}")
            if any(
                word.startswith(keys) for number in folder.meant(f"@{plain(first)}") for word in folder.named[number]
            ):
                continue  # The letter may also be meant as it is.
            yield "layout-one-letter", f"{other_keys(first)} {keys}", right


def _of_words(folder: Folder, all_names: list[Name], random: Random) -> Made:
    """The kinds that change one word."""
    for name in all_names:
        if name.word:
            for kind, query in _changed(name.word, random):
                same = folder.meant(f"*{plain(typed.stem(name.word))}") if kind in OF_STEM else folder.having(query)
                yield kind, query, folder.having(name.word) | same
            begun = plain(name.word[: max(4, len(name.word) * 2 // 3)])
            yield "prefix", begun, folder.meant(f"*{begun}")
            if name.english:
                yield "english", name.english, folder.having(name.english)
    for enterprise in folder.model.enterprises.values():
        for alias in enterprise.aliases:
            if len(words(alias)) == 1:
                yield "alias", alias.lower(), folder.having(alias)


def _changed(word: str, random: Random) -> Iterator[tuple[str, str]]:
    yield "romanised", romanised(word, random.choice(sorted(SYSTEMS)))
    keys = other_keys(word)
    yield ("layout" if keys.isalpha() else "layout-punctuation"), keys
    if (parted := typed.split(word)) != word:
        yield "split", parted
    if len(word) >= 6:
        yield "typo1", slip(word, random)
        yield "half-layout", typed.half_other_keys(word, random)
        yield "first-letter", typed.neighbour_first(word, random)
        if len(latin := romanised(word, random.choice(("passport", "chat")))) >= 6:
            yield "romanised-typo", slip(latin, random, ascii_lowercase)
    if len(word) >= 9:
        yield "typo2", slip(slip(word, random), random)
    if typed.forms(word):
        yield "other-case", random.choice(typed.forms(word))
        if begun := list(typed.unfinished(word)):
            yield "unfinished-ending", random.choice(begun)
        if len(typed.stem(word)) >= 6:
            yield "slip-in-stem", typed.slip_in_stem(word, random)


OF_STEM = {"other-case", "unfinished-ending", "slip-in-stem"}
"""Kinds where another word with the same stem is as right."""

AMBIGUOUS = ("initials", "typo1", "typo2", "romanised-typo", "first-letter", "slip-in-stem", "unfinished-ending")
"""Kinds whose queries are dropped where another word of the folder begins so: then that one was meant."""


def generated(folder: Folder, random: Random, most: int) -> list[tuple[str, str, frozenset[int]]]:
    """At most so many queries of each kind, chosen at random."""
    all_names = names(folder)
    makers = (_initials, _legal_form, _runs, _one_letter, partial(_of_words, random=random))
    kinds: dict[str, dict[str, tuple[str, str, frozenset[int]]]] = {}
    known = frozenset().union(*folder.beginnings)
    for maker in makers:
        for made in maker(folder, all_names):
            kind, query, _ = made
            begun = {word for word in known if word.startswith(plain(query))}
            if kind.startswith("initials"):
                begun.discard(query)
            if query not in DOUBTFUL and not (begun and kind.startswith(AMBIGUOUS)):
                kinds.setdefault(kind, {})[query] = made
    chosen = {kind: sorted(of_kind.values()) for kind, of_kind in kinds.items()}
    return [
        made
        for of_kind in chosen.values()
        for made in (random.sample(of_kind, most) if len(of_kind) > most else of_kind)
    ]
