"""What a client is told whose session does not begin, or does not end by a key."""

from tuiapp.language import deferred

NO_TERMINAL = deferred("tuiapp: there is no terminal; use `ssh -t`, or give a command such as `list -q WORDS`")
NOT_YET = deferred("tuiapp: the articles are not ready yet, please try again in a moment")
CRASHED = deferred("tuiapp: a fault of the program ended it")
LONG_COMMAND = deferred("tuiapp: the command is too long")
IDLE = deferred("tuiapp: nobody has typed for long, so the session has ended; goodbye")
BEHIND = deferred("tuiapp: the articles have changed often, and this session could not follow; goodbye")
GOODBYE = deferred("tuiapp: the server stops here; goodbye")
