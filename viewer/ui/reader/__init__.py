"""A whole document in the middle of the window, at the place that was opened."""
