"""YAML to plain values, fast, or to a tree with the place of everything; knows nothing of models."""
