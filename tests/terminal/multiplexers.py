"""Runs tmux and GNU screen, each with its own server and settings."""

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path


class Multiplexer:
    """The commands for one server; `close` ends only that server."""

    def __init__(self, folder: Path, env: Mapping[str, str]) -> None:
        self._folder = folder
        self.env = dict(env)

    def command(self, argv: Sequence[str]) -> list[str]:
        """A command that runs `argv` in a new session and attaches to it."""
        raise NotImplementedError

    def attach(self) -> list[str]:
        """A command that attaches to the session again."""
        raise NotImplementedError

    def close(self) -> None:
        """End the server and everything in it."""
        subprocess.run(self._end, env=self.env, capture_output=True, check=False)

    @property
    def _end(self) -> list[str]:
        raise NotImplementedError


class Tmux(Multiplexer):
    name = "tmux"

    def __init__(self, folder: Path, env: Mapping[str, str]) -> None:
        super().__init__(folder, env)
        config = folder / "tmux.conf"
        # TERM as tmux's manual requires; no status line, since its clock would change the screen.
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
    """Whether it is installed on this machine."""
    return shutil.which(kind.name, path=os.environ.get("PATH")) is not None
