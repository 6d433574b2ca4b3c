"""Items, quotes and citations as text: pure functions from the model to words, for the list and the screen alike."""
