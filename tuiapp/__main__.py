"""`python -m tuiapp`."""

import sys

from tuiapp.cli import main

if __name__ == "__main__":
    sys.exit(main())
