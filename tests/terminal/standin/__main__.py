"""`python -m terminal.standin [FAULT]`.

With the fault `raise` F2 raises an exception, with `block` it blocks the event loop for 30 s; with `late` the
program ends as soon as its screen is up.
"""

import signal
import sys

from tuiapp import terminal


def main() -> int:
    """Exit status as the program's: 2 where no screen can be shown, 1 after a panic."""
    if reason := terminal.refusal():
        sys.stderr.write(f"No screen here ({reason}): use ssh -t, or tuiapp list.\n")
        return 2
    guard = terminal.prepare()
    from .app import Standin

    terminal.wrap_textual()
    app = Standin(guard, sys.argv[1:])
    try:
        app.run(mouse=False)
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    finally:
        guard.restore()
    # None where the input thread brought the program down, which Textual takes for success.
    return 1 if app.return_code is None else app.return_code


if __name__ == "__main__":
    sys.exit(main())
