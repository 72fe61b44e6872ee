"""What the user keeps of the documents, and what they hide: kept in a file of its own. QtCore only."""
