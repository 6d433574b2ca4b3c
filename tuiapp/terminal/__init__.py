"""The process and its terminal.

`refusal` says why no screen can be shown. `prepare` sets up signals, and must run before Textual is imported. Once it
has run, a fatal signal restores the terminal and ends the process, and a dropped connection ends the process. `driver`,
`application`, `screen` and `input` import Textual, so they are not imported here. No other package touches terminal
modes or private names of Textual.
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
