"""From an engine's rough geometry to a finished picture: arrows cut at outlines, signs, tags and titles placed."""
