"""What must be right about the terminal before Textual is there, and what of Textual must be put right after.

`refusal` says why no screen can be shown; `prepare` sets the process up so that neither a signal nor a
dropped line leaves the terminal or the process behind, and has to run before Textual is imported;
`wrap_textual` runs after. Nobody else touches signals, terminal modes or Textual's private names.
"""

from tuiapp.terminal.crash import logged
from tuiapp.terminal.guard import Guard, can_suspend, prepare, stop_job, unblocked_for_children
from tuiapp.terminal.restricted import restrict
from tuiapp.terminal.start import Refusal, over_ssh, refusal
from tuiapp.terminal.wraps import wrap_textual, write_raw

__all__ = [
    "Guard",
    "Refusal",
    "can_suspend",
    "logged",
    "over_ssh",
    "prepare",
    "refusal",
    "restrict",
    "stop_job",
    "unblocked_for_children",
    "wrap_textual",
    "write_raw",
]
