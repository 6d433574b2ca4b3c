"""Restricted mode, like LESSSECURE of less: for a login that may run this program but not reach a shell or other files.

Only this module holds the setting. Code that would read, write, start or stop anything asks `restricted`. The mode
cannot be switched off. The kernel enforces a part of it, whatever bugs we have: no file may grow, no core dump.
"""

import os
import resource
import signal
import sys

KEPT = {"COLORTERM", "LANG", "LANGUAGE", "NO_COLOR", "SSH_CONNECTION", "SSH_TTY", "TERM", "TERM_PROGRAM"}
"""The variables kept besides LC_*: they describe the terminal and the user's language. Of the others, TEXTUAL_DRIVER
could import any module, TEXTUAL_LOG and TEXTUAL_SCREENSHOT could write files, PYTHONINSPECT could open a Python prompt
at the end, and a large COLUMNS could take all memory."""

_restricted = False


def restricted() -> bool:
    """Whether restricted mode is on."""
    return _restricted


def restrict() -> None:
    """Switch restricted mode on for good. Call it before Textual is imported, which then reads its settings."""
    global _restricted
    _restricted = True
    for name in set(os.environ) - KEPT:
        if not name.startswith("LC_"):
            del os.environ[name]
    sys.dont_write_bytecode = True
    for limit in (resource.RLIMIT_FSIZE, resource.RLIMIT_CORE):
        resource.setrlimit(limit, (0, 0))
    # Ctrl+Z still sends SIGTSTP while the model is read, and with --plain.
    signal.signal(signal.SIGTSTP, signal.SIG_IGN)
