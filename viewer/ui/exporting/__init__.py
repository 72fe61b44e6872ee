"""The export dialog and its fields."""
