"""tmux and GNU screen, each with a server and settings of its own."""

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path


class Multiplexer:
    """Commands for one server; `close` ends that server and no other."""

    def __init__(self, folder: Path, env: Mapping[str, str]) -> None:
        self._folder = folder
        self.env = dict(env)

    def command(self, argv: Sequence[str]) -> list[str]:
        """A command line that shows `argv` in a new session, attached."""
        raise NotImplementedError

    def attach(self) -> list[str]:
        """A command line that shows the session again."""
        raise NotImplementedError

    def close(self) -> None:
        """End the server with all that runs in it."""
        subprocess.run(self._end, env=self.env, capture_output=True, check=False)

    @property
    def _end(self) -> list[str]:
        raise NotImplementedError


class Tmux(Multiplexer):
    name = "tmux"

    def __init__(self, folder: Path, env: Mapping[str, str]) -> None:
        super().__init__(folder, env)
        config = folder / "tmux.conf"
        # TERM as its manual wants it; the status line shows a clock, which is not the program's.
        config.write_text("set -g default-terminal screen-256color\nset -g status off\n")
        self._words = ["tmux", "-u", "-S", str(folder / "tmux"), "-f", str(config)]

    def command(self, argv: Sequence[str]) -> list[str]:
        return [*self._words, "new-session", *argv]

    def attach(self) -> list[str]:
        return [*self._words, "attach"]

    @property
    def _end(self) -> list[str]:
        return [*self._words, "kill-server"]


class Screen(Multiplexer):
    name = "screen"

    def __init__(self, folder: Path, env: Mapping[str, str]) -> None:
        super().__init__(folder, env)
        (folder / "screenrc").write_text("startup_message off\ndefutf8 on\nvbell off\n")
        sockets = folder / "screens"
        sockets.mkdir(mode=0o700)
        self.env["SCREENDIR"] = str(sockets)
        self._words = ["screen", "-U", "-c", str(folder / "screenrc"), "-S", "tests"]

    def command(self, argv: Sequence[str]) -> list[str]:
        return [*self._words, *argv]

    def attach(self) -> list[str]:
        return ["screen", "-U", "-r", "tests"]

    @property
    def _end(self) -> list[str]:
        return ["screen", "-S", "tests", "-X", "quit"]


def installed(kind: type[Tmux] | type[Screen]) -> bool:
    """Whether this machine has it."""
    return shutil.which(kind.name, path=os.environ.get("PATH")) is not None
