"""Who may come in: how many at once, how many from one address, how often. Numbers alone; it knows no sockets."""

from collections import Counter
from collections.abc import Callable
from ipaddress import IPv6Address, ip_address
from time import monotonic

from tuiapp.language import deferred

HALF_OPEN = 64
"""Connections that have not proven who they are, in all; as many handshakes take two seconds of one processor."""

_MOST_KNOWN = 10_000
"""Addresses remembered, before those that have been quiet are forgotten."""

# OpenSSH's client shows letters outside ASCII as octal numbers in what comes before a terminal, so these stay English.
FULL = deferred("tuiapp: all places are taken, please try again later")
MANY = "tuiapp: too many connections from your address"
OFTEN = "tuiapp: too many logins from your address, please wait a minute"
BUSY = "tuiapp: too many are logging in, please try again in a moment"


class Rate:
    """So many events a minute, and as many at once: a token bucket for each name."""

    def __init__(self, per_minute: float, clock: Callable[[], float] = monotonic) -> None:
        self._per_minute, self._clock = per_minute, clock
        self._buckets: dict[str, tuple[float, float]] = {}

    def allows(self, name: str) -> bool:
        """Whether one more is allowed now; if so, it is counted."""
        now = self._clock()
        tokens = self._tokens(name, now)
        if tokens < 1:
            return False
        self._buckets[name] = tokens - 1, now
        if len(self._buckets) > _MOST_KNOWN:
            self._buckets = {each: kept for each, kept in self._buckets.items() if self._tokens(each, now) < self._most}
        return True

    @property
    def _most(self) -> float:
        return max(1.0, self._per_minute)

    def _tokens(self, name: str, now: float) -> float:
        tokens, at = self._buckets.get(name, (self._most, now))
        return min(self._most, tokens + (now - at) * self._per_minute / 60)


class Gate:
    """Counts connections, from the moment that they arrive."""

    def __init__(
        self, most: int, most_per_address: int, logins_per_minute: float, clock: Callable[[], float] = monotonic
    ) -> None:
        self._most, self._most_per_address = most, most_per_address
        self._rate = Rate(logins_per_minute, clock)
        self._inside: Counter[str] = Counter()
        self._half_open = 0

    def arrives(self, address: str) -> str:
        """Count a connection, or say why it may not come in; `leaves` takes back what was counted."""
        name = origin(address)
        if self._inside[name] >= self._most_per_address:
            return MANY
        if not self._rate.allows(name):
            return OFTEN
        if self._half_open >= HALF_OPEN:
            return BUSY
        if self._inside.total() - self._half_open >= self._most:
            return FULL
        self._inside[name] += 1
        self._half_open += 1
        return ""

    def proves(self) -> str:
        """A connection has proven who it is, or says why there is no place for it; it stays counted either way."""
        self._half_open -= 1
        return FULL if self._inside.total() - self._half_open > self._most else ""

    def leaves(self, address: str, *, proven: bool) -> None:
        """A counted connection has ended."""
        name = origin(address)
        self._inside[name] -= 1
        if self._inside[name] <= 0:
            del self._inside[name]
        self._half_open -= not proven

    def __len__(self) -> int:
        return self._inside.total()


def origin(address: str) -> str:
    """The address, or of IPv6 its /64, since one machine has all of those to itself."""
    try:
        parsed = ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(parsed, IPv6Address):
        if parsed.ipv4_mapped:
            return str(parsed.ipv4_mapped)
        return str(IPv6Address(int(parsed) >> 64 << 64))
    return address
