"""`tuiapp` without a command: the explorer, on the screen or line by line."""

import argparse
import os
import signal
import sys
from typing import TYPE_CHECKING

from tuiapp import __version__, keys, signs
from tuiapp.cli.arguments import add_at, add_paths, add_query, add_strict, question
from tuiapp.cli.asking import absent
from tuiapp.cli.crash import crashed
from tuiapp.cli.reading import library
from tuiapp.cli.streams import CRASHED, DONE, UNUSABLE, say
from tuiapp.config import Settings
from tuiapp.following import Follower, left_out
from tuiapp.language import deferred, gettext
from tuiapp.library import Library
from tuiapp.snapshot import Question, Snapshot
from tuiapp.view import View

if TYPE_CHECKING:
    from tuiapp.app import Newer

HELP = deferred("What articles say about industrial cooperation, each item with its checked quote.")


class _PrintConfig(argparse.Action):
    """Prints the settings and ends, as --version does."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from tuiapp.config.sample import sample

        sys.stdout.write(sample())
        parser.exit()


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what to open, and how."""
    parser.epilog = gettext(
        """\
commands:
  tuiapp [PATH...]         open the explorer; without a path, on the article that it ships with
  tuiapp list [PATH...]    print the items that match, best first
  tuiapp count [PATH...]   count the items that match, by one field or by two
  tuiapp brief [PATH...]   print a document of them, with a footnote for every quote
  tuiapp check [PATH...]   check the model, and every quote against its source
  tuiapp new ARTICLE       draft a model from the text of an article
  tuiapp schema            print the model's JSON Schema
  tuiapp serve [PATH...]   show the explorer to everybody who connects with ssh

examples:
  tuiapp -q lift
  tuiapp list -q 'sector:станк' --format json
  tuiapp check

exit status: 0 done; 1 nothing was found, or faults were; 2 the command or the model cannot be used
"""
    )
    add_paths(parser)
    add_query(parser)
    add_at(parser, gettext("open at this item"))
    add_strict(parser)
    parser.add_argument(
        "--ascii", action="store_true", help=gettext("no signs outside ASCII in what is the program's own")
    )
    parser.add_argument(
        "--plain",
        action="store_true",
        default=os.environ.get("TUIAPP_PLAIN", "") not in ("", "0"),
        help=gettext("line by line, for screen readers and poor terminals; so does TUIAPP_PLAIN=1"),
    )
    parser.add_argument(
        "--restricted",
        action="store_true",
        # TUIAPP_RESTRICTED may have switched the mode on; no argument can switch it off.
        default=parser.get_default("restricted"),
        help=gettext(
            "for guests: read the model and nothing else, write and start nothing; so does TUIAPP_RESTRICTED=1"
        ),
    )
    parser.add_argument(
        "--live", action="store_true", help=gettext("with --restricted: show what changes in the files, too")
    )
    parser.add_argument(
        "--print-config", action=_PrintConfig, nargs=0, help=gettext("print a file with all settings, to be changed")
    )
    parser.add_argument(
        "--version", action="version", version=f"tuiapp {__version__}", help=gettext("print the version")
    )


def run(options: argparse.Namespace) -> int:
    """Run the explorer; returns the exit status."""
    if options.plain:
        return _converse(options)
    try:
        return _show(options)
    except OSError as error:
        # Reading or drawing has failed. Handle that here: `cli` takes any OSError for a failure of standard output.
        return crashed(error)


def _show(options: argparse.Namespace) -> int:
    """Show the explorer until the person leaves; returns the exit status."""
    from tuiapp import terminal

    if (refusal := terminal.refusal()) is not None:
        if missing := [path for path in options.paths if path != "-" and not os.path.lexists(path)]:
            # A path that is not there, such as a mistyped command, would fail on any terminal: say that instead.
            library(missing, quietly=True)
        say(refused(refusal is terminal.Refusal.NO_TERMINAL))
        return UNUSABLE
    opened = library(options.paths, strict=options.strict)
    if (view := _begun(opened, options)) is None:
        say(absent(options.at))
        return UNUSABLE
    follower = _follower(opened, view.answer.snapshot, options)
    return show(view, options.settings, ascii_signs=options.ascii, follower=follower)


