"""Runs the program: `python -m tuiapp` or the command `tuiapp`."""

import gc
import signal
import sys

# Startup creates almost no garbage, and collecting it costs a tenth of the time until the first frame.
gc.disable()
# Hold Ctrl+C back until the commands are imported and can handle it.
signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})

from tuiapp.cli import main  # noqa: E402

if __name__ == "__main__":
    sys.exit(main())
