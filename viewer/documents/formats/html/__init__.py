"""HTML: a tokenizer of our own, a walk over its tokens, and what of a page is its text."""
