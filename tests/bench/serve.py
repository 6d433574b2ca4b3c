"""Measures `tuiapp serve` beside OpenSSH with ForceCommand, on the same models in the same run.

    python -m tests.bench.serve [--write] [--items N,N] [--sessions N,N] [--one-by-one N]

Both are asked by OpenSSH's client on this machine. Clients and their terminals run on the same cores, so the sessions
do not have all of them. What would take the peer longer than a minute, or more memory than PEER_MEMORY, is left out of
its rows. `--write` puts the tables into docs/ssh.md.
"""

import argparse
import gc
import os
import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from statistics import median, quantiles

from tests.bench.guests import memory
from tests.bench.terminal import table
from tests.serve.served import GENEROUS, Served, status
from tests.terminal.guests.login import fitted, settings
from tests.terminal.large import Large
from tests.terminal.program import DOWN, PROGRAM, ROOT, environment
from tests.terminal.session import Terminal
from tests.terminal.sizes import REST
from tests.terminal.ssh import Server

PAGE = ROOT / "docs" / "ssh.md"
PAINTED = b"help"
"""A word of the footer, which is drawn with the list in one frame."""
UP = b"\x1b[A"
KEYS, ROUNDS = 60, 9
ARTICLE = 10_000
PEER_MEMORY = 6000
"""MB that all sessions of the peer may take together."""
PEER_SECONDS = 60
IDLE = 10.0
"""Seconds for which idle sessions are watched."""

Client = Sequence[str]


