"""A stand-in for the program, a filter above a list of lines, started through the guard as the program is."""
