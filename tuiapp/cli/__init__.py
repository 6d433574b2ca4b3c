"""The command line: find the command, run it, handle its errors. Each command has a module of its own."""

import argparse
import os
import signal
import sys
from collections.abc import Sequence
from importlib import import_module
from types import ModuleType

from tuiapp import language
from tuiapp.cli import arguments
from tuiapp.cli.crash import crashed
from tuiapp.cli.streams import DONE, NOTHING, UNUSABLE, prepare, say, written
from tuiapp.config import Settings, SettingsError, read
from tuiapp.library import Fault, ModelError

__all__ = ["COMMANDS", "DONE", "NOTHING", "UNUSABLE", "main", "module", "program"]

COMMANDS = {
    "list": "listing",
    "count": "count",
    "brief": "brief",
    "check": "check",
    "new": "new",
    "schema": "schema",
    "serve": "serve",
}
"""Commands and their modules, imported when they are asked for; each has HELP, `add_arguments` and `run`."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command in `argv`, by default the arguments of the process; returns the exit status."""
    prepare()
    try:
        status = _answered(argv)
    except SystemExit as end:
        # argparse exits like this after help or a wrong option.
        status = int(end.code or DONE)
    except OSError:
        # Standard error cannot be written either, so only the status is left to report it.
        status = UNUSABLE
    return status if written() else UNUSABLE


def module(command: str) -> ModuleType:
    """The module of a command; "" is the explorer."""
    return import_module(f"tuiapp.cli.{COMMANDS.get(command, 'explore')}")


def program() -> argparse.ArgumentParser:
    """All commands in one parser, for the completions and the manual; `_asked` parses with one command's own parser."""
    whole = arguments.parser("", language.gettext(module("").HELP))
    # Add the commands before the paths, so that a shell offers them for the first word.
    commands = whole.add_subparsers(metavar=language.gettext("COMMAND"), required=False)
    module("").add_arguments(whole)
    for name in COMMANDS:
        about = language.gettext(module(name).HELP)
        module(name).add_arguments(commands.add_parser(name, prog=f"tuiapp {name}", help=about, description=about))
    return whole


def _answered(argv: Sequence[str] | None) -> int:
    """Run the command; returns the exit status, and raises OSError if an error message could not be written."""
    try:
        try:
            # `__main__` has blocked SIGINT. If one came meanwhile, it is delivered now, where it is handled.
            signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
            command, options = _asked(list(sys.argv[1:] if argv is None else argv))
            status: int = module(command).run(options)
            return status
        finally:
            sys.stdout.flush()
    except ModelError as error:
        return _unshown(error)
    except SettingsError as error:
        sys.stderr.writelines(f"{fault}\n" for fault in error.faults)
        say(language.gettext("tuiapp: the settings cannot be used; with --no-config they are not read"))
        return UNUSABLE
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    except OSError as error:
        # Standard output could not be written.
        say(f"tuiapp: {error.strerror}")
        return UNUSABLE
    except Exception as error:
        return crashed(error)


def _asked(given: list[str]) -> tuple[str, argparse.Namespace]:
    """The command and its options; exits if the arguments are not valid."""
    language.use(arguments.language_of(given))
    settings, faults = _chosen(given)
    language.use(arguments.language_of(given, settings.language))
    word, others = arguments.command(given)
    if word not in COMMANDS and (near := _meant(word)):
        said = language.gettext("tuiapp: there is no file {file}; did you mean `tuiapp {command}`?")
        say(said.format(file=word, command=near))
        sys.exit(UNUSABLE)
    command, given = (word, others) if word in COMMANDS else ("", given)
    parser = arguments.parser(command, language.gettext(module(command).HELP))
    module(command).add_arguments(parser)
    parser.set_defaults(settings=settings, sort=settings.order)
    options = parser.parse_args(given)
    if options.restricted:
        # Refuse before `restrict` is called: after it, no message can be written if standard error is a file.
        if command:
            said = language.gettext("tuiapp: for guests there is the explorer alone, and no `tuiapp {command}`")
            say(said.format(command=command))
            sys.exit(UNUSABLE)
        from tuiapp.terminal import restrict

        restrict()
    if faults:
        # Only now, so that --help and --print-config help with them.
        raise SettingsError(faults)
    return command, options


def _chosen(given: list[str]) -> tuple[Settings, Sequence[Fault]]:
    """The settings, or the defaults and the faults of the file."""
    try:
        return read() if arguments.configured(given) else Settings(), ()
    except SettingsError as error:
        return Settings(), error.faults


def _meant(path: str) -> str:
    """The command that `path` resembles, if there is no such file; empty if it resembles none."""
    if not path or os.path.lexists(path):
        return ""
    # Import it here, because only a path without a file needs it.
    from difflib import get_close_matches

    return next(iter(get_close_matches(path, COMMANDS, n=1, cutoff=0.75)), "")


def _unshown(error: ModelError) -> int:
    """Print why the model cannot be shown.

    In restricted mode, name no fault: a fault quotes the files, and the user must learn nothing of them.
    """
    from tuiapp.terminal import restricted

    if restricted():
        say(language.gettext("tuiapp: the model cannot be shown; whoever keeps it finds out why by `tuiapp check`"))
    else:
        sys.stderr.writelines(f"{fault}\n" for fault in error.faults)
    return UNUSABLE
