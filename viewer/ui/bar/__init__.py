"""The slim bar on top: where you are, the search, and what one does with a diagram."""
