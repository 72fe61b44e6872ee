"""Whether a text says a name: levelled text, the ways a name is written, and words that state a relation."""
