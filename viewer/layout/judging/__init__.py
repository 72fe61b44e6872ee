"""What a layout must be, how good it is, and what to ask for when another may be better."""
