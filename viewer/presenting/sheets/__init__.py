"""What lies over the picture for a while: lists and pages, each a widget that fills its window."""
