"""Restricted mode, as LESSSECURE is for less: what a login may run that must not become a way in.

The one place that holds the decision. What would read, write, start or stop anything asks `restricted`; there is no
way back. The kernel holds the process to a part of it, whatever a fault of ours may do.
"""

import os
import resource
import signal
import sys

KEPT = {"COLORTERM", "LANG", "LANGUAGE", "NO_COLOR", "SSH_CONNECTION", "SSH_TTY", "TERM", "TERM_PROGRAM"}
"""What describes the terminal and the person, besides LC_*. Of the rest, TEXTUAL_DRIVER would import any module,
TEXTUAL_LOG and TEXTUAL_SCREENSHOT write files, PYTHONINSPECT leave a prompt behind, and COLUMNS take all memory."""

_restricted = False


def restricted() -> bool:
    """Whether the one at the keyboard is a guest of the host's."""
    return _restricted


def restrict() -> None:
    """Restrict the process for good; before Textual is imported, which reads its settings then."""
    global _restricted
    _restricted = True
    for name in set(os.environ) - KEPT:
        if not name.startswith("LC_"):
            del os.environ[name]
    sys.dont_write_bytecode = True
    for limit in (resource.RLIMIT_FSIZE, resource.RLIMIT_CORE):
        resource.setrlimit(limit, (0, 0))
    # Where keys still send signals: while the model is read, and with --plain.
    signal.signal(signal.SIGTSTP, signal.SIG_IGN)
