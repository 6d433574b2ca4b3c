"""Everything that the program says, it says in Russian too."""

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from tests import catalogue
from tests.catalogue import MO, PO, compiled, forms, lacking, said, translated
from tuiapp import language


def test_every_message_is_translated_and_nothing_else() -> None:
    kept = {message.id: message for message in translated() if message.id}
    wanted = {message.id for message in said() if message.id}
    assert kept.keys() == wanted, "python -m tests.catalogue brings it up to date"
    assert lacking(translated()) == []


def test_translations_fill_in_the_same_values() -> None:
    for message in translated():
        if message.id:
            first = message.id if isinstance(message.id, str) else message.id[0]
            for form in forms(message):
                assert set(re.findall(r"{\w+}", form)) == set(re.findall(r"{\w+}", first)), message.id


def test_what_gettext_reads_is_the_catalogue() -> None:
    assert MO.read_bytes() == compiled(translated())


def test_what_has_no_russian_is_printed_and_nothing_else_changes(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    po = tmp_path / "tuiapp.po"
    monkeypatch.setattr(catalogue, "PO", po)
    monkeypatch.setattr(catalogue, "MO", po.with_suffix(".mo"))
    whole = PO.read_text(encoding="utf-8")
    po.write_text(whole, encoding="utf-8")
    catalogue.main()
    assert (po.read_text(encoding="utf-8"), capsys.readouterr().out) == (whole, "")
    po.write_text(whole.replace('msgstr "Статья"', 'msgstr ""'), encoding="utf-8")
    catalogue.main()
    assert capsys.readouterr().out == "tuiapp.po: no Russian for 'Article'\n"


@pytest.mark.parametrize(
    ("count", "wording"), [(1, "1 цитата"), (2, "2 цитаты"), (5, "5 цитат"), (11, "11 цитат"), (21, "21 цитата")]
)
def test_russian_counts_as_russian_does(count: int, wording: str) -> None:
    language.use("ru")
    assert language.ngettext("{count} quote", "{count} quotes", count).format(count=count) == wording


@pytest.mark.parametrize(
    ("environment", "chosen", "why"),
    [
        ({"LANG": "ru_RU.UTF-8"}, "ru", "the locale"),
        ({"LANG": "be_BY.UTF-8"}, "ru", "Belarusian readers read Russian"),
        ({"LANG": "C.UTF-8"}, "en", "no language at all"),
        ({}, "en", "no locale at all"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "ru_RU.UTF-8"}, "ru", "LC_ALL goes before LANG"),
        ({"LANG": "ru_RU.UTF-8", "LANGUAGE": "en"}, "en", "LANGUAGE goes before all"),
    ],
)
def test_the_language_follows_the_locale(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], chosen: str, why: str
) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert language.preferred() == chosen, why


def test_a_message_that_is_new_lacks_its_russian() -> None:
    catalog = Catalog(locale="ru")
    catalog.add("old", "старое")
    fresh = Catalog()
    for message in ("old", "new", ("{count} dog", "{count} dogs")):
        fresh.add(message)
    catalog.update(fresh, no_fuzzy_matching=True)
    assert lacking(catalog) == ["new", "{count} dog"]
