"""`python -m tuiapp`, and what the `tuiapp` command runs."""

import gc
import sys

# Nothing that starting makes is garbage, and looking for it costs a tenth of the time until the first picture.
gc.disable()

from tuiapp.cli import main  # noqa: E402

if __name__ == "__main__":
    sys.exit(main())
