"""The canvas in the middle, its keys, its steps and its zoom."""
