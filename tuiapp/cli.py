"""Arguments, commands and exit statuses: 0 done, 1 nothing found or something wrong, 2 not usable."""

import argparse
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from time import monotonic
from typing import NoReturn

from tuiapp import __version__, language
from tuiapp.archive import Archive
from tuiapp.article import shipped
from tuiapp.explorer import Explorer, Question
from tuiapp.load import ModelError, load, read
from tuiapp.model import Model
from tuiapp.present import signs
from tuiapp.present.checking import findings, summary
from tuiapp.present.finding import problem
from tuiapp.present.formats import Listing, written
from tuiapp.printable import one_line

DONE, NOTHING, UNUSABLE, CRASHED = 0, 1, 2, 1

EXAMPLES = """\
commands:
  tuiapp [PATH...]         open the explorer; without a path, on the article that it ships with
  tuiapp list [PATH...]    print the items that match, best first
  tuiapp check [PATH...]   check the model, and every quote against its source
  tuiapp schema            print the model's JSON Schema

examples:
  tuiapp -q lift
  tuiapp list -q 'sector:станк' --format json
  tuiapp check

exit status: 0 done; 1 list found nothing, check found something; 2 the command or the model cannot be used
"""

Command = Callable[[argparse.Namespace], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that `arguments` (those of the process) ask for; its exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    commands: dict[str, tuple[Callable[[], argparse.ArgumentParser], Command]] = {
        "list": (_list_parser, _list),
        "check": (_check_parser, _check),
        "schema": (_schema_parser, _schema),
    }
    parser: Callable[[], argparse.ArgumentParser] = _explore_parser
    command: Command = _explore
    _prepare_streams()
    if given and given[0] in commands:
        parser, command = commands[given.pop(0)]
    options = parser().parse_args(given)
    if getattr(options, "plain", False):
        command = _converse
    language.use(getattr(options, "lang", None) or language.preferred())
    return _run(command, options)


def _run(command: Command, options: argparse.Namespace) -> int:
    try:
        status = command(options)
        sys.stdout.flush()
        return status
    except ModelError as error:
        stream = sys.stdout if command is _check else sys.stderr
        for fault in error.faults:
            stream.write(f"{fault}\n")
        return UNUSABLE
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    except OSError as error:
        if command is _explore:
            raise
        return _unwritten(error)


def _unwritten(error: OSError) -> int:
    """Say why standard output took no more, and let nobody try again when the process ends."""
    _say(f"tuiapp: {error.strerror}")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return UNUSABLE


def _say(text: str) -> None:
    sys.stderr.write(one_line(text) + "\n")


def _prepare_streams() -> None:
    """Data for pipes and files is UTF-8; a terminal of another encoding gets what it can show of it."""
    # A reader that has seen enough, as `head` has, ends the program without a word.
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    # Python has None for a stream that the shell has closed.
    sys.stdout = sys.stdout or open(os.devnull, "w")  # noqa: SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w")  # noqa: SIM115
    if not sys.stdout.isatty():
        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    else:
        sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]
    sys.stderr.reconfigure(errors="replace")  # type: ignore[union-attr]


# The commands


def _explore(options: argparse.Namespace) -> int:
    from tuiapp import terminal

    if (refusal := terminal.refusal()) is not None:
        _say(_refused(refusal is terminal.Refusal.NO_TERMINAL))
        return UNUSABLE
    model = _model(options.paths)
    signs.use_ascii(options.ascii or os.environ.get("TERM") == "linux")
    explorer = Explorer(model)
    # The screen outlives a native clipboard tool that ends before it has read everything.
    signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    guard = terminal.prepare()
    from tuiapp.app import Tuiapp

    terminal.wrap_textual()
    app = Tuiapp(explorer, Question(text=options.query, rewrite=options.rewrite))
    try:
        app.run(mouse=False)
    finally:
        guard.restore()
    if app.failure is not None:
        _say(_crashed(terminal.logged(app.failure)))
    # A thread of Textual's that died ends the program without a status.
    return CRASHED if app.return_code is None else app.return_code


def _converse(options: argparse.Namespace) -> int:
    from tuiapp.plain import converse

    explorer = Explorer(load(options.paths or [shipped()]))  # no progress, which goes back on its line
    signs.use_ascii(options.ascii)
    if sys.stdin:
        sys.stdin.reconfigure(encoding=None if sys.stdin.isatty() else "utf-8", errors="replace")  # type: ignore[union-attr]
    converse(explorer, Question(text=options.query, rewrite=options.rewrite), sys.stdin, sys.stdout)
    return DONE


def _crashed(log: str | None) -> str:
    if log is None:
        return language.gettext("tuiapp: a fault of the program ended it; the details could not be written down")
    return language.gettext("tuiapp: a fault of the program ended it; the details are in {file}").format(file=log)


