"""What news articles say about industrial cooperation, each item backed by a checked quote."""

__version__ = "0.1.0"
