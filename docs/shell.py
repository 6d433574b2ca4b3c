"""Generates completions for bash, zsh and fish and the manual page from the argument parsers, when a wheel is built."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SHELLS = ("bash", "zsh", "fish")


class ShellHook(BuildHookInterface[Any]):
    """Writes the files that the wheel's shared data lists to build/shell."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the files, for a wheel and for an editable installation."""
        root = Path(self.root)
        sys.path.insert(0, str(root))
        room = root / "build" / "shell"
        room.mkdir(parents=True, exist_ok=True)
        for name, text in made().items():
            (room / name).write_text(text, encoding="utf-8")


def made() -> dict[str, str]:
    """The content of each file by its name."""
    import shtab

    from tuiapp.cli import program

    parser = program()
    _complete_files(parser)
    files = {f"tuiapp.{shell}": shtab.complete(parser, shell=shell) for shell in SHELLS}
    # The first word is a command or a path, but shtab completes only one of them; add the other.
    first = "\n_shtab_tuiapp_pos_1_COMPGEN="
    files["tuiapp.bash"] = _replaced(
        files["tuiapp.bash"], first, first.replace("1", "0") + "_shtab_compgen_files" + first
    )
    paths = [action for action in parser._actions if action.dest == "paths"]
    for action in paths:
        parser._actions.remove(action)
    described = "_describe 'tuiapp commands' _commands"
    files["tuiapp.zsh"] = _replaced(shtab.complete(parser, shell="zsh"), described, f"{described}\n  _files")
    parser._actions.extend(paths)
    return {**files, "tuiapp.1": manual(parser)}


def _replaced(text: str, old: str, new: str) -> str:
    if old not in text:
        raise ValueError(f"shtab writes something else than {old!r}")
    return text.replace(old, new)


def manual(parser: ArgumentParser) -> str:
    """The manual page, in roff."""
    from argparse_manpage.manpage import Manpage

    from tuiapp import __version__

    data = {
        "project_name": "tuiapp",
        "prog": "tuiapp",
        "version": __version__,
        "description": "a terminal explorer of what news articles say about industrial cooperation",
        "manual_title": "tuiapp",
        "manual_section": 1,
    }
    told, parser.epilog = parser.epilog or "", None
    page = str(Manpage(parser, _data=data))
    start = page.index(".SH SYNOPSIS\n")
    page = page[:start] + _SYNOPSIS + page[page.index(".SH DESCRIPTION\n") :]
    page = _replaced(page, ".SH\nPOSITIONAL ARGUMENTS\n", f"{_argument(parser)}.SH COMMANDS\n")
    # The epilog has the commands, which stand above already, the examples and the exit status.
    _, examples, status = told.strip().split("\n\n")
    return (
        f"{page.rstrip()}\n{_KEYS}"
        f".SH EXAMPLES\n.nf\n{_roff(examples.partition(':')[2].strip())}\n.fi\n"
        f".SH EXIT STATUS\n{_roff(status.partition(':')[2].strip())}\n"
    )


_SYNOPSIS = r""".SH SYNOPSIS
.B tuiapp
[OPTION ...] [PATH ...]
.br
.B tuiapp
COMMAND [OPTION ...] [PATH ...]
"""
_KEYS = """.SH KEYS
In the explorer ? shows all keys and q quits.
"""


def _argument(parser: ArgumentParser) -> str:
    """The section of the paths, which argparse-manpage leaves out where there are commands."""
    (paths,) = (action for action in parser._actions if action.dest == "paths")
    return f".SH ARGUMENTS\n.TP\n.B {paths.metavar}\n{_roff(str(paths.help))}\n"


def _roff(text: str) -> str:
    lines = (line.strip() for line in text.replace("\\", r"\e").replace("-", r"\-").splitlines())
    # A quotation mark at the beginning of a line is a request to roff.
    return "\n".join(rf"\&{line}" if line.startswith((".", "'")) else line for line in lines)


def _complete_files(parser: ArgumentParser) -> None:
    """Make the shell offer files for every PATH and ARTICLE, and folders for --into, also of the subcommands."""
    import shtab

    for action in parser._actions:
        commands = action.choices if isinstance(action.choices, dict) else {}
        if action.dest in ("paths", "article"):
            action.complete = shtab.FILE  # type: ignore[attr-defined]
        if action.dest == "into":
            action.complete = shtab.DIRECTORY  # type: ignore[attr-defined]
        for command in commands.values():
            _complete_files(command)
