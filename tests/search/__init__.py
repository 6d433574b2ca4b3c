"""What the tests of the search share: small models, and the set by which its quality is measured."""