def written(size: int, folder: Path) -> Path:
    """A model of `size` items in articles of at most ARTICLE; an article's text may have 16 MB."""
    one = min(size, ARTICLE)
    large = Large(one)
    for at in range(size // one):
        room = folder / f"a{at}"
        room.mkdir(parents=True)
        path = large.write(room)
        path.write_text(path.read_text("utf-8").replace('"id": "large"', f'"id": "large-{at}"', 1), "utf-8")
    return folder


def painted(terminals: Sequence[Terminal], timeout: float = 300.0) -> float:
    """Wait until every screen is painted; the time."""
    for terminal in terminals:
        terminal.wait_until(lambda terminal=terminal: PAINTED in terminal.since(), timeout)  # type: ignore[misc]
    return time.monotonic()


def opened(stack: ExitStack, client: Client, count: int) -> tuple[list[Terminal], float]:
    """`count` clients that came in the same moment, and the seconds until the last had its list."""
    began = time.monotonic()
    terminals = [stack.enter_context(Terminal(client, environment())) for _ in range(count)]
    return terminals, painted(terminals) - began


def first_list(client: Client) -> float:
    """Seconds from the start of the client to its list, the median of ROUNDS, or of as many as took PEER_SECONDS."""
    took: list[float] = []
    while len(took) < ROUNDS and sum(took) < PEER_SECONDS:
        with ExitStack() as stack:
            took.append(opened(stack, client, 1)[1])
    return median(took)


def keys(client: Client, size: int) -> tuple[float, float]:
    """Milliseconds from a key to the last byte of its repaint: median and p95. The list has `size` rows."""
    with Terminal(client, environment()) as terminal:
        painted([terminal])
        # By itself the program goes on to fill its index, which takes it half a minute on 100,000 items.
        terminal.settle(timeout=300)
        times = []
        for at in range(KEYS):
            time.sleep(0.05)
            # A list of ten rows has its end; in a long one, two keys that are drawn together still change the screen.
            sent = terminal.send(UP if at % 2 and size < KEYS else DOWN)
            times.append((terminal.settle(REST) - sent) * 1000)
    return median(times), quantiles(times, n=20)[-1]


def at_once(terminals: Sequence[Terminal]) -> float:
    """Milliseconds until the last of all screens has answered a key that all press in the same moment."""
    marks = [terminal.mark() for terminal in terminals]
    sent = [terminal.send(DOWN) for terminal in terminals]
    for terminal, mark in zip(terminals, marks, strict=True):
        terminal.wait_until(lambda terminal=terminal, mark=mark: terminal.mark() > mark, 60)  # type: ignore[misc]
    time.sleep(0.5)
    return max(terminal._last - at for terminal, at in zip(terminals, sent, strict=True)) * 1000


class Peer:
    """OpenSSH with the settings of docs/ssh.md, on a model."""

    def __init__(self, model: Path) -> None:
        lines = re.sub(r"MaxStartups \d+", "MaxStartups 1000", settings())
        self._model = model
        self._server = Server(fitted(lines, "-m tuiapp", model))
        self.client = self._server.client()
        self.close = self._server.close

    def pids(self) -> list[int]:
        found = []
        for pid in filter(str.isdigit, os.listdir("/proc")):
            try:
                words = Path("/proc", pid, "cmdline").read_bytes().split(b"\0")
            except OSError:
                continue
            if b"-IB" in words and str(self._model).encode() in words:
                found.append(int(pid))
        return found


def megabytes(pids: Sequence[int]) -> float:
    return sum(memory(pid, "Pss") for pid in pids) / max(1, len(pids))


def row(
    name: str, stack: ExitStack, client: Client, pids: Callable[[], Sequence[int]], count: int
) -> tuple[list[object], float, float]:
    """A row of the table of many sessions; the seconds and MB that it took."""
    terminals, ready = opened(stack, client, count)
    time.sleep(1)
    each = megabytes(pids())
    times = median(at_once(terminals) for _ in range(3))
    print(f"{name} {count}: {ready:.2f} s, {each:.0f} MB, {times:.0f} ms", file=sys.stderr)  # noqa: T201
    return [name, f"{ready:.2f}", f"{each:.0f}", f"{times:.0f}"], ready, each


def many(served: Served, peer: Peer, counts: Sequence[int]) -> Iterator[list[object]]:
    """Many sessions at once, ours and the peer's."""
    each, seconds = 0.0, 0.0
    for count in counts:
        with ExitStack() as stack:
            yield [count, *row("serve", stack, served.client(), served.sessions, count)[0]]
        served.wait_until(lambda: not served.sessions())
        if count * each > PEER_MEMORY or count * seconds > PEER_SECONDS:
            yield [count, "OpenSSH", "–", "–", "–"]
            continue
        with ExitStack() as stack:
            shown, took, each = row("OpenSSH", stack, peer.client, peer.pids, count)
            seconds = took / count
            yield [count, *shown]


def idle(served: Served) -> str:
    """What fifty sessions take while nobody types."""

    def ticks() -> int:
        pids = [served.process.pid, *served.warm(), *served.sessions()]
        stats = [Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split() for pid in pids]
        return sum(int(each[11]) + int(each[12]) for each in stats)

    with ExitStack() as stack:
        terminals, _ = opened(stack, served.client(), 50)
        time.sleep(5)
        marks, before = [terminal.mark() for terminal in terminals], ticks()
        time.sleep(IDLE)
        sent = sum(terminal.mark() - mark for terminal, mark in zip(terminals, marks, strict=True))
        share = (ticks() - before) / os.sysconf("SC_CLK_TCK") / IDLE * 100
    return f"50 idle sessions send {sent} bytes in {IDLE:.0f} s and take {share:.1f} % of one core.\n"


def one_by_one(served: Served, count: int) -> str:
    """What `count` sessions leave behind, eight at a time."""
    before = served.descriptors(), status(served.process.pid, "VmRSS"), status(served.warm()[0], "VmRSS")
    client, env = served.client(options=["-tt"]), environment()
    for _ in range(count // 8):
        running = [Terminal(client, env) for _ in range(8)]
        for terminal in running:
            terminal.wait_until(lambda terminal=terminal: PAINTED in terminal.since(), 60)  # type: ignore[misc]
            terminal.send("\x11")
        for terminal in running:
            terminal.wait_end(60)
            terminal.close()
    served.wait_until(lambda: not served.sessions() and served.descriptors() <= before[0])
    after = 0, status(served.process.pid, "VmRSS"), status(served.warm()[0], "VmRSS")
    grown = [(now - then) / 1024 for then, now in zip(before[1:], after[1:], strict=True)]
    return (
        f"{count // 8 * 8:,} sessions, eight at a time, left no descriptor and no process; the front grew by "
        f"{grown[0]:.1f} MB, the warm process by {grown[1]:.1f} MB.\n"
    )


def report(sizes: Sequence[int], counts: Sequence[int], ones: int) -> Iterator[str]:
    """The tables, piece by piece."""
    speeds: list[list[object]] = []
    crowds: list[list[object]] = []
    asides = ""
    for size in sizes:
        with ExitStack() as stack:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            model = written(size, folder / "model")
            gc.collect()
            served = stack.enter_context(Served(folder, *GENEROUS, model=model, timeout=900))
            peer = Peer(model)
            stack.callback(peer.close)
            ours, theirs = first_list(served.client()), first_list(peer.client)
            names = {"local": [*PROGRAM, str(model)], "serve": served.client(), "OpenSSH": peer.client}
            pressed = {name: keys(client, size) for name, client in names.items()}
            shown = " | ".join(f"{middle:.1f} / {late:.1f}" for middle, late in pressed.values())
            print(f"{size}: {ours:.2f} {theirs:.2f} {pressed}", file=sys.stderr)  # noqa: T201
            speeds.append([f"{size:,}", f"{ours:.2f}", f"{theirs:.2f}", f"{ours / theirs:.2f}", *shown.split(" | ")])
            crowds += [[f"{size:,}", *line] for line in many(served, peer, counts)]
            processes = (
                f"front {memory(served.process.pid, 'Pss'):.0f} MB, warm {memory(served.warm()[0], 'Pss'):.0f} MB"
            )
            asides += f"On {size:,} items the server itself has: {processes}.\n"
            if size == sizes[-1]:
                asides += idle(served) + (one_by_one(served, ones) if ones else "")
    yield (
        table(["items", "list after, s", "OpenSSH", "ratio", "a key, ms: local", "serve", "OpenSSH"], speeds)
        + "\nA key: median / p95, from the key to the last byte of its repaint.\n\n"
    )
    yield table(["items", "sessions at once", "", "all ready, s", "MB each", "all press a key, ms"], crowds)
    yield f"\nMB: proportional set size. A key: until the last of all screens is repainted.\n\n{asides}"


def numbers(text: str) -> list[int]:
    return [int(each) for each in text.split(",")]


def main() -> None:
    """Print the tables; with --write also put them into the page."""
    parser = argparse.ArgumentParser(description="The tables of docs/ssh.md.")
    parser.add_argument("--write", action="store_true", help="put them into the page as well")
    parser.add_argument("--items", type=numbers, default=[10, 10_000, 100_000])
    parser.add_argument("--sessions", type=numbers, default=[1, 10, 50, 200])
    parser.add_argument("--one-by-one", type=int, default=1000, metavar="N", help="sessions one after the other")
    options = parser.parse_args()
    said = ""
    for piece in report(options.items, options.sessions, options.one_by_one):
        print(piece, end="", flush=True)  # noqa: T201
        said += piece
    if options.write:
        page = PAGE.read_text(encoding="utf-8")
        begin, end = "<!-- measured: python -m tests.bench.serve --write -->\n", "<!-- /measured -->"
        before, rest = page.split(begin)
        PAGE.write_text(f"{before}{begin}\n{said}\n{rest[rest.index(end) :]}", encoding="utf-8")


if __name__ == "__main__":
    main()
