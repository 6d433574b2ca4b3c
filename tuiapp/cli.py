"""The commands and their exit statuses: 0 done, 1 nothing found or something wrong, 2 not usable."""

import argparse
import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from time import monotonic

from tuiapp import arguments, language, signs
from tuiapp.archive import Archive
from tuiapp.article import shipped
from tuiapp.load import ModelError, load, read
from tuiapp.model import Model
from tuiapp.present.checking import findings, summary
from tuiapp.present.finding import reasons
from tuiapp.present.formats import FORMATS, Listing
from tuiapp.printable import one_line
from tuiapp.snapshot import Question, Snapshot
from tuiapp.view import View

DONE, NOTHING, UNUSABLE, CRASHED = 0, 1, 2, 1

Command = Callable[[argparse.Namespace], int]


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command that `argv` (that of the process) asks for; its exit status."""
    _prepare_streams()
    try:
        status = _answered(argv)
    except SystemExit as end:
        # argparse's way: help has been given, or a wrong option been named.
        status = int(end.code or DONE)
    except OSError:
        # Standard error takes nothing either: the status is all that is left to say it.
        status = UNUSABLE
    return status if _written() else UNUSABLE


def _answered(argv: Sequence[str] | None) -> int:
    """The exit status of the command; raises OSError where what went wrong could not be said."""
    command: Command | None = None
    try:
        try:
            # Blocked by `__main__`; one that came meanwhile is answered here.
            signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
            command, options = _asked(list(sys.argv[1:] if argv is None else argv))
            return command(options)
        finally:
            sys.stdout.flush()
    except ModelError as error:
        return _unshown(error)
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    except OSError as error:
        return _crashed(error) if command is _explore else _unwritten(error)
    except Exception as error:
        return _crashed(error)


def _asked(given: list[str]) -> tuple[Command, argparse.Namespace]:
    """What is to be done; ends the program where that cannot be understood."""
    commands: dict[str, tuple[Callable[[], argparse.ArgumentParser], Command]] = {
        "list": (arguments.listing, _list),
        "check": (arguments.check, _check),
        "schema": (arguments.schema, _schema),
    }
    parser: Callable[[], argparse.ArgumentParser] = arguments.explore
    command: Command = _explore
    language.use(arguments.language_of(given))
    word, others = arguments.command(given)
    if word in commands:
        (parser, command), given = commands[word], others
    elif near := _meant(word, commands):
        said = language.gettext("tuiapp: there is no file {file}; did you mean `tuiapp {command}`?")
        _say(said.format(file=word, command=near[0]))
        sys.exit(UNUSABLE)
    options = parser().parse_args(given)
    if options.restricted:
        # Said before standard error, where that is a file, can no longer be written.
        if word in commands:
            said = language.gettext("tuiapp: for guests there is the explorer alone, and no `tuiapp {command}`")
            _say(said.format(command=word))
            sys.exit(UNUSABLE)
        from tuiapp.terminal import restrict

        restrict()
    return _converse if getattr(options, "plain", False) else command, options


def _meant(path: str, commands: Iterable[str]) -> list[str]:
    """The command that `path`, which is no file, is near to; nothing where it is near to none."""
    if not path or os.path.lexists(path):
        return []
    # Only a path where there is nothing pays for the import.
    from difflib import get_close_matches

    return get_close_matches(path, commands, n=1, cutoff=0.75)


def _unshown(error: ModelError) -> int:
    """Say what is wrong with the model; to a guest, who must learn nothing of the host's files, only that it is."""
    from tuiapp.terminal import restricted

    if restricted():
        _say(language.gettext("tuiapp: the model cannot be shown; whoever keeps it finds out why by `tuiapp check`"))
    else:
        sys.stderr.writelines(f"{fault}\n" for fault in error.faults)
    return UNUSABLE


def _unwritten(error: OSError) -> int:
    """Say why standard output took no more."""
    _say(f"tuiapp: {error.strerror}")
    return UNUSABLE


def _written() -> bool:
    """Whether both streams took all of it; of one that did not Python must not try again, to end with 120."""
    whole = True
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
            whole = False
    return whole


def _crashed(error: Exception) -> int:
    """Say in one line that the program is at fault, and write down why."""
    from tuiapp.terminal import logged

    if (file := logged(error)) is None:
        _say(language.gettext("tuiapp: a fault of the program ended it; the details were not written down"))
    else:
        said = language.gettext("tuiapp: a fault of the program ended it; the details are in {file}")
        _say(said.format(file=file))
    return CRASHED


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
    view = View.begun(Snapshot(model), _question(options))
    # The screen outlives a native clipboard tool that ends before it has read everything.
    signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    guard = terminal.prepare()
    from tuiapp.app import Tuiapp

    app = Tuiapp(view)
    try:
        app.run(mouse=False)
    finally:
        guard.restore()
    if app.failure is not None:
        return _crashed(app.failure)
    # A thread of Textual's that died ends the program without a status.
    return CRASHED if app.return_code is None else app.return_code


def _converse(options: argparse.Namespace) -> int:
    from tuiapp.plain import converse

    snapshot = Snapshot(load(options.paths or [shipped()]))  # no progress, which goes back on its line
    signs.use_ascii(options.ascii)
    if sys.stdin:
        sys.stdin.reconfigure(encoding=None if sys.stdin.isatty() else "utf-8", errors="replace")  # type: ignore[union-attr]
    converse(View.begun(snapshot, _question(options)), sys.stdin, sys.stdout)
    return DONE


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
    answer = Snapshot(_model(options.paths)).ask(_question(options))
    for each in reasons(answer):
        _say(f"tuiapp: {each}")
    numbers = answer.shown.window(0, len(answer.shown) if options.limit is None else options.limit)
    # A terminal that does not know its size says 0.
    width = os.get_terminal_size(sys.stdout.fileno()).columns or None if sys.stdout.isatty() else None
    sys.stdout.writelines(FORMATS[options.format](Listing(answer, numbers, width)))
    return DONE if len(answer.shown) else NOTHING


def _check(options: argparse.Namespace) -> int:
    try:
        with _progress() as say:
            loaded = read(options.paths or [shipped()], say)
    except ModelError as error:
        sys.stdout.writelines(f"{fault}\n" for fault in error.faults)
        return UNUSABLE
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


def _question(options: argparse.Namespace) -> Question:
    return Question(text=options.query, rewrite=options.rewrite)


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
