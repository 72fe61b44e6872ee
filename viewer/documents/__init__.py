"""From files to passages, and from a target to its excerpts. Imports the model and the errors; no Qt."""
