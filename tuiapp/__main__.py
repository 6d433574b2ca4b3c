"""`python -m tuiapp`, and what the `tuiapp` command runs."""

import gc
import signal
import sys

# Nothing that starting makes is garbage, and looking for it costs a tenth of the time until the first picture.
gc.disable()
# Ctrl+C waits until the commands are there to answer it.
signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})

from tuiapp.cli import main  # noqa: E402

if __name__ == "__main__":
    sys.exit(main())
