"""Opens a port and hands it over, as systemd does: `python -m tests.serve.handing -l ADDRESS:PORT PROGRAM…`."""

import os
import socket
import sys

address, _, port = sys.argv[2].rpartition(":")
listener = socket.create_server((address, int(port)))
if listener.fileno() != 3:
    os.dup2(listener.fileno(), 3)
os.set_inheritable(3, True)
os.environ.update(LISTEN_PID=str(os.getpid()), LISTEN_FDS="1")
os.execvp(sys.argv[3], sys.argv[3:])
