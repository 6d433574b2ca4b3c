"""What the command line says, handed on to the front and the warm process as JSON."""

import json
from dataclasses import asdict, dataclass, fields


@dataclass(frozen=True)
class Settings:
    """The options of `tuiapp serve`. The defaults keep a machine of 2 GB and one processor alive."""

    paths: tuple[str, ...] = ()
    """Of the model; the article that ships with the program if empty."""
    strict: bool = False
    """Whether a folder with a faulty file is refused."""
    language: str = "en"
    """For the log, and for readers who ask for none."""
    address: str = "127.0.0.1"
    port: int = 2222
    """0 takes a free one, and says which."""
    authorized_keys: str = ""
    """A file; everybody is let in if empty."""
    max_sessions: int = 50
    max_per_address: int = 10
    """Connections from one address, or from one /64 of IPv6."""
    idle_timeout: float = 1800.0
    """Seconds without a key."""
    login_timeout: float = 20.0
    """Seconds from the first byte of a connection until it has proven who it is, and again as many that it may last
    before and after its session; has no option."""
    login_rate: float = 30.0
    """Connections a minute from one address, and as many at once."""
    commands: bool = True
    """Whether `ssh HOST list …` is answered."""
    user: str = ""
    """Whom to become if started as root."""
    log: str = ""
    """The file for the access log; standard error if empty."""

    def encoded(self) -> str:
        return json.dumps(asdict(self))

    @classmethod
    def decoded(cls, text: str) -> "Settings":
        """Raises KeyError or ValueError if `text` was not made by `encoded`."""
        told = json.loads(text)
        return cls(**{each.name: told[each.name] for each in fields(cls)} | {"paths": tuple(told["paths"])})