def show_article(paths: list[str], article: str, settings: Settings) -> int:
    """Show an article of the model in `paths` until the person leaves; returns the exit status."""
    opened = library(paths)
    view = View.begun(Snapshot(opened.model, gradual=True, left_out=left_out(opened)), Question()).in_article(article)
    follower = Follower(opened, view.answer.snapshot, partly=True)
    return show(view, settings, follower=follower, reading=True)


def show(
    view: View,
    settings: Settings,
    *,
    ascii_signs: bool = False,
    reading: bool = False,
    newer: "Newer | None" = None,
    follower: Follower | None = None,
) -> int:
    """Show the screen until the person leaves; returns the exit status. There must be a terminal that can show it.

    `reading`: begin in the article of the selected item.
    """
    from tuiapp import terminal

    signs.use_ascii(ascii_signs or os.environ.get("TERM") == "linux")
    # Ignore SIGPIPE: a clipboard tool may end before it has read everything, and the screen must survive that.
    signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    guard = terminal.prepare()
    if settings.keys:
        keys.use(settings.keys)
    from tuiapp.app import Tuiapp

    app = Tuiapp(view, settings.theme, settings.columns, newer=newer, follower=follower, reading=reading)
    try:
        app.run(mouse=False)
    finally:
        guard.restore()
    if app.failure is not None:
        return crashed(app.failure)
    # If a thread of Textual dies, the program ends without a return code.
    return CRASHED if app.return_code is None else app.return_code


def _converse(options: argparse.Namespace) -> int:
    from tuiapp.plain import converse

    # Show no progress: that line overwrites itself, and a line that is read aloud must not.
    opened = library(options.paths, strict=options.strict, quietly=True)
    if (view := _begun(opened, options)) is None:
        say(absent(options.at))
        return UNUSABLE
    signs.use_ascii(options.ascii)
    if sys.stdin:
        sys.stdin.reconfigure(encoding=None if sys.stdin.isatty() else "utf-8", errors="replace")  # type: ignore[union-attr]
    follower = _follower(opened, view.answer.snapshot, options)
    converse(view, sys.stdin, sys.stdout, at=options.at is not None, follower=follower)
    return DONE


def _follower(opened: Library, snapshot: Snapshot, options: argparse.Namespace) -> Follower | None:
    """What follows the files; None for guests, unless they may see changes."""
    from tuiapp.terminal import restricted

    if restricted() and not options.live:
        return None
    return Follower(opened, snapshot, partly=not options.strict, telling=not restricted())


def _begun(opened: Library, options: argparse.Namespace) -> View | None:
    """The first view; None if there is no item of the name that it is to show."""
    from tuiapp.terminal import restricted

    # A fault quotes the files, and a guest must learn nothing of them.
    told = left_out(opened, telling=not restricted())
    view = View.begun(Snapshot(opened.model, gradual=not options.plain, left_out=told), question(options))
    if options.at is None:
        return view
    number = view.archive.numbered(options.at)
    return None if number is None else view.showing(number)


def refused(no_terminal: bool) -> str:
    """Why no screen can be shown, in a sentence."""
    if no_terminal:
        return gettext(
            "tuiapp: the explorer needs a terminal for input and output; over SSH use `ssh -t HOST tuiapp`, "
            "and `tuiapp list` prints the items without one"
        )
    return gettext(
        "tuiapp: this terminal cannot place the cursor (see TERM); `tuiapp --plain` talks line by line, `tuiapp list` "
        "prints the items, and `ssh -t` brings your own terminal's TERM along"
    )
