"""The program as a terminal sees it: bytes in, bytes out, signals, lines that break."""