def _refused(no_terminal: bool) -> str:
    if no_terminal:
        return language.gettext(
            "tuiapp: the explorer needs a terminal for input and output; over SSH use `ssh -t HOST tuiapp`, "
            "and `tuiapp list` prints the items without one"
        )
    return language.gettext(
        "tuiapp: this terminal cannot place the cursor (see TERM); `tuiapp --plain` talks line by line, `tuiapp list` "
        "prints the items, and `ssh -t` brings your own terminal's TERM along"
    )


def _list(options: argparse.Namespace) -> int:
    explorer = Explorer(_model(options.paths))
    answer = explorer.ask(Question(text=options.query, rewrite=options.rewrite))
    for each in answer.query.problems:
        _say(f"tuiapp: {problem(each)}")
    numbers = answer.shown.window(0, len(answer.shown) if options.limit is None else options.limit)
    # A terminal that does not know its size says 0.
    width = os.get_terminal_size(sys.stdout.fileno()).columns or None if sys.stdout.isatty() else None
    sys.stdout.writelines(written(Listing(explorer, answer.shown, numbers, width), options.format))
    return DONE if len(answer.shown) else NOTHING


def _check(options: argparse.Namespace) -> int:
    with _progress() as say:
        loaded = read(options.paths or [shipped()], say)
    archive = Archive(loaded.model)
    wrong = 0
    for finding in findings(loaded, archive):
        wrong += 1
        sys.stdout.write(finding)
    _say(summary(loaded.model, archive))
    return NOTHING if wrong else DONE


def _schema(_: argparse.Namespace) -> int:
    from tuiapp.present.schema import schema

    sys.stdout.write(schema())
    return DONE


def _model(paths: Sequence[str]) -> Model:
    with _progress() as say:
        return load(paths or [shipped()], say)


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None] | None]:
    """Says on a terminal how far the reading is, once it has taken half a second; leaves the line blank again."""
    if not sys.stderr.isatty():
        yield None
        return
    next_at = monotonic() + 0.5
    size = 0

    def say(done: int, total: int) -> None:
        nonlocal next_at, size
        if (now := monotonic()) < next_at:
            return
        next_at = now + 0.2
        text = language.gettext("reading: {percent} %, Ctrl+C leaves").format(percent=done * 100 // total)
        sys.stderr.write(f"\r{text} ")
        sys.stderr.flush()
        # The terminal adds ^C.
        size = len(text) + 3

    try:
        yield say
    finally:
        if size:
            sys.stderr.write(f"\r{' ' * size}\r")
            sys.stderr.flush()


# The arguments


class _Parser(argparse.ArgumentParser):
    """argparse repeats a wrong argument as it came, escapes and all."""

    def error(self, message: str) -> NoReturn:
        super().error(one_line(message))


def _parser(command: str, description: str) -> argparse.ArgumentParser:
    prog = f"tuiapp {command}".rstrip()
    return _Parser(
        prog, description=description, formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False
    )


def _paths(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="a file, a folder (its *.yaml and *.yml) or - for standard input"
    )
    parser.add_argument("--lang", choices=language.LANGUAGES, help="language of words and names; the locale's")


def _query(parser: argparse.ArgumentParser) -> None:
    # On one line and printable, because JSON repeats its words and cannot hold a byte that is no UTF-8.
    parser.add_argument(
        "-q", "--query", type=one_line, default="", metavar="QUERY", help="what to filter by, such as sector:lift"
    )
    parser.add_argument(
        "--no-rewrite", dest="rewrite", action="store_false", help="do not try the other layout and script"
    )


def _explore_parser() -> argparse.ArgumentParser:
    parser = _parser("", "What articles say about industrial cooperation, each item with its checked quote.")
    parser.epilog = EXAMPLES
    _paths(parser)
    _query(parser)
    parser.add_argument("--ascii", action="store_true", help="no signs outside ASCII in what is the program's own")
    parser.add_argument("--plain", action="store_true", help="line by line, for screen readers and poor terminals")
    parser.add_argument("--version", action="version", version=f"tuiapp {__version__}")
    return parser


def _list_parser() -> argparse.ArgumentParser:
    parser = _parser("list", "Print the items that match, best first.")
    _paths(parser)
    _query(parser)
    parser.add_argument("--format", choices=("table", "json", "csv", "md"), default="table")
    parser.add_argument("--limit", type=_count, metavar="N", help="print the first N items")
    return parser


def _check_parser() -> argparse.ArgumentParser:
    parser = _parser("check", "Check the model, and every quote against its source.")
    _paths(parser)
    return parser


def _schema_parser() -> argparse.ArgumentParser:
    return _parser("schema", "Print the model's JSON Schema.")


def _count(text: str) -> int:
    try:
        count = int(text)
    except ValueError:
        count = -1
    if count < 0:
        raise argparse.ArgumentTypeError("a number is due, at least 0")
    return count
