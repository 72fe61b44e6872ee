"""The text of a document: laid out, marked, filled in slices, and what the mouse does in it."""
