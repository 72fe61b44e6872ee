"""What a screen of the show paints: the camera of a step, the picture without what waits, words and dots."""
