"""From a path to a document's text: which files there are, and how their bytes are decoded."""
