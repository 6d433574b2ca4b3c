"""What a file says, and all that is wrong with it and with files that do not fit together, at once."""
