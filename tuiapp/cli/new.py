"""`tuiapp new`."""

import argparse
import os
import sys
from typing import TYPE_CHECKING

from tuiapp.cli.arguments import add_language
from tuiapp.cli.reading import progress
from tuiapp.cli.streams import DONE, UNUSABLE, say
from tuiapp.config import Settings
from tuiapp.dates import Date, mistake
from tuiapp.language import deferred, gettext, ngettext
from tuiapp.library import ModelError, RefusedError, read
from tuiapp.printable import one_line

if TYPE_CHECKING:
    from tuiapp.draft import Draft, Given
    from tuiapp.model import Model

HELP = deferred("Draft a model from the text of an article.")
STDIN = "-"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the article, where to write, and what the text may not tell."""
    parser.add_argument(
        "article", metavar=gettext("ARTICLE"), help=gettext("a text, a saved HTML page or - for standard input")
    )
    parser.add_argument("--into", metavar=gettext("FOLDER"), help=gettext("where to write (default: beside ARTICLE)"))
    parser.add_argument("--url", type=_url, metavar="URL", help=gettext("the article's address"))
    parser.add_argument("--publisher", type=_words, metavar=gettext("NAME"), help=gettext("who published it"))
    parser.add_argument(
        "--published", type=_date, metavar=gettext("DATE"), help=gettext("when, such as 2025-09-30 or 2025-09")
    )
    parser.add_argument(
        "--print", dest="printed", action="store_true", help=gettext("print the model and write nothing")
    )
    add_language(parser)


def run(options: argparse.Namespace) -> int:
    """Write or print the draft; returns the exit status."""
    from tuiapp.draft import Given, PageError, TextError

    given = Given(published=options.published, publisher=options.publisher, url=options.url)
    try:
        return _drafted(options, given)
    except (PageError, RefusedError, TextError) as error:
        say(f"tuiapp: {options.article}: {error}")
        return UNUSABLE


def _drafted(options: argparse.Namespace, given: "Given") -> int:
    from tuiapp.draft import document, draft, file_name, incoming, put

    article = incoming(options.article, given)
    folder = options.into or (os.path.dirname(options.article) if options.article != STDIN else "") or "."
    model = _known(folder)
    made = draft(article.text, file_name(options.article), article.given, model)
    if options.article == STDIN:
        made.source = f"{made.id}.txt"
    yaml = document(made)
    if options.printed:
        sys.stdout.write(yaml)
    else:
        for line in put(folder, made.source, article.raw, yaml.encode()):
            say(line)
    say(_summary(made, folder))
    if options.printed or options.article == STDIN:
        return DONE
    return _gone_through(made, folder, options.settings)


def _gone_through(made: "Draft", folder: str, settings: Settings) -> int:
    """Show the draft in the explorer, where there is a terminal; returns the exit status."""
    from tuiapp.cli.explore import show_article
    from tuiapp.terminal import refusal

    return DONE if refusal() is not None else show_article([folder], made.id, settings)


def _known(folder: str) -> "Model | None":
    """The model in the folder where the draft goes; None if there is none that can be used."""
    try:
        with progress() as tell:
            library = read([folder], tell, partly=True)
    except ModelError as error:
        if any(fault.file != folder for fault in error.faults):
            say(
                gettext("tuiapp: no file of {folder} can be used, so none of its names are known here").format(
                    folder=folder
                )
            )
        return None
    if library.left_out:
        left = len({fault.file for fault in library.left_out})
        say(
            ngettext(
                "tuiapp: {count} faulty file is left out", "tuiapp: {count} faulty files are left out", left
            ).format(count=left)
        )
    return library.model


def _summary(made: "Draft", folder: str) -> str:
    count = len(made.items)
    items = ngettext("{count} item proposed", "{count} items proposed", count).format(count=count)
    return gettext("{items}; what is a guess ends in # ?; check it: tuiapp check {folder}").format(
        items=items, folder=folder
    )


def _words(text: str) -> str:
    from tuiapp.draft import tidy

    if not (words := tidy(text)):
        raise argparse.ArgumentTypeError(gettext("a name is due"))
    return words


def _url(text: str) -> str:
    from tuiapp.draft import is_url

    if not is_url(text):
        raise argparse.ArgumentTypeError(gettext("an address is due, such as https://example.org/news"))
    return text


def _date(text: str) -> Date:
    try:
        return Date(text)
    except ValueError:
        due = mistake(text) or gettext("a day, a month or a year is due, such as 2025-09-30, 2025-09 or 2025")
        raise argparse.ArgumentTypeError(one_line(due)) from None
