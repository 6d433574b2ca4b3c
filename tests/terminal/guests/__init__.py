"""Restricted mode: what a guest may try, over real SSH with the README's settings and without."""
