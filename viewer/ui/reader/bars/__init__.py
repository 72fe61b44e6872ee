"""What stands around and over a document: its bar, find, the question before a link, choices, what floats."""
