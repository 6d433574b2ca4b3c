"""Parse YAML to plain values, fast, or to a tree with the place of every value; independent of the model."""
