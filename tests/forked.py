"""Many commands from one start of Python, for what only a process of its own shows: its end, and its streams then.

Each command runs as `python -m tuiapp` does, in a process forked from one that has brought in the program and done
nothing else; a start of its own for each would cost 0.2 s.
"""

import json
import os
import shlex
import subprocess
import sys
from collections.abc import Sequence
from typing import NamedTuple

from tests.terminal.program import environment

RUN = """
import json, os, runpy, sys
import tuiapp.cli

captured, report, commands = json.loads(sys.argv[1])

def ended(command):
    pipes = {stream: os.pipe() for stream in captured}
    if not (child := os.fork()):
        for stream, (_, writer) in pipes.items():
            os.dup2(writer, stream)
        sys.argv[1:] = command
        runpy.run_module("tuiapp", run_name="__main__", alter_sys=True)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    for _, writer in pipes.values():
        os.close(writer)
    said = {stream: open(reader, encoding="utf-8").read() for stream, (reader, _) in pipes.items()}
    return status, said.get(1, ""), said.get(2, "")

text = json.dumps([ended(each) for each in commands])
os.write(report, text.encode())
"""


class Ran(NamedTuple):
    """What a command left behind."""

    status: int
    out: str
    err: str


def ended(commands: Sequence[str], *, out: int | None = None, err: int | None = None, **env: str) -> dict[str, Ran]:
    """How each of `commands` ended: words for `tuiapp`, with nothing on standard input.

    `out` and `err` are descriptors to write to; a stream that has none is read, up to what a pipe holds.
    """
    captured = [stream for stream, given in enumerate((out, err), 1) if given is None]
    reader, writer = os.pipe()
    task = json.dumps([captured, writer, [shlex.split(command) for command in commands]])
    with open(reader, encoding="utf-8") as report:
        try:
            subprocess.run(
                [sys.executable, "-c", RUN, task],
                stdin=subprocess.DEVNULL,
                # Python's streams are made here, and so for the kind of file that the commands write to.
                stdout=subprocess.PIPE if out is None else out,
                stderr=subprocess.PIPE if err is None else err,
                pass_fds=[writer],
                env=environment(**env),
                timeout=60,
                check=True,
            )
        finally:
            os.close(writer)
        return {command: Ran(*result) for command, result in zip(commands, json.load(report), strict=True)}
