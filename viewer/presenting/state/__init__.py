"""The show as pure values: scenes, where it stands, and every way to change it. Knows no Qt."""
