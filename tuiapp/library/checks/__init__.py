"""Check each file by itself and all files together, and report every fault at once."""
