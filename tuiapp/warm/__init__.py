"""The warm process of `tuiapp serve`, and the sessions that are forked from it.

It has read the model and imported the screen, and has no thread. A session has nothing but its terminal, and is the
explorer in restricted mode.
"""
