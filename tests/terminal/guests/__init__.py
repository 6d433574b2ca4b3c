"""Restricted mode: what a guest may try, over real SSH with the settings of docs/ssh.md and without."""
