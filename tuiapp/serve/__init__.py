"""The SSH front of `tuiapp serve`: the process that strangers talk to.

It holds the host key, the keys that are let in, and counters. It imports neither the model nor the screen, and reads
nothing that a session or a model says; the warm process (`tuiapp.warm`) does.

    ssh client - door - connection - visitor - session - terminal - (a process forked from the warm one)
                                               warmer - messages - (the warm process)
"""
