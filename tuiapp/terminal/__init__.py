"""The process and its terminal.

`refusal` says why no screen can be shown; `prepare` sets the process up so that neither a signal nor a dropped line
leaves the terminal or the process behind, and has to run before Textual is imported; `driver` is Textual's way to the
terminal and is imported after, as are `application`, `screen` and `input`, on which the rest builds by plain names.
Nobody else touches signals, terminal modes or the private names of Textual.
"""

from tuiapp.terminal.crash import logged
from tuiapp.terminal.guard import Guard, can_suspend, prepare, stop_job, unblocked_for_children
from tuiapp.terminal.restricted import restrict, restricted
from tuiapp.terminal.start import Refusal, over_ssh, refusal

__all__ = [
    "Guard",
    "Refusal",
    "can_suspend",
    "logged",
    "over_ssh",
    "prepare",
    "refusal",
    "restrict",
    "restricted",
    "stop_job",
    "unblocked_for_children",
]
